#include "cli/bodies.h"

#include "capture/inputs.h"
#include "capture/reader.h"
#include "capture/source.h"
#include "check/check.h"
#include "check/ids.h"
#include "cli/messages.h"
#include "ops/latest.h"

#include <unistd.h>

#include <algorithm>

namespace hookspect {
namespace {

/// The stages before the command: --event, then --where.
class Stages {
public:
    Stages(const Settings& settings, const Choice& choice) : settings_(&settings), choice_(&choice) {
        needs_findings_ = std::any_of(choice.where.begin(), choice.where.end(),
                                      [](const Expression& where) { return where.needs_findings(); });
    }

    [[nodiscard]] bool keep(const Body& body) { return is_asked_for(body) && matches(body); }

private:
    const Settings* settings_;
    const Choice* choice_;
    bool needs_findings_ = false;
    std::vector<Finding> findings_;
    std::string scratch_;

    /// What cannot be decoded may be any event: --event never leaves it out silently.
    bool is_asked_for(const Body& body) {
        const auto& kinds = settings_->events;
        if (kinds.empty() || body.event == nullptr) return true;
        return std::any_of(kinds.begin(), kinds.end(), [&](const EventKind& kind) {
            return holds(*body.event, ids::event_resource, kind.resource) &&
                   (kind.name.empty() || holds(*body.event, ids::event_name, kind.name));
        });
    }

    bool holds(const Event& event, FieldId field, std::string_view value) {
        const SlotIndex slot = event.at(field);
        return slot != 0 && event[slot].kind == Kind::string && event.text(event[slot], scratch_) == value;
    }

    bool matches(const Body& body) {
        if (choice_->where.empty()) return true;
        findings_.clear();
        if (needs_findings_) find(body, settings_->policy, findings_);
        const Subject subject{body.event, findings_};
        return std::all_of(choice_->where.begin(), choice_->where.end(),
                           [&](const Expression& where) { return where.matches(subject); });
    }
};

/// The names of all inputs, those that directories stand for among them.
std::vector<std::string> list_inputs(const Settings& settings, std::span<const std::string> files,
                                     RunResult& result) {
    std::vector<std::string> named(files.begin(), files.end());
    if (settings.files_from) {
        const auto names = read_names(*settings.files_from, settings.nul_separated);
        if (names) {
            named.insert(named.end(), names->begin(), names->end());
        } else {
            tell(names.error());
            result.unreadable_input = true;
        }
    } else if (named.empty()) {
        named.emplace_back("-");
    }
    std::vector<std::string> paths;
    for (const std::string& name : named) {
        std::vector<Error> problems;
        const auto expanded = expand_input(name, problems);
        if (!expanded) problems.push_back(expanded.error());
        if (expanded) paths.insert(paths.end(), expanded->begin(), expanded->end());
        for (const Error& problem : problems) tell(problem);
        result.unreadable_input |= !problems.empty();
    }
    return paths;
}

/// One run over all inputs.
class Run {
public:
    Run(const Settings& settings, const Choice& choice, Output& output, const BodyUser& user,
        RunResult& result)
        : settings_(&settings),
          output_(&output),
          user_(&user),
          result_(&result),
          stages_(settings, choice),
          reading_(reading_with(settings, user.selection)),
          reader_(reading_, [&output] { output.pause(); }) {
        if (choice.latest) latest_.emplace(reading_);
    }

    void read(const std::vector<std::string>& paths) {
        for (const std::string& path : paths) {
            if (stopped_ || !read_source(path)) break;
        }
        if (latest_) hand_over_latest(paths);
    }

private:
    const Settings* settings_;
    Output* output_;
    const BodyUser* user_;
    RunResult* result_;
    Stages stages_;
    ReadOptions reading_;
    BodyReader reader_;
    std::optional<Latest> latest_;
    bool stopped_ = false;

    static ReadOptions reading_with(const Settings& settings, const Selection* selection) {
        ReadOptions reading = settings.reading;
        reading.selection = settings.check ? nullptr : selection;
        return reading;
    }

    [[nodiscard]] bool is_done() const { return result_->bodies >= settings_->limit || output_->failed(); }

    Go hand_over(const Body& body) {
        if (is_done()) return Go::stop;
        ++result_->bodies;
        const Go go = user_->use(body);
        output_->drain();
        if (go == Go::stop) stopped_ = true;
        return is_done() ? Go::stop : go;
    }

    void end_source(const std::string& path) {
        if (user_->source_ended) user_->source_ended(path);
    }

    void hand_over_latest(const std::vector<std::string>& paths) {
        std::size_t at = 0;
        bool passed = false;  // the command wants no more of this source
        latest_->each([&](const Body& body) {
            while (paths[at] != body.source) {
                end_source(paths[at++]);
                passed = false;
            }
            const Go go = passed ? Go::next_source : hand_over(body);
            passed = go == Go::next_source;
            return go != Go::stop;
        });
        for (; at < paths.size(); ++at) end_source(paths[at]);
    }

    /// False when nothing more is to be read.
    bool read_source(const std::string& path) {
        if (is_done()) return false;
        auto source = user_->open(path);
        if (!source) {
            tell(source.error());
            result_->unreadable_input = true;
            return true;
        }
        reader_.start(*source);
        Go go = Go::on;
        for (Body body; go == Go::on && reader_.next(body);) {
            if (!stages_.keep(body)) continue;
            if (latest_) {
                latest_->add(body);
            } else {
                go = hand_over(body);
            }
        }
        if (!latest_) end_source(path);
        if (reader_.error()) {
            output_->flush();
            tell(*reader_.error());
            result_->unreadable_input = true;
        }
        return go != Go::stop;
    }
};

}  // namespace

void select(const Choice& choice, const Settings& settings, Selection& selection) {
    for (const Expression& where : choice.where) where.select(selection);
    if (!settings.events.empty()) {
        selection.want(ids::event_resource);
        selection.want(ids::event_name);
    }
    if (choice.latest) select_identity(selection);
}

RunResult read_bodies(const Settings& settings, std::span<const std::string> files, const Choice& choice,
                      Output& output, const BodyUser& user) {
    RunResult result;
    if (files.empty() && !settings.files_from && ::isatty(STDIN_FILENO) != 0) {
        result.nothing_to_read = true;
        return result;
    }
    const auto paths = list_inputs(settings, files, result);
    Run(settings, choice, output, user, result).read(paths);
    return result;
}

}  // namespace hookspect
