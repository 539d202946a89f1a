#pragma once

#include "check/check.h"

#include <optional>
#include <string>
#include <string_view>

namespace hookspect::check {

/// A stretch of Event::body.
struct Mark {
    std::size_t begin = 0;
    std::size_t size = 0;  // bytes
};

/// What an issue is about: a value (a string with its quotes, a container's opening bracket, a form value as
/// written), or a key.
[[nodiscard]] Mark mark_of(const event::Event& event, const Issue& issue);
/// Where a value begins.
[[nodiscard]] std::size_t begin_of(const event::Event& event, event::SlotIndex slot);

/// The key of the form field that begins at this place of a form body, as written.
[[nodiscard]] std::string_view written_key(std::string_view body, std::size_t begin);

/// The form key that a finding names; none in JSON, and none where something is absent.
[[nodiscard]] std::optional<std::string> key_of(const event::Event& event, const Issue& issue);

}  // namespace hookspect::check
