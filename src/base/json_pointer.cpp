#include "base/json_pointer.h"

namespace hookspect::base {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

}  // namespace

bool is_json_pointer(std::string_view text) noexcept {
    return text.empty() || (text.front() == '/' && find_bad_escape(text) == nowhere);
}

std::size_t find_bad_escape(std::string_view text) noexcept {
    for (std::size_t at = text.find('~'); at != nowhere; at = text.find('~', at + 1)) {
        if (at + 1 == text.size() || (text[at + 1] != '0' && text[at + 1] != '1')) return at;
    }
    return nowhere;
}

void append_pointer_token(std::string& pointer, std::string_view token) {
    pointer.push_back('/');
    for (const char c : token) {
        if (c == '~') {
            pointer.append("~0");
        } else if (c == '/') {
            pointer.append("~1");
        } else {
            pointer.push_back(c);
        }
    }
}

std::string_view take_pointer_token(std::string_view& pointer) noexcept {
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(token.size());
    return token;
}

std::string unescaped_token(std::string_view token) {
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const std::string_view pair = token.substr(i, 2);
        const bool escape = pair == "~0" || pair == "~1";
        text.push_back(pair == "~1" ? '/' : token[i]);
        if (escape) ++i;
    }
    return text;
}

}  // namespace hookspect::base
