// What is written of an event is read back as the same event: as JSON always, as a form where nothing is said
// to be lost.

#include "event/form_carrier.h"
#include "event/form_decoder.h"
#include "event/form_writer.h"
#include "event/json_decoder.h"
#include "event/json_printer.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using hookspect::event::Event;
using hookspect::event::Kind;
using hookspect::event::SlotIndex;

constexpr hookspect::event::Limits limits{.depth = 40, .body = 1'000'000, .fields = 5000};

void require(bool holds) {
    if (!holds) std::abort();
}

/// The same values under the same keys, in the same order, repeated keys too.
bool same(const Event& left, SlotIndex a, const Event& right, SlotIndex b) {
    std::string scratch;
    std::string other;
    if (left[a].kind != right[b].kind) return false;
    if (left[a].kind == Kind::null) return true;
    if (left[a].kind != Kind::object && left[a].kind != Kind::array) {
        return left.text(left[a], scratch) == right.text(right[b], other);
    }
    SlotIndex i = left.first(a);
    SlotIndex j = right.first(b);
    for (; i != left.end(a) && j != right.end(b); i = left.next(i), j = right.next(j)) {
        if (left[a].kind == Kind::object && left.key(left[i], scratch) != right.key(right[j], other))
            return false;
        if (!same(left, i, right, j)) return false;
    }
    return i == left.end(a) && j == right.end(b);
}

std::string padded(std::string_view text) {
    return std::string(text).append(hookspect::event::padding, '\0');
}

void check_json(const Event& event, hookspect::event::JsonLayout layout) {
    hookspect::event::JsonPrinter printer(layout);
    std::string text;
    printer.append(text, event);
    const std::string readable = padded(text);
    hookspect::event::JsonDecoder decoder(limits);
    Event again;
    require(decoder.decode(std::string_view(readable).substr(0, text.size()), again));
    require(same(event, 0, again, 0));
    std::string twice;
    printer.append(twice, again);
    require(twice == text);
}

void check_form(const Event& event) {
    hookspect::event::FormWriter writer;
    std::string text;
    writer.append(text, event);
    if (!writer.lost().empty()) return;
    require(!hookspect::event::json_carrier(text));
    hookspect::event::FormDecoder decoder(limits);
    Event again;
    require(!decoder.decode(text, again));
    require(same(event, 0, again, 0));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = padded({reinterpret_cast<const char*>(data), size});
    const std::string_view text = std::string_view(bytes).substr(0, size);
    hookspect::event::JsonDecoder json(limits);
    hookspect::event::FormDecoder form(limits);
    Event event;
    if (!json.decode(text, event) && form.decode(text, event)) return 0;
    check_json(event, hookspect::event::JsonLayout::line);
    check_json(event, hookspect::event::JsonLayout::indented);
    check_form(event);
    return 0;
}
