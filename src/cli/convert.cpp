#include "cli/commands.h"
#include "cli/edits.h"
#include "cli/expressions.h"
#include "cli/option_groups.h"
#include "cli/printing.h"
#include "cli/value_kinds.h"
#include "cli/value_parsing.h"
#include "event/form_writer.h"
#include "event/json_printer.h"
#include "event/json_value.h"
#include "report/diff/form_losses.h"
#include "report/request/curl.h"
#include "report/request/http.h"
#include "run/engine.h"
#include "run/finish.h"
#include "run/left_out.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>

namespace hookspect::cli {
namespace {

using std::string_view;

struct ConvertSettings {
    std::vector<std::string> arguments;  // files
    run::Options run;
    PrintOptions print;
    std::string to;                    // empty: NDJSON, or with `pretty` JSON
    std::optional<base::HttpUrl> url;  // where the requests of --to curl and http go
    Edits edits;
    bool pretty = false;  // another name of --to json
};

/// Writes each event as the settings ask, and counts what could not be carried.
class Converter {
public:
    /// Both must live as long.
    Converter(const ConvertSettings& settings, const std::vector<ops::SampleEdit>& edits)
        : settings_(&settings),
          edits_(&edits),
          json_(settings.pretty || settings.to == "json" ? event::JsonLayout::indented
                                                         : event::JsonLayout::line) {}

    run::Answer use(const event::Body& body, output::Printed& printed) {
        if (left_out_.takes(body, printed)) return run::Answer::go_on;
        if (settings_->to == "curl") {
            report::append_curl_command(printed.text, report::delivery_of(body), *settings_->url);
        } else if (settings_->to == "http") {
            report::append_http_request(printed.text, report::delivery_of(body), *settings_->url);
        } else {
            write_event(body, printed.text);
        }
        return run::Answer::go_on;
    }

    [[nodiscard]] Converter part() const { return {*settings_, *edits_}; }

    [[nodiscard]] run::Answer join(const Converter& part) {
        losses_.add(part.losses_);
        left_out_.add(part.left_out_);
        return run::Answer::go_on;
    }

    [[nodiscard]] const run::LeftOut& left_out() const { return left_out_; }

    void tell_losses() const {
        std::string told;
        losses_.append_to(told);
        std::fwrite(told.data(), 1, told.size(), stderr);
    }

private:
    const ConvertSettings* settings_;
    const std::vector<ops::SampleEdit>* edits_;
    ops::SampleEditor editor_;
    std::string text_;
    void write_event(const event::Body& body, std::string& out) {
        const event::Event& event = edits_->empty() ? *body.event : edited(*body.event);
        if (settings_->to == "form") {
            form_.append(out, event);
            losses_.add(body, form_.lost());
        } else {
            json_.append(out, event);
        }
        out += '\n';
    }

    /// The event with the changes of --set and --unset, valid until the next call.
    const event::Event& edited(const event::Event& event) {
        text_.clear();
        event::append_json(text_, event, 0);
        for (const ops::SampleEdit& edit : *edits_) editor_.apply(edit, text_);
        return editor_.decode(text_);
    }

