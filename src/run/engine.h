#pragma once

#include "base/result.h"
#include "event/body.h"
#include "event/selection.h"
#include "intake/source/source.h"
#include "output/output.h"
#include "run/answer.h"
#include "run/census.h"
#include "run/choice.h"
#include "run/options.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace hookspect::run {

/// What a command does with some bodies that follow each other, in any thread.
struct Part {
    /// Anything but `go_on`: the bodies are used in order instead.
    std::function<Answer(const event::Body&, output::Printed&)> use;
    /// Adds what it counted to the whole, in order; `not_mine`: likewise.
    std::function<Answer()> join;
};

/// What a command does with the bodies: each is chosen, then used, what threads did is joined, and the end is
/// the command's.
struct BodyUser {
    /// In order, in the thread of the caller. It may append to what is printed, and does not write it.
    std::function<Answer(const event::Body&, output::Printed&)> use;
    /// Called after each input that was opened.
    std::function<void(const std::string& source)> source_ended = {};
    const event::Selection* selection = nullptr;  // what `use` looks at; null: all
    std::string_view separator = {};              // between what is printed for one body and for the next
    std::function<base::Result<intake::Source>(const std::string& path)> open = intake::Source::open;
    std::function<Part()> part = {};  // null: `use` has every body
};

/// A user that threads share. `Work` prints and counts:
///     Answer use(const Body&, Printed&)
///     Work part() const        a share of the work further on, which has counted nothing
///     Answer join(Work& part)  adds what that has counted; `not_mine`, and nothing is added, where it took
///                              something for granted that is not so
/// `work` must live as long.
template <typename Work>
[[nodiscard]] BodyUser shared(Work& work, const event::Selection* selection = nullptr,
                              std::string_view separator = {}) {
    const auto part = [&work] {
        auto share = std::make_shared<Work>(work.part());
        return Part{
            [share](const event::Body& body, output::Printed& printed) { return share->use(body, printed); },
            [share, &work] { return work.join(*share); }};
    };
    return {
        .use = [&work](const event::Body& body, output::Printed& printed) { return work.use(body, printed); },
        .selection = selection,
        .separator = separator,
        .part = part};
}

/// Whether `source` may not be the only input of a run: a directory can hold any number. `files`: the
/// arguments that are inputs.
[[nodiscard]] bool may_be_one_of_several(const Options& options, std::span<const std::string> files,
                                         std::string_view source);

struct RunResult {
    Census census;                  // of all bodies that were read
    std::uint64_t bodies = 0;       // of these, that reached the command
    std::uint64_t left_out = 0;     // of these, that it had no use for; the command counts them
    bool printed = false;           // something was printed for a body
    bool unreadable_input = false;  // reported on standard error
    bool wants_any = true;          // the limit is not 0
    bool by_place = false;          // bodies were asked for by their place or number
    std::string inputs;             // what they are called together: `standard input`
};

/// Hands every body of the inputs that the options name and `choice` keeps to the user, in order, until it
/// stops or the limit is reached. `files`: the arguments that are inputs. Inputs that cannot be read are
/// reported on standard error; the others are still read. Before a read that may wait, `output` is written.
[[nodiscard]] RunResult read_bodies(const Options& options, std::span<const std::string> files,
                                    const Choice& choice, output::Output& output, const BodyUser& user);

}  // namespace hookspect::run
