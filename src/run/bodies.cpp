#include "run/bodies.h"

#include "check/checker.h"
#include "event/identity.h"
#include "intake/source/inputs.h"
#include "intake/source/source.h"
#include "ops/latest.h"
#include "run/messages.h"
#include "run/pipeline.h"
#include "run/printing.h"
#include "run/run_progress.h"
#include "schema/ids.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace hookspect::run {
namespace {

/// The stages before the command: --event, then --where.
class Stages {
public:
    Stages(const cli::Settings& settings, const Choice& choice)
        : settings_(&settings),
          choice_(&choice),
          needs_findings_(asks_validator(choice)),
          checker_({.policy = settings.policy, .now = needs_findings_ ? present_for(settings) : 0}) {}

    [[nodiscard]] bool keep(const event::Body& body) { return is_asked_for(body) && matches(body); }

private:
    const cli::Settings* settings_;
    const Choice* choice_;
    bool needs_findings_;
    check::Checker checker_;
    std::vector<finding::Finding> findings_;
    std::string scratch_;

    /// What cannot be decoded may be any event: --event never leaves it out silently.
    bool is_asked_for(const event::Body& body) {
        const auto& kinds = settings_->events;
        if (kinds.empty() || body.event == nullptr) return true;
        return std::any_of(kinds.begin(), kinds.end(), [&](const cli::EventKind& kind) {
            return holds(*body.event, schema::ids::event_resource, kind.resource) &&
                   (kind.name.empty() || holds(*body.event, schema::ids::event_name, kind.name));
        });
    }

    bool holds(const event::Event& event, schema::FieldId field, std::string_view value) {
        const event::SlotIndex slot = event.at(field);
        return slot != 0 && event[slot].kind == event::Kind::string &&
               event.text(event[slot], scratch_) == value;
    }

    bool matches(const event::Body& body) {
        if (choice_->where.empty()) return true;
        findings_.clear();
        if (needs_findings_) checker_.check(body, findings_);
        const query::Subject subject{body.event, findings_};
        return std::all_of(choice_->where.begin(), choice_->where.end(),
                           [&](const query::Expression& where) { return where.matches(subject); });
    }
};

/// The names of all inputs, those that directories stand for among them.
std::vector<std::string> list_inputs(const cli::Settings& settings, std::span<const std::string> files,
                                     RunResult& result) {
    std::vector<std::string> named(files.begin(), files.end());
    if (settings.files_from) {
        const auto names = intake::read_names(*settings.files_from, settings.nul_separated);
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
        std::vector<base::Error> problems;
        const auto expanded = intake::expand_input(name, problems);
        if (!expanded) problems.push_back(expanded.error());
        if (expanded) paths.insert(paths.end(), expanded->begin(), expanded->end());
        for (const base::Error& problem : problems) tell(problem);
        result.unreadable_input |= !problems.empty();
    }
    return paths;
}

/// One run over all inputs.
class Run {
public:
    Run(const cli::Settings& settings, const Choice& choice, output::Output& output, const BodyUser& user,
        RunResult& result)
        : settings_(&settings),
          output_(&output),
          user_(&user),
          result_(&result),
          stages_(settings, choice),
          choice_(&choice),
          reading_(reading_with(settings, user.selection)),
          pipeline_(
              reading_, {.threads = settings.threads}, [&output] { output.pause(); },
              user.part || choice.latest ? [this] { return share(); } : std::function<Share()>()) {
        if (choice.latest) latest_.emplace(reading_);
    }

    void read(const std::vector<std::string>& paths) {
        if (!output_->may_page()) progress_ = RunProgress::begin(*settings_, paths);
        if (progress_) output_->before_terminal([this] { progress_->clear(); });
        for (const std::string& path : paths) {
            if (stopped_ || !read_source(path)) break;
        }
        if (latest_) hand_over_latest(paths);
        output_->before_terminal({});
        progress_.reset();
    }

private:
    const cli::Settings* settings_;
    output::Output* output_;
    const BodyUser* user_;
    RunResult* result_;
    Stages stages_;
    const Choice* choice_;
    intake::ReadOptions reading_;
    std::optional<ops::Latest> latest_;
    bool stopped_ = false;
    std::unique_ptr<RunProgress> progress_;
    std::vector<output::Printed> spare_;
    Pipeline pipeline_;

    static intake::ReadOptions reading_with(const cli::Settings& settings,
                                            const event::Selection* selection) {
        intake::ReadOptions reading = settings.reading;
        reading.selection = settings.check ? nullptr : selection;
        return reading;
    }

    [[nodiscard]] bool is_done() const { return result_->bodies >= settings_->limit || output_->failed(); }

    Go hand_over(const event::Body& body) {
        if (is_done()) return Go::stop;
        ++result_->bodies;
        const Go go = user_->use(body);
        output_->drain();
        if (go == Go::stop) stopped_ = true;
        return is_done() ? Go::stop : go;
    }

