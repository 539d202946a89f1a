#include "cli/bodies.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/run_end.h"
#include "event/form_writer.h"
#include "event/json_printer.h"
#include "report/form_losses.h"

#include <cstdio>

namespace hookspect {

int run_convert(const Settings& settings) {
    const auto choice = compile_choice(settings);
    if (!choice) return Status::usage;
    auto output = open_output(settings);
    if (!output) return Status::unreadable;
    const bool as_form = settings.to == "form";
    const bool indented = settings.pretty || settings.to == "json";
    JsonPrinter json(indented ? JsonLayout::indented : JsonLayout::line);
    FormWriter form;
    FormLosses losses;
    int status = Status::good;
    const auto use = [&](const Body& body) {
        if (body.fault) {
            status = Status::unreadable;
            tell_left_out(body, *output);
            return Go::on;
        }
        if (as_form) {
            form.append(output->text(), *body.event);
            losses.add(body, form.lost());
        } else {
            json.append(output->text(), *body.event);
        }
        output->text() += '\n';
        return Go::on;
    };
    const RunResult result = read_bodies(settings, settings.arguments, *choice, *output, {.use = use});
    status = end_run(*output, result, status);
    std::string told;
    losses.append_to(told);
    std::fwrite(told.data(), 1, told.size(), stderr);
    return status;
}

}  // namespace hookspect
