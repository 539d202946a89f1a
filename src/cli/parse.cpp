#include "cli/parse.h"

#include "cli/value_parsing.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hookspect::cli {
namespace {

/// An option that CLI11 looks for, and the struct that keeps its value.
struct Wanted {
    const Option* option;
    const AnyOptionGroup* group;
    void* kept;
    CLI::Option* entry;
    std::size_t stored = 0;  // values
};

std::string spelled(const Option& option) {
    const std::string name = fmt::format("--{}", option.name);
    return option.letter == '\0' ? name : fmt::format("-{},{}", option.letter, name);
}

/// Whether some word may be this option: it may be a value or a file as well.
bool may_be_named(const Option& option, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&option](std::string_view word) {
        if (!word.starts_with('-')) return false;
        if (word.starts_with("--")) return word.substr(2).starts_with(option.name);
        return option.letter != '\0' && word.find(option.letter) != std::string_view::npos;
    });
}

CLI::Option* add_option(CLI::App& app, const Option& option) {
    CLI::Option* entry = nullptr;
    if (option.value.name.empty()) {
        entry = app.add_flag(spelled(option));
    } else {
        // A vector option takes the files after it, unless told not to.
        entry = app.add_option(spelled(option))->expected(1)->allow_extra_args(false);
    }
    return entry->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// Only options that the words may name are built: CLI11 keeps each in an object of its own and compares it
/// with those before, which took a sixth of the time for a small payload.
std::vector<Wanted> add_options(CLI::App& app, const Command& command, const std::vector<std::string>& words,
                                void* settings, Parsed& parsed) {
    std::vector<Wanted> added;
    const auto add_group = [&](const AnyOptionGroup& group, void* kept) {
        for (const Option& option : group.options) {
            if (may_be_named(option, words))
                added.push_back({&option, &group, kept, add_option(app, option)});
        }
    };
    for (const CommandGroup& part : command.groups) add_group(*part.group, part.kept(settings));
    add_group(help_options, &parsed.help);
    return added;
}

constexpr auto shared_habits = std::to_array<Habit>({
    {"json", "did you mean -f json?", "format"},
    {"csv", "did you mean -f csv?", "format"},
    {"no-color", "did you mean --color never?"},
    {"no-colour", "did you mean --color never?"},
    {"nocolor", "did you mean --color never?"},
    {"colour", "did you mean --color?"},
    {"follow", "tail -F FILE | hookspect show prints events as they come in"},
    {"F", "tail -F FILE | hookspect show prints events as they come in"},
    {"v", "hookspect --version prints the version, --notes lists notes"},
    {"verbose", "--notes lists notes", "notes"},
    {"version", "did you mean hookspect --version?"},
    {"V", "did you mean hookspect --version?"},
    {"i", "--where 'PATH =~ \"(?i)text\"' ignores case", "where"},
    {"ignore-case", "--where 'PATH =~ \"(?i)text\"' ignores case", "where"},
    {"fix", "hookspect does not change bodies: each finding says what is expected"},
    {"r", "a directory is read with all that is in it", "files-from"},
    {"R", "a directory is read with all that is in it", "files-from"},
    {"recursive", "a directory is read with all that is in it", "files-from"},
    {"filter", "did you mean --where?", "where"},
    {"since", "--where 'event.created >= -7d' is how a period is chosen", "where"},
    {"jobs", "did you mean --threads?", "threads"},
    {"max-count", "did you mean --limit?", "limit"},
    {"schema", "the schema is built in: hookspect schema prints it"},
});

/// What to type instead of an option that other tools have; empty where nothing is known.
std::string habit_hint(std::string_view name, const Command& command) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!name.empty() && std::all_of(name.begin(), name.end(), is_digit) &&
        find_option(command, 'n') != nullptr)
        return fmt::format("did you mean -n {}?", name);
    for (const Habit& habit : command.habits) {
        if (habit.option == name) return std::string(habit.hint);
    }
    for (const Habit& habit : shared_habits) {
        const bool fits = habit.needs.empty() || find_option(command, habit.needs) != nullptr;
        if (habit.option == name && fits) return std::string(habit.hint);
    }
    return {};
}

