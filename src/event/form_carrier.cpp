#include "event/form_carrier.h"

#include "event/form_key.h"

#include <algorithm>
#include <array>

namespace hookspect::event {
namespace {

constexpr auto openings = std::to_array<std::string_view>({"{", "[", "%7B", "%7b", "%5B", "%5b"});
constexpr auto blanks =
    std::to_array<std::string_view>({"+", " ", "\t", "\r", "\n", "%20", "%09", "%0A", "%0a", "%0D", "%0d"});

/// Whether the first character that is no blank, in percent-encoded text, opens an object or a list.
bool begins_like_json(std::string_view text) {
    const auto starts = [&text](std::string_view with) { return text.starts_with(with); };
    for (;;) {
        if (std::any_of(openings.begin(), openings.end(), starts)) return true;
        const auto* const blank = std::find_if(blanks.begin(), blanks.end(), starts);
        if (blank == blanks.end()) return false;
        text.remove_prefix(blank->size());
    }
}

Carrier carrier_of(std::string_view body, std::size_t begin, std::size_t end) {
    const std::string_view field = body.substr(begin, end - begin);
    const std::size_t key_size = find_form_key_end(field).size;
    const std::size_t value = begin + std::min(key_size + 1, field.size());
    return {field.substr(0, key_size), static_cast<std::uint32_t>(value),
            static_cast<std::uint32_t>(end - value)};
}

}  // namespace

std::optional<Carrier> json_carrier(std::string_view body) {
    std::optional<Carrier> carrier;
    for (std::size_t begin = 0; begin < body.size();) {
        const std::size_t end = std::min(body.find('&', begin), body.size());
        if (end != begin && body[begin] != '=') {
            if (carrier) return std::nullopt;
            carrier = carrier_of(body, begin, end);
        }
        begin = end + 1;
    }
    if (carrier && !begins_like_json(body.substr(carrier->begin, carrier->size))) carrier.reset();
    return carrier;
}

}  // namespace hookspect::event
