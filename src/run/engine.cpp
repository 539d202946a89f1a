#include "run/engine.h"

#include "intake/source/inputs.h"
#include "run/input_place.h"
#include "run/latest_stage.h"
#include "run/messages.h"
#include "run/pieces.h"
#include "run/pipeline.h"
#include "run/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace hookspect::run {
namespace {

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

/// What the inputs are called together.
std::string name_of(const Options& options, std::span<const std::string> files) {
    if (files.empty() && !options.files_from) return "standard input";
    if (files.size() != 1) return "the input";
    return files.front() == "-" ? "standard input" : files.front();
}

/// The stages that a body goes through in one thread: it is counted, chosen, then used. A stage between the
/// two is called in use(), where the body has been chosen, --latest included.
class Stages {
public:
    /// `reading` must live as long.
    Stages(const intake::ReadOptions& reading, const Choice& choice, Part part, Pieces pieces)
        : reading_(&reading), chooser_(choice), part_(std::move(part)), pieces_(pieces) {}

    /// From here on, only bodies at a place are chosen; nothing: at any place.
    void at(const std::optional<InputPlace>& place) { chooser_.at(place); }

    [[nodiscard]] bool choose(const event::Body& body) {
        census_.add(body, *reading_);
        return chooser_.keeps(body);
    }

    /// Whether nothing after this body can be chosen in its input.
    [[nodiscard]] bool is_last(const event::Body& body) const { return chooser_.is_last(body); }

    /// The stages of a thread that works apart.
    [[nodiscard]] Stages apart(Part part) const {
        Stages stages(*this);
        stages.part_ = std::move(part);
        stages.pieces_ = pieces_.apart();
        stages.census_ = {};
        stages.used_ = 0;
        return stages;
    }

    [[nodiscard]] Answer use(const event::Body& body, output::Printed& printed) {
        ++used_;
        return pieces_.print(printed, [&] { return part_.use(body, printed); });
    }

    /// Adds what another thread did, with bodies after these: it was printed to `printed`, which is to
    /// follow.
    [[nodiscard]] Answer join(const Stages& later, output::Printed& printed) {
        const Answer answer = later.part_.join ? later.part_.join() : Answer::go_on;
        if (answer == Answer::not_mine) return answer;
        census_.join(later.census_);
        used_ += later.used_;
        pieces_.join(later.pieces_, printed);
        return answer;
    }

    [[nodiscard]] const Census& census() const { return census_; }
    [[nodiscard]] std::uint64_t used() const { return used_; }
    [[nodiscard]] bool printed() const { return pieces_.any(); }

private:
    const intake::ReadOptions* reading_;
    Census census_;
    Chooser chooser_;
    Part part_;
    Pieces pieces_;
    std::uint64_t used_ = 0;
};

/// One run over all inputs.
class Run {
public:
    Run(const Options& options, const Choice& choice, output::Output& output, const BodyUser& user,
        RunResult& result)
        : options_(&options),
          output_(&output),
          user_(&user),
          result_(&result),
          reading_(reading_with(options, user.selection)),
          stages_(reading_, choice, {user.use, {}}, Pieces(user.separator)),
          pipeline_(
              reading_, {.threads = options.threads}, [&output] { output.pause(); },
              user.part || choice.latest ? [this] { return share(); } : std::function<Share()>()) {
        if (choice.latest) latest_.emplace(reading_);
    }

    void read(const InputList& inputs) {
        const auto& paths = inputs.paths;
        if (!output_->may_page()) progress_ = Progress::begin(options_->progress, paths);
        if (progress_) output_->before_terminal([this] { progress_->clear(); });
        for (std::size_t i = 0; i < paths.size(); ++i) {
            stages_.at(inputs.places[i]);
            if (stopped_ || !read_source(paths[i])) break;
        }
        if (latest_) use_latest(paths);
        output_->before_terminal({});
        progress_.reset();
        result_->census = stages_.census();
        result_->bodies = stages_.used();
        result_->printed = stages_.printed();
    }

private:
    const Options* options_;
    output::Output* output_;
    const BodyUser* user_;
    RunResult* result_;
    event::Selection selection_;
    intake::ReadOptions reading_;
    Stages stages_;
    std::optional<LatestStage> latest_;
    bool stopped_ = false;
    std::unique_ptr<Progress> progress_;
    std::vector<output::Printed> spare_;
    Pipeline pipeline_;  // last, so that its threads end first

    /// `selection`: what the command looks at.
    intake::ReadOptions reading_with(const Options& options, const event::Selection* selection) {
        intake::ReadOptions reading = options.reading;
        if (options.check || selection == nullptr) return reading;
        selection_ = *selection;
        select_census(selection_);
        reading.selection = &selection_;
        return reading;
    }

