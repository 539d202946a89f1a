#include "cli/help.h"

#include "cli/printing.h"
#include "event/structurals.h"
#include "report/format.h"
#include "report/layout/prose.h"
#include "run/finish.h"
#include "run/options.h"
#include "run/status.h"
#include "term/style.h"
#include "version.h"

#include <CLI/Version.hpp>
#include <fmt/core.h>
#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace hookspect::cli {
namespace {

using report::Presentation;

constexpr auto topic_table = std::to_array<Topic>({
    {"rules", "the rules that hookspect checks"},
    {"expressions", "paths, expressions and AQL conditions"},
    {"encodings", "how JSON and form bodies are read"},
});

constexpr std::size_t indent = 2;
constexpr std::size_t gap = 2;               // between a label and its text
constexpr std::size_t widest_labels = 26;    // text of longer ones begins on the next line
constexpr std::size_t command_columns = 12;  // of the names of commands

std::string label_of(const Option& option) {
    const std::string letter = option.letter == '\0' ? "    " : fmt::format("-{}, ", option.letter);
    const std::string_view value = option.value.name;
    return fmt::format("{}--{}{}{}", letter, option.name, value.empty() ? "" : " ", value);
}

/// Text that is wrapped to a width, label by label.
class HelpText {
public:
    explicit HelpText(const Presentation& presentation)
        : presentation_(&presentation), columns_(report::prose_columns(presentation)) {}

    void title(std::string_view text) {
        if (!text_.empty()) text_.push_back('\n');
        report::append_bold(text_, text, *presentation_);
        text_.push_back('\n');
    }

    void paragraph(std::string_view text, std::size_t hanging = 0) {
        report::append_wrapped(text_, text, 0, hanging, columns_);
        text_.push_back('\n');
    }

    void gap_line() { text_.push_back('\n'); }

    void entry(std::string_view label, std::string_view text, std::size_t label_columns) {
        const std::size_t begin = indent + std::min(label_columns, widest_labels) + gap;
        text_.append(indent, ' ');
        term::append_styled(text_, term::Role::label, label, *presentation_);
        const std::size_t used = indent + label.size();
        if (used + gap > begin) {
            text_.append("\n").append(begin, ' ');
        } else {
            text_.append(begin - used, ' ');
        }
        report::append_wrapped(text_, text, begin, begin, columns_);
        text_.push_back('\n');
    }

