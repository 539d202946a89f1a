// Any bytes lie in any layers, one in the other, without a crash. The place to which a byte is mapped is
// where decoding it begins: what is decoded up to there is what comes before the byte.

#include "event/layers.h"

#include "event/structurals.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <string>

namespace {

using hookspect::event::Layer;

void check_places(Layer::Kind kind, std::string_view encoded) {
    std::string decoded;
    if (!hookspect::event::append_decoded(kind, decoded, encoded)) return;
    std::size_t before = 0;
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        const std::size_t at = hookspect::event::encoded_offset(kind, encoded, i);
        if (at < before || at >= encoded.size()) std::abort();
        before = at;
        // Inside a group of base64 decoding cannot begin.
        if (kind == Layer::Kind::base64 && i % 3 != 0) continue;
        std::string front;
        if (!hookspect::event::append_decoded(kind, front, encoded.substr(0, at))) std::abort();
        if (front.size() > i || !decoded.starts_with(front)) std::abort();
        if (i - front.size() > 3) std::abort();  // an escape gives four bytes at most
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t longest = 600;
    constexpr auto kinds = static_cast<std::uint8_t>(Layer::Kind::opaque);
    if (size < 3 || size > longest) return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 3, size - 3);
    for (std::uint8_t kind = 0; kind < kinds; ++kind) check_places(static_cast<Layer::Kind>(kind), text);

    const std::string padded = text + std::string(hookspect::event::padding, '\0');
    const std::string_view message = std::string_view(padded).substr(0, text.size());
    hookspect::event::Layers layers;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t inside = layers.text(message).size();
        const std::size_t begin = data[i] / 8 % 8;
        if (begin > inside) continue;
        (void)layers.add(static_cast<Layer::Kind>(data[i] % kinds), message, begin, inside - begin);
    }
    std::vector<std::size_t> every(layers.text(message).size() + 1);
    std::iota(every.begin(), every.end(), std::size_t{0});
    const auto outer = layers.outer_offsets(message, every);
    if (!std::is_sorted(outer.begin(), outer.end())) std::abort();
    for (std::size_t i = 0; i < every.size(); i += 7) {
        if (layers.outer_offset(message, i) != outer[i] || outer[i] > message.size()) std::abort();
    }
    return 0;
}
