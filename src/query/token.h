#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hookspect::query {

/// A piece of an expression; paths are read by their own grammar.
struct Token {
    enum class Kind : std::uint8_t {
        end,
        open,   // (
        close,  // )
        comma,
        symbol,    // a run of = ! < > ~ & |
        word,      // a bareword or keyword: [A-Za-z0-9_@.:+-]+
        quoted,    // with its quotes
        unclosed,  // a quote that is never closed
        odd,       // what needs quotes to be a value
    };
    Kind kind = Kind::end;
    std::string_view text{};
    std::size_t offset = 0;  // bytes

    [[nodiscard]] std::size_t end_offset() const { return offset + text.size(); }
};

/// The token at or behind `at`, blanks skipped. Takes time in its size.
[[nodiscard]] Token read_token(std::string_view text, std::size_t at) noexcept;

/// A value as it is written in an expression.
struct Literal {
    std::string text;  // decoded
    bool quoted = false;
    std::string_view written;  // in the expression, with its quotes
    std::size_t offset = 0;    // of that; bytes
    std::size_t size = 0;

    [[nodiscard]] bool is_null() const { return !quoted && text == "null"; }
};

/// The value that a word or quoted token stands for: between quotes `\` escapes the quote and itself.
[[nodiscard]] Literal literal_of(const Token& token);

/// Offset in the expression of the byte `decoded` of the literal's text.
[[nodiscard]] std::size_t offset_in(const Literal& literal, std::size_t decoded) noexcept;

}  // namespace hookspect::query