    /// A command line, broken where a shell takes the next line for more of it: at a blank after a backslash,
    /// or inside quotes.
    void example(std::string_view line) {
        constexpr std::string_view prompt = "  $ ";
        constexpr std::size_t hanging = 6;
        text_.append(prompt);
        std::size_t column = prompt.size();
        char quote = '\0';
        for (bool first = true; !line.empty(); first = false) {
            const std::string_view word = line.substr(0, line.find(' '));
            line.remove_prefix(std::min(line.size(), word.size() + 1));
            constexpr std::size_t continuation = 2;  // ` \`
            if (!first && column + 1 + word.size() + (line.empty() ? 0 : continuation) > columns_) {
                text_.append(quote == '\0' ? " \\\n" : "\n").append(hanging, ' ');
                column = hanging;
            } else if (!first) {
                text_.push_back(' ');
                ++column;
            }
            text_.append(word);
            column += word.size();
            for (const char c : word) {
                if (quote == '\0' && (c == '\'' || c == '"')) {
                    quote = c;
                } else if (c == quote) {
                    quote = '\0';
                }
            }
        }
        text_.push_back('\n');
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    const Presentation* presentation_;
    std::size_t columns_;
    std::string text_;
};

void add_options(HelpText& help, std::span<const Option> options, std::size_t label_columns) {
    for (const Option& option : options) {
        const auto& choices = option.value.choices;
        std::string text(option.text);
        if (!choices.empty()) text += fmt::format(": {}", fmt::join(choices, ", "));
        help.entry(label_of(option), text, label_columns);
    }
}

/// Whether help may leave a group out and only name it: all but those of the command itself.
bool is_shared(const Command& command, const AnyOptionGroup& group) {
    return group.title != command.name;
}

/// The groups of a command, those with one title after each other, and the one of every command.
void add_groups(HelpText& help, const Command& command) {
    std::size_t label_columns = 0;
    for_each_option(command, [&](const Option& option) {
        label_columns = std::max(label_columns, label_of(option).size());
    });
    std::string_view title;
    const auto add = [&](const AnyOptionGroup& group) {
        if (group.title != title)
            help.title(is_shared(command, group) ? std::string(group.title) : "options of this command");
        title = group.title;
        add_options(help, group.options, label_columns);
    };
    for (const CommandGroup& part : command.groups) add(*part.group);
    add_options(help, help_options.options, label_columns);
}

/// The groups of the command itself. Returns what `--help` has besides.
std::string add_own_groups(HelpText& help, const Command& command) {
    std::size_t label_columns = 0;
    std::vector<std::string_view> others;
    for (const CommandGroup& part : command.groups) {
        const AnyOptionGroup& group = *part.group;
        if (is_shared(command, group)) {
            if (others.empty() || others.back() != group.title) others.push_back(group.title);
            continue;
        }
        for (const Option& option : group.options)
            label_columns = std::max(label_columns, label_of(option).size());
    }
    for (const CommandGroup& part : command.groups) {
        if (is_shared(command, *part.group)) continue;
        help.title("options of this command");
        add_options(help, part.group->options, label_columns);
    }
    return fmt::format("--help also lists the options on {}.", fmt::join(others, ", "));
}

}  // namespace

std::span<const Topic> topics() noexcept {
    return topic_table;
}

const Topic* find_topic(std::string_view name) noexcept {
    const auto* topic = std::find_if(topic_table.begin(), topic_table.end(),
                                     [name](const Topic& one) { return one.name == name; });
    return topic == topic_table.end() ? nullptr : topic;
}

std::string program_help(HelpExtent extent, const Presentation& presentation) {
    HelpText help(presentation);
    help.paragraph("usage: hookspect COMMAND [OPTIONS] [FILE...]");
    help.paragraph("       hookspect [FILE...]                (the same as hookspect show)");
    help.gap_line();
    help.paragraph("Reads captured Ambassify webhook bodies, checks them and shows what they hold.");
    help.gap_line();
    for (const Command* command : commands()) help.entry(command->name, command->summary, command_columns);
    help.entry("help", help_summary, command_columns);
    help.gap_line();
    help.paragraph("Without FILE, or with -, standard input is read. A directory means the files in it.");
    if (extent == HelpExtent::full) {
        help.title("examples");
        for (const Command* command : commands()) help.example(command->examples.front());
        help.title("exit status");
        help.entry("0", "valid, found, matched or the same", 1);
        help.entry("1", "invalid, missing, no match or different", 1);
        help.entry("2", "wrong usage", 1);
        help.entry("3", "an input could not be read, or the output not be written", 1);
    }
    help.gap_line();
    help.paragraph(
        "hookspect COMMAND -h lists the options of a command, hookspect help COMMAND opens its manual page, "
        "hookspect --version names the libraries.");
    return help.take();
}

std::string command_help(const Command& command, HelpExtent extent, const Presentation& presentation) {
    HelpText help(presentation);
    std::string usage = fmt::format("usage: hookspect {} [OPTIONS]", command.name);
    for (const Argument& argument : command.arguments) usage.append(" ").append(argument.value.name);
    help.paragraph(usage, 9);
    help.gap_line();
    help.paragraph(command.summary);
    help.gap_line();
    for (const std::string_view example : command.examples) help.example(example);
    std::string more;
    if (extent == HelpExtent::full) {
        add_groups(help, command);
    } else {
        more = add_own_groups(help, command);
    }
    for (const HelpSection& section : command.sections) {
        help.title(section.title);
        std::size_t label_columns = 0;
        for (const HelpEntry& entry : section.entries)
            label_columns = std::max(label_columns, entry.label.size());
        for (const HelpEntry& entry : section.entries) help.entry(entry.label, entry.text, label_columns);
    }
    if (!more.empty()) {
        help.gap_line();
        help.paragraph(more);
    }
    return help.take();
}

run::Status print_help(const std::function<std::string(const Presentation&)>& write) {
    constexpr report::Format text{"text", report::Content::text, true, true};
    const PrintOptions options;
    auto output = open_output(options, text, false);
    if (!output) return run::Status::unreadable;
    output->text() = write(presentation_for(options, *output));
    return run::finish(*output, run::Status::good);
}

std::string version_text() {
    constexpr int fmt_major = FMT_VERSION / 10000;
    constexpr int fmt_minor = FMT_VERSION / 100 % 100;
    constexpr int fmt_patch = FMT_VERSION % 100;
    return fmt::format("hookspect {}\n{}, CLI11 {}, fmt {}.{}.{}, utf8proc {}, RE2\n", version,
                       event::simdjson_version(), CLI11_VERSION, fmt_major, fmt_minor, fmt_patch,
                       utf8proc_version());
}

}  // namespace hookspect::cli
