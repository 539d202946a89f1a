#include "term/progress.h"

#include "term/terminal.h"

#include <unistd.h>

#include <string>

namespace hookspect::term {
namespace {

constexpr std::chrono::seconds unseen{1};           // work that ends before needs no line
constexpr std::chrono::milliseconds interval{150};  // faster, nobody can read it

}  // namespace

ProgressLine::ProgressLine(int descriptor, bool at_once)
    : descriptor_(descriptor), begin_(Clock::now()), next_(at_once ? begin_ : begin_ + unseen) {}

std::optional<double> ProgressLine::due() const {
    const auto now = Clock::now();
    if (now < next_) return std::nullopt;
    return std::chrono::duration<double>(now - begin_).count();
}

void ProgressLine::show(std::string_view text) {
    // The last column stays free: a terminal that is full may go to the next line.
    const int width = decide_presentation(read_terminal_state(descriptor_)).width;
    std::string line = "\r";
    line.append(text.substr(0, static_cast<std::size_t>(width - 1))).append("\x1b[K");
    write(line);
    shown_ = true;
    next_ = Clock::now() + interval;
}

void ProgressLine::clear() {
    if (shown_) write("\r\x1b[K");
    shown_ = false;
}

/// It is no fault if this cannot be written: the work goes on.
void ProgressLine::write(std::string_view text) const {
    [[maybe_unused]] const ssize_t count = ::write(descriptor_, text.data(), text.size());
}

}  // namespace hookspect::term
