#include "ops/get.h"

#include "cli/commands.h"
#include "cli/expressions.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/query_errors.h"
#include "cli/value_kinds.h"
#include "cli/value_parsing.h"
#include "report/get/format.h"
#include "report/get/printer.h"
#include "run/engine.h"
#include "run/finish.h"
#include "run/left_out.h"
#include "run/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <variant>

namespace hookspect::cli {
namespace {

using std::string_view;

struct GetSettings {
    std::vector<std::string> arguments;  // paths, then files
    run::Options run;
    PrintOptions print;
    const report::GetFormat* format = &report::get_formats.front();
    std::optional<std::string> languages;
    bool with_language = false;
    std::optional<std::string> fallback;
    bool all = false;
    bool exists = false;
    base::Dates dates = base::Dates::raw;
    bool with_source = false;
    bool nul_output = false;
    bool list_paths = false;
};

std::optional<ops::GetOptions> compile(const GetSettings& settings) {
    ops::GetOptions options;
    auto paths = schema::parse_paths(settings.arguments.front());
    if (const auto* error = std::get_if<base::TextError>(&paths)) {
        tell_query_error(*error, settings.arguments.front(), "get");
        return std::nullopt;
    }
    options.paths = std::get<std::vector<schema::Path>>(std::move(paths));
    auto languages = compile_languages(settings.languages);
    if (!languages) return std::nullopt;
    options.languages = std::move(*languages);
    options.fallback = settings.fallback;
    options.with_language = settings.with_language;
    options.all = settings.all;
    options.format = settings.format->value;
    options.dates = settings.dates;
    options.with_source = settings.with_source;
    options.nul = settings.nul_output;
    if (const auto error = ops::check_get_options(options)) {
        run::tell(*error);
        return std::nullopt;
    }
    return options;
}

/// `get a b FILE`: a path where a file belongs.
std::optional<base::Error> check_files(const GetSettings& settings) {
    const auto& words = settings.arguments;
    std::error_code unseen;
    if (std::filesystem::exists(words.front(), unseen)) return {};  // the path comes after the files
    for (std::size_t i = 1; i < words.size(); ++i) {
        std::error_code ignored;
        const bool is_file = words[i] == "-" || std::filesystem::exists(words[i], ignored);
        if (is_file || std::holds_alternative<base::TextError>(schema::parse_paths(words[i]))) continue;
        return base::Error{fmt::format("\"{}\" is a path, and there is no file of that name", words[i]),
                           fmt::format("join paths with commas: hookspect get {},{}", words[0], words[i])};
    }
    return {};
}

run::Status list(const GetSettings& settings) {
    if (!settings.arguments.empty()) {
        run::tell({"get --list takes no argument",
                   fmt::format("hookspect explain {} describes a field", settings.arguments.front())});
        return run::Status::usage;
    }
    auto output = open_output(settings.print, report::Content::text);
    if (!output) return run::Status::unreadable;
    const auto paths = schema::list_paths();
    std::size_t columns = 0;
    for (const schema::ListedPath& listed : paths) columns = std::max(columns, listed.path.size());
    for (const schema::ListedPath& listed : paths) {
        output->text()
            .append(listed.path)
            .append(columns + 2 - listed.path.size(), ' ')
            .append(listed.type) += '\n';
    }
    return run::finish(*output, run::Status::good);
}

/// Prints what the events have, and tells of bodies that are none.
class Getter {
public:
    explicit Getter(report::GetPrinter printer) : printer_(std::move(printer)) {}

    run::Answer use(const event::Body& body, output::Printed& printed) {
        if (!left_out_.takes(body, printed)) printer_.add(printed.text, body);
        return run::Answer::go_on;
    }

    [[nodiscard]] Getter part() const { return Getter(printer_.part()); }

    [[nodiscard]] run::Answer join(const Getter& part) {
        printer_.join(part.printer_);
        left_out_.add(part.left_out_);
        return run::Answer::go_on;
    }

