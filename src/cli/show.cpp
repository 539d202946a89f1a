#include "check/check.h"
#include "cli/bodies.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/run_end.h"
#include "event/json_writer.h"
#include "report/card.h"
#include "report/oneline.h"

#include <algorithm>

namespace hookspect {

namespace {

/// Prints each body as the settings ask.
class Shower {
public:
    Shower(const Settings& settings, Output& output, const Presentation& presentation)
        : settings_(&settings), output_(&output), presentation_(&presentation) {}

    void show(const Body& body) {
        if (settings_->format == "json") {
            show_json(body);
            return;
        }
        findings_.clear();
        find(body, settings_->policy, findings_);
        if (settings_->one_line) {
            append_oneline(output_->text(), body, has_several(body.source), findings_, *presentation_);
        } else {
            if (!first_) output_->text() += '\n';
            append_card(output_->text(), body, findings_, *presentation_);
        }
        first_ = false;
    }

private:
    const Settings* settings_;
    Output* output_;
    const Presentation* presentation_;
    std::vector<Finding> findings_;
    bool first_ = true;

    /// Whether this input may not be the only one: a directory stands for any number.
    [[nodiscard]] bool has_several(std::string_view source) const {
        const auto& named = settings_->arguments;
        return named.size() > 1 || settings_->files_from || (!named.empty() && named.front() != source);
    }

    void show_json(const Body& body) {
        if (body.fault) return tell_left_out(body, *output_);
        append_json(output_->text(), *body.event, 0);
        output_->text() += '\n';
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
    Shower shower(settings, *output, presentation);
    int status = Status::good;
    const auto use = [&](const Body& body) {
        if (body.fault) status = std::max(status, Status::unreadable);
        shower.show(body);
        return Go::on;
    };
    const RunResult result = read_bodies(settings, settings.arguments, *choice, *output, {.use = use});
    return end_run_with_events(settings, *output, result, status);
}

}  // namespace hookspect
