#pragma once

#include "schema/path.h"

#include <memory>
#include <optional>
#include <string_view>
#include <variant>

// RE2 is asked in one file only: its headers, its errors, its options.
namespace re2 {
class RE2;
}

namespace hookspect::query {

/// A regular expression (RE2's syntax), found anywhere in a text in linear time. It can be shared by threads.
class Pattern {
public:
    /// `flags` as in JavaScript: `i`, `m`, `s`; `g` and `u` change nothing, others are
    /// passed over. Errors have offsets in `expression`.
    [[nodiscard]] static std::variant<Pattern, base::TextError> compile(std::string_view expression,
                                                                        std::string_view flags = {});

    /// The error of a flag that means nothing here, with its offset in `flags`.
    [[nodiscard]] static std::optional<base::TextError> check_flags(std::string_view flags);

    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;
    ~Pattern();

    [[nodiscard]] bool found_in(std::string_view text) const;

private:
    explicit Pattern(std::unique_ptr<re2::RE2> expression);
    std::unique_ptr<re2::RE2> expression_;
};

}  // namespace hookspect::query
