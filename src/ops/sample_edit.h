#pragma once

#include "event/event.h"
#include "event/json_decoder.h"
#include "event/limit_fault.h"
#include "schema/path.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace hookspect::ops {

/// A change to a sample.
struct SampleEdit {
    schema::Path path;
    std::optional<std::string> json;  // the value, compact; none: the path is not set
};

/// Reads `PATH=VALUE`. The value is JSON where it is JSON of the documented type, or `null`; else it is text.
/// Errors: those of the path; no `=` behind it; a value that is not UTF-8.
[[nodiscard]] std::variant<SampleEdit, base::TextError> parse_sample_edit(std::string_view text);

/// Reads a path that is to be left out.
[[nodiscard]] std::variant<SampleEdit, base::TextError> parse_sample_removal(std::string_view path);

/// Changes samples. It keeps its memory from one to the next.
class SampleEditor {
public:
    /// Changes `text`, one event as JSON without blanks between its tokens. What leads to a path and is not
    /// there is made; a path with `*` changes what is there, and one that is to be removed may be missing.
    void apply(const SampleEdit& edit, std::string& text);

    /// Decodes a text of any depth. The result is valid until the next call.
    [[nodiscard]] const event::Event& decode(std::string_view text);

private:
    std::string padded_;
    event::JsonDecoder decoder_{event::Limits{.depth = event::deepest_limit, .fields = 10'000'000}};
    event::Event event_;
};

}  // namespace hookspect::ops
