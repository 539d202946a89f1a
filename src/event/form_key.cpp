#include "event/form_key.h"

#include "schema/fields.h"

#include <algorithm>
#include <array>

namespace hookspect::event {
namespace {

/// `[` or `]` where `text[at]` begins one, plain or escaped, else 0.
char bracket_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == '[' || c == ']') return c;
    if (c != '%' || at + 2 >= text.size() || text[at + 1] != '5') return '\0';
    const char digit = text[at + 2];
    if (digit == 'B' || digit == 'b') return '[';
    return digit == 'D' || digit == 'd' ? ']' : '\0';
}

/// Offset of the bracket that closes the one at the front, or npos.
std::size_t closing_bracket(std::string_view text) {
    const std::size_t first = text.find(']');
    if (first == std::string_view::npos || text.substr(1, first).find('[') == std::string_view::npos)
        return first;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '[') ++depth;
        if (text[i] == ']' && --depth == 0) return i;
    }
    return std::string_view::npos;
}

constexpr auto matters_in_key = [] {
    std::array<bool, 256> matters{};
    for (const char c : std::string_view("=[]%")) matters[static_cast<unsigned char>(c)] = true;
    return matters;
}();

}  // namespace

bool is_form_index(std::string_view text) noexcept {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.empty() || (text.size() > 1 && text[0] == '0')) return false;
    return is_digit(text[0]) && std::all_of(text.begin() + 1, text.end(), is_digit);
}

FormKeyEnd find_form_key_end(std::string_view field) noexcept {
    bool brackets = false;
    std::size_t depth = 0;
    std::size_t first_equals = field.size();
    for (std::size_t at = 0;; ++at) {
        while (at < field.size() && !matters_in_key[static_cast<unsigned char>(field[at])]) ++at;
        if (at >= field.size()) break;
        if (field[at] == '=') {
            if (depth == 0) return {at, brackets};
            first_equals = std::min(first_equals, at);
            continue;
        }
        const char bracket = bracket_at(field, at);
        brackets |= bracket == '[';
        if (bracket == '[') ++depth;
        if (bracket == ']' && depth > 0) --depth;
    }
    if (depth > 0) return {first_equals, true, true};
    return {field.size(), brackets};
}

FormKeyPart FormKeyReader::next() {
    FormKeyPart part = dotted_ ? next_dotted() : next_bracketed();
    front_ = false;
    return part;
}

FormKeyPart FormKeyReader::next_dotted() {
    const std::size_t dot = std::min(rest_.find('.'), rest_.size());
    const std::string_view text = rest_.substr(0, dot);
    rest_.remove_prefix(std::min(dot + 1, rest_.size()));
    return {!front_ && is_form_index(text) ? FormKeyPart::Kind::index : FormKeyPart::Kind::name, text};
}

FormKeyPart FormKeyReader::next_bracketed() {
    using enum FormKeyPart::Kind;
    if (rest_.front() != '[') {
        const std::string_view text = rest_.substr(0, rest_.find('['));
        rest_.remove_prefix(text.size());
        return {name, text};
    }
    const std::size_t close = closing_bracket(rest_);
    const std::string_view whole = rest_.substr(0, close == std::string_view::npos ? close : close + 1);
    rest_.remove_prefix(whole.size());
    if (close == std::string_view::npos) return {name, whole};
    const std::string_view text = whole.substr(1, close - 1);
    if (text.empty()) return {append, text};
    return {is_form_index(text) ? index : name, text};
}

bool is_dotted_form_key(std::string_view key) noexcept {
    const std::size_t dot = key.find('.');
    if (dot == std::string_view::npos || key.back() == '.' || key.find("..") != std::string_view::npos)
        return false;
    return schema::find_field(schema::ObjectType::event, key.substr(0, dot)) != schema::no_field;
}

}  // namespace hookspect::event
