#include "cli/complete.h"

#include "cli/completion_scripts.h"
#include "cli/help.h"
#include "cli/options.h"
#include "ops/sample_scene.h"
#include "schema/ids.h"
#include "schema/names.h"
#include "schema/rules.h"

#include <algorithm>
#include <array>

namespace hookspect::cli {
namespace {

using std::string_view;

/// Adds what goes on from `start`, with `before` in front.
class Words {
public:
    Words(LineCompletions& line, string_view start, string_view before = {})
        : line_(&line), start_(start), before_(before) {}

    void add(string_view text, string_view about = {}, bool unfinished = false) const {
        if (!text.starts_with(start_)) return;
        line_->words.push_back({std::string(before_) + std::string(text), std::string(about), unfinished});
    }

    void add(const std::vector<query::Completion>& words) const {
        for (const query::Completion& one : words) add(one.text, one.about, one.unfinished);
    }

    [[nodiscard]] string_view start() const { return start_; }

    /// The same behind the last comma.
    [[nodiscard]] Words in_list() const {
        Words words(*line_, start_, before_);
        const std::size_t comma = start_.rfind(',');
        if (comma == string_view::npos) return words;
        words.before_ += start_.substr(0, comma + 1);
        words.start_ = start_.substr(comma + 1);
        return words;
    }

    void allow_files() const { line_->files = before_.empty(); }

private:
    LineCompletions* line_;
    string_view start_;
    std::string before_;
};

void add_files(const Words& words) {
    words.allow_files();
}

void add_path(const Words& words) {
    words.add(query::complete_path(words.start()));
}

void add_path_list(const Words& words) {
    words.add(query::complete_paths(words.start()));
}

void add_rules(const Words& words) {
    for (const schema::RuleInfo& info : schema::rules()) words.add(info.name, info.summary);
}

bool takes_all_names(string_view /*resource*/, string_view /*name*/) {
    return true;
}

void add_events(const Words& words, bool (*offered)(string_view resource, string_view name)) {
    const auto resources = schema::field(schema::ids::event_resource).values;
    const auto names = schema::field(schema::ids::event_name).values;
    for (const string_view resource : resources) {
        words.add(resource);
        const std::string dotted = std::string(resource) + ".";
        if (!words.start().starts_with(dotted)) continue;
        for (const string_view name : names) {
            if (offered(resource, name)) words.add(dotted + std::string(name));
        }
    }
}

void add_languages(const Words& words) {
    for (const string_view code : schema::languages()) words.add(code);
}

/// What `explain` knows.
void add_names(const Words& words) {
    words.add(query::complete_path(words.start()));
    add_rules(words);
    for (const schema::TextTypeInfo& type : schema::text_types()) words.add(type.name);
    for (const schema::ObjectInfo& info : schema::objects()) {
        if (info.type != schema::ObjectType::none && info.path != info.name) words.add(info.name);
    }
}

/// What `schema` takes: a documented type, or a field whose value is an object.
void add_subjects(const Words& words) {
    for (const schema::TextTypeInfo& type : schema::text_types()) words.add(type.name);
    for (const schema::ObjectInfo& info : schema::objects()) {
        if (info.type == schema::ObjectType::none) continue;
        words.add(info.name);
        if (!info.path.empty() && info.path != info.name) words.add(info.path);
    }
}

void add_commands(const Words& words) {
    for (const Command& command : commands()) words.add(command.name, command.summary);
}

/// What `help` knows.
void add_topics(const Words& words) {
    add_commands(words);
    for (const Topic& topic : topics()) words.add(topic.name, topic.summary);
}

/// What a value or argument is called in help, and what it can be. All others are the user's own.
struct Kind {
    string_view name;
    void (*add)(const Words& words);
};
constexpr auto kinds = std::to_array<Kind>({
    {"FILE", add_files},
    {"[FILE...]", add_files},
    {"A", add_files},
    {"B", add_files},
    {"PATH=VALUE", add_path},
    {"PATH", add_path},
    {"PATH,...", add_path_list},
    {"PATH[,PATH...]", add_path_list},
    {"EXPR", [](const Words& words) { words.add(query::complete_expression(words.start())); }},
    {"RULE", add_rules},
    {"RULE,...", [](const Words& words) { add_rules(words.in_list()); }},
    {"KIND,...", [](const Words& words) { add_events(words.in_list(), takes_all_names); }},
    {"[RESOURCE[.NAME]]", [](const Words& words) { add_events(words, ops::can_happen); }},
    {"CODE,...", [](const Words& words) { add_languages(words.in_list()); }},
    {"NAME...", add_names},
    {"[NAME]", add_subjects},
    {"[COMMAND]", add_commands},
    {"SHELL",
     [](const Words& words) {
         for (const string_view shell : shells) words.add(shell);
     }},
});

void add_kind(string_view name, const Words& words) {
    const auto* kind =
        std::find_if(kinds.begin(), kinds.end(), [name](const Kind& one) { return one.name == name; });
    if (kind != kinds.end()) kind->add(words);
}

void add_value(const Option& option, const Command& command, const Words& words) {
    const auto choices = option.name == "format" ? command.formats : option.choices;
    for (const string_view choice : choices) words.add(choice);
    if (choices.empty()) add_kind(option.value, words);
    // Of the options that take rules, those that move them take all of them at once, too.
    if (option.value == "RULE,..." && option.name != "only") words.add("all", "every rule");
}

/// The argument `index` of a command; its last one can come again.
void add_argument(const Command& command, std::size_t index, const Words& words) {
    string_view arguments = command.arguments;
    string_view one;
    for (std::size_t i = 0; i <= index && !arguments.empty(); ++i) {
        one = arguments.substr(0, arguments.find(' '));
        arguments.remove_prefix(std::min(one.size() + 1, arguments.size()));
        if (arguments.empty() && i < index && !one.ends_with("...]") && !one.ends_with("...")) return;
    }
    add_kind(one, words);
}

void add_options(const Command& command, const Words& words) {
    for (const Option& option : options()) {
        if ((option.commands & bit(command.id)) == 0) continue;
        words.add("--" + std::string(option.name), option.text);
        if (option.letter != '\0' && words.start().size() < 3)
            words.add(std::string{'-', option.letter}, option.text);
    }
}

const Option* find_option(const Command& command, string_view name, char letter) {
    for (const Option& option : options()) {
        const bool named = letter == '\0' ? option.name == name : option.letter == letter;
        if (named && (option.commands & bit(command.id)) != 0) return &option;
    }
    return nullptr;
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
        const Option* option = find_option(*command, name, '\0');
        if (option != nullptr && !option->value.empty()) waiting = option;
    }

