#pragma once

#include "schema/fields.h"
#include "schema/path.h"

#include <span>
#include <string>
#include <string_view>

namespace hookspect::schema {

/// What the schema says of the values that a path reaches. Of a `resource.…` path several may hold:
/// `resource.id` is a number or a text.
struct PathType {
    bool any = false;  // nothing is known of it: below an open object, in a property's value
    bool text = false;
    bool number = false;
    bool boolean = false;
    bool list = false;          // of texts
    bool object = false;        // or a list of objects
    bool time = false;          // the number counts seconds or milliseconds since 1970
    bool identifier = false;    // the number is one: whole, and not negative
    bool ignores_case = false;  // a UUID, which is compared without case
    std::span<const std::string_view>
        values{};  // the only texts, or members of the list, that are documented
};

/// The type of what a path ends at.
[[nodiscard]] PathType type_of(const Path& path);

/// `a number`, `a string or a number`, `a list of strings`: what stands behind *is*.
[[nodiscard]] std::string describe(const PathType& type);

}  // namespace hookspect::schema
