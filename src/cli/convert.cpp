#include "cli/expressions.h"
#include "cli/options.h"
#include "event/form_writer.h"
#include "event/json_printer.h"
#include "report/diff/form_losses.h"
#include "report/request/curl.h"
#include "report/request/http.h"
#include "run/bodies.h"
#include "run/printing.h"
#include "run/run_end.h"

#include <fmt/format.h>

#include <cstdio>

namespace hookspect::cli {
namespace {

/// Writes each event as the settings ask, and counts what could not be carried.
class Converter {
public:
    explicit Converter(const Settings& settings)
        : settings_(&settings),
          json_(settings.pretty || settings.to == "json" ? event::JsonLayout::indented
                                                         : event::JsonLayout::line) {}

    run::Go use(const event::Body& body, output::Printed& printed) {
        if (left_out_.takes(body, printed)) return run::Go::on;
        if (settings_->to == "curl") {
            report::append_curl_command(printed.text, report::delivery_of(body), *settings_->url);
        } else if (settings_->to == "http") {
            report::append_http_request(printed.text, report::delivery_of(body), *settings_->url);
        } else {
            write_event(body, printed.text);
        }
        return run::Go::on;
    }

    [[nodiscard]] Converter part() const { return Converter(*settings_); }

    [[nodiscard]] bool join(const Converter& part) {
        losses_.add(part.losses_);
        left_out_.add(part.left_out_);
        return true;
    }

    [[nodiscard]] const run::LeftOut& left_out() const { return left_out_; }

    void tell_losses() const {
        std::string told;
        losses_.append_to(told);
        std::fwrite(told.data(), 1, told.size(), stderr);
    }

private:
    const Settings* settings_;
    event::JsonPrinter json_;
    event::FormWriter form_;
    report::FormLosses losses_;
    run::LeftOut left_out_;

    void write_event(const event::Body& body, std::string& out) {
        if (settings_->to == "form") {
            form_.append(out, *body.event);
            losses_.add(body, form_.lost());
        } else {
            json_.append(out, *body.event);
        }
        out += '\n';
    }
};

/// People who know cp name the output last.
base::Result<intake::Source> open_input(const Settings& settings, const std::string& path) {
    auto source = intake::Source::open(path);
    const auto& named = settings.arguments;
    if (source || settings.output || named.size() != 2 || path != named.back()) return source;
    return base::Error{source.error().message, fmt::format("-o {} writes to it", path)};
}

}  // namespace

int run_convert(const Settings& settings) {
    const auto choice = compile_choice(settings);
    if (!choice) return Status::usage;
    auto output = run::open_output(settings);
    if (!output) return Status::unreadable;
    output->escape_json();  // a form is plain ASCII
    Converter converter(settings);
    run::BodyUser user = run::shared(converter, *output);
    user.open = [&settings](const std::string& path) { return open_input(settings, path); };
    run::RunResult result = run::read_bodies(settings, settings.arguments, *choice, *output, user);
    result.left_out = converter.left_out().count();
    const int status = run::end_run(*output, result, converter.left_out().status());
    converter.tell_losses();
    return status;
}

}  // namespace hookspect::cli
