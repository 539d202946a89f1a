#include "ops/get.h"

#include "cli/expressions.h"
#include "cli/options.h"
#include "cli/query_errors.h"
#include "report/get/printer.h"
#include "run/bodies.h"
#include "run/messages.h"
#include "run/printing.h"
#include "run/run_end.h"

#include <fmt/format.h>

#include <algorithm>

namespace hookspect::cli {
namespace {

ops::GetFormat format_named(std::string_view name) {
    if (name == "json") return ops::GetFormat::json;
    if (name == "ndjson") return ops::GetFormat::ndjson;
    if (name == "csv") return ops::GetFormat::csv;
    return name == "tsv" ? ops::GetFormat::tsv : ops::GetFormat::text;
}

std::optional<ops::GetOptions> compile(const Settings& settings) {
    ops::GetOptions options;
    auto paths = schema::parse_paths(settings.arguments.front());
    if (const auto* error = std::get_if<base::TextError>(&paths)) {
        tell_query_error(*error, settings.arguments.front(), "get");
        return std::nullopt;
    }
    options.paths = std::get<std::vector<schema::Path>>(std::move(paths));
    auto languages = compile_languages(settings);
    if (!languages) return std::nullopt;
    options.languages = std::move(*languages);
    options.fallback = settings.fallback;
    options.with_language = settings.with_language;
    options.all = settings.all;
    options.format = format_named(settings.format);
    options.dates = settings.dates.value_or(base::Dates::raw);
    options.with_source = settings.with_source;
    options.nul = settings.nul_output;
    if (const auto error = ops::check_get_options(options)) {
        run::tell(*error);
        return std::nullopt;
    }
    return options;
}

int list(const Settings& settings) {
    if (!settings.arguments.empty()) {
        run::tell({"get --list takes no argument",
                   fmt::format("hookspect explain {} tells of one field", settings.arguments.front())});
        return Status::usage;
    }
    auto output = run::open_output(settings);
    if (!output) return Status::unreadable;
    const auto paths = schema::list_paths();
    std::size_t columns = 0;
    for (const schema::ListedPath& listed : paths) columns = std::max(columns, listed.path.size());
    for (const schema::ListedPath& listed : paths) {
        output->text()
            .append(listed.path)
            .append(columns + 2 - listed.path.size(), ' ')
            .append(listed.type) += '\n';
    }
    return run::finish(*output, Status::good);
}

/// Prints what the events have, and tells of bodies that are none.
class Getter {
public:
    explicit Getter(report::GetPrinter printer) : printer_(std::move(printer)) {}

    run::Go use(const event::Body& body, output::Printed& printed) {
        if (!left_out_.takes(body, printed)) printer_.add(printed.text, body);
        return run::Go::on;
    }

    [[nodiscard]] Getter part() const { return Getter(printer_.part()); }

    [[nodiscard]] bool join(const Getter& part) {
        if (!printer_.join(part.printer_)) return false;
        left_out_.add(part.left_out_);
        return true;
    }

    [[nodiscard]] report::GetPrinter& printer() { return printer_; }
    [[nodiscard]] const run::LeftOut& left_out() const { return left_out_; }

private:
    report::GetPrinter printer_;
    run::LeftOut left_out_;
};

}  // namespace

int run_get(const Settings& settings) {
    if (settings.list_paths) return list(settings);
    if (settings.arguments.empty()) {
        run::tell({"get needs a path", "hookspect get --list prints all paths"});
        return Status::usage;
    }
    auto options = compile(settings);
    const auto choice = compile_choice(settings);
    if (!options || !choice) return Status::usage;
    auto output = run::open_output(settings);
    if (!output) return Status::unreadable;
    const report::Presentation presentation = run::presentation_for(settings, *output);
    options->safe = output->is_terminal();
    options->unicode = presentation.unicode;
    event::Selection selection;
    for (const schema::Path& path : options->paths) event::select(path, selection);
    run::select(*choice, settings, selection);
    Getter getter{report::GetPrinter(*options)};
    getter.printer().begin(output->text());
    const auto files = std::span(settings.arguments).subspan(1);
    run::RunResult result =
        run::read_bodies(settings, files, *choice, *output, run::shared(getter, *output, &selection));
    result.left_out = getter.left_out().count();
    if (!result.nothing_to_read) getter.printer().end(output->text());
    int status = getter.left_out().status();
    if (settings.every && getter.printer().missed()) status = std::max(status, Status::found);
    return run::end_run(*output, result, status);
}

}  // namespace hookspect::cli
