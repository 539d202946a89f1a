// What JsonScanner says of a fault: kept apart from the reading, which does not need it.

#include "base/ascii.h"
#include "base/byte_block.h"
#include "base/hidden.h"
#include "base/json_pointer.h"
#include "base/json_text.h"
#include "base/utf8.h"
#include "base/wording.h"
#include "event/json_scanner.h"
#include "event/limit_fault.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>

namespace hookspect::event {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

constexpr bool ends_scalar(char c) {
    return base::is_json_blank(c) || std::string_view("{}[]:,").find(c) != nowhere;
}

/// Characters that look like a space or like nothing, by the names that people know.
std::string_view name_of(char32_t character) {
    struct Named {
        char32_t character;
        std::string_view name;
    };
    static constexpr auto names = std::to_array<Named>({
        {0x00A0, "no-break space"},
        {0x00AD, "soft hyphen"},
        {0x2007, "figure space"},
        {0x2009, "thin space"},
        {0x200B, "zero-width space"},
        {0x200C, "zero-width non-joiner"},
        {0x200D, "zero-width joiner"},
        {0x200E, "left-to-right mark"},
        {0x200F, "right-to-left mark"},
        {0x2028, "line separator"},
        {0x2029, "paragraph separator"},
        {0x202F, "narrow no-break space"},
        {0x2060, "word joiner"},
        {0x3000, "ideographic space"},
        {0xFEFF, "byte order mark"},
    });
    for (const Named& one : names) {
        if (one.character == character) return one.name;
    }
    return {};
}

/// One character that is not a letter of ASCII: `"}"`, `U+00A0 (no-break space)`.
std::string shown_character(std::string_view written, char32_t character) {
    const std::string_view name = name_of(character);
    if (!name.empty()) return fmt::format("U+{:04X} ({})", static_cast<std::uint32_t>(character), name);
    if (base::is_hidden(character) || (character >= 0x80 && base::is_blank(written)))
        return fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
    return base::quoted(written);
}

/// Where the word begins that goes on at `offset`.
std::size_t word_begin(std::string_view text, std::size_t offset) {
    constexpr std::size_t longest = 64;
    const std::size_t least = offset - std::min(offset, longest);
    while (offset > least && base::is_letter(text[offset - 1])) --offset;
    return offset;
}

/// The character at `offset`, as a person would name it, or the word that begins there.
std::string character_at(std::string_view text, std::size_t offset) {
    constexpr std::size_t longest = 40;  // characters of a word
    const base::CodePoint point = base::front_code_point(text.substr(offset));
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (!point.valid) return fmt::format("byte {:02X}", byte);
    if (byte == '\n') return "end of the line";
    if (byte == '"') return "'\"'";
    if (byte < 0x20 || byte == 0x7F) return fmt::format("control character U+{:04X}", byte);
    if (!base::is_letter(text[offset])) return shown_character(text.substr(offset, point.size), point.value);
    std::size_t end = offset;
    while (end < text.size() && end <= offset + longest && !ends_scalar(text[end]) && text[end] != '"' &&
           static_cast<unsigned char>(text[end]) < 0x80) {
        ++end;
    }
    return base::quoted(text.substr(offset, end - offset), longest);
}

constexpr auto curled_quotes = std::to_array<std::string_view>(
    {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x9F", "\xC2\xAB", "\xC2\xBB"});

bool begins_with_curled_quote(std::string_view text) {
    return std::any_of(curled_quotes.begin(), curled_quotes.end(),
                       [text](std::string_view quote) { return text.starts_with(quote); });
}

/// Whether a string ends here that began with a straight quote and went on past a curled one, as that did not
/// close it: `{"a”:1,"b":2}`.
bool ends_in_curled_string(std::string_view before) {
    constexpr std::size_t near = 256;
    const std::size_t last = before.find_last_not_of(" \t\r\n");
    if (last == nowhere || before[last] != '"') return false;
    const std::string_view string = before.substr(0, last);
    const std::size_t open = string.rfind('"');
    if (open == nowhere || last - open > near) return false;
    for (std::size_t at = open + 1; at < last; ++at) {
        if (begins_with_curled_quote(string.substr(at)) && string.find(':', at) != nowhere) return true;
    }
    return false;
}

/// Known words and marks that other languages and tools write into what should be JSON.
std::string hint_for(std::string_view rest, std::string_view before) {
    struct Known {
        std::string_view text;
        std::string_view hint;
    };
    static constexpr auto known = std::to_array<Known>({
        {"object Object]", "a JavaScript object was written as text: send JSON.stringify(body)"},
        {"[object Object]", "a JavaScript object was written as text: send JSON.stringify(body)"},
        {"'", "JSON strings are in double quotes"},
        {"//", "JSON has no comments"},
        {"/*", "JSON has no comments"},
        {"#", "JSON has no comments"},
        {"NaN", "JSON has no NaN: send null"},
        {"Infinity", "JSON has no Infinity: send null"},
        {"undefined", "JSON has no undefined: leave the key out, or send null"},
        {"None", "Python writes None: send null"},
        {"True", "JSON literals are lower-case: true"},
        {"False", "literals are lower case: false"},
        {"\xEF\xBB\xBF", "a byte order mark may only be at the start"},
    });
    for (const Known& entry : known) {
        if (rest.starts_with(entry.text)) return std::string(entry.hint);
    }
    if (begins_with_curled_quote(rest) || ends_in_curled_string(before))
        return "a word processor has curled the quotes: JSON strings are in straight double quotes";
    const std::size_t last = before.find_last_not_of(" \t\r\n");
    const bool after_comma = last != nowhere && before[last] == ',';
    if (after_comma && !rest.empty() && (rest[0] == '}' || rest[0] == ']'))
        return "remove the comma before it";
    return {};
}

bool is_complete_scalar(std::string_view scalar) {
    if (scalar == "true" || scalar == "false" || scalar == "null") return true;
    return !scalar.empty() && scalar.back() >= '0' && scalar.back() <= '9';
}

/// Loggers keep so many bytes of a line.
std::string cut_hint(std::size_t size) {
    const bool power_of_two = size >= 256 && std::has_single_bit(size);
    return power_of_two ? fmt::format("was it cut by a logger? it is exactly {} bytes", size) : std::string();
}

// The containers around a place, and what has begun in each.
struct Frame {
    bool object = false;
    bool begun = false;  // a member whose colon was read, or an element
    std::size_t index = 0;
    std::string_view key{};
};

/// One past the closing quote of the string that opens at `open`, or `limit` where it is still open there.
std::size_t end_of_string(std::string_view text, std::size_t open, std::size_t limit) {
    for (std::size_t at = open + 1; at < limit; at += 2) {
        at += base::run_before(text.substr(at, limit - at), [](auto c) { return (c == '"') | (c == '\\'); });
        if (at < limit && text[at] == '"') return at + 1;
    }
    return nowhere;
}

class PointerWalk {
public:
    PointerWalk(std::string_view text, std::size_t offset)
        : text_(text), offset_(std::min(offset, text.size())) {
        for (std::size_t at = 0; at < offset_;) at = step(at);
    }

    [[nodiscard]] std::string pointer() const {
        std::string pointer;
        for (const Frame& frame : frames_) {
            if (!frame.begun) continue;
            if (frame.object) {
                std::string key;
                base::append_unescaped(key, frame.key);
                base::append_pointer_token(pointer, key);
            } else {
                pointer.append("/").append(std::to_string(frame.index));
            }
        }
        return pointer;
    }

private:
    std::string_view text_;
    std::size_t offset_;
    std::vector<Frame> frames_;

    void begin() {
        if (!frames_.empty()) frames_.back().begun = true;
    }
    void complete() {
        if (!frames_.empty()) frames_.back().begun = false;
    }

    std::size_t step(std::size_t at) {
        const char c = text_[at];
        switch (c) {
            case ' ':
            case '\t':
            case '\r':
            case '\n': break;
            case '{':
            case '[':
                begin();
                frames_.push_back({.object = c == '{'});
                break;
            case '}':
            case ']':
                if (!frames_.empty()) frames_.pop_back();
                complete();
                break;
            case ',':
                if (!frames_.empty()) ++frames_.back().index;
                complete();
                break;
            case ':': begin(); break;
            case '"': return string(at);
            default: return scalar(at);
        }
        return at + 1;
    }

    std::size_t string(std::size_t open) {
        const bool is_key = !frames_.empty() && frames_.back().object && !frames_.back().begun;
        if (!is_key) begin();
        const std::size_t end = end_of_string(text_, open, offset_);
        if (end == nowhere) return offset_;
        if (is_key) {
            frames_.back().key = text_.substr(open + 1, end - open - 2);
        } else {
            complete();
        }
        return end;
    }

    std::size_t scalar(std::size_t start) {
        begin();
        std::size_t end = start;
        while (end < offset_ && !ends_scalar(text_[end])) ++end;
        const bool stopped = end < offset_ || end == text_.size() || ends_scalar(text_[end]);
        if (stopped && is_complete_scalar(text_.substr(start, end - start))) complete();
        return end;
    }
};

}  // namespace

std::string pointer_before(std::string_view text, std::size_t offset) {
    return PointerWalk(text, offset).pointer();
}

Fault text_behind(std::string_view text, std::size_t offset) {
    Fault fault{.offset = offset};
    if (!base::front_code_point(text.substr(offset)).valid) fault.rule = schema::Rule::utf8;
    fault.message = "unexpected " + character_at(text, offset) + " after the JSON text";
    fault.expected = "the end of the line or another JSON text";
    return fault;
}

std::string JsonScanner::expected() const {
    switch (state_) {
        case State::value: return "a value";
        case State::first_element: return "a value or \"]\"";
        case State::first_key: return "a key in double quotes or \"}\"";
        case State::key: return "a key in double quotes";
        case State::colon: return "\":\" after the key";
        case State::after_value: return objects_.back() ? "\",\" or \"}\"" : "\",\" or \"]\"";
        case State::string: return "a closing quote";
        case State::escape: return R"(one of " \ / b f n r t u after the backslash)";
        case State::hex: return "four hexadecimal digits after \\u";
        case State::literal: return "true, false or null";
        case State::zero: return "no digit after a leading zero";
        case State::minus:
        case State::point:
        case State::exponent:
        case State::exponent_sign: return "a digit";
        case State::utf8: return "UTF-8";
        case State::integer:
        case State::fraction:
        case State::exponent_digits: return "a number";
        case State::done: return "nothing after the JSON text";
    }
    return {};
}

Fault JsonScanner::limit_fault(std::string_view text) const {
    Fault fault;
    switch (limit_) {
        case Limit::depth: fault = too_deep(limits_, *limit_offset_); break;
        case Limit::fields: fault = too_many(limits_, *limit_offset_, "value", "values"); break;
        default: fault = too_large(limits_, *limit_offset_);
    }
    // The value at the limit has begun with the byte there, a byte past the size has not.
    fault.pointer = pointer_before(text, fault.offset + (limit_ == Limit::body ? 0 : 1));
    return fault;
}

Fault JsonScanner::describe(std::string_view text) const {
    if (limit_offset_) return limit_fault(text);
    Fault fault{.offset = offset_};
    const bool bad_outside_string = bad_utf8_ == nowhere && !ended_ && offset_ < text.size() &&
                                    !base::front_code_point(text.substr(offset_)).valid;
    if (bad_utf8_ != nowhere || bad_outside_string) {
        fault.rule = schema::Rule::utf8;
        fault.offset = bad_outside_string ? offset_ : bad_utf8_;
        fault.message =
            lone_surrogate_ ? "a surrogate escape without its partner" : "bytes that are not UTF-8";
        fault.expected = lone_surrogate_
                             ? "\\uD800 to \\uDBFF and then \\uDC00 to \\uDFFF, or the character itself"
                             : "UTF-8 text";
        if (bad_utf8_ != nowhere && (ended_ || text[offset_] == '\n')) fault.hint = cut_hint(offset_);
    } else if (ended_) {
        fault.offset = text.find_last_not_of("\r\n") + 1;
        fault.message = "the body ends too early";
        fault.expected = expected();
        const bool power_of_two = text.size() >= 256 && std::has_single_bit(text.size());
        if (power_of_two)
            fault.hint = "was it cut by a logger? it is exactly " + std::to_string(text.size()) + " bytes";
    } else {
        fault.message = unexpected(text);
        fault.expected = expected();
        const bool line_ends = state_ == State::string && offset_ < text.size() && text[offset_] == '\n';
        fault.hint = line_ends ? cut_hint(offset_) : hint_for(text.substr(offset_), text.substr(0, offset_));
    }
    fault.pointer = pointer_before(text, fault.offset);
    return fault;
}

std::string JsonScanner::unexpected(std::string_view text) const {
    if (offset_ >= text.size()) return "unexpected byte";
    const auto byte = static_cast<unsigned char>(text[offset_]);
    if (state_ == State::string && byte < 0x20) {
        return byte == '\n' ? "a line ends inside a string"
                            : character_at(text, offset_) + " inside a string";
    }
    const bool in_word = state_ == State::literal && base::is_letter(text[offset_]);
    const std::size_t begin = in_word ? word_begin(text, offset_) : offset_;
    return "unexpected " + character_at(text, begin);
}

}  // namespace hookspect::event
