#include "cli/option_groups.h"

#include "base/json_pointer.h"
#include "cli/value_kinds.h"
#include "cli/value_parsing.h"
#include "event/event.h"
#include "event/limit_fault.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace hookspect::cli {
namespace {

using run::Options;
using std::string_view;

constexpr std::uint64_t deepest = event::deepest_limit;
constexpr std::uint64_t largest_body = 0xFFFF'FFFF - event::padding;
constexpr std::uint64_t most_fields = 0xFFFF'FFFF;
constexpr std::uint64_t most_threads = 1024;

constexpr std::array<string_view, 4> framings{"auto", "json", "ndjson", "form"};  // in the order of Framing
constexpr std::array<string_view, 3> whens{"auto", "always", "never"};

constexpr ValueKind framing_value{"KIND", nullptr, framings};
constexpr ValueKind when_value{"WHEN", nullptr, whens};
constexpr ValueKind numbers_value{"N[-M]"};
constexpr ValueKind pointer_value{"POINTER"};
constexpr ValueKind size_value{"SIZE"};
constexpr ValueKind time_value{"TIME"};

// Which events

MaybeError store_events(Options& options, string_view value) {
    const auto asked = parse_events(value);
    if (!asked) return asked.error();
    options.events.insert(options.events.end(), asked->begin(), asked->end());
    return {};
}

MaybeError store_numbers(Options& options, string_view value) {
    const auto numbers = parse_numbers(value);
    if (!numbers) return numbers.error();
    options.numbers = *numbers;
    return {};
}

MaybeError store_limit(Options& options, string_view value) {
    return keep(parse_count(value, 0, any_count), options.limit);
}

constexpr auto event_rows = std::to_array<OptionRow<Options>>({
    {{"where", 'w', expression_value, "only the events that match; @FILE reads the expression from a file"},
     add_text<&Options::where>},
    {{"event", '\0', event_kinds_value, "only these events: campaign, interaction.created, ..."},
     store_events},
    {{"number", '\0', numbers_value, "only the events with these numbers in their input"}, store_numbers},
    {{"latest", '\0', flag, "only the last event of each resource and id"}, set<&Options::latest>},
    {{"limit", 'n', number_value, "stop after N events"}, store_limit},
});

// Which inputs

MaybeError store_framing(Options& options, string_view value) {
    const auto kind = std::find(framings.begin(), framings.end(), value);
    options.reading.framing = static_cast<intake::Framing>(kind - framings.begin());
    return {};
}

MaybeError store_pointer(Options& options, string_view value) {
    if (!base::is_json_pointer(value)) {
        return base::Error{"\"" + std::string(value) + "\" is not a JSON Pointer",
                           "write it like /data/body"};
    }
    options.reading.at = std::string(value);
    return {};
}

constexpr auto framing_rows = std::to_array<OptionRow<Options>>({
    {{"from", '\0', framing_value, "how inputs are split into bodies"}, store_framing},
    {{"at", '\0', pointer_value, "the body is at this JSON Pointer in each JSON text"}, store_pointer},
});

constexpr auto file_list_rows = std::to_array<OptionRow<Options>>({
    {{"files-from", '\0', file_value, "read input names from FILE, one per line"},
     keep_file<&Options::files_from>},
    {{"null", '\0', flag, "the names in --files-from end with NUL"}, set<&Options::nul_separated>},
});

MaybeError check_file_list(const Options& options) {
    if (!options.nul_separated || options.files_from) return {};
    return base::Error{"--null needs --files-from", {}};
}

constexpr auto syntax_rows = std::to_array<OptionRow<Options>>({
    {{"check", '\0', flag, "also check the syntax of fields that are not needed"}, set<&Options::check>},
});

// Checks

MaybeError store_strict(Options& options, string_view /*value*/) {
    options.policy.strict = true;
    return {};
}

template <schema::Severity severity>
MaybeError move_rules(Options& options, string_view value) {
    if (value == "all") {
        options.policy.move_all(severity);
        return {};
    }
    const auto moved = parse_rules(value);
    if (!moved) return moved.error();
    for (const schema::Rule rule : *moved) options.policy.move(rule, severity);
    return {};
}

MaybeError store_only(Options& options, string_view value) {
    const auto listed = parse_rules(value);
    if (!listed) return listed.error();
    for (const schema::Rule rule : *listed) options.policy.only(rule);
    return {};
}

constexpr auto rule_rows = std::to_array<OptionRow<Options>>({
    {{"strict", '\0', flag, "report warnings as errors"}, store_strict},
    {{"error", '\0', rules_or_all_value, "report these rules as errors; all means every rule"},
     move_rules<schema::Severity::error>},
    {{"warn", '\0', rules_or_all_value, "report these rules as warnings"},
     move_rules<schema::Severity::warning>},
    {{"note", '\0', rules_or_all_value, "report these rules as notes"}, move_rules<schema::Severity::note>},
    {{"ignore", '\0', rules_or_all_value, "do not check them"}, move_rules<schema::Severity::ignored>},
    {{"only", '\0', rules_value, "check only these rules"}, store_only},
});

constexpr auto note_rows = std::to_array<OptionRow<PrintOptions>>({
    {{"notes", '\0', flag, "list notes, too, instead of only counting them"}, set<&PrintOptions::notes>},
});

// Output

MaybeError store_now(PrintOptions& options, string_view value) {
    const auto now = parse_present(value);
    if (!now) return now.error();
    options.now = *now;
    return {};
}

constexpr auto output_rows = std::to_array<OptionRow<PrintOptions>>({
    {{.name = "output",
      .letter = 'o',
      .value = file_value,
      .text = "write to FILE, completely or not at all",
      .mistaken_for = "format"},
     keep_file<&PrintOptions::output>},
    {{"color", '\0', when_value, "colour the output"}, keep_text<&PrintOptions::colour>},
});

constexpr auto pager_rows = std::to_array<OptionRow<PrintOptions>>({
    {{"no-pager", '\0', flag, "do not start a pager"}, set<&PrintOptions::no_pager>},
});

constexpr auto link_rows = std::to_array<OptionRow<PrintOptions>>({
    {{"no-links", '\0', flag, "do not print hyperlinks"}, set<&PrintOptions::no_links>},
});

constexpr auto present_rows = std::to_array<OptionRow<PrintOptions>>({
    {{"now", '\0', time_value, "use TIME as the present, for ages and for -7d in expressions"}, store_now},
});

constexpr auto progress_rows = std::to_array<OptionRow<Options>>({
    {{"progress", '\0', when_value, "show progress of long runs"}, keep_text<&Options::progress>},
});

// Limits

MaybeError store_threads(Options& options, string_view value) {
    return keep(parse_count(value, 1, most_threads), options.threads);
}
MaybeError store_depth(Options& options, string_view value) {
    return keep(parse_count(value, 1, deepest), options.reading.limits.depth);
}
MaybeError store_body(Options& options, string_view value) {
    return keep(parse_size(value, largest_body), options.reading.limits.body);
}
MaybeError store_fields(Options& options, string_view value) {
    return keep(parse_count(value, 1, most_fields), options.reading.limits.fields);
}

constexpr auto thread_rows = std::to_array<OptionRow<Options>>({
    {{"threads", 'j', number_value, "use N threads (the number of cores)"}, store_threads},
});

constexpr auto limit_rows = std::to_array<OptionRow<Options>>({
    {{"max-depth", '\0', number_value, "maximum nesting depth of a body (128)"}, store_depth},
    {{"max-body", '\0', size_value, "maximum size of a body (64MiB)"}, store_body},
    {{"max-fields", '\0', number_value, "maximum number of values in a body (100000)"}, store_fields},
});

}  // namespace

constinit const OptionGroup<Options> event_options = group<event_rows>("which events");
constinit const OptionGroup<Options> framing_options = group<framing_rows>("which inputs");
constinit const OptionGroup<Options> file_list_options =
    group<file_list_rows, check_file_list>("which inputs");
constinit const OptionGroup<Options> syntax_options = group<syntax_rows>("checks");
constinit const OptionGroup<Options> rule_options = group<rule_rows>("checks");
constinit const OptionGroup<PrintOptions> note_options = group<note_rows>("checks");
constinit const OptionGroup<PrintOptions> output_options = group<output_rows>("output", true);
constinit const OptionGroup<PrintOptions> pager_options = group<pager_rows>("output");
constinit const OptionGroup<PrintOptions> link_options = group<link_rows>("output");
constinit const OptionGroup<PrintOptions> present_options = group<present_rows>("output");
constinit const OptionGroup<Options> progress_options = group<progress_rows>("output");
constinit const OptionGroup<Options> thread_options = group<thread_rows>("limits");
constinit const OptionGroup<Options> limit_options = group<limit_rows>("limits");

}  // namespace hookspect::cli
