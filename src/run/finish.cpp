#include "run/finish.h"

#include "run/messages.h"

#include <fmt/format.h>

#include <algorithm>

namespace hookspect::run {
namespace {

base::Error no_event(const Options& options, std::span<const std::string> files) {
    std::string where = "the input";
    if (files.empty() && !options.files_from) where = "standard input";
    if (files.size() == 1) where = files.front() == "-" ? "standard input" : files.front();
    const bool chosen = !options.events.empty() || !options.where.empty();
    return {fmt::format("no event in {}", where),
            chosen ? "--event and --where left out all there are, if any" : ""};
}

}  // namespace

Status finish(output::Output& output, Status status) {
    const auto error = output.commit();
    if (const auto& fault = output.pager_error()) tell(*fault);
    if (const auto& kept = output.discarded()) tell(*kept);
    if (error) tell(*error);
    return error ? std::max(status, Status::unreadable) : status;
}

Status end_run(output::Output& output, const RunResult& result, Status status) {
    if (result.unreadable_input) {
        output.discard("an input could not be read to its end");
        status = std::max(status, Status::unreadable);
    }
    if (result.left_out > 0 && result.left_out == result.bodies) output.discard("all events were left out");
    return finish(output, status);
}

Status end_run_with_events(const Options& options, std::span<const std::string> files, output::Output& output,
                           const RunResult& result, Status status) {
    const bool empty = result.bodies == 0 && options.limit > 0;
    if (empty && !result.unreadable_input) output.discard("there is no event to write");
    status = end_run(output, result, status);
    if (empty && !result.unreadable_input) tell(no_event(options, files));
    return empty ? std::max(status, Status::unreadable) : status;
}

}  // namespace hookspect::run
