#pragma once

#include "event/body.h"
#include "event/json_scanner.h"
#include "intake/envelope/payload.h"
#include "intake/source/input_buffer.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace hookspect::intake {

/// How the bytes of a source are cut into bodies.
enum class Framing : std::uint8_t {
    automatic,  // the first byte of each body decides
    json,       // JSON texts, over as many lines as they need
    ndjson,     // a JSON text on each line
    form,       // a form body on each line
};

struct ReadOptions {
    Framing framing = Framing::automatic;
    event::Limits limits{};
    std::optional<std::string> at{};              // the body sits at this JSON Pointer of each JSON text
    const event::Selection* selection = nullptr;  // what is wanted of an event; null: all, every byte checked
    std::size_t held = 64 * 1024;                 // bytes, at least, that are kept of a body over a limit
};

/// Where a reader stands between two bodies. Reading can be taken up again from there.
struct ReaderState {
    /// Where in a root array it is. `torn`: behind a fault in one, where its commas and its end mean nothing.
    enum class Array : std::uint8_t { none, first, element, separator, torn };

    base::Place place;               // of the next byte
    std::uint64_t number = 0;        // of the last body
    std::uint64_t last_line = 0;     // on which the last body began
    std::uint64_t several_line = 0;  // that holds more than one text, or only a part of one
    Array array = Array::none;
    bool behind_text = false;  // a JSON text ended on this line
    bool resync = false;  // a fault ended the last body: the line that begins the next one is to be found
};

/// Cuts a source into bodies and decodes each. A broken body costs only itself: reading goes on behind it.
/// Memory is bounded by the largest body within Limits::body, not by the source or the length of an array.
class BodyReader {
public:
    /// `before_waiting` is called before a read that may wait for somebody to write.
    BodyReader(const ReadOptions& options, std::function<void()> before_waiting);

    /// Begins a new source, which must live as long as it is read.
    void start(Source& source) { start(stream_from(source), source.name(), {}); }

    /// Begins in the midst of one. `name` must live as long.
    void start(ByteStream stream, std::string_view name, const ReaderState& at);

    /// Goes to where the next body begins. False when there is none.
    [[nodiscard]] bool find_body();

    /// The same with the bytes at hand. False when they are used up.
    [[nodiscard]] bool settle();

    /// Where it stands, once it was settled.
    [[nodiscard]] const ReaderState& state() const { return state_; }

    /// Goes on further behind in the same source, when the bytes at hand are used up.
    void go_on(const ReaderState& at) { state_ = at; }

    /// The next body, valid until the next call. False at the end of the source, or when it cannot be read
    /// further.
    [[nodiscard]] bool next(event::Body& body);

    /// Why the source could not be read to its end.
    [[nodiscard]] const std::optional<base::Error>& error() const { return buffer_.error(); }

private:
    using ArrayState = ReaderState::Array;

    ReadOptions options_;
    InputBuffer buffer_;
    BodyDecoder decoder_;
    event::JsonScanner scanner_;
    std::string_view source_name_;
    ReaderState state_;
    // What the last body took; it stays in the buffer until the next one is asked for.
    std::size_t used_ = 0;
    std::optional<base::Place>
        place_behind_;  // where bytes of it were dropped, so that `used_` does not tell

    [[nodiscard]] bool line_bound() const {
        return options_.framing == Framing::ndjson || options_.framing == Framing::form;
    }
    [[nodiscard]] bool in_array() const {
        return state_.array != ArrayState::none && state_.array != ArrayState::torn;
    }
    [[nodiscard]] std::string_view data() const { return buffer_.data(); }

    void release();
    void consume(std::size_t count);
    [[nodiscard]] bool is_skipped(char c) const;
    void skip_blanks();
    void skip_byte_order_mark();
    [[nodiscard]] bool may_begin_body();
    [[nodiscard]] bool find_next_line();
    [[nodiscard]] bool take_punctuation();
    [[nodiscard]] bool end_of_source(event::Body& body);

    void read_body(event::Body& body);
    void read_json(event::Body& body);
    [[nodiscard]] bool read_line_as_json(event::Body& body);
    [[nodiscard]] bool decode_line(event::Body& body, std::size_t line_end);
    [[nodiscard]] std::optional<std::size_t> line_at_hand();
    [[nodiscard]] bool passes_over_fault(event::Body& body, std::size_t fault);
    void drop(std::size_t keep, std::size_t size, std::optional<base::Place>& dropped_to);
    [[nodiscard]] event::JsonScanner::Status scan_text(std::size_t& size);
    void read_scanned(event::Body& body);
    void finish_json(event::Body& body, std::size_t size, bool one_line);
    [[nodiscard]] std::size_t behind_blanks(std::size_t at);
    void see_line_end(std::size_t size);
    [[nodiscard]] bool foreign_text_behind(std::size_t& at);

    [[nodiscard]] std::size_t read_line(bool& over_limit);
    void read_line_body(event::Body& body);

    void begin_body(event::Body& body);
    void end_body(event::Body& body, std::size_t size, bool one_line);
    void break_body(event::Body& body, event::Fault fault, std::size_t size, bool ended);
    [[nodiscard]] std::size_t find_line_end(std::size_t from);
    [[nodiscard]] std::size_t restart_inside(std::size_t fault, bool ended);
};

}  // namespace hookspect::intake
