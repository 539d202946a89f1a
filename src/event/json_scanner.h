#pragma once

#include "event/event.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// Reads one JSON text byte by byte, in pieces of any size: where it ends, or where its first fault is (RFC
/// 8259). Slower than JsonDecoder and as strict; used where a text's end is not known, and to place a fault.
class JsonScanner {
public:
    enum class Status : std::uint8_t { more, complete, fault };

    explicit JsonScanner(const Limits& limits) : limits_(limits) {}

    /// Begins a new text.
    void reset();

    /// Reads on. Stops behind the text's last byte or at a fault. Crossing a limit is noted, and reading goes
    /// on, so that the end of the text is found.
    Status feed(std::string_view piece);

    /// No more bytes will come.
    Status finish();

    /// Bytes read so far: the text's size when complete, the offset of the fault when faulty.
    [[nodiscard]] std::size_t offset() const { return offset_; }
    /// The fault is that the text ends too early.
    [[nodiscard]] bool ended_early() const { return ended_; }
    /// Offset of the byte that crossed a limit first.
    [[nodiscard]] std::optional<std::size_t> limit_offset() const { return limit_offset_; }

    /// What is wrong, once there is a fault or a limit is crossed. `text` holds the bytes fed up to the fault
    /// and, where there are any, some behind it.
    [[nodiscard]] Fault describe(std::string_view text) const;

private:
    enum class State : std::uint8_t {
        value,
        first_element,
        first_key,
        key,
        colon,
        after_value,
        string,
        escape,
        hex,
        utf8,
        minus,
        zero,
        integer,
        point,
        fraction,
        exponent,
        exponent_sign,
        exponent_digits,
        literal,
        done,
    };
    enum class Limit : std::uint8_t { none, depth, body, fields };

    Limits limits_;
    State state_ = State::value;
    std::vector<bool> objects_;  // the open containers: whether each is an object
    std::size_t offset_ = 0;
    std::size_t values_ = 0;
    std::size_t bad_utf8_ = std::string_view::npos;  // where the ill-formed bytes or the lone surrogate begin
    std::size_t sequence_ = 0;                       // where the present character or escape begins
    std::size_t high_surrogate_ = std::string_view::npos;
    std::optional<std::size_t> limit_offset_;
    std::string_view literal_;  // what is left of it
    std::uint32_t unit_ = 0;    // of a \u escape
    std::uint8_t left_ = 0;     // digits or continuation bytes to come
    std::uint8_t lead_ = 0;
    Limit limit_ = Limit::none;
    bool in_key_ = false;
    bool ended_ = false;
    bool lone_surrogate_ = false;

    [[nodiscard]] Status step(char c, bool& again);
    [[nodiscard]] bool structure(char c);
    [[nodiscard]] bool begin_value(char c);
    [[nodiscard]] bool begin_string(bool key);
    [[nodiscard]] bool open(bool object);
    [[nodiscard]] bool close(bool object);
    [[nodiscard]] bool in_string(char c);
    [[nodiscard]] bool in_escape(char c);
    [[nodiscard]] bool in_hex(char c);
    [[nodiscard]] bool in_sequence(unsigned char byte);
    [[nodiscard]] bool begin_sequence(unsigned char lead);
    [[nodiscard]] bool lone(std::size_t at);
    void end_value();
    void cross(Limit limit);
    [[nodiscard]] bool number_step(char c, bool& again);

    [[nodiscard]] Fault limit_fault(std::string_view text) const;
    [[nodiscard]] std::string expected() const;
    [[nodiscard]] std::string unexpected(std::string_view text) const;
};

/// The fault that something stands at `offset`, behind a complete JSON text.
[[nodiscard]] Fault text_behind(std::string_view text, std::size_t offset);

/// The RFC 6901 pointer of the innermost value begun before `offset` in a JSON text that is well-formed up to
/// there. A member has begun once its colon is read.
[[nodiscard]] std::string pointer_before(std::string_view text, std::size_t offset);

}  // namespace hookspect::event
