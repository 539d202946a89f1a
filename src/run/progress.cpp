#include "run/progress.h"

#include "intake/source/source.h"
#include "run/progress_text.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace hookspect::run {
namespace {

bool wants_progress(std::string_view when) {
    if (when != "auto") return when == "always";
    const char* const terminal = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

Progress::Progress(bool at_once) : line_(STDERR_FILENO, at_once) {}

std::unique_ptr<Progress> Progress::begin(std::string_view when, const std::vector<std::string>& paths) {
    if (!wants_progress(when)) return nullptr;
    auto progress = std::unique_ptr<Progress>(new Progress(when == "always"));
    progress->total_ = 0;
    for (const std::string& path : paths) {
        const auto size = intake::Source::size_of(path);
        if (!size) progress->total_.reset();
        if (!progress->total_) break;
        *progress->total_ += *size;
    }
    return progress;
}

void Progress::show(const intake::ReaderState& here) {
    looked_ = here.place.offset;
    const auto seconds = line_.due();
    if (!seconds) return;
    std::string text;
    append_progress(text, {events_ + here.number, bytes_ + here.place.offset, total_, *seconds});
    line_.show(text);
}

void Progress::end_source(const intake::ReaderState& here) {
    show(here);
    events_ += here.number;
    bytes_ += here.place.offset;
    looked_ = 0;
}

}  // namespace hookspect::run
