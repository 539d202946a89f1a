#include "cli/complete.h"
#include "cli/completion_scripts.h"
#include "cli/options.h"
#include "cli/values.h"
#include "run/messages.h"
#include "run/printing.h"

#include <fmt/format.h>

#include <algorithm>

namespace hookspect::cli {
namespace {

/// A line for each: `word` or `open` (more can follow without a blank), the word, a few words on it; and
/// `files` where names of files can stand, too.
void append_completions(std::string& out, const LineCompletions& line) {
    for (const query::Completion& one : line.words) {
        out += fmt::format("{}\t{}\t{}\n", one.unfinished ? "open" : "word", one.text, one.about);
    }
    if (line.files) out += "files\n";
}

}  // namespace

int run_completion(const Settings& settings) {
    const auto words = std::span(settings.arguments);
    if (words.empty()) {
        run::tell(
            {"completion needs the name of a shell", fmt::format("known are {}", fmt::join(shells, ", "))});
        return Status::usage;
    }
    const std::string_view script = completion_script(words.front());
    if (script.empty()) {
        std::string hint = suggestion(words.front(), shells);
        if (hint.empty()) hint = fmt::format("known are {}", fmt::join(shells, ", "));
        run::tell({fmt::format("there is no completion for \"{}\"", words.front()), std::move(hint)});
        return Status::usage;
    }
    auto output = run::open_output(settings);
    if (!output) return Status::unreadable;
    if (words.size() == 1) {
        output->text() += script;
    } else {
        append_completions(output->text(), complete_line(words.subspan(1)));
    }
    return run::finish(*output, Status::good);
}

}  // namespace hookspect::cli
