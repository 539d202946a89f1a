#pragma once

#include "base/result.h"
#include "event/body.h"
#include "intake/source/source.h"
#include "output/output.h"
#include "query/expression.h"
#include "run/options.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hookspect::run {

/// The events that a command is to see, chosen by the options that all reading commands share. Compiled once.
struct Choice {
    std::vector<query::Expression> where;
    bool latest = false;
    std::int64_t now = 0;  // the present, seconds since 1970, for rules that --where asks
};

/// Whether --where asks `valid`, `invalid` or `rule`: bodies that cannot be read then stand by their own
/// right.
[[nodiscard]] bool asks_validator(const Choice& choice);

/// Wants what the choice looks at.
void select(const Choice& choice, const Options& options, event::Selection& selection);

/// What a command says of the body it was given.
enum class Go : std::uint8_t {
    on,
    next_source,  // nothing more of this input
    stop,         // nothing more at all
};

/// What a command does with some bodies that follow each other, in any thread.
struct Part {
    std::function<Go(const event::Body&, output::Printed&)>
        use;                     // anything but `on`: the bodies are used in order instead
    std::function<bool()> join;  // adds what it counted to the whole, in order; false: likewise
};

/// What a command does with the bodies.
struct BodyUser {
    std::function<Go(const event::Body&)> use;  // in order, in the thread of the caller
    std::function<void(const std::string& source)> source_ended =
        {};                                       // called behind each input that was opened
    const event::Selection* selection = nullptr;  // what `use` looks at; null: all
    std::function<base::Result<intake::Source>(const std::string& path)> open = intake::Source::open;
    std::function<Part()> part = {};  // null: `use` has every body
};

/// A user that threads share. `Work` prints and counts:
///     Go use(const Body&, Printed&)
///     Work part() const        a share of the work further on, which has counted nothing
///     bool join(Work& part)    adds what that has counted; false, and nothing is added, where it took
///                              something for granted that is not so
/// `work` and `output` must live as long.
template <typename Work>
[[nodiscard]] BodyUser shared(Work& work, output::Output& output,
                              const event::Selection* selection = nullptr) {
    const auto part = [&work] {
        auto share = std::make_shared<Work>(work.part());
        return Part{
            [share](const event::Body& body, output::Printed& printed) { return share->use(body, printed); },
            [share, &work] { return work.join(*share); }};
    };
    return {.use = [&](const event::Body& body) { return work.use(body, output.printed()); },
            .selection = selection,
            .part = part};
}

/// Whether `source` may not be the only input of a run: a directory stands for any number. `files`: the
/// arguments that are inputs.
[[nodiscard]] bool may_be_one_of_several(const Options& options, std::span<const std::string> files,
                                         std::string_view source);

struct RunResult {
    std::uint64_t bodies = 0;       // that reached the command
    std::uint64_t left_out = 0;     // of these, that it had no use for; the command counts them
    bool unreadable_input = false;  // told on standard error
    bool nothing_to_read = false;   // a terminal on standard input, and no FILE
};

/// Hands every body of the inputs that the options name and choose to the user, in order, until it stops or
/// the limit is reached. `files`: the arguments that are inputs. Inputs that cannot be read are told on
/// standard error; the others are still read. Before a read that may wait, `output` is written.
[[nodiscard]] RunResult read_bodies(const Options& options, std::span<const std::string> files,
                                    const Choice& choice, output::Output& output, const BodyUser& user);

}  // namespace hookspect::run