    /// `-vc`, `-fjson`, `-f`: the first one with a value takes the rest of the word, or the next one.
    void pass_letters(string_view letters) {
        for (std::size_t i = 0; i < letters.size(); ++i) {
            const Option* option = find_option(*command, {}, letters[i]);
            if (option == nullptr || option->value.empty()) continue;
            if (i + 1 == letters.size()) waiting = option;
            return;
        }
    }
};

/// `--name=val`
bool add_joined_value(const Command& command, string_view word, LineCompletions& line) {
    const std::size_t equals = word.find('=');
    if (!word.starts_with("--") || equals == string_view::npos) return false;
    const Option* option = find_option(command, word.substr(2, equals - 2), '\0');
    if (option == nullptr) return true;
    add_value(*option, command, Words(line, word.substr(equals + 1), word.substr(0, equals + 1)));
    return true;
}

void add_first(string_view word, LineCompletions& line) {
    const Words words(line, word);
    add_commands(words);
    words.add("help", help_summary);
    if (word.starts_with('-')) words.add("--version", "the version, and those of the libraries");
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
    if (words.size() == 2 && words.front() == "help") add_topics(Words(line, last));
    if (words.size() > 1 && words.front() == "help") return line;

    // A line without a command is one of show, the first of the table.
    const Command* command = words.size() > 1 ? find_command(words.front()) : nullptr;
    const bool named = command != nullptr;
    Follower follower{named ? command : &commands().front()};
    for (std::size_t i = named ? 1 : 0; i + 1 < words.size(); ++i) follower.pass(without_quotes(words[i]));

    const Words current(line, last);
    if (follower.waiting != nullptr) {
        add_value(*follower.waiting, *follower.command, current);
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
