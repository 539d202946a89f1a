#pragma once

#include <cstddef>
#include <string_view>

namespace hookspect::check {

/// An HTML character reference of those that escaping programs write: `&amp;`, `&#39;`, `&eacute;`.
struct HtmlEntity {
    std::size_t size = 0;  // bytes as written, 0: there is none
    char32_t meaning = 0;
};

/// The one at the front of `text`. Not any `&name;`, since `rock&roll;` is healthy text.
[[nodiscard]] HtmlEntity front_html_entity(std::string_view text) noexcept;

}  // namespace hookspect::check
