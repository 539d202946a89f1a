#include "intake/framing/line_text.h"
#include "intake/framing/reader.h"

#include <algorithm>
#include <utility>

namespace hookspect::intake {

/// The first byte from `at` on that is no blank, or the end of what can be had without waiting: what comes
/// later is a body of its own.
std::size_t BodyReader::behind_blanks(std::size_t at) {
    for (;; ++at) {
        if (at == data().size() && (buffer_.would_wait() || !buffer_.fill())) return at;
        if (!is_line_blank(data()[at])) return at;
    }
}

/// Reads what tells whether the line ends behind a text of `size` bytes, before anything refers to the
/// buffer.
void BodyReader::see_line_end(std::size_t size) {
    const std::size_t at = behind_blanks(size);
    if (in_array() && at < data().size() && data()[at] == ',') (void)behind_blanks(at + 1);
}

/// `size`: bytes of the body in the buffer. Takes the end of its line with it, so that the place behind a
/// body of `one_line` is known without looking at its bytes.
void BodyReader::end_body(event::Body& body, std::size_t size, bool one_line) {
    body.bytes = data().substr(0, size);
    std::size_t end = size;
    while (end < data().size() && is_line_blank(data()[end])) ++end;
    const bool comma = state_.array == ArrayState::separator && end < data().size() && data()[end] == ',';
    std::size_t behind = end + (comma ? 1 : 0);
    while (behind < data().size() && is_line_blank(data()[behind])) ++behind;
    const bool line_ends = behind == data().size() || data()[behind] == '\n' || data()[behind] == ']';
    if (!line_ends) body.shares_line = true;
    if (body.shares_line) state_.several_line = state_.place.line;
    used_ = size;
    if (place_behind_ || in_array() || end == data().size() || data()[end] != '\n') return;
    used_ = end + 1;
    state_.behind_text = false;
    if (one_line) place_behind_ = base::Place{state_.place.offset + used_, state_.place.line + 1, 1};
}

/// The body is broken; `size`: bytes up to the fault, where the search for the next one begins. What is shown
/// and kept of it goes on to the end of its line.
void BodyReader::break_body(event::Body& body, event::Fault fault, std::size_t size, bool ended) {
    const std::size_t line_end = find_line_end(size);
    body.bytes = data().substr(0, place_behind_ ? size : line_end);
    body.fault = std::move(fault);
    state_.resync = true;
    if (line_bound()) {
        state_.array = ArrayState::none;
        used_ =
            std::min(std::max<std::size_t>(size, 1), data().size());  // so that the search leaves this line
    } else {
        if (state_.array != ArrayState::none) state_.array = ArrayState::torn;
        used_ = place_behind_ ? size : restart_inside(size, ended);
    }
}

/// The end of the line around `from`, as far as it can be had without waiting; of a line that is too long, a
/// place a little behind what is shown.
std::size_t BodyReader::find_line_end(std::size_t from) {
    const std::size_t most = (place_behind_ ? from : std::max(from, options_.limits.body)) + shown_behind;
    for (std::size_t searched = from;;) {
        const std::size_t line_end = data().find('\n', searched);
        searched = std::min(data().size(), line_end);
        const bool found = line_end != nowhere || searched >= most;
        if (found || buffer_.would_wait() || !buffer_.fill()) return std::min(searched, most);
    }
}

/// A line cut short swallows the next ones, until the fault shows: at a `{` that begins a line, or at the
/// end. Where the first such line is a text by itself, it is the next body. Otherwise reading goes on at the
/// fault.
std::size_t BodyReader::restart_inside(std::size_t fault, bool ended) {
    const std::string_view text = data().substr(0, std::min(fault + 1, data().size()));
    const bool at_text =
        fault > 0 && fault < data().size() && data()[fault - 1] == '\n' && data()[fault] == '{';
    if (!ended && !at_text) return fault;
    for (std::size_t line = text.find("\n{"); line != nowhere && line < fault;
         line = text.find("\n{", line + 1)) {
        const std::size_t begin = line + 1;
        const std::size_t end = std::min(data().find('\n', begin), data().size());
        if (decoder_.decode_json(without_trailing_blanks(data().substr(begin, end - begin)))) return begin;
    }
    return fault;
}

}  // namespace hookspect::intake
