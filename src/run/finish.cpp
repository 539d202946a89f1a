#include "run/finish.h"

#include "run/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace hookspect::run {
namespace {

/// `1 of 12 bodies is not an event: FILE:3`.
std::string others_text(const Census& census) {
    const std::uint64_t others = census.others();
    const std::string& place = census.first_place();
    if (others < census.bodies()) {
        return fmt::format("{} of {} bodies {}{}", others, census.bodies(),
                           others == 1 ? "is not an event: " : "are not events, the first: ", place);
    }
    if (others == 1) return fmt::format("the body is not an event: {}", place);
    return fmt::format("{} bodies, none of them an event, the first: {}", others, place);
}

}  // namespace

Status finish(output::Output& output, Status status) {
    const auto error = output.commit();
    if (const auto& fault = output.pager_error()) tell(*fault);
    if (const auto& kept = output.discarded()) tell(*kept);
    if (error) tell(*error);
    return error ? std::max(status, Status::unreadable) : status;
}

Status end_run(output::Output& output, const RunResult& result, Needs needs, Status status) {
    const Census& census = result.census;
    const bool nothing_read = census.bodies() == 0 && needs != Needs::nothing && result.wants_any;
    const bool no_event = census.others() > 0 && census.events() == 0 && needs == Needs::events;
    const bool none_chosen =
        census.events() > 0 && result.bodies == 0 && result.wants_any && needs != Needs::nothing;
    const bool none_there = none_chosen && result.by_place;
    if (result.unreadable_input) output.discard("an input could not be read to its end");
    if (nothing_read || no_event || none_there) output.discard("there is no event to write");
    if (result.left_out > 0 && result.left_out == result.bodies) output.discard("all events were left out");
    if (result.unreadable_input || nothing_read || no_event || none_there)
        status = std::max(status, Status::unreadable);
    status = finish(output, status);
    if (nothing_read && !result.unreadable_input) tell({"no event in " + result.inputs, {}});
    if (none_chosen)
        tell({"no event in " + result.inputs,
              result.by_place ? "" : "--event and --where may have excluded every event"});
    if (needs != Needs::findings && census.others() > 0) tell({others_text(census), census.hint()});
    return status;
}

}  // namespace hookspect::run
