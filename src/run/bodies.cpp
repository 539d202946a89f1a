#include "run/bodies.h"

#include "check/checker.h"
#include "event/identity.h"
#include "intake/source/inputs.h"
#include "intake/source/source.h"
#include "ops/latest.h"
#include "run/input_place.h"
#include "run/messages.h"
#include "run/pipeline.h"
#include "run/run_progress.h"
#include "schema/ids.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace hookspect::run {
namespace {

/// The stages before the command: the place or the number, then --event, then --where.
class Stages {
public:
    Stages(const Options& options, const Choice& choice)
        : options_(&options),
          choice_(&choice),
          needs_findings_(asks_validator(choice)),
          checker_({.policy = options.policy, .now = choice.now}) {}

    /// From here on, only bodies at a place are kept; nothing: at any place.
    void at(const std::optional<InputPlace>& place) { place_ = place; }

    [[nodiscard]] bool keep(const event::Body& body) {
        const auto& [first, last] = options_->numbers;
        if (body.number < first || body.number > last) return false;
        if (place_ && !place_->is_in(body)) return false;
        return is_asked_for(body) && matches(body);
    }

    /// Whether nothing after this body can be kept in its input.
    [[nodiscard]] bool is_last(const event::Body& body) const {
        return body.number >= options_->numbers.last;
    }

private:
    const Options* options_;
    const Choice* choice_;
    bool needs_findings_;
    check::Checker checker_;
    std::optional<InputPlace> place_;
    std::vector<finding::Finding> findings_;
    std::string scratch_;

    /// What cannot be decoded may be any event: --event never leaves it out silently.
    bool is_asked_for(const event::Body& body) {
        const auto& kinds = options_->events;
        if (kinds.empty() || body.event == nullptr) return true;
        return std::any_of(kinds.begin(), kinds.end(), [&](const EventKind& kind) {
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

/// The inputs of a run, and which of them are only a place in one.
struct InputList {
    std::vector<std::string> paths;
    std::vector<std::optional<InputPlace>> places;  // for each path
};

/// All inputs, those that directories stand for among them.
InputList list_inputs(const Options& options, std::span<const std::string> files, RunResult& result) {
    std::vector<std::string> named(files.begin(), files.end());
    if (options.files_from) {
        const auto names = intake::read_names(*options.files_from, options.nul_separated);
        if (names) {
            named.insert(named.end(), names->begin(), names->end());
        } else {
            tell(names.error());
            result.unreadable_input = true;
        }
    } else if (named.empty()) {
        named.emplace_back("-");
    }
    InputList list;
    for (const std::string& name : named) {
        if (auto place = read_input_place(name)) {
            list.paths.push_back(place->path);
            list.places.push_back(std::move(place));
            continue;
        }
        std::vector<base::Error> problems;
        const auto expanded = intake::expand_input(name, problems);
        if (!expanded) problems.push_back(expanded.error());
        if (expanded) list.paths.insert(list.paths.end(), expanded->begin(), expanded->end());
        list.places.resize(list.paths.size());
        for (const base::Error& problem : problems) tell(problem);
        result.unreadable_input |= !problems.empty();
    }
    return list;
}

/// One run over all inputs.
class Run {
public:
    Run(const Options& options, const Choice& choice, output::Output& output, const BodyUser& user,
        RunResult& result)
        : options_(&options),
          output_(&output),
          user_(&user),
          result_(&result),
          stages_(options, choice),
          choice_(&choice),
          reading_(reading_with(options, user.selection)),
          pipeline_(
              reading_, {.threads = options.threads}, [&output] { output.pause(); },
              user.part || choice.latest ? [this] { return share(); } : std::function<Share()>()) {
        if (choice.latest) latest_.emplace(reading_);
    }

    void read(const InputList& inputs) {
        const auto& paths = inputs.paths;
        if (!output_->may_page()) progress_ = RunProgress::begin(*options_, paths);
        if (progress_) output_->before_terminal([this] { progress_->clear(); });
        for (std::size_t i = 0; i < paths.size(); ++i) {
            stages_.at(inputs.places[i]);
            if (stopped_ || !read_source(paths[i])) break;
        }
        if (latest_) hand_over_latest(paths);
        output_->before_terminal({});
        progress_.reset();
    }

private:
    const Options* options_;
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

    static intake::ReadOptions reading_with(const Options& options, const event::Selection* selection) {
        intake::ReadOptions reading = options.reading;
        reading.selection = options.check ? nullptr : selection;
        return reading;
    }

    [[nodiscard]] bool is_done() const { return result_->bodies >= options_->limit || output_->failed(); }

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
        const bool crosses_limit = bodies > 0 && bodies >= options_->limit - result_->bodies;
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
            const bool last = stages_.is_last(body);
            if (stages_.keep(body)) {
                if (latest_) {
                    latest_->add(body);
                } else {
                    go = hand_over(body);
                }
            }
            if (last && go == Go::on) go = Go::next_source;
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

void select(const Choice& choice, const Options& options, event::Selection& selection) {
    for (const query::Expression& where : choice.where) where.select(selection);
    if (!options.events.empty()) {
        selection.want(schema::ids::event_resource);
        selection.want(schema::ids::event_name);
    }
    if (choice.latest) event::select_identity(selection);
}

bool may_be_one_of_several(const Options& options, std::span<const std::string> files,
                           std::string_view source) {
    return files.size() > 1 || options.files_from || (!files.empty() && files.front() != source);
}

RunResult read_bodies(const Options& options, std::span<const std::string> files, const Choice& choice,
                      output::Output& output, const BodyUser& user) {
    RunResult result;
    if (files.empty() && !options.files_from && ::isatty(STDIN_FILENO) != 0) {
        result.nothing_to_read = true;
        return result;
    }
    Run(options, choice, output, user, result).read(list_inputs(options, files, result));
    return result;
}

}  // namespace hookspect::run
