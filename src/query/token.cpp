#include "query/token.h"

#include <algorithm>

namespace hookspect::query {
namespace {

using std::string_view;
using Kind = Token::Kind;

constexpr string_view blanks = " \t\r\n";
constexpr string_view symbols = "=!<>~&|";
constexpr string_view value_ends = " \t\r\n=!<>~&|(),'\"";

constexpr bool is_word_character(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || string_view("_@.:+-").find(c) != string_view::npos;
}

/// The escape at `at` of a quoted text: it stands for its second byte.
constexpr bool is_escape(string_view text, std::size_t at, char quote) {
    return text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == quote || text[at + 1] == '\\');
}

Token read_quoted(string_view text, std::size_t begin) {
    const char quote = text[begin];
    std::size_t at = begin + 1;
    while (at < text.size() && text[at] != quote) at += is_escape(text, at, quote) ? 2 : 1;
    if (at >= text.size()) return {Kind::unclosed, text.substr(begin), begin};
    return {Kind::quoted, text.substr(begin, at + 1 - begin), begin};
}

Token read_run(string_view text, std::size_t begin) {
    const bool symbol = symbols.find(text[begin]) != string_view::npos;
    const std::size_t stop =
        symbol ? text.find_first_not_of(symbols, begin) : text.find_first_of(value_ends, begin);
    const string_view run = text.substr(begin, std::min(stop, text.size()) - begin);
    if (symbol) return {Kind::symbol, run, begin};
    return {std::all_of(run.begin(), run.end(), is_word_character) ? Kind::word : Kind::odd, run, begin};
}

}  // namespace

Token read_token(string_view text, std::size_t at) noexcept {
    const std::size_t begin = std::min(text.find_first_not_of(blanks, at), text.size());
    if (begin == text.size()) return {Kind::end, {}, begin};
    const string_view first = text.substr(begin, 1);
    switch (first.front()) {
        case '(': return {Kind::open, first, begin};
        case ')': return {Kind::close, first, begin};
        case ',': return {Kind::comma, first, begin};
        case '\'':
        case '"': return read_quoted(text, begin);
        default: return read_run(text, begin);
    }
}

Literal literal_of(const Token& token) {
    Literal literal{{}, token.kind == Kind::quoted, token.text, token.offset, token.text.size()};
    if (!literal.quoted) {
        literal.text = token.text;
        return literal;
    }
    const char quote = token.text.front();
    const string_view inside = token.text.substr(1, token.text.size() - 2);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (is_escape(inside, i, quote)) ++i;
        literal.text.push_back(inside[i]);
    }
    return literal;
}

std::size_t offset_in(const Literal& literal, std::size_t decoded) noexcept {
    if (!literal.quoted) return literal.offset + decoded;
    const std::string_view written = literal.written;
    std::size_t at = 1;
    for (; decoded > 0 && at < written.size(); --decoded)
        at += is_escape(written, at, written.front()) ? 2 : 1;
    return literal.offset + at;
}

}  // namespace hookspect::query
