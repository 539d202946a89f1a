#include "cli/options.h"

#include "base/json_pointer.h"
#include "cli/values.h"
#include "report/finding/format.h"
#include "report/schema/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hookspect::cli {
namespace {

using std::string_view;
using MaybeError = std::optional<base::Error>;

constexpr std::uint32_t show = bit(CommandId::show);
constexpr std::uint32_t validate = bit(CommandId::validate);
constexpr std::uint32_t get = bit(CommandId::get);
constexpr std::uint32_t filter = bit(CommandId::filter);
constexpr std::uint32_t diff = bit(CommandId::diff);
constexpr std::uint32_t convert = bit(CommandId::convert);
constexpr std::uint32_t stats = bit(CommandId::stats);
constexpr std::uint32_t translations = bit(CommandId::translations);
constexpr std::uint32_t explain = bit(CommandId::explain);
constexpr std::uint32_t schema = bit(CommandId::schema);
constexpr std::uint32_t sample = bit(CommandId::sample);
constexpr std::uint32_t telling = show | validate;                     // that print findings
constexpr std::uint32_t asking = get | filter | stats | translations;  // that look at some fields only
constexpr std::uint32_t reading = telling | asking | convert;
constexpr std::uint32_t completion = bit(CommandId::completion);
constexpr std::uint32_t any_reading = reading | diff;
constexpr std::uint32_t every = any_reading | explain | schema | sample | completion;

constexpr std::uint64_t deepest = 10'000;  // the decoder and the checks recurse as deep as a body nests
constexpr std::uint64_t largest_body = 0xFFFF'FFFF - event::padding;
constexpr std::uint64_t most_fields = 0xFFFF'FFFF;
constexpr std::uint64_t most_threads = 1024;
constexpr std::uint64_t any_count = std::numeric_limits<std::uint64_t>::max();

constexpr std::array<string_view, 0> any{};
constexpr std::array<string_view, 4> kinds{"auto", "json", "ndjson", "form"};  // in the order of Framing
constexpr std::array<string_view, 3> encodings{"ndjson", "json", "form"};
constexpr std::array<string_view, 5> conversions{"ndjson", "json", "form", "curl", "http"};
constexpr std::array<string_view, 3> whens{"auto", "always", "never"};
constexpr std::array<string_view, 3> sizes{"small", "typical", "large"};  // in the order of SampleSize
constexpr std::array<string_view, 3> dates{"raw", "utc", "local"};        // in the order of Dates

template <typename Number>
MaybeError keep(const base::Result<std::uint64_t>& parsed, Number& target) {
    if (!parsed) return parsed.error();
    target = static_cast<Number>(*parsed);
    return {};
}

MaybeError store_framing(Settings& settings, string_view value) {
    const auto kind = std::find(kinds.begin(), kinds.end(), value);
    settings.reading.framing = static_cast<intake::Framing>(kind - kinds.begin());
    return {};
}

MaybeError store_pointer(Settings& settings, string_view value) {
    if (!base::is_json_pointer(value)) {
        return base::Error{"\"" + std::string(value) + "\" is no JSON Pointer",
                           "a pointer looks like /data/body"};
    }
    settings.reading.at = std::string(value);
    return {};
}

MaybeError store_events(Settings& settings, string_view value) {
    const auto asked = parse_events(value);
    if (!asked) return asked.error();
    settings.events.insert(settings.events.end(), asked->begin(), asked->end());
    return {};
}

MaybeError store_dates(Settings& settings, string_view value) {
    settings.dates = static_cast<base::Dates>(std::find(dates.begin(), dates.end(), value) - dates.begin());
    return {};
}

MaybeError store_now(Settings& settings, string_view value) {
    const auto now = parse_present(value);
    if (!now) return now.error();
    settings.now = *now;
    return {};
}

template <schema::Severity severity>
MaybeError move_rules(Settings& settings, string_view value) {
    if (value == "all") {
        settings.policy.move_all(severity);
        return {};
    }
    const auto moved = parse_rules(value);
    if (!moved) return moved.error();
    for (const schema::Rule rule : *moved) settings.policy.move(rule, severity);
    return {};
}

MaybeError store_only(Settings& settings, string_view value) {
    const auto listed = parse_rules(value);
    if (!listed) return listed.error();
    for (const schema::Rule rule : *listed) settings.policy.only(rule);
    return {};
}

template <auto member>
MaybeError set(Settings& settings, string_view /*value*/) {
    settings.*member = true;
    return {};
}

template <auto member>
MaybeError keep_text(Settings& settings, string_view value) {
    settings.*member = std::string(value);
    return {};
}

template <auto member>
MaybeError add_text(Settings& settings, string_view value) {
    (settings.*member).emplace_back(value);
    return {};
}

template <auto member>
MaybeError keep_name(Settings& settings, string_view value) {
    if (value.empty()) return base::Error{"\"\" is no name of a file", {}};
    return keep_text<member>(settings, value);
}

MaybeError store_url(Settings& settings, string_view value) {
    const auto url = base::parse_http_url(value);
    if (!url) return url.error();
    settings.url = *url;
    return {};
}
MaybeError store_limit(Settings& settings, string_view value) {
    return keep(parse_count(value, 0, any_count), settings.limit);
}
MaybeError store_threads(Settings& settings, string_view value) {
    return keep(parse_count(value, 1, most_threads), settings.threads);
}
MaybeError store_top(Settings& settings, string_view value) {
    return keep(parse_count(value, 1, any_count), settings.top);
}
MaybeError store_max_findings(Settings& settings, string_view value) {
    return keep(parse_count(value, 1, any_count), settings.max_findings);
}
MaybeError store_samples(Settings& settings, string_view value) {
    settings.counted = true;
    return keep(parse_count(value, 0, any_count), settings.samples);
}
template <bool unset>
MaybeError store_change(Settings& settings, string_view value) {
    settings.changes.push_back({std::string(value), unset});
    return {};
}
MaybeError store_broken(Settings& settings, string_view value) {
    const auto rule = parse_rules(value);
    if (!rule) return rule.error();
    if (rule->size() > 1) return base::Error{fmt::format("\"{}\" is more than one rule", value), {}};
    settings.broken = rule->front();
    return {};
}
MaybeError store_seed(Settings& settings, string_view value) {
    return keep(parse_count(value, 0, any_count), settings.seed);
}
MaybeError store_fail_under(Settings& settings, string_view value) {
    return keep(parse_count(value, 0, 100), settings.fail_under.emplace());
}
MaybeError store_depth(Settings& settings, string_view value) {
    return keep(parse_count(value, 1, deepest), settings.reading.limits.depth);
}
MaybeError store_body(Settings& settings, string_view value) {
    return keep(parse_size(value, largest_body), settings.reading.limits.body);
}
MaybeError store_fields(Settings& settings, string_view value) {
    return keep(parse_count(value, 1, most_fields), settings.reading.limits.fields);
}
MaybeError store_strict(Settings& settings, string_view /*value*/) {
    settings.policy.strict = true;
    return {};
}

// clang-format off
constexpr auto option_table = std::to_array<Option>({
    {"format", 'f', "NAME", "how to print", telling | get | diff | stats | translations | schema, any, keep_text<&Settings::format>},
    {"output", 'o', "FILE", "write to FILE, complete or not at all", every, any, keep_name<&Settings::output>},
    {"where", 'w', "EXPR", "only the events that match; @FILE reads the expression from a file", any_reading, any, add_text<&Settings::where>},
    {"event", '\0', "KIND,...", "only these events: campaign, interaction.created, ...", any_reading, any, store_events},
    {"latest", '\0', "", "of each resource and id only the last event", any_reading, any, set<&Settings::latest>},
    {"limit", 'n', "N", "stop after N events", any_reading, any, store_limit},
    {"threads", 'j', "N", "work with N threads (the number of cores)", reading, any, store_threads},
    {"oneline", '\0', "", "one line for each event", show, any, set<&Settings::one_line>},
    {"full", '\0', "", "wrap long text instead of clipping it", show | diff, any, set<&Settings::full>},
    {"lang", '\0', "CODE,...", "of a text in several languages, the first of these that is not blank", show | get, any, keep_text<&Settings::languages>},
    {"with-lang", '\0', "", "name the language that was found", get, any, set<&Settings::with_language>},
    {"default", '\0', "TEXT", "print TEXT for what is missing", get, any, keep_text<&Settings::fallback>},
    {"all", '\0', "", "print events in which no path is set, too", get, any, set<&Settings::all>},
    {"exists", 'e', "", "status 1 if a path is missing in any event", get, any, set<&Settings::every>},
    {"dates", '\0', "HOW", "how to print times (utc)", show, dates, store_dates},
    {"dates", '\0', "HOW", "how to print times (raw)", get, dates, store_dates},
    {"ages", '\0', "", "say how long ago a time is, on a terminal or not", show, any, set<&Settings::ages>},
    {"now", '\0', "TIME", "the present, for ages and for expressions like -7d", any_reading, any, store_now},
    {"with-source", '\0', "", "begin with the input and the number of the event", get, any, set<&Settings::with_source>},
    {"raw0", '\0', "", "end each record with NUL", get, any, set<&Settings::nul_output>},
    {"list", '\0', "", "print all paths and their types", get, any, set<&Settings::list_paths>},
    {"invert", 'v', "", "keep the events that do not match", filter, any, set<&Settings::invert>},
    {"count", 'c', "", "print how many events of each input are kept", filter, any, set<&Settings::count>},
    {"files", 'l', "", "print the inputs that hold a kept event", filter, any, set<&Settings::list_files>},
    {"quiet", 'q', "", "print nothing, and stop at the first match", filter, any, set<&Settings::quiet>},
    {"only", '\0', "PATH,...", "compare only what is at these paths", diff, any, add_text<&Settings::only_paths>},
    {"ignore", '\0', "PATH,...", "do not compare what is at these paths", diff, any, add_text<&Settings::ignored_paths>},
    {"raw", '\0', "", "compare as JSON: null is not absent, every list has an order", diff, any, set<&Settings::raw>},
    {"quiet", 'q', "", "print nothing", diff, any, set<&Settings::quiet>},
    {"by", '\0', "PATH,...", "pair events by the values at these paths", diff, any, add_text<&Settings::by>},
    {"to", '\0', "KIND", "what to write", convert, conversions, keep_text<&Settings::to>},
    {"to", '\0', "KIND", "what to write (json; ndjson with -n)", sample, encodings, keep_text<&Settings::to>},
    {"url", '\0', "URL", "where the requests of --to curl and http go", convert, any, store_url},
    {"pretty", '\0', "", "the same as --to json: each member on a line of its own", convert, any, set<&Settings::pretty>},
    {"fail-under", '\0', "PERCENT", "status 1 if any campaign has less than PERCENT of its texts", translations, any, store_fail_under},
    {"missing", '\0', "", "list the fields that miss a language, too", translations, any, set<&Settings::missing>},
    {"by", '\0', "PATH,...", "count by the values at these paths (event.resource,event.name)", stats, any, add_text<&Settings::by>},
    {"top", '\0', "N", "only the N most frequent", stats, any, store_top},
    {"check", '\0', "", "check the syntax of what is not asked for, too", asking, any, set<&Settings::check>},
    {"from", '\0', "KIND", "how the input is framed", any_reading, kinds, store_framing},
    {"at", '\0', "POINTER", "the body sits at this JSON Pointer of each JSON text", any_reading, any, store_pointer},
    {"files-from", '\0', "FILE", "read names of inputs from FILE, one a line", reading, any, keep_name<&Settings::files_from>},
    {"null", '\0', "", "the names in --files-from end with NUL", reading, any, set<&Settings::nul_separated>},
    {"max-depth", '\0', "N", "most levels of nesting in a body (128)", any_reading, any, store_depth},
    {"max-body", '\0', "SIZE", "largest body (64MiB)", any_reading, any, store_body},
    {"max-fields", '\0', "N", "most values in a body (100000)", any_reading, any, store_fields},
    {"strict", '\0', "", "warnings are errors", reading, any, store_strict},
    {"error", '\0', "RULE,...", "make these rules errors; all is every rule", reading, any, move_rules<schema::Severity::error>},
    {"warn", '\0', "RULE,...", "make them warnings", reading, any, move_rules<schema::Severity::warning>},
    {"note", '\0', "RULE,...", "make them notes", reading, any, move_rules<schema::Severity::note>},
    {"ignore", '\0', "RULE,...", "do not tell of them", reading, any, move_rules<schema::Severity::ignored>},
    {"only", '\0', "RULE,...", "look at these rules alone", reading, any, store_only},
    {"notes", '\0', "", "list notes too, instead of counting them", telling, any, set<&Settings::notes>},
    {"summary", '\0', "", "group findings by rule, path and value", validate, any, set<&Settings::summary>},
    {"max-findings", '\0', "N", "list no more than N findings, and count the others", validate, any, store_max_findings},
    {"exit-zero", '\0', "", "status 0 even if there are errors", validate, any, set<&Settings::exit_zero>},
    {"quiet", 'q', "", "print nothing, and stop at the first error", validate, any, set<&Settings::quiet>},
    {"count", 'n', "N", "make N events (1)", sample, any, store_samples},
    {"seed", '\0', "N", "make other events: the same seed, the same bytes (1)", sample, any, store_seed},
    {"size", '\0', "SIZE", "how large events are (typical)", sample, sizes, keep_text<&Settings::size>},
    {"lang", '\0', "CODE,...", "the languages of texts", sample, any, keep_text<&Settings::languages>},
    {"set", '\0', "PATH=VALUE", "give a field this value, JSON of its type or text", sample, any, store_change<false>},
    {"unset", '\0', "PATH", "leave a field out", sample, any, store_change<true>},
    {"break", '\0', "RULE", "make events that break this rule, and no other", sample, any, store_broken},
    {"progress", '\0', "WHEN", "show how far long work is", any_reading, whens, keep_text<&Settings::progress>},
    {"color", '\0', "WHEN", "colour the output", every, whens, keep_text<&Settings::colour>},
    {"no-links", '\0', "", "no hyperlinks on the terminal", telling | explain | schema, any, set<&Settings::no_links>},
    {"no-pager", '\0', "", "print long text on a terminal without a pager", telling | diff | explain | schema, any, set<&Settings::no_pager>},
    {"help", 'h', "", "print this help", every, any, set<&Settings::help>},
});
// clang-format on

constexpr std::array<string_view, 3> show_examples{
    "hookspect show delivery.json",
    "hookspect show --event campaign.published_community captures/",
    "hookspect show -f json body.form | jq .campaign.title",
};
constexpr std::array<string_view, 3> validate_examples{
    "hookspect validate deliveries.ndjson",
    "hookspect validate --strict --ignore untranslated captures/",
    "pbpaste | hookspect validate -f ndjson",
};
constexpr std::array<string_view, 3> get_examples{
    "hookspect get campaign.title.nl deliveries.ndjson",
    "hookspect get campaign.id,campaign.title --lang nl,fr,en -f csv captures/",
    "hookspect get 'campaign.title.*' body.json",
};
constexpr std::array<string_view, 3> filter_examples{
    "hookspect filter 'event.resource == campaign and campaign.config.languages contains nl' "
    "deliveries.ndjson",
    "hookspect filter 'interaction.created >= -7d and interaction.state in (PENDING, REJECTED)' captures/",
    "hookspect filter invalid captures/ > bad.ndjson",
};
constexpr std::array<string_view, 5> diff_examples{
    "hookspect diff monday.json tuesday.json",
    "hookspect diff --ignore campaign.summary -f json monday.json tuesday.json",
    "hookspect diff delivery.json delivery.form",
    "hookspect diff -f json-patch monday.json tuesday.json",
    "hookspect diff monday.ndjson tuesday.ndjson",
};
constexpr std::array<string_view, 4> convert_examples{
    "hookspect convert bodies.form > deliveries.ndjson",
    "hookspect convert --to json --event campaign captures/",
    "hookspect convert --to form delivery.json",
    "hookspect convert --to curl --url http://localhost:8080/hook captures/ | sh",
};
constexpr std::array<string_view, 3> translations_examples{
    "hookspect translations deliveries.ndjson",
    "hookspect translations --fail-under 100 --where 'event.name startsWith published' captures/",
    "hookspect translations -f csv captures/ > translations.csv",
};
constexpr std::array<string_view, 2> stats_examples{
    "hookspect stats captures/",
    "hookspect stats --by interaction.state,interaction.preset --top 10 deliveries.ndjson",
};
constexpr std::array<string_view, 3> explain_examples{
    "hookspect explain campaign.config.languages",
    "hookspect explain timestamp-unit",
    "hookspect explain PersonProperty",
};
constexpr std::array<string_view, 3> schema_examples{
    "hookspect schema campaign",
    "hookspect schema -f json-schema -o event.schema.json",
    "hookspect schema -f typescript -o ambassify.d.ts",
};
constexpr std::array<string_view, 3> completion_examples{
    "source <(hookspect completion bash)",
    "hookspect completion zsh > ~/.zfunc/_hookspect",
    "hookspect completion fish > ~/.config/fish/completions/hookspect.fish",
};

constexpr std::array<string_view, 4> sample_examples{
    "hookspect sample campaign.published_community",
    "hookspect sample -n 1000 --seed 7 --size small > load.ndjson",
    "hookspect sample interaction --set interaction.state=REJECTED --unset interaction.response",
    "hookspect sample --break id-mismatch | hookspect validate",
};

constexpr std::array<string_view, 2> show_formats{"text", "json"};
constexpr std::array<string_view, 5> get_formats{"text", "json", "ndjson", "csv", "tsv"};
constexpr std::array<string_view, 4> diff_formats{"text", "json", "json-patch", "merge-patch"};
constexpr std::array<string_view, 3> stats_formats{"text", "json", "csv"};

constexpr auto command_table = std::to_array<Command>({
    {CommandId::show, "show", "[FILE...]", "what each event holds, for a person to read", show_examples,
     show_formats, run_show},
    {CommandId::validate, "validate", "[FILE...]", "check bodies against the documented schema",
     validate_examples, report::finding_format_names, run_validate},
    {CommandId::get, "get", "PATH[,PATH...] [FILE...]", "extract fields", get_examples, get_formats, run_get},
    {CommandId::filter, "filter", "EXPR [FILE...]", "keep the events that match", filter_examples, any,
     run_filter},
    {CommandId::diff, "diff", "A B", "what changed between two events, or two captures", diff_examples,
     diff_formats, run_diff},
    {CommandId::convert, "convert", "[FILE...]", "write events as NDJSON, JSON, forms or requests",
     convert_examples, any, run_convert},
    {CommandId::stats, "stats", "[FILE...]", "count events by any field", stats_examples, stats_formats,
     run_stats},
    {CommandId::translations, "translations", "[FILE...]", "which campaign is translated to which language",
     translations_examples, stats_formats, run_translations},
    {CommandId::explain, "explain", "NAME...", "what a field, a type or a rule means", explain_examples, any,
     run_explain},
    {CommandId::schema, "schema", "[NAME]", "the documented fields, also for other tools", schema_examples,
     report::schema_format_names, run_schema},
    {CommandId::sample, "sample", "[RESOURCE[.NAME]]", "make valid events", sample_examples, any, run_sample},
    {CommandId::completion, "completion", "SHELL", "the completion script for bash, zsh or fish",
     completion_examples, any, run_completion},
});

}  // namespace

std::span<const Option> options() noexcept {
    return option_table;
}

std::span<const Command> commands() noexcept {
    return command_table;
}

const Command* find_command(std::string_view name) noexcept {
    for (const Command& command : command_table) {
        if (command.name == name) return &command;
    }
    return nullptr;
}

}  // namespace hookspect::cli