    [[nodiscard]] report::GetPrinter& printer() { return printer_; }
    [[nodiscard]] const run::LeftOut& left_out() const { return left_out_; }

private:
    report::GetPrinter printer_;
    run::LeftOut left_out_;
};

run::Status get(const GetSettings& settings) {
    if (settings.list_paths) return list(settings);
    if (settings.arguments.empty()) {
        run::tell({"get needs a path", "hookspect get --list prints all paths"});
        return run::Status::usage;
    }
    if (const auto error = check_files(settings)) {
        run::tell(*error);
        return run::Status::usage;
    }
    auto options = compile(settings);
    const auto choice = compile_choice(settings.run, settings.print);
    if (!options || !choice) return run::Status::usage;
    const auto files = std::span(settings.arguments).subspan(1);
    if (!has_input(settings.run, files)) return run::Status::usage;
    auto output = open_output(settings.print, *settings.format, false);
    if (!output) return run::Status::unreadable;
    const report::Presentation presentation = presentation_for(settings.print, *output);
    options->safe = output->is_terminal();
    options->unicode = presentation.unicode;
    event::Selection selection;
    for (const schema::Path& path : options->paths) event::select(path, selection);
    run::select(*choice, selection);
    Getter getter{report::GetPrinter(*options)};
    getter.printer().begin(output->text());
    run::RunResult result = run::read_bodies(settings.run, files, *choice, *output,
                                             run::shared(getter, &selection, getter.printer().separator()));
    result.left_out = getter.left_out().count();
    getter.printer().end(output->text(), result.printed);
    run::Status status = getter.left_out().status();
    if (settings.exists && getter.printer().missed()) status = std::max(status, run::Status::found);
    return run::end_run(*output, result, run::Needs::events, status);
}

// The command line

MaybeError store_dates(GetSettings& settings, string_view value) {
    settings.dates = dates_named(value);
    return {};
}

constexpr auto format_names = report::names_of(report::get_formats);
constexpr ValueKind format_value{"NAME", nullptr, format_names};
constexpr ValueKind text_value{"TEXT"};

constexpr auto rows = std::to_array<OptionRow<GetSettings>>({
    {{"format", 'f', format_value, "output format"}, keep_row<report::get_formats, &GetSettings::format>},
    {{"lang", '\0', languages_value,
      "for multilingual texts, the first of these languages that is not blank"},
     keep_text<&GetSettings::languages>},
    {{"with-lang", '\0', flag, "print the code of the language that was found"},
     set<&GetSettings::with_language>},
    {{"default", '\0', text_value, "print TEXT for missing values"}, keep_text<&GetSettings::fallback>},
    {{"all", '\0', flag, "also print events in which no path is set"}, set<&GetSettings::all>},
    {{"exists", 'e', flag, "exit with status 1 if a path is missing in any event"},
     set<&GetSettings::exists>},
    {{"dates", '\0', dates_value, "how to print times (raw)"}, store_dates},
    {{"with-source", '\0', flag, "begin each record with the input and the number of the event"},
     set<&GetSettings::with_source>},
    {{"raw0", '\0', flag, "end each record with NUL"}, set<&GetSettings::nul_output>},
    {{.name = "list",
      .letter = '\0',
      .value = flag,
      .text = "print all paths and their types",
      .alone = true},
     set<&GetSettings::list_paths>},
});
constexpr OptionGroup<GetSettings> options = group<rows>("get");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&GetSettings::run>(event_options),
    in<&GetSettings::run>(framing_options),
    in<&GetSettings::run>(file_list_options),
    in<&GetSettings::run>(syntax_options),
    in<&GetSettings::run>(rule_options),
    in<&GetSettings::print>(output_options),
    in<&GetSettings::print>(present_options),
    in<&GetSettings::run>(progress_options),
    in<&GetSettings::run>(thread_options),
    in<&GetSettings::run>(limit_options),
});
constexpr auto aliases = std::to_array<Alias>({
    {"extract", "get"},
    {"query", "get"},
    {"select", "get"},
});
constexpr std::array<Argument, 2> arguments{{{{"PATH[,PATH...]", complete_paths}}, {files_argument, true}}};
constexpr std::array<string_view, 3> examples{
    "hookspect get campaign.title.nl deliveries.ndjson",
    "hookspect get campaign.id,campaign.title --lang nl,fr,en -f csv captures/",
    "hookspect get 'campaign.title.*' body.json",
};
constexpr std::array<Habit, 1> habits{{{"r", "strings are printed without quotes anyway"}}};

}  // namespace

constinit const Command get_command{
    .name = "get",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "extract fields",
    .examples = examples,
    .groups = groups,
    .habits = habits,
    .start = start<GetSettings, get>,
};

}  // namespace hookspect::cli
