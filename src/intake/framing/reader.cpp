#include "intake/framing/reader.h"

#include "base/utf8.h"
#include "event/limit_fault.h"
#include "intake/framing/line_text.h"
#include "intake/source/foreign_format.h"

#include <stdexcept>
#include <utility>

namespace hookspect::intake {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What an encoded key and its brackets are written with.
bool is_form_key_byte(char c) {
    const bool alphanumeric = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return alphanumeric || std::string_view("_.-+%[]").find(c) != nowhere;
}

bool opens_text(char c) {
    return c == '{' || c == '[';
}

}  // namespace

BodyReader::BodyReader(const ReadOptions& options, std::function<void()> before_waiting)
    : options_(options),
      buffer_(std::move(before_waiting)),
      decoder_(options.limits, options.at, options.selection),
      scanner_(options.limits) {}

void BodyReader::start(ByteStream stream, std::string_view name, const ReaderState& at) {
    buffer_.attach(std::move(stream));
    source_name_ = name;
    state_ = at;
    used_ = 0;
    place_behind_.reset();
}

bool BodyReader::next(event::Body& body) {
    body = event::Body{};
    if (!find_body()) return end_of_source(body);
    begin_body(body);
    read_body(body);
    if (body.fault && body.fault->hint.empty()) body.fault->hint = foreign_format_hint(body.bytes);
    return true;
}

bool BodyReader::find_body() {
    while (!settle()) {
        if (!buffer_.fill()) return false;
    }
    return true;
}

bool BodyReader::settle() {
    release();
    while (!data().empty()) {
        if (state_.resync && !find_next_line()) return false;
        skip_blanks();
        if (data().empty()) return false;
        if (!is_skipped(data().front()) && !take_punctuation()) return true;
    }
    return false;
}

void BodyReader::release() {
    const base::Place behind =
        place_behind_ ? *place_behind_ : base::advance(state_.place, data().substr(0, used_));
    buffer_.consume(used_);
    state_.place = behind;
    place_behind_.reset();
    used_ = 0;
}

void BodyReader::consume(std::size_t count) {
    state_.place = base::advance(state_.place, data().substr(0, count));
    buffer_.consume(count);
}

/// Between bodies blanks mean nothing, but for the end of a line where that ends the array.
bool BodyReader::is_skipped(char c) const {
    return is_line_blank(c) || (c == '\n' && !(line_bound() && in_array()));
}

void BodyReader::skip_blanks() {
    std::size_t blanks = 0;
    for (; blanks < data().size() && is_skipped(data()[blanks]); ++blanks) {
        if (data()[blanks] == '\n') state_.behind_text = false;
    }
    if (blanks > 0) consume(blanks);
    skip_byte_order_mark();
}

/// One at the front of a line: where files that have one are put behind each other, it may be any line.
void BodyReader::skip_byte_order_mark() {
    if (state_.place.column != 1) return;
    while (data().size() < byte_order_mark.size() && byte_order_mark.starts_with(data()) && !data().empty()) {
        if (!buffer_.fill()) break;
    }
    if (data().starts_with(byte_order_mark)) {
        buffer_.consume(byte_order_mark.size());
        state_.place.offset += byte_order_mark.size();
    }
}

/// False when the bytes at hand hold no such line; they are gone then.
bool BodyReader::find_next_line() {
    while (!data().empty()) {
        skip_byte_order_mark();
        if (data().empty()) return false;
        if (state_.place.column == 1 && may_begin_body()) {
            state_.resync = false;
            state_.behind_text = false;
            return true;
        }
        const std::size_t line_end = data().find('\n');
        consume(line_end == nowhere ? data().size() : line_end + 1);
    }
    return false;
}

/// Tells whether the line at the front may begin a body behind a fault. A form body among JSON must not be
/// lost. A text that is a string has an event in it only where `--at` says so.
bool BodyReader::may_begin_body() {
    const char first = data().front();
    if (line_bound() || opens_text(first) || (first == '"' && options_.at == "")) return true;
    if (options_.framing != Framing::automatic) return false;
    constexpr std::size_t longest_key = 1024;
    std::size_t key = 0;
    for (;; ++key) {
        if (key == data().size() && !buffer_.fill()) return false;
        if (key == longest_key || !is_form_key_byte(data()[key])) break;
    }
    return key > 0 && data()[key] == '=';
}

