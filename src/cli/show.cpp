#include "check/checker.h"
#include "cli/expressions.h"
#include "cli/options.h"
#include "event/json_value.h"
#include "report/card/card.h"
#include "report/card/oneline.h"
#include "report/first_item.h"
#include "run/bodies.h"
#include "run/printing.h"
#include "run/run_end.h"

#include <algorithm>

namespace hookspect::cli {
namespace {

/// Prints each body as the settings ask.
class Shower {
public:
    Shower(const Settings& settings, const report::Presentation& presentation, const check::Checker& checker)
        : settings_(&settings), presentation_(&presentation), checker_(&checker) {}

    run::Go use(const event::Body& body, output::Printed& printed) {
        if (body.fault) status_ = std::max(status_, Status::unreadable);
        settings_->format == "json" ? show_json(body, printed) : show_text(body, printed.text);
        return run::Go::on;
    }

    [[nodiscard]] Shower part() const {
        Shower part(*settings_, *presentation_, *checker_);
        part.card_ = report::FirstItem::of_part();
        return part;
    }

    [[nodiscard]] bool join(const Shower& part) {
        if (!card_.fits(part.card_)) return false;
        status_ = std::max(status_, part.status_);
        return true;
    }

    [[nodiscard]] int status() const { return status_; }

private:
    const Settings* settings_;
    const report::Presentation* presentation_;
    const check::Checker* checker_;
    std::vector<finding::Finding> findings_;
    report::FirstItem card_;
    int status_ = Status::good;

    void show_text(const event::Body& body, std::string& out) {
        findings_.clear();
        checker_->check(body, findings_);
        if (settings_->one_line) {
            const bool several = run::may_be_one_of_several(*settings_, settings_->arguments, body.source);
            report::append_oneline(out, body, several, findings_, *presentation_);
            return;
        }
        if (!card_.take()) out += '\n';
        report::append_card(out, body, findings_, *presentation_);
    }

    static void show_json(const event::Body& body, output::Printed& printed) {
        if (body.fault) return run::tell_left_out(body, printed);
        event::append_json(printed.text, *body.event, 0);
        printed.text += '\n';
    }
};

}  // namespace

int run_show(const Settings& settings) {
    const auto choice = compile_choice(settings);
    auto languages = compile_languages(settings);
    if (!choice || !languages) return Status::usage;
    auto output = run::open_pageable(settings);
    if (!output) return Status::unreadable;
    report::Presentation presentation = run::presentation_for(settings, *output);
    presentation.languages = std::move(*languages);
    const check::Checker checker({.policy = settings.policy, .now = presentation.now});
    Shower shower(settings, presentation, checker);
    const run::RunResult result =
        run::read_bodies(settings, settings.arguments, *choice, *output, run::shared(shower, *output));
    return run::end_run_with_events(settings, *output, result, shower.status());
}

}  // namespace hookspect::cli
