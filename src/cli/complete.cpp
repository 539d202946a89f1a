#include "cli/complete.h"

#include "cli/command.h"
#include "cli/help.h"

#include <algorithm>

namespace hookspect::cli {
namespace {

using std::string_view;

void add_commands(const Candidates& candidates) {
    for (const Command* command : commands()) candidates.add(command->name, command->summary);
}

/// What `help` knows.
void add_topics(const Candidates& candidates) {
    add_commands(candidates);
    for (const Topic& topic : topics()) candidates.add(topic.name, topic.summary);
}

void add_value(const ValueKind& kind, const Candidates& candidates) {
    for (const string_view choice : kind.choices) candidates.add(choice);
    if (kind.complete != nullptr) kind.complete(candidates);
}

/// The argument `index` of a command; its last one can come again.
void add_argument(const Command& command, std::size_t index, const Candidates& candidates) {
    const auto& arguments = command.arguments;
    if (arguments.empty() || (index >= arguments.size() && !arguments.back().repeats)) return;
    add_value(arguments[std::min(index, arguments.size() - 1)].value, candidates);
}

void add_options(const Command& command, const Candidates& candidates) {
    for_each_option(command, [&candidates](const Option& option) {
        candidates.add("--" + std::string(option.name), option.text);
        if (option.letter != '\0' && candidates.start().size() < 3)
            candidates.add(std::string{'-', option.letter}, option.text);
    });
}

/// Follows the finished words of a command.
struct Follower {
    const Command* command;
    const Option* waiting = nullptr;  // for its value
    bool options_ended = false;
    std::size_t arguments = 0;

    void pass(string_view word) {
        if (waiting != nullptr) {
            waiting = nullptr;
        } else if (options_ended || word.size() < 2 || word.front() != '-') {
            ++arguments;
        } else if (word == "--") {
            options_ended = true;
        } else if (word.starts_with("--")) {
            pass_long(word.substr(2));
        } else {
            pass_letters(word.substr(1));
        }
    }

private:
    void pass_long(string_view name) {
        const Option* option = find_option(*command, name);
        if (option != nullptr && !option->value.name.empty()) waiting = option;
    }

    /// `-vc`, `-fjson`, `-f`: the first one with a value takes the rest of the word, or the next one.
    void pass_letters(string_view letters) {
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const Option* option = find_option(*command, letters[i]);
            if (option == nullptr || option->value.name.empty()) continue;
            if (i + 1 == letters.size()) waiting = option;
            return;
        }
    }
};

/// `--name=val`
bool add_joined_value(const Command& command, string_view word, LineCompletions& line) {
    const std::size_t equals = word.find('=');
    if (!word.starts_with("--") || equals == string_view::npos) return false;
    const Option* option = find_option(command, word.substr(2, equals - 2));
    if (option == nullptr) return true;
    add_value(option->value, Candidates(line, word.substr(equals + 1), word.substr(0, equals + 1)));
    return true;
}

void add_first(string_view word, LineCompletions& line) {
    const Candidates candidates(line, word);
    add_commands(candidates);
    candidates.add("help", help_summary);
    if (word.starts_with('-')) candidates.add("--version", "the version, and those of the libraries");
}

}  // namespace

std::string without_quotes(string_view word) {
    std::string text;
    char open = '\0';
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (open == '\0' && (c == '\'' || c == '"')) {
            open = c;
        } else if (c == open) {
            open = '\0';
        } else if (c == '\\' && open != '\'' && i + 1 < word.size()) {
            const bool kept = open == '"' && string_view("$`\"\\").find(word[i + 1]) == string_view::npos;
            if (kept) text += c;
            text += word[++i];
        } else {
            text += c;
        }
    }
    return text;
}

LineCompletions complete_line(std::span<const std::string> words) {
    LineCompletions line;
    if (words.empty()) return line;
    const std::string last = without_quotes(words.back());
    if (words.size() == 1) add_first(last, line);
    if (words.size() == 2 && words.front() == "help") add_topics(Candidates(line, last));
    if (words.size() > 1 && words.front() == "help") return line;

    // A line without a command is one of the default command.
    const Command* command = words.size() > 1 ? find_command(words.front()) : nullptr;
    const bool named = command != nullptr;
    Follower follower{named ? command : &default_command()};
    for (std::size_t i = named ? 1 : 0; i + 1 < words.size(); ++i) follower.pass(without_quotes(words[i]));

    const Candidates current(line, last);
    if (follower.waiting != nullptr) {
        add_value(follower.waiting->value, current);
    } else if (!follower.options_ended && add_joined_value(*follower.command, last, line)) {
        return line;
    } else if (!follower.options_ended && last.starts_with('-')) {
        add_options(*follower.command, current);
    } else {
        add_argument(*follower.command, follower.arguments, current);
    }
    return line;
}

}  // namespace hookspect::cli