bool BodyReader::take_punctuation() {
    const char c = data().front();
    const bool comma =
        c == ',' && (state_.array == ArrayState::separator || state_.array == ArrayState::torn);
    const bool end = c == ']' && state_.array != ArrayState::none && state_.array != ArrayState::element;
    const bool begin = c == '[' && !in_array();
    if (comma && state_.array == ArrayState::separator) state_.array = ArrayState::element;
    if (end) state_.array = ArrayState::none;
    if (begin) state_.array = ArrayState::first;
    if (begin || end) {
        state_.several_line = state_.place.line;
        state_.behind_text = end;
    }
    if (comma || end || begin) consume(1);
    return comma || end || begin;
}

bool BodyReader::end_of_source(event::Body& body) {
    if (!in_array() || buffer_.error()) return false;
    state_.array = ArrayState::none;
    begin_body(body);
    body.fault =
        event::Fault{.message = "the body ends too early", .expected = "\"]\", the end of the array"};
    return true;
}

void BodyReader::begin_body(event::Body& body) {
    body.source = source_name_;
    body.number = ++state_.number;
    body.start = state_.place;
    body.shares_line = state_.place.line == state_.last_line;
    state_.last_line = state_.place.line;
}

void BodyReader::read_body(event::Body& body) {
    const char c = data().front();
    if (state_.array == ArrayState::separator) {
        break_body(body,
                   event::Fault{.message = "unexpected text between the elements of the array",
                                .expected = "\",\" or \"]\""},
                   0, false);
    } else if (state_.behind_text && !opens_text(c)) {
        break_body(body, event::text_behind(data().substr(0, find_line_end(0)), 0), 0, false);
    } else if (in_array() || opens_text(c) || c == '"' || options_.framing == Framing::json ||
               options_.framing == Framing::ndjson) {
        read_json(body);
    } else {
        read_line_body(body);
    }
}

// JSON texts

void BodyReader::read_json(event::Body& body) {
    if (state_.several_line == state_.place.line || !read_line_as_json(body)) read_scanned(body);
}

/// The usual case, and the quick one: a line that is one text, or one element of an array and its comma.
bool BodyReader::read_line_as_json(event::Body& body) {
    const auto line_end = line_at_hand();
    return line_end && decode_line(body, *line_end);
}

bool BodyReader::decode_line(event::Body& body, std::size_t line_end) {
    std::string_view text = without_trailing_blanks(data().substr(0, line_end));
    if (in_array() && text.ends_with(',')) text = without_trailing_blanks(text.substr(0, text.size() - 1));
    if (text.size() > options_.limits.body || !decoder_.decode_json(text)) return false;
    finish_json(body, text.size(), true);
    return true;
}

/// The end of the line at the front of the buffer, where it can be had without waiting for anybody.
std::optional<std::size_t> BodyReader::line_at_hand() {
    constexpr std::size_t longest = 1024 * 1024;  // longer ones are looked at once only
    for (std::size_t searched = 0;;) {
        const std::size_t line_end = data().find('\n', searched);
        if (line_end != nowhere) return line_end;
        searched = data().size();
        if (searched > longest || buffer_.would_wait()) return std::nullopt;
        if (!buffer_.fill()) return searched;
    }
}

/// Takes the bytes from `keep` to `size` out of the buffer. `dropped_to`: the place behind all that was
/// dropped of this body, once there is something.
void BodyReader::drop(std::size_t keep, std::size_t size, std::optional<base::Place>& dropped_to) {
    if (!dropped_to) dropped_to = base::advance(state_.place, data().substr(0, keep));
    dropped_to = base::advance(*dropped_to, data().substr(keep, size - keep));
    buffer_.remove(keep, size - keep);
}

/// Reads on until the text ends. `size`: its bytes in the buffer. Once a limit is crossed, what follows is
/// not held.
event::JsonScanner::Status BodyReader::scan_text(std::size_t& size) {
    using Status = event::JsonScanner::Status;
    scanner_.reset();
    size = 0;
    std::optional<base::Place> dropped_to;
    for (;;) {
        std::string_view piece = data().substr(size);
        const std::size_t line_end = line_bound() ? piece.find('\n') : nowhere;
        piece = piece.substr(0, line_end);
        const std::size_t before = scanner_.offset();
        Status status = scanner_.feed(piece);
        size += scanner_.offset() - before;
        const bool ends = status == Status::more && (line_end != nowhere || !buffer_.fill());
        if (ends) status = scanner_.finish();
        if (const auto crossed = scanner_.limit_offset()) {
            const std::size_t keep = std::max(*crossed + shown_behind, options_.held);
            if (size > keep) {
                drop(keep, size, dropped_to);
                size = keep;
            }
        }
        if (status != Status::more) {
            place_behind_ = dropped_to;
            return status;
        }
    }
}

