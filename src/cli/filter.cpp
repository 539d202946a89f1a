#include "check/checker.h"
#include "cli/commands.h"
#include "cli/expressions.h"
#include "cli/operator_help.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "event/body_line.h"
#include "query/operators.h"
#include "run/engine.h"
#include "run/finish.h"
#include "run/left_out.h"
#include "run/messages.h"
#include "term/safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>

namespace hookspect::cli {
namespace {

using std::string_view;

struct FilterSettings {
    std::vector<std::string> arguments;  // an expression, then files
    run::Options run;
    PrintOptions print;
    bool invert = false;
    bool count = false;
    bool list_files = false;
    bool quiet = false;
};

/// Decides what is kept, prints it as asked, and counts.
class Sieve {
public:
    /// Without an expression all are kept.
    Sieve(const FilterSettings& settings, const query::Expression* expression, const check::Checker& checker)
        : settings_(&settings), expression_(expression), checker_(&checker) {}

    run::Answer use(const event::Body& body, output::Printed& printed) {
        if (kept_ >= settings_->run.limit) return run::Answer::stop;
        ++seen_;
        if (matches(body) == settings_->invert) {
            if (body.fault && !asks_rules()) leave_out(body, printed);
            return run::Answer::go_on;
        }
        ++kept_;
        ++kept_here_;
        if (settings_->quiet) return run::Answer::stop;
        const bool last = kept_ >= settings_->run.limit;
        if (settings_->list_files) return last ? run::Answer::stop : run::Answer::next_source;
        if (!settings_->count) {
            event::append_as_line(printed.text, body);
            printed.text += '\n';
        }
        return last ? run::Answer::stop : run::Answer::go_on;
    }

    [[nodiscard]] Sieve part() const { return {*settings_, expression_, *checker_}; }

    [[nodiscard]] run::Answer join(const Sieve& part) {
        if (part.kept_ > 0 && part.kept_ >= settings_->run.limit - kept_) return run::Answer::not_mine;
        seen_ += part.seen_;
        kept_ += part.kept_;
        kept_here_ += part.kept_here_;
        left_out_ += part.left_out_;
        return run::Answer::go_on;
    }

    /// Behind each input: `named` says whether the count is to have its name.
    void end_source(const std::string& source, bool named, std::string& out) {
        const std::uint64_t kept = std::exchange(kept_here_, 0);
        if (settings_->quiet) return;
        if (settings_->list_files) {
            if (kept > 0) out += source + "\n";
        } else if (settings_->count) {
            out += named ? fmt::format("{}:{}\n", source, kept) : fmt::format("{}\n", kept);
        }
    }

    /// How many of how many, on standard error: a filter that keeps nothing by mistake must not go unseen.
    void tell_kept() const {
        if (settings_->quiet || settings_->count || settings_->list_files) return;
        const std::string text =
            fmt::format("kept {} of {} {}\n", kept_, seen_, seen_ == 1 ? "event" : "events");
        std::fwrite(text.data(), 1, text.size(), stderr);
    }

    [[nodiscard]] std::uint64_t left_out() const { return left_out_; }
    [[nodiscard]] run::Status status() const {
        if (left_out_ > 0) return run::Status::unreadable;
        return kept_ > 0 ? run::Status::good : run::Status::found;
    }

private:
    const FilterSettings* settings_;
    const query::Expression* expression_;
    const check::Checker* checker_;
    std::vector<finding::Finding> findings_;
    std::uint64_t seen_ = 0;
    std::uint64_t kept_ = 0;
    std::uint64_t kept_here_ = 0;
    std::uint64_t left_out_ = 0;  // bodies that cannot be read, and that the expression knows nothing of

    [[nodiscard]] bool asks_rules() const { return expression_ != nullptr && expression_->needs_findings(); }

    bool matches(const event::Body& body) {
        if (expression_ == nullptr) return !body.fault;
        findings_.clear();
        if (asks_rules()) checker_->check(body, findings_);
        return expression_->matches({body.event, findings_});
    }