base::Error unknown_option(std::string_view word, const Command& command) {
    const std::size_t dashes = std::min(word.find_first_not_of('-'), word.size());
    const std::string_view name = word.substr(dashes, word.find('=') - dashes);
    std::vector<std::string_view> names;
    for_each_option(command, [&names](const Option& option) { names.push_back(option.name); });
    std::string hint = habit_hint(name, command);
    if (hint.empty() && name.size() > 1) hint = suggestion(name, names, "--");
    if (hint.empty()) hint = fmt::format("hookspect {} --help lists the options", command.name);
    return {fmt::format("{} has no option {}", command.name,
                        name.empty() ? word : word.substr(0, word.find('='))),
            hint};
}

MaybeError check_choice(const Option& option, const std::string& value) {
    const auto& choices = option.value.choices;
    if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return {};
    return base::Error{
        fmt::format("--{} is one of {}, not \"{}\"", option.name, fmt::join(choices, ", "), value),
        suggestion(value, choices)};
}

/// `-o json` is what people write who come from other tools.
MaybeError check_mistaken(const Option& option, const Command& command, const std::string& value) {
    if (option.mistaken_for.empty()) return {};
    const Option* meant = find_option(command, option.mistaken_for);
    if (meant == nullptr) return {};
    const auto& choices = meant->value.choices;
    if (std::find(choices.begin(), choices.end(), value) == choices.end()) return {};
    return base::Error{fmt::format("-{} takes a file, and \"{}\" is a {}", option.letter, value, meant->name),
                       fmt::format("did you mean -{} {}?", meant->letter, value)};
}

MaybeError store(const Wanted& wanted, const Command& command, const std::string& value) {
    const Option& option = *wanted.option;
    if (option.value.name.empty()) {
        if (value != "true") return base::Error{fmt::format("--{} takes no value", option.name), {}};
        return option.store(wanted.kept, {});
    }
    if (auto error = check_mistaken(option, command, value)) return error;
    if (auto error = check_choice(option, value)) return error;
    auto error = option.store(wanted.kept, value);
    if (error) error->message = fmt::format("--{}: {}", option.name, error->message);
    return error;
}

/// What CLI11 still finds out by itself: an option at the end that needs a value. Its text begins with the
/// option.
base::Error explain_failure(const CLI::ParseError& failure, const Command& command,
                            const std::vector<Wanted>& added) {
    const std::string_view text = failure.what();
    const std::string_view name = text.substr(0, text.find(':'));
    for (const auto& [option, group, kept, entry, stored] : added) {
        if (entry->get_name() == name)
            return {fmt::format("--{} needs a value: {}", option->name, option->value.name), {}};
    }
    return {std::string(text), fmt::format("hookspect {} --help lists the options", command.name)};
}

MaybeError check_groups(const Command& command, void* settings) {
    for (const CommandGroup& part : command.groups) {
        if (part.group->check == nullptr) continue;
        if (auto error = part.group->check(part.kept(settings))) return error;
    }
    return {};
}

/// An option that means nothing beside others must be alone.
MaybeError check_alone(const std::vector<Wanted>& added) {
    for (const Wanted& alone : added) {
        if (!alone.option->alone || alone.stored == 0) continue;
        for (const Wanted& other : added) {
            if (&other == &alone || other.stored == 0 || other.group->of_every_command) continue;
            return base::Error{
                fmt::format("--{} cannot be combined with --{}", alone.option->name, other.option->name), {}};
        }
    }
    return {};
}

}  // namespace

base::Result<Parsed> parse_words(const Command& command, const std::vector<std::string>& words,
                                 void* settings) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    Parsed parsed;
    auto added = add_options(app, command, words, settings, parsed);
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError& failure) {
        return explain_failure(failure, command, added);
    }
    for (const CLI::Option* entry : app.parse_order()) {
        const auto wanted = std::find_if(added.begin(), added.end(),
                                         [entry](const Wanted& one) { return one.entry == entry; });
        if (auto error = store(*wanted, command, entry->results().at(wanted->stored++))) return *error;
    }
    if (const auto error = check_groups(command, settings)) return *error;
    if (const auto error = check_alone(added)) return *error;
    bool options_ended = false;
    for (const std::string& word : app.remaining()) {
        if (!options_ended && word == "--") {
            options_ended = true;
        } else if (!options_ended && word.size() > 1 && word.front() == '-') {
            return unknown_option(word, command);
        } else {
            parsed.arguments.push_back(word);
        }
    }
    return parsed;
}

}  // namespace hookspect::cli