    /// What a thread does with the bodies of a chunk, as hand_over() would with one after the other.
    Share share() {
        struct Work {
            Stages stages;
            Part part;
            std::optional<ops::Latest> latest;
            std::uint64_t bodies;
            output::Printed printed;
        };
        auto work = std::make_shared<Work>(Work{stages_, {}, {}, 0, spare_printed()});
        latest_ ? void(work->latest.emplace(reading_)) : void(work->part = user_->part());
        const auto use = [work](const event::Body& body) {
            if (!work->stages.keep(body)) return true;
            if (work->latest) {
                work->latest->add(body);
                return true;
            }
            ++work->bodies;
            return work->part.use(body, work->printed) == Go::on;
        };
        return {use, [this, work] {
                    if (work->latest) {
                        latest_->add(std::move(*work->latest));
                        return Share::Joined::yes;
                    }
                    return join(work->part, work->bodies, work->printed);
                }};
    }

    /// Memory for what is printed, as a chunk before had it: the system takes as long to give it anew as a
    /// thread to fill it.
    output::Printed spare_printed() {
        if (spare_.empty()) return {};
        output::Printed printed = std::move(spare_.back());
        spare_.pop_back();
        return printed;
    }

    Share::Joined join(const Part& part, std::uint64_t bodies, output::Printed& printed) {
        const bool crosses_limit = bodies > 0 && bodies >= settings_->limit - result_->bodies;
        if (crosses_limit || !part.join()) return Share::Joined::refused;
        result_->bodies += bodies;
        output_->printed().take(printed);
        output_->drain();
        spare_.push_back(std::move(printed));
        if (progress_) progress_->advance(pipeline_.state());
        return is_done() ? Share::Joined::stop : Share::Joined::yes;
    }

    /// Both streams may be one terminal.
    void tell_in_order(const base::Error& error) {
        output_->flush();
        if (progress_) progress_->clear();
        tell(error);
    }

    void end_source(const std::string& path) {
        if (user_->source_ended) user_->source_ended(path);
    }

    void hand_over_latest(const std::vector<std::string>& paths) {
        std::size_t at = 0;
        bool passed = false;  // the command wants no more of this source
        latest_->each([&](const event::Body& body) {
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

    [[nodiscard]] base::Result<intake::Source> open(const std::string& path) const {
        auto source = user_->open(path);
        if (!source || !source->is_file_of(output_->descriptor())) return source;
        const std::string name = path == "-" ? "standard input" : path;
        return base::Error{fmt::format("cannot read {}: it is the output, too", name),
                           path == "-" ? "" : fmt::format("-o {} writes it anew, when all is read", path)};
    }

    /// False when nothing more is to be read.
    bool read_source(const std::string& path) {
        if (is_done()) return false;
        auto source = open(path);
        if (!source) {
            tell_in_order(source.error());
            result_->unreadable_input = true;
            return true;
        }
        pipeline_.start(*source);
        Go go = Go::on;
        for (event::Body body; go == Go::on && pipeline_.next(body);) {
            if (progress_) progress_->advance(pipeline_.state());
            if (!stages_.keep(body)) continue;
            if (latest_) {
                latest_->add(body);
            } else {
                go = hand_over(body);
            }
        }
        if (!latest_) end_source(path);
        if (progress_) progress_->end_source(pipeline_.state());
        if (pipeline_.error()) {
            tell_in_order(*pipeline_.error());
            result_->unreadable_input = true;
        }
        return go != Go::stop;
    }
};

}  // namespace

bool asks_validator(const Choice& choice) {
    return std::any_of(choice.where.begin(), choice.where.end(),
                       [](const query::Expression& where) { return where.needs_findings(); });
}

void select(const Choice& choice, const cli::Settings& settings, event::Selection& selection) {
    for (const query::Expression& where : choice.where) where.select(selection);
    if (!settings.events.empty()) {
        selection.want(schema::ids::event_resource);
        selection.want(schema::ids::event_name);
    }
    if (choice.latest) event::select_identity(selection);
}

bool may_be_one_of_several(const cli::Settings& settings, std::span<const std::string> files,
                           std::string_view source) {
    return files.size() > 1 || settings.files_from || (!files.empty() && files.front() != source);
}

RunResult read_bodies(const cli::Settings& settings, std::span<const std::string> files, const Choice& choice,
                      output::Output& output, const BodyUser& user) {
    RunResult result;
    if (files.empty() && !settings.files_from && ::isatty(STDIN_FILENO) != 0) {
        result.nothing_to_read = true;
        return result;
    }
    const auto paths = list_inputs(settings, files, result);
    Run(settings, choice, output, user, result).read(paths);
    return result;
}

}  // namespace hookspect::run
