#pragma once

#include "check/check.h"

#include <span>
#include <string>

namespace hookspect::check {

/// Gives each issue that is put into words its pointer and puts its subject (`person.properties[3].primary`)
/// in front of its message. One walk over the tape for all of them: linear in the tape and in what is
/// written.
void name_issues(const event::Event& event, std::span<Issue> issues);

/// The JSON Pointer (RFC 6901) of one slot.
[[nodiscard]] std::string pointer_of(const event::Event& event, event::SlotIndex slot);

}  // namespace hookspect::check
