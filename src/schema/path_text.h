#pragma once

#include "schema/path.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::schema {

/// A part of a path as it is written, before the schema is asked what it means.
struct PathToken {
    enum class Kind : std::uint8_t {
        name,         // bare, quoted in brackets, or between the slashes of a JSON Pointer
        index,        // `[0]`
        any_member,   // `*`
        any_element,  // `[*]`
        keyed,        // `[key=email]`
    };
    Kind kind = Kind::name;
    std::string key{};  // decoded
    std::size_t index = 0;
    bool pointer = false;    // of a JSON Pointer, where a number may be an index
    std::size_t offset = 0;  // in the text that was read, bytes
    std::size_t size = 0;
};

struct WrittenPath {
    std::string text;  // in a list `a(b)`: `a.b`
    std::vector<PathToken> tokens;
};

/// What ends a path beside the end of the text.
enum class PathEnd : std::uint8_t {
    text,    // nothing
    list,    // `,`, `(` or `)`
    prefix,  // whatever cannot stand in a path
};

/// Reads one path at `at`, which is moved behind it. In a text of any length this takes linear time: a path
/// has at most 128 steps and 1024 bytes.
[[nodiscard]] std::optional<base::TextError> read_path(std::string_view text, std::size_t& at, PathEnd end,
                                                       WrittenPath& path);

/// Reads a list of paths `a,b(c,d)`, which takes all of `text`.
[[nodiscard]] std::optional<base::TextError> read_path_list(std::string_view text,
                                                            std::vector<WrittenPath>& paths);

/// The error of a character that cannot stand at `at`.
[[nodiscard]] base::TextError unexpected_at(std::string_view text, std::size_t at);

/// The tokens as a path, which is read as the same tokens; a JSON Pointer where they come from one.
[[nodiscard]] std::string path_of(std::span<const PathToken> tokens);

/// The index that a name of digits stands for: `0`, `12`, but not `012` (RFC 6901, section 4).
[[nodiscard]] std::optional<std::size_t> list_index(std::string_view name) noexcept;

}  // namespace hookspect::schema
