#include "check/checker.h"
#include "cli/commands.h"
#include "cli/expressions.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "cli/value_parsing.h"
#include "event/json_value.h"
#include "report/card/card.h"
#include "report/card/oneline.h"
#include "report/format.h"
#include "run/engine.h"
#include "run/finish.h"
#include "run/left_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hookspect::cli {
namespace {

using std::string_view;

class Shower;

/// A format of `show`: how it prints a body.
struct ShowFormat : report::Format {
    void (Shower::*show)(const event::Body& body, output::Printed& printed);
};

struct ShowSettings {
    std::vector<std::string> arguments;  // files
    run::Options run;
    PrintOptions print;
    const ShowFormat* format;
    bool one_line = false;
    std::optional<std::string> languages;

    ShowSettings();
};

/// Prints each body as the settings ask.
class Shower {
public:
    Shower(const ShowSettings& settings, const report::Presentation& presentation,
           const check::Checker& checker)
        : settings_(&settings), presentation_(&presentation), checker_(&checker) {}

    run::Answer use(const event::Body& body, output::Printed& printed) {
        if (body.fault) status_ = std::max(status_, run::Status::unreadable);
        (this->*settings_->format->show)(body, printed);
        return run::Answer::go_on;
    }

    [[nodiscard]] Shower part() const { return {*settings_, *presentation_, *checker_}; }

    [[nodiscard]] run::Answer join(const Shower& part) {
        status_ = std::max(status_, part.status_);
        return run::Answer::go_on;
    }

    [[nodiscard]] run::Status status() const { return status_; }

    void show_text(const event::Body& body, output::Printed& printed) {
        findings_.clear();
        checker_->check(body, findings_);
        if (settings_->one_line) {
            const bool several =
                run::may_be_one_of_several(settings_->run, settings_->arguments, body.source);
            report::append_oneline(printed.text, body, several, findings_, *presentation_);
            return;
        }
        report::append_card(printed.text, body, findings_, *presentation_);
    }

    void show_json(const event::Body& body, output::Printed& printed) {
        if (body.fault) return run::tell_left_out(body, printed);
        event::append_json(printed.text, *body.event, 0);
        printed.text += '\n';
    }

private:
    const ShowSettings* settings_;
    const report::Presentation* presentation_;
    const check::Checker* checker_;
    std::vector<finding::Finding> findings_;
    run::Status status_ = run::Status::good;
};

constexpr auto formats = std::to_array<ShowFormat>({
    {{"text", report::Content::text, true, true}, &Shower::show_text},
    {{"json", report::Content::json}, &Shower::show_json},
});
constexpr auto format_names = report::names_of(formats);

ShowSettings::ShowSettings() : format(&formats.front()) {}

run::Status show(const ShowSettings& settings) {
    const auto choice = compile_choice(settings.run, settings.print);
    auto languages = compile_languages(settings.languages);
    if (!choice || !languages) return run::Status::usage;
    if (!has_input(settings.run, settings.arguments)) return run::Status::usage;
    auto output = open_output(settings.print, *settings.format, reads_stdin(settings.arguments));
    if (!output) return run::Status::unreadable;
    report::Presentation presentation = presentation_for(settings.print, *output);
    presentation.languages = std::move(*languages);
    const check::Checker checker({.policy = settings.run.policy, .now = presentation.now});
    Shower shower(settings, presentation, checker);
    // An empty line between two cards.
    const std::string_view separator =
        settings.format->content == report::Content::text && !settings.one_line ? "\n" : "";
    const run::RunResult result = run::read_bodies(settings.run, settings.arguments, *choice, *output,
                                                   run::shared(shower, nullptr, separator));
    return run::end_run(*output, result, run::Needs::events, shower.status());
}

// The command line

MaybeError store_dates(ShowSettings& settings, string_view value) {
    settings.print.dates = dates_named(value);
    return {};
}

MaybeError check(const ShowSettings& settings) {
    if (settings.one_line && !settings.format->for_people) {
        return base::Error{
            fmt::format("--oneline prints text, so it cannot be combined with -f {}", settings.format->name),
            {}};
    }
    if (settings.one_line && settings.print.full)
        return base::Error{"--oneline cannot be combined with --full", {}};
    return {};
}

constexpr ValueKind format_value{"NAME", nullptr, format_names};

constexpr auto rows = std::to_array<OptionRow<ShowSettings>>({
    {{"format", 'f', format_value, "output format"}, keep_row<formats, &ShowSettings::format>},
    {{"oneline", '\0', flag, "print one line per event"}, set<&ShowSettings::one_line>},
    {{"full", '\0', flag, "wrap long text instead of clipping it"},
     set<&ShowSettings::print, &PrintOptions::full>},
    {{"lang", '\0', languages_value,
      "for multilingual texts, the first of these languages that is not blank"},
     keep_text<&ShowSettings::languages>},
    {{"dates", '\0', dates_value, "how to print times (utc)"}, store_dates},
    {{"ages", '\0', flag, "print how long ago each time was, even if not on a terminal"},
     set<&ShowSettings::print, &PrintOptions::ages>},
});
constexpr OptionGroup<ShowSettings> options = group<rows, check>("show");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&ShowSettings::run>(event_options),
    in<&ShowSettings::run>(framing_options),
    in<&ShowSettings::run>(file_list_options),
    in<&ShowSettings::run>(rule_options),
    in<&ShowSettings::print>(note_options),
    in<&ShowSettings::print>(output_options),
    in<&ShowSettings::print>(pager_options),
    in<&ShowSettings::print>(link_options),
    in<&ShowSettings::print>(present_options),
    in<&ShowSettings::run>(progress_options),
    in<&ShowSettings::run>(thread_options),
    in<&ShowSettings::run>(limit_options),
});
constexpr auto aliases = std::to_array<Alias>({
    {"view", "show"},
    {"cat", "show"},
    {"list", "show"},
    {"ls", "show"},
    {"print", "show"},
    {"display", "show"},
    {"head", "show -n 10"},
});
constexpr std::array<Argument, 1> arguments{{{files_argument, true}}};
constexpr std::array<string_view, 3> examples{
    "hookspect show delivery.json",
    "hookspect show --event campaign.published_community captures/",
    "hookspect show -f json body.form | jq .campaign.title",
};
constexpr std::array<Habit, 1> habits{{{"v", "did you mean hookspect --version?"}}};

}  // namespace

constinit const Command show_command{
    .name = "show",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "show events as readable cards",
    .examples = examples,
    .groups = groups,
    .habits = habits,
    .start = start<ShowSettings, show>,
};

}  // namespace hookspect::cli
