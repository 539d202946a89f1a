#include "run/run_progress.h"

#include "intake/source/source.h"
#include "report/layout/progress_text.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace hookspect::run {
namespace {

bool wants_progress(const std::string& when) {
    if (when != "auto") return when == "always";
    const char* const terminal = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

RunProgress::RunProgress(bool at_once) : line_(STDERR_FILENO, at_once) {}

std::unique_ptr<RunProgress> RunProgress::begin(const Options& options,
                                                const std::vector<std::string>& paths) {
    if (!wants_progress(options.progress)) return nullptr;
    auto progress = std::unique_ptr<RunProgress>(new RunProgress(options.progress == "always"));
    progress->total_ = 0;
    for (const std::string& path : paths) {
        const auto size = intake::Source::size_of(path);
        if (!size) progress->total_.reset();
        if (!progress->total_) break;
        *progress->total_ += *size;
    }
    return progress;
}

void RunProgress::show(const intake::ReaderState& here) {
    looked_ = here.place.offset;
    const auto seconds = line_.due();
    if (!seconds) return;
    std::string text;
    report::append_progress(text, {events_ + here.number, bytes_ + here.place.offset, total_, *seconds});
    line_.show(text);
}

void RunProgress::end_source(const intake::ReaderState& here) {
    show(here);
    events_ += here.number;
    bytes_ += here.place.offset;
    looked_ = 0;
}

}  // namespace hookspect::run