    [[nodiscard]] bool is_done() const { return stages_.used() >= options_->limit || output_->failed(); }

    Answer use(const event::Body& body) {
        if (is_done()) return Answer::stop;
        const Answer answer = stages_.use(body, output_->printed());
        output_->drain();
        if (answer == Answer::stop) stopped_ = true;
        return is_done() ? Answer::stop : answer;
    }

    // What threads share

    /// What a thread does with the bodies of a chunk, as read_source() would with one after the other.
    Share share() {
        struct Apart {
            Stages stages;
            std::optional<LatestStage> latest;
            output::Printed printed;
        };
        Part part = latest_ ? Part{} : user_->part();
        auto apart = std::make_shared<Apart>(Apart{stages_.apart(std::move(part)), {}, spare_printed()});
        if (latest_) apart->latest.emplace(reading_);
        const auto use = [apart](const event::Body& body) {
            if (!apart->stages.choose(body)) return Answer::go_on;
            if (!apart->latest) return apart->stages.use(body, apart->printed);
            apart->latest->add(body);
            return Answer::go_on;
        };
        return {use, [this, apart] {
                    if (apart->latest) latest_->join(*apart->latest);
                    return join(apart->stages, apart->printed);
                }};
    }

    /// Memory for what is printed, as an earlier chunk had it: the system takes as long to give it anew as a
    /// thread to fill it.
    output::Printed spare_printed() {
        if (spare_.empty()) return {};
        output::Printed printed = std::move(spare_.back());
        spare_.pop_back();
        return printed;
    }

    Answer join(const Stages& apart, output::Printed& printed) {
        const bool crosses_limit = apart.used() > 0 && apart.used() >= options_->limit - stages_.used();
        if (crosses_limit || stages_.join(apart, printed) == Answer::not_mine) return Answer::not_mine;
        output_->printed().take(printed);
        output_->drain();
        spare_.push_back(std::move(printed));
        if (progress_) progress_->advance(pipeline_.state());
        return is_done() ? Answer::stop : Answer::go_on;
    }

    // The inputs

    /// Both streams may be one terminal.
    void tell_in_order(const base::Error& error) {
        output_->flush();
        if (progress_) progress_->clear();
        tell(error);
    }

    void end_source(const std::string& path) {
        if (user_->source_ended) user_->source_ended(path);
    }

    void use_latest(const std::vector<std::string>& paths) {
        std::size_t at = 0;
        bool passed = false;  // the command wants no more of this source
        latest_->each([&](const event::Body& body) {
            while (paths[at] != body.source) {
                end_source(paths[at++]);
                passed = false;
            }
            const Answer answer = passed ? Answer::next_source : use(body);
            passed = answer == Answer::next_source;
            return answer != Answer::stop;
        });
        for (; at < paths.size(); ++at) end_source(paths[at]);
    }

    [[nodiscard]] base::Result<intake::Source> open(const std::string& path) const {
        auto source = user_->open(path);
        if (!source || !source->is_file_of(output_->descriptor())) return source;
        const std::string name = path == "-" ? "standard input" : path;
        return base::Error{
            fmt::format("cannot read {}: it is also the output", name),
            path == "-" ? "" : fmt::format("-o {} replaces it after everything is read", path)};
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
        Answer answer = Answer::go_on;
        for (event::Body body; answer == Answer::go_on && pipeline_.next(body);) {
            if (progress_) progress_->advance(pipeline_.state());
            const bool last = stages_.is_last(body);
            if (stages_.choose(body)) latest_ ? latest_->add(body) : void(answer = use(body));
            if (last && answer == Answer::go_on) answer = Answer::next_source;
        }
        if (!latest_) end_source(path);
        if (progress_) progress_->end_source(pipeline_.state());
        if (pipeline_.error()) {
            tell_in_order(*pipeline_.error());
            result_->unreadable_input = true;
        }
        return answer != Answer::stop;
    }
};

}  // namespace

bool may_be_one_of_several(const Options& options, std::span<const std::string> files,
                           std::string_view source) {
    return files.size() > 1 || options.files_from || (!files.empty() && files.front() != source);
}

RunResult read_bodies(const Options& options, std::span<const std::string> files, const Choice& choice,
                      output::Output& output, const BodyUser& user) {
    RunResult result;
    result.wants_any = options.limit > 0;
    result.inputs = name_of(options, files);
    const InputList inputs = list_inputs(options, files, result);
    const auto& [first, last] = options.numbers;
    result.by_place = first > 1 || last != NumberRange().last ||
                      std::any_of(inputs.places.begin(), inputs.places.end(),
                                  [](const auto& place) { return place.has_value(); });
    Run(options, choice, output, user, result).read(inputs);
    return result;
}

}  // namespace hookspect::run
