#include "ops/translations.h"

#include "cli/commands.h"
#include "cli/expressions.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "cli/value_parsing.h"
#include "report/translations/format.h"
#include "run/engine.h"
#include "run/finish.h"
#include "run/left_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hookspect::cli {
namespace {

using std::string_view;

struct TranslationsSettings {
    std::vector<std::string> arguments;  // files
    run::Options run;
    PrintOptions print;
    const report::TranslationFormat* format = &report::translation_formats.front();
    report::TranslationOptions table;
    std::optional<std::string> languages;
};

/// Collects what is translated, and tells of bodies that are no events.
class Collector {
public:
    run::Answer use(const event::Body& body, output::Printed& printed) {
        if (!left_out_.takes(body, printed)) translations_.add(*body.event);
        return run::Answer::go_on;
    }

    [[nodiscard]] static Collector part() { return {}; }

    [[nodiscard]] run::Answer join(Collector& part) {
        translations_.add(std::move(part.translations_));
        left_out_.add(part.left_out_);
        return run::Answer::go_on;
    }

    [[nodiscard]] const ops::Translations& translations() const { return translations_; }
    [[nodiscard]] const run::LeftOut& left_out() const { return left_out_; }

private:
    ops::Translations translations_;
    run::LeftOut left_out_;
};

run::Status translations(const TranslationsSettings& settings) {
    auto choice = compile_choice(settings.run, settings.print);
    const auto languages = compile_languages(settings.languages);
    if (!choice || !languages) return run::Status::usage;
    choice->latest = false;  // of each campaign the last event counts in any case
    if (!has_input(settings.run, settings.arguments)) return run::Status::usage;
    auto output = open_output(settings.print, *settings.format, false);
    if (!output) return run::Status::unreadable;
    Collector collector;
    event::Selection selection;
    ops::select_translations(selection);
    run::select(*choice, selection);
    run::RunResult result = run::read_bodies(settings.run, settings.arguments, *choice, *output,
                                             run::shared(collector, &selection));
    result.left_out = collector.left_out().count();
    run::Status status = collector.left_out().status();
    if (settings.table.fail_under &&
        result.bodies == 0) {  // a gate must not pass if there was nothing to see
        output->discard("there is no event to write");
        return run::end_run(*output, result, run::Needs::events, run::Status::unreadable);
    }
    const report::TranslationTable table(collector.translations(), *languages);
    settings.format->append(output->text(), table, settings.table, presentation_for(settings.print, *output));
    const bool failed = settings.table.fail_under && table.count_under(*settings.table.fail_under) > 0;
    if (failed) status = std::max(status, run::Status::found);
    return run::end_run(*output, result, run::Needs::events, status);
}

// The command line

MaybeError store_fail_under(TranslationsSettings& settings, string_view value) {
    if (value.ends_with('%')) value.remove_suffix(1);
    return keep(parse_count(value, 0, 100), settings.table.fail_under.emplace());
}

MaybeError check(const TranslationsSettings& settings) {
    if (!settings.table.missing || settings.format->for_people) return {};
    return base::Error{
        fmt::format("--missing prints text, so it cannot be combined with -f {}", settings.format->name),
        fmt::format("-f {} always lists them", settings.format->name)};
}

constexpr auto format_names = report::names_of(report::translation_formats);
constexpr ValueKind format_value{"NAME", nullptr, format_names};
constexpr ValueKind percent_value{"PERCENT"};

constexpr auto rows = std::to_array<OptionRow<TranslationsSettings>>({
    {{"format", 'f', format_value, "output format"},
     keep_row<report::translation_formats, &TranslationsSettings::format>},
    {{"fail-under", '\0', percent_value,
      "exit with status 1 if any campaign has less than PERCENT of its texts"},
     store_fail_under},
    {{"lang", '\0', languages_value, "only these languages"}, keep_text<&TranslationsSettings::languages>},
    {{"missing", '\0', flag, "also list the fields that lack a language"},
     set<&TranslationsSettings::table, &report::TranslationOptions::missing>},
});
constexpr OptionGroup<TranslationsSettings> options = group<rows, check>("translations");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&TranslationsSettings::run>(event_options),
    in<&TranslationsSettings::run>(framing_options),
    in<&TranslationsSettings::run>(file_list_options),
    in<&TranslationsSettings::run>(syntax_options),
    in<&TranslationsSettings::run>(rule_options),
    in<&TranslationsSettings::print>(output_options),
    in<&TranslationsSettings::print>(present_options),
    in<&TranslationsSettings::run>(progress_options),
    in<&TranslationsSettings::run>(thread_options),
    in<&TranslationsSettings::run>(limit_options),
});
constexpr auto aliases = std::to_array<Alias>({
    {"translation", "translations"},
    {"i18n", "translations"},
});
constexpr std::array<Argument, 1> arguments{{{files_argument, true}}};
constexpr std::array<string_view, 3> examples{
    "hookspect translations deliveries.ndjson",
    "hookspect translations --fail-under 100 --where 'event.name startsWith published' captures/",
    "hookspect translations -f csv captures/ > translations.csv",
};

}  // namespace

constinit const Command translations_command{
    .name = "translations",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "show which campaigns are translated into which languages",
    .examples = examples,
    .groups = groups,
    .start = start<TranslationsSettings, translations>,
};

}  // namespace hookspect::cli