    event::JsonPrinter json_;
    event::FormWriter form_;
    report::FormLosses losses_;
    run::LeftOut left_out_;
};

/// People who know cp name the output last.
base::Result<intake::Source> open_input(const ConvertSettings& settings, const std::string& path) {
    auto source = intake::Source::open(path);
    const auto& named = settings.arguments;
    if (source || settings.print.output || named.size() != 2 || path != named.back()) return source;
    return base::Error{source.error().message, fmt::format("-o {} writes to it", path)};
}

run::Status convert(const ConvertSettings& settings) {
    const auto choice = compile_choice(settings.run, settings.print);
    const auto edits = compile_edits(settings.edits);
    if (!choice || !edits) return run::Status::usage;
    if (!has_input(settings.run, settings.arguments)) return run::Status::usage;
    auto output = open_output(settings.print, report::Content::json);  // a form is plain ASCII
    if (!output) return run::Status::unreadable;
    Converter converter(settings, *edits);
    run::BodyUser user = run::shared(converter);
    user.open = [&settings](const std::string& path) { return open_input(settings, path); };
    run::RunResult result = run::read_bodies(settings.run, settings.arguments, *choice, *output, user);
    result.left_out = converter.left_out().count();
    const run::Status status =
        run::end_run(*output, result, run::Needs::bodies, converter.left_out().status());
    converter.tell_losses();
    return status;
}

// The command line

MaybeError store_url(ConvertSettings& settings, string_view value) {
    const auto url = base::parse_http_url(value);
    if (!url) return url.error();
    settings.url = *url;
    return {};
}

MaybeError check(const ConvertSettings& settings) {
    if (settings.pretty && settings.to != "json" && !settings.to.empty())
        return base::Error{fmt::format("--pretty cannot be combined with --to {}", settings.to), {}};
    const bool requests = settings.to == "curl" || settings.to == "http";
    if (requests && !settings.url) {
        return base::Error{fmt::format("--to {} needs --url", settings.to),
                           "the URL of the receiver, such as --url http://localhost:8080/hook"};
    }
    if (settings.url && !requests) return base::Error{"--url needs --to curl or --to http", {}};
    if (settings.to == "http" && settings.url->user)
        return base::Error{"--to http sends no user name, and --url has one", "--to curl sends it"};
    if (requests && !settings.edits.list.empty()) {
        return base::Error{fmt::format("--to {} sends bodies as they were received", settings.to),
                           "--set and --unset change events: convert to JSON first"};
    }
    return {};
}

constexpr std::array<string_view, 5> kinds{"ndjson", "json", "form", "curl", "http"};
constexpr ValueKind kind_value{"KIND", nullptr, kinds};
constexpr ValueKind url_value{"URL"};

constexpr auto rows = std::to_array<OptionRow<ConvertSettings>>({
    {{"to", '\0', kind_value, "output encoding"}, keep_text<&ConvertSettings::to>},
    {{"url", '\0', url_value, "where the requests of --to curl and http go"}, store_url},
    {{"pretty", '\0', flag, "the same as --to json: each member on its own line"},
     set<&ConvertSettings::pretty>},
});
constexpr OptionGroup<ConvertSettings> options = group<rows, check>("convert");

constexpr auto groups = std::to_array<CommandGroup>({
    own(options),
    in<&ConvertSettings::edits>(edit_options),
    in<&ConvertSettings::run>(event_options),
    in<&ConvertSettings::run>(framing_options),
    in<&ConvertSettings::run>(file_list_options),
    in<&ConvertSettings::run>(rule_options),
    in<&ConvertSettings::print>(output_options),
    in<&ConvertSettings::print>(present_options),
    in<&ConvertSettings::run>(progress_options),
    in<&ConvertSettings::run>(thread_options),
    in<&ConvertSettings::run>(limit_options),
});
constexpr auto aliases = std::to_array<Alias>({
    {"format", "convert"},
    {"fmt", "convert"},
    {"redact", "convert --redact"},
    {"anonymize", "convert --redact"},
    {"anonymise", "convert --redact"},
});
constexpr std::array<Argument, 1> arguments{{{files_argument, true}}};
constexpr std::array<string_view, 4> examples{
    "hookspect convert bodies.form > deliveries.ndjson",
    "hookspect convert --to json --event campaign captures/",
    "hookspect convert --to form delivery.json",
    "hookspect convert --to curl --url http://localhost:8080/hook captures/ | sh",
};
constexpr auto habits = std::to_array<Habit>({
    {"f", "did you mean --to?"},
    {"format", "did you mean --to?"},
    {"json", "did you mean --to json?"},
    {"ndjson", "did you mean --to ndjson?"},
    {"form", "did you mean --to form?"},
    {"curl", "did you mean --to curl?"},
});

}  // namespace

constinit const Command convert_command{
    .name = "convert",
    .aliases = aliases,
    .arguments = arguments,
    .summary = "write events as NDJSON, JSON, forms or requests",
    .examples = examples,
    .groups = groups,
    .habits = habits,
    .start = start<ConvertSettings, convert>,
};

}  // namespace hookspect::cli
