#include "check/check.h"
#include "cli/options.h"
#include "event/json_writer.h"
#include "report/card/card.h"
#include "report/card/oneline.h"
#include "report/first_item.h"
#include "run/bodies.h"
#include "run/printing.h"
#include "run/run_end.h"

#include <algorithm>

namespace hookspect {
namespace {

/// Prints each body as the settings ask.
class Shower {
public:
    Shower(const Settings& settings, const Presentation& presentation)
        : settings_(&settings), presentation_(&presentation) {}

    Go use(const Body& body, Printed& printed) {
        if (body.fault) status_ = std::max(status_, Status::unreadable);
        settings_->format == "json" ? show_json(body, printed) : show_text(body, printed.text);
        return Go::on;
    }

    [[nodiscard]] Shower part() const {
        Shower part(*settings_, *presentation_);
        part.card_ = FirstItem::of_part();
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
    const Presentation* presentation_;
    std::vector<Finding> findings_;
    FirstItem card_;
    int status_ = Status::good;

    void show_text(const Body& body, std::string& out) {
        findings_.clear();
        find(body, settings_->policy, findings_);
        if (settings_->one_line) {
            const bool several = may_be_one_of_several(*settings_, settings_->arguments, body.source);
            append_oneline(out, body, several, findings_, *presentation_);
            return;
        }
        if (!card_.take()) out += '\n';
        append_card(out, body, findings_, *presentation_);
    }

    static void show_json(const Body& body, Printed& printed) {
        if (body.fault) return tell_left_out(body, printed);
        append_json(printed.text, *body.event, 0);
        printed.text += '\n';
    }
};

}  // namespace

int run_show(const Settings& settings) {
    const auto choice = compile_choice(settings);
    auto languages = compile_languages(settings);
    if (!choice || !languages) return Status::usage;
    auto output = open_pageable(settings);
    if (!output) return Status::unreadable;
    Presentation presentation = presentation_for(settings, *output);
    presentation.languages = std::move(*languages);
    Shower shower(settings, presentation);
    const RunResult result =
        read_bodies(settings, settings.arguments, *choice, *output, shared(shower, *output));
    return end_run_with_events(settings, *output, result, shower.status());
}

}  // namespace hookspect
