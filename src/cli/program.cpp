#include "cli/program.h"

#include "cli/help.h"
#include "cli/help_page.h"
#include "cli/options.h"
#include "cli/parse.h"
#include "cli/values.h"
#include "output/output.h"
#include "run/messages.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <filesystem>
#include <new>
#include <system_error>

namespace hookspect::cli {
namespace {

int print(const std::string& text) {
    auto output = output::Output::open(std::nullopt);
    output->text() = text;
    const auto error = output->commit();
    if (error) run::tell(*error);
    return error ? Status::unreadable : Status::good;
}

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
    for (const Command& command : commands()) names.push_back(command.name);
    return names;
}

std::optional<base::Error> mistaken_command(const std::string& word) {
    std::error_code ignored;
    if (word.find('/') != std::string::npos || std::filesystem::exists(word, ignored)) return {};
    std::string hint = word == "version" ? "did you mean --version?" : suggestion(word, command_names());
    if (hint.empty()) return {};
    return base::Error{"there is no command " + word, std::move(hint)};
}

/// A command behind options of `show`, which is what a line without a command is.
std::optional<base::Error> hidden_command(const std::vector<std::string>& arguments,
                                          const Settings& settings) {
    if (settings.arguments.empty()) return {};
    const std::string& word = settings.arguments.front();
    const bool is_command = word == "help" || find_command(word) != nullptr;
    const auto place = std::find(arguments.begin(), arguments.end(), word);
    const bool meant = std::find(arguments.begin(), place, "--") != place;  // to be a file
    std::error_code ignored;
    if (!is_command || meant || std::filesystem::exists(word, ignored)) return {};
    return base::Error{word + " stands behind an option, so it was taken for a file",
                       "the command comes first: hookspect " + word + " …"};
}

base::Error unknown_topic(const std::string& word) {
    std::vector<std::string_view> names = command_names();
    for (const Topic& topic : topics()) names.push_back(topic.name);
    const std::string hint = suggestion(word, names);
    return {"there is no command " + word, hint.empty() ? "hookspect --help lists the commands" : hint};
}

/// Opens a manual page, or prints the short text.
int show_help(const std::string& page, char section, const std::string& text) {
    return open_manual(page, section) ? Status::good : print(text);
}

int usage_error(const base::Error& error) {
    run::tell(error);
    return Status::usage;
}

/// `hookspect help`, with what follows it.
int run_help(const std::vector<std::string>& words) {
    if (words.size() > 1) return usage_error({"help takes one command", "hookspect help " + words.front()});
    const std::string word = words.empty() ? "help" : words.front();
    if (word == "help" || word == "--help" || word == "-h")
        return show_help("hookspect", '1', program_help());
    const std::string page = "hookspect-" + word;
    if (const Command* command = find_command(word)) return show_help(page, '1', command_help(*command));
    if (const Topic* topic = find_topic(word)) return show_help(page, '7', topic_help(*topic));
    return usage_error(unknown_topic(word));
}

int run_command(const Command& command, const std::vector<std::string>& arguments, bool implied = false) {
    const auto settings = parse_arguments(command, arguments);
    if (!settings) return usage_error(settings.error());
    if (implied) {
        if (const auto mistake = hidden_command(arguments, *settings)) return usage_error(*mistake);
    }
    if (settings->help) return print(command_help(command));
    return command.run(*settings);
}

int dispatch(const std::vector<std::string>& arguments) {
    const std::string first = arguments.empty() ? std::string() : arguments.front();
    const std::vector<std::string> rest(arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end());
    if (first == "--help" || first == "-h") return print(program_help());
    if (first == "--version" || first == "-V") return print(version_text());
    if (first == "help") return run_help(rest);
    if (const Command* command = find_command(first)) return run_command(*command, rest);
    if (!first.empty() && first.front() != '-') {
        if (const auto mistake = mistaken_command(first)) return usage_error(*mistake);
    }
    return run_command(*find_command("show"), arguments, true);
}

}  // namespace

int run_program(const std::vector<std::string>& arguments) {
    hold_standard_streams();
    std::signal(SIGXFSZ, SIG_IGN);  // a write beyond `ulimit -f` is then an error like any other
    std::signal(SIGPIPE, SIG_DFL);  // a parent may ignore it; a closed pipe ends this program like any filter
    try {
        return dispatch(arguments);
    } catch (const std::bad_alloc&) {
        run::tell({"out of memory", "--max-body lowers the limit on one body"});
    } catch (const std::exception& fault) {
        run::tell({std::string("a fault of hookspect itself: ") + fault.what(), {}});
    }
    return Status::fault;
}

}  // namespace hookspect::cli
