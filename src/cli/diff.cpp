#include "ops/diff.h"

#include "capture/body_decoder.h"
#include "cli/bodies.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/query_errors.h"
#include "cli/run_end.h"
#include "event/structurals.h"
#include "report/diff_json.h"
#include "report/diff_text.h"

#include <algorithm>
#include <stdexcept>

namespace hookspect {
namespace {

/// The one event of an input, kept while the other one is read.
struct OneEvent {
    explicit OneEvent(const ReadOptions& reading) : decoder(reading.limits, reading.at) {}

    BodyDecoder decoder;
    std::string bytes;  // with the padding that a decoder needs behind them
    Encoding encoding = Encoding::json;
    std::uint64_t number = 0;
    std::uint64_t line = 0;
    std::uint64_t events = 0;  // that there are, counted up to two
    int status = Status::good;

    const Event& event() {
        if (!decoder.decode_again(std::string_view(bytes).substr(0, bytes.size() - padding), encoding)) {
            throw std::logic_error("an event cannot be read a second time");
        }
        return decoder.event();
    }
};

std::string shown_name(const std::string& input) {
    return input == "-" ? "standard input" : input;
}

Go keep(OneEvent& one, const Body& body, Output& output) {
    if (body.fault) {
        one.status = Status::unreadable;
        tell_left_out(body, output);
        return Go::on;
    }
    if (++one.events > 1) return Go::stop;
    one.bytes.assign(body.bytes).append(padding, '\0');
    one.encoding = body.encoding;
    one.number = body.number;
    one.line = body.start.line;
    return Go::on;
}

/// Reads an input and sees that there is one event. What is wrong is told.
void read_one(OneEvent& one, const Settings& settings, const std::string& input, const Choice& choice,
              Output& output) {
    const auto use = [&](const Body& body) { return keep(one, body, output); };
    const RunResult result = read_bodies(settings, std::span(&input, 1), choice, output, {.use = use});
    if (result.unreadable_input) one.status = Status::unreadable;
    if (one.events > 1) {
        tell({shown_name(input) + " has more than one event",
              "-n 1, --event, --where and --latest choose one of them"});
        one.status = std::max(one.status, Status::usage);
    } else if (one.events == 0 && !result.unreadable_input) {
        const bool chosen = !settings.events.empty() || !settings.where.empty() || settings.limit == 0;
        tell(
            {"no event in " + shown_name(input), chosen ? "the options left out all there are, if any" : ""});
        one.status = Status::unreadable;
    }
}

bool add_paths(std::vector<Path>& paths, const std::vector<std::string>& texts, std::string_view option) {
    for (const std::string& text : texts) {
        auto parsed = parse_paths(text);
        if (const auto* error = std::get_if<QueryError>(&parsed)) {
            tell_query_error(*error, text, option);
            return false;
        }
        const auto& found = std::get<std::vector<Path>>(parsed);
        paths.insert(paths.end(), found.begin(), found.end());
    }
    return true;
}

std::optional<DiffOptions> compile(const Settings& settings) {
    DiffOptions options{.raw = settings.raw};
    const bool good = add_paths(options.only, settings.only_paths, "--only") &&
                      add_paths(options.ignore, settings.ignored_paths, "--ignore");
    return good ? std::optional(std::move(options)) : std::nullopt;
}

bool has_two_inputs(const Settings& settings) {
    const auto& inputs = settings.arguments;
    if (inputs.size() != 2) {
        tell({"diff needs two inputs", "hookspect diff before.json after.json"});
        return false;
    }
    if (inputs[0] != "-" || inputs[1] != "-") return true;
    tell({"standard input can be one of the two inputs, not both", {}});
    return false;
}

/// The input, with the line where that is not the only event.
std::string place_of(const std::string& input, const OneEvent& one) {
    return one.number == 1 ? input : input + ":" + std::to_string(one.line);
}

void print(Output& output, const Settings& settings, const Difference& difference,
           const Both<OneEvent*>& sides) {
    const auto& inputs = settings.arguments;
    if (settings.format == "json") {
        append_diff_json(output.text(), difference,
                         {{inputs[0], sides.before->number}, {inputs[1], sides.after->number}});
        return;
    }
    const Both<std::string> places{place_of(inputs[0], *sides.before), place_of(inputs[1], *sides.after)};
    const bool in_part = !settings.only_paths.empty() || !settings.ignored_paths.empty();
    append_diff_text(output.text(), difference, {places.before, places.after}, in_part,
                     presentation_for(settings, output));
}

}  // namespace

int run_diff(const Settings& settings) {
    if (!has_two_inputs(settings)) return Status::usage;
    const auto choice = compile_choice(settings);
    const auto options = compile(settings);
    if (!choice || !options) return Status::usage;
    auto output = open_pageable(settings);
    if (!output) return Status::unreadable;
    OneEvent before(settings.reading);
    OneEvent after(settings.reading);
    read_one(before, settings, settings.arguments[0], *choice, *output);
    read_one(after, settings, settings.arguments[1], *choice, *output);
    const int status = std::max(before.status, after.status);
    if (before.events != 1 || after.events != 1) {
        output->discard();
        return finish(*output, status);
    }
    const Difference difference = diff(before.event(), after.event(), *options);
    if (!settings.quiet) print(*output, settings, difference, {&before, &after});
    return finish(*output, std::max(status, difference.same() ? Status::good : Status::found));
}

}  // namespace hookspect