void BodyReader::read_scanned(event::Body& body) {
    std::size_t size = 0;
    const event::JsonScanner::Status status = scan_text(size);
    const bool crossed = scanner_.limit_offset().has_value();
    if (status == event::JsonScanner::Status::fault && !crossed && passes_over_fault(body, size)) return;
    if (status == event::JsonScanner::Status::fault) {
        // The rest of the line is read first, so that what is said does not depend on the pieces in which it
        // comes.
        const std::size_t line_end = find_line_end(size);
        const std::string_view text = data().substr(0, scanner_.ended_early() ? size : line_end + 1);
        break_body(body, scanner_.describe(text), size, scanner_.ended_early() && !line_bound());
        return;
    }
    see_line_end(size);
    if (crossed) {
        body.fault = scanner_.describe(data().substr(0, size));
        if (in_array()) state_.array = ArrayState::separator;
        end_body(body, size, false);
        return;
    }
    if (std::size_t at = size; !in_array() && foreign_text_behind(at)) {
        const std::size_t line_end = find_line_end(at);
        break_body(body, event::text_behind(data().substr(0, line_end), at), at, false);
        return;
    }
    if (!decoder_.decode_json(data().substr(0, size))) throw std::logic_error("the JSON readers disagree");
    finish_json(body, size, false);
}

/// Where only a selection is wanted, a fault in what is left out is not told of a body on one line. A line
/// whose end was not at hand must not be told from others: whether it was is chance.
bool BodyReader::passes_over_fault(event::Body& body, std::size_t fault) {
    if (options_.selection == nullptr || state_.several_line == state_.place.line) return false;
    std::size_t line_end = data().find('\n');
    while (line_end == nowhere && data().size() <= options_.limits.body && buffer_.fill()) {
        line_end = data().find('\n', fault);
    }
    line_end = std::min(line_end, data().size());
    return fault < line_end && line_end <= options_.limits.body && decode_line(body, line_end);
}

void BodyReader::finish_json(event::Body& body, std::size_t size, bool one_line) {
    if (in_array()) {
        state_.array = ArrayState::separator;
    } else {
        state_.behind_text = true;
    }
    body.fault = decoder_.unwrap();
    if (!body.fault) body.event = &decoder_.event();
    end_body(body, size, one_line);
}

/// Only blanks and another text may stand behind a text on its line.
bool BodyReader::foreign_text_behind(std::size_t& at) {
    at = behind_blanks(at);
    if (at == data().size()) return false;
    const char c = data()[at];
    const bool torn = state_.array == ArrayState::torn && (c == ',' || c == ']');
    return c != '\n' && !opens_text(c) && !torn;
}

// Lines

/// Bytes of the line at the front of the buffer, which is read up to its end. Of a line over the size limit
/// only the beginning is kept.
std::size_t BodyReader::read_line(bool& over_limit) {
    const std::size_t most = options_.limits.body;
    over_limit = false;
    std::size_t searched = 0;
    std::optional<base::Place> dropped_to;
    for (;;) {
        const std::size_t line_end = data().find('\n', searched);
        const std::size_t size = line_end == nowhere ? data().size() : line_end;
        over_limit = over_limit || without_trailing_blanks(data().substr(0, size)).size() > most;
        searched = size;
        if (over_limit && size > most + shown_behind) {
            const std::size_t keep = most + shown_behind;
            drop(keep, size, dropped_to);
            searched = keep;
        }
        if (line_end != nowhere || !buffer_.fill()) break;
    }
    place_behind_ = dropped_to;
    return searched;
}

void BodyReader::read_line_body(event::Body& body) {
    bool over_limit = false;
    const std::size_t size = read_line(over_limit);
    const std::string_view line = without_trailing_blanks(data().substr(0, size));
    const bool form = options_.framing == Framing::form || line.find('=') != nowhere;
    if (!form) {
        event::Fault fault{.message = "neither a JSON object or list nor a form body",
                           .expected = "\"{\", \"[\" or a line with a \"=\""};
        if (const std::size_t bad = base::first_bad_utf8(line); bad != nowhere) {
            fault = {.rule = schema::Rule::utf8,
                     .offset = bad,
                     .message = "bytes that are not UTF-8",
                     .expected = "UTF-8 text"};
        }
        if (const std::size_t at = line.find("{\""); at != nowhere) {
            const std::size_t column = base::advance(body.start, line.substr(0, at)).column;
            fault.hint = "a body begins at column " + std::to_string(column);
        }
        break_body(body, std::move(fault), size, false);
        return;
    }
    body.encoding = event::Encoding::form;
    if (over_limit) {
        body.fault = event::too_large(options_.limits, options_.limits.body);
    } else {
        body.fault = decoder_.decode_form(line);
        if (!body.fault) body.event = &decoder_.event();
    }
    end_body(body, line.size(), true);
}

}  // namespace hookspect::intake
