// An edit of `sample --set` or `--unset` in the first line, and the event that it changes: the result is
// JSON, and what was left out is not there.

#include "event/json_decoder.h"
#include "event/json_printer.h"
#include "event/path_values.h"
#include "event/structurals.h"
#include "ops/sample_edit.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>
#include <vector>

namespace {

namespace event = hookspect::event;
using hookspect::ops::SampleEdit;

constexpr event::Limits limits{.depth = 40, .body = 100'000, .fields = 1000};

void require(bool holds) {
    if (!holds) std::abort();
}

/// The event without blanks between its tokens; empty where it is not JSON or not an object.
std::string compact(std::string_view text) {
    std::string bytes(text);
    bytes.append(event::padding, '\0');
    event::JsonDecoder decoder(limits);
    event::Event decoded;
    if (!decoder.decode(std::string_view(bytes).substr(0, text.size()), decoded)) return {};
    if (decoded[0].kind != event::Kind::object) return {};
    std::string line;
    event::JsonPrinter(event::JsonLayout::line).append(line, decoded);
    return line;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t line = text.find('\n');
    if (line == std::string_view::npos) return 0;
    std::string changed = compact(text.substr(line + 1));
    if (changed.empty()) return 0;
    const std::string_view written = text.substr(0, line);
    const bool removal = written.starts_with('-');
    const auto parsed = removal ? hookspect::ops::parse_sample_removal(written.substr(1))
                                : hookspect::ops::parse_sample_edit(written);
    const auto* edit = std::get_if<SampleEdit>(&parsed);
    if (edit == nullptr) return 0;
    hookspect::ops::SampleEditor editor;
    editor.apply(*edit, changed);
    std::string bytes = changed;
    bytes.append(event::padding, '\0');
    event::JsonDecoder decoder(event::Limits{.depth = 2000});
    event::Event decoded;
    require(decoder.decode(std::string_view(bytes).substr(0, changed.size()), decoded));
    std::string again = changed;
    editor.apply(*edit, again);
    // An index after the end of a list appends, each time.
    const auto& steps = edit->path.steps;
    const bool indexed = std::any_of(steps.begin(), steps.end(), [](const hookspect::schema::PathStep& step) {
        return step.kind == hookspect::schema::PathStep::Kind::element;
    });
    if (!edit->path.several && !edit->path.of_resource && !removal && !indexed) require(again == changed);
    return 0;
}