    /// To an expression that asks the validator a body that cannot be read is an answer like any other; to
    /// any other it may have been one that matches.
    void leave_out(const event::Body& body, output::Printed& printed) {
        ++left_out_;
        if (!settings_->quiet) run::tell_left_out(body, printed);
    }
};

/// Whether options choose the events, so that the first argument may be a file: `filter --event campaign
/// FILE`.
bool may_lack_expression(const FilterSettings& settings) {
    const run::Options& run = settings.run;
    const bool chosen =
        !run.events.empty() || !run.where.empty() || run.latest || run.limit != run::unlimited;
    std::error_code ignored;
    return chosen &&
           (settings.arguments.empty() || std::filesystem::exists(settings.arguments.front(), ignored));
}

/// What is wrong with the arguments before any is compiled.
std::optional<base::Error> check_arguments(const FilterSettings& settings) {
    const auto& words = settings.arguments;
    if (words.empty() && !may_lack_expression(settings))
        return base::Error{"filter needs an expression",
                           "hookspect filter 'event.resource == campaign' FILE"};
    if (words.size() > 1 && query::find_operator(words[1]) != nullptr) {
        const std::string operand = words.size() > 2 ? " " + words[2] : std::string();
        return base::Error{"the expression must be one argument",
                           fmt::format("quote it: hookspect filter '{} {}{}'", words[0], words[1], operand)};
    }
    return {};
}

run::Status filter(const FilterSettings& settings) {
    if (const auto error = check_arguments(settings)) {
        run::tell(*error);
        return run::Status::usage;
    }
    const bool has_expression = !may_lack_expression(settings);
    std::optional<query::Expression> expression;
    if (has_expression) {
        expression = compile_expression(settings.arguments.front(), "filter", settings.print);
        if (!expression) return run::Status::usage;
    }
    const auto choice = compile_choice(settings.run, settings.print);
    if (!choice) return run::Status::usage;
    const auto files = std::span(settings.arguments).subspan(has_expression ? 1 : 0);
    if (!has_input(settings.run, files)) return run::Status::usage;
    const bool prints_names = settings.count || settings.list_files;
    auto output = open_output(settings.print, prints_names ? report::Content::text : report::Content::json);
    if (!output) return run::Status::unreadable;
    event::Selection selection;
    if (expression) expression->select(selection);
    run::select(*choice, selection);
    const check::Checker checker({.policy = settings.run.policy, .now = present_for(settings.print)});
    Sieve sieve(settings, expression ? &*expression : nullptr, checker);
    run::Options whole = settings.run;  // --limit counts what is kept
    whole.limit = run::unlimited;
    run::BodyUser user = run::shared(sieve, &selection);
    user.source_ended = [&](const std::string& source) {
        sieve.end_source(output->is_terminal() ? term::safe_text(source) : source,
                         run::may_be_one_of_several(settings.run, files, source), output->text());
    };
    run::RunResult result = run::read_bodies(whole, files, *choice, *output, user);
    result.left_out = sieve.left_out();
    const run::Status status = run::end_run(*output, result, run::Needs::nothing, sieve.status());
    sieve.tell_kept();
    return status;
}

// The command line

MaybeError check(const FilterSettings& settings) {
    if (!settings.count || !settings.list_files) return {};
    return base::Error{"-c cannot be combined with -l", {}};
}

constexpr auto rows = std::to_array<OptionRow<FilterSettings>>({
    {{"invert", 'v', flag, "keep the events that do not match"}, set<&FilterSettings::invert>},
    {{"count", 'c', flag, "print how many events of each input are kept"}, set<&FilterSettings::count>},
    {{"files", 'l', flag, "print the names of inputs with a kept event"}, set<&FilterSettings::list_files>},
    {{"quiet", 'q', flag, "print nothing, and stop at the first match"}, set<&FilterSettings::quiet>},
});
constexpr OptionGroup<FilterSettings> options = group<rows, check>("filter");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&FilterSettings::run>(event_options),
    in<&FilterSettings::run>(framing_options),
    in<&FilterSettings::run>(file_list_options),
    in<&FilterSettings::run>(syntax_options),
    in<&FilterSettings::run>(rule_options),
    in<&FilterSettings::print>(output_options),
    in<&FilterSettings::print>(present_options),
    in<&FilterSettings::run>(progress_options),
    in<&FilterSettings::run>(thread_options),
    in<&FilterSettings::run>(limit_options),
});
constexpr auto habits = std::to_array<Habit>({
    {"f", "filter prints the events as they are: hookspect convert writes them anew"},
    {"format", "filter prints the events as they are: hookspect convert writes them anew"},
    {"json", "filter prints the events as they are: hookspect convert writes them anew"},
    {"i", "'PATH =~ \"(?i)text\"' ignores case"},
    {"ignore-case", "'PATH =~ \"(?i)text\"' ignores case"},
    {"e", "the expression is the first argument: hookspect filter EXPR FILE"},
});
constexpr std::array<HelpSection, 1> sections{{{"operators", operator_help}}};
constexpr auto aliases = std::to_array<Alias>({
    {"grep", "filter"},
    {"search", "filter"},
    {"find", "filter"},
    {"where", "filter"},
});
constexpr std::array<Argument, 2> arguments{{{expression_value}, {files_argument, true}}};
constexpr std::array<string_view, 3> examples{
    "hookspect filter 'event.resource == campaign and campaign.config.languages contains nl' "
    "deliveries.ndjson",
    "hookspect filter 'interaction.created >= -7d and interaction.state in (PENDING, REJECTED)' captures/",
    "hookspect filter invalid captures/ > bad.ndjson",
};

}  // namespace

constinit const Command filter_command{
    .name = "filter",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "keep the events that match",
    .examples = examples,
    .groups = groups,
    .sections = sections,
    .habits = habits,
    .start = start<FilterSettings, filter>,
};

}  // namespace hookspect::cli
