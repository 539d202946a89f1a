#include "cli/command_line.h"

#include "cli/command.h"
#include "cli/help.h"
#include "cli/help_page.h"
#include "cli/manual_text.h"
#include "cli/value_parsing.h"
#include "report/layout/prose.h"
#include "run/messages.h"
#include "run/status.h"
#include "term/terminal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>

namespace hookspect::cli {
namespace {

/// A closed stream's number must not be given to a file that is opened later: what is written would go there,
/// or seem to be written.
void hold_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) != -1) continue;
        const int mode = stream == STDIN_FILENO ? O_WRONLY : O_RDONLY;  // so that using it fails
        if (::open("/dev/null", mode) < 0) std::terminate();
    }
}

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names{"help"};
    for (const Command* command : commands()) names.push_back(command->name);
    return names;
}

/// What was meant by a word where a command belongs; empty where nothing is near.
std::string meant_command(std::string_view word) {
    for (const Command* command : commands()) {
        for (const Alias& alias : command->aliases) {
            if (alias.word == word) return fmt::format("did you mean {}?", alias.meant);
        }
    }
    if (word == "version") return "did you mean hookspect --version?";
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::all_of(word.begin(), word.end(), is_digit))
        return fmt::format("hookspect --number {} FILE shows event {}", word, word);
    return suggestion(word, command_names());
}

/// Whether the first word may be a file: it exists, or it is written as files are, or as a place in one.
bool may_be_file(const std::string& word) {
    std::error_code ignored;
    return word.find_first_of("./:") != std::string::npos || std::filesystem::exists(word, ignored);
}

run::Status unknown_first_word(const std::string& word) {
    std::string list = "  commands: ";
    const report::Presentation presentation =
        term::decide_presentation(term::read_terminal_state(STDERR_FILENO));
    constexpr std::size_t hanging = 12;
    report::append_wrapped(list, fmt::format("{}", fmt::join(command_names(), " ")), hanging, hanging,
                           report::prose_columns(presentation));
    list.push_back('\n');
    run::tell({"no command or file named " + word, meant_command(word)}, list);
    return run::Status::usage;
}

/// Opens a manual page with man, or prints it.
run::Status show_page(const std::string& page, char section) {
    if (open_manual(page, section)) return run::Status::good;
    return print_help(
        [&](const report::Presentation& presentation) { return manual_text(page, presentation); });
}

run::Status usage_error(const base::Error& error) {
    run::tell(error);
    return run::Status::usage;
}

/// `hookspect help`, with what follows it.
run::Status run_help(const std::vector<std::string>& words) {
    if (words.size() > 1) return usage_error({"help takes one command", "hookspect help " + words.front()});
    const std::string word = words.empty() ? "help" : words.front();
    if (word == "help" || word == "--help" || word == "-h") return show_page("hookspect", '1');
    const std::string page = "hookspect-" + word;
    if (find_command(word) != nullptr) return show_page(page, '1');
    if (find_topic(word) != nullptr) return show_page(page, '7');
    std::vector<std::string_view> names = command_names();
    for (const Topic& topic : topics()) names.push_back(topic.name);
    std::string hint = suggestion(word, names);
    if (hint.empty()) hint = meant_command(word);
    return usage_error(
        {"there is no command " + word, hint.empty() ? "hookspect --help lists the commands" : hint});
}

run::Status print_program_help(HelpExtent extent) {
    return print_help(
        [extent](const report::Presentation& presentation) { return program_help(extent, presentation); });
}

run::Status dispatch(const std::vector<std::string>& arguments) {
    const std::string first = arguments.empty() ? std::string() : arguments.front();
    const std::vector<std::string> rest(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
    if (first == "--help") return print_program_help(HelpExtent::full);
    if (first == "-h") return print_program_help(HelpExtent::brief);
    if (first == "--version" || first == "-V") {
        return print_help([](const report::Presentation& /*presentation*/) { return version_text(); });
    }
    if (first == "help") return run_help(rest);
    if (const Command* command = find_command(first)) return command->start({*command, rest});
    if (!first.empty() && first.front() != '-' && !may_be_file(first)) return unknown_first_word(first);
    return default_command().start({default_command(), arguments, true});
}

}  // namespace

int run_command_line(const std::vector<std::string>& arguments) {
    hold_standard_streams();
    std::signal(SIGXFSZ, SIG_IGN);  // a write beyond `ulimit -f` is then an error like any other
    std::signal(SIGPIPE, SIG_DFL);  // a parent may ignore it; a closed pipe ends this program like any filter
    try {
        return static_cast<int>(dispatch(arguments));
    } catch (const std::bad_alloc&) {
        run::tell({"out of memory", "--max-body lowers the limit on one body"});
    } catch (const std::exception& fault) {
        run::tell({std::string("internal error: ") + fault.what(), {}});
    }
    return static_cast<int>(run::Status::fault);
}

}  // namespace hookspect::cli
