#include "cli/commands.h"
#include "cli/complete.h"
#include "cli/completion_scripts.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "cli/value_parsing.h"
#include "run/finish.h"
#include "run/messages.h"
#include "run/status.h"

#include <fmt/format.h>

#include <algorithm>

namespace hookspect::cli {
namespace {

using std::string_view;

struct CompletionSettings {
    std::vector<std::string> arguments;  // a shell, then the words of an unfinished line
    PrintOptions print;
};

/// A line for each: `word` or `open` (more can follow without a blank), the word, a few words on it; and
/// `files` where names of files can stand, too.
void append_completions(std::string& out, const LineCompletions& line) {
    for (const query::Completion& one : line.words) {
        out += fmt::format("{}\t{}\t{}\n", one.unfinished ? "open" : "word", one.text, one.about);
    }
    if (line.files) out += "files\n";
}

run::Status completion(const CompletionSettings& settings) {
    const auto words = std::span(settings.arguments);
    if (words.empty()) {
        run::tell({"completion needs the name of a shell",
                   fmt::format("it is one of {}", fmt::join(shells, ", "))});
        return run::Status::usage;
    }
    const std::string_view script = completion_script(words.front());
    if (script.empty()) {
        std::string hint = suggestion(words.front(), shells);
        if (hint.empty()) hint = fmt::format("it is one of {}", fmt::join(shells, ", "));
        run::tell({fmt::format("\"{}\" is not a supported shell", words.front()), std::move(hint)});
        return run::Status::usage;
    }
    auto output = open_output(settings.print, report::Content::text);
    if (!output) return run::Status::unreadable;
    if (words.size() == 1) {
        output->text() += script;
    } else {
        append_completions(output->text(), complete_line(words.subspan(1)));
    }
    return run::finish(*output, run::Status::good);
}

// The command line

void complete_shell(const Candidates& candidates) {
    for (const string_view shell : shells) candidates.add(shell);
}

constexpr auto groups = std::to_array<CommandGroup>({
    in<&CompletionSettings::print>(output_options),
});
constexpr std::array<Argument, 1> arguments{{{{"SHELL", complete_shell}}}};
constexpr std::array<string_view, 3> examples{
    "source <(hookspect completion bash)",
    "hookspect completion zsh > ~/.zfunc/_hookspect",
    "hookspect completion fish > ~/.config/fish/completions/hookspect.fish",
};

}  // namespace

constinit const Command completion_command{
    .name = "completion",
    .arguments = arguments,
    .summary = "print the completion script for bash, zsh or fish",
    .examples = examples,
    .groups = groups,
    .start = start<CompletionSettings, completion>,
};

}  // namespace hookspect::cli
