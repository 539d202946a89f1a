#include "base/calendar.h"
#include "base/number.h"
#include "base/wording.h"
#include "check/cross.h"
#include "check/values.h"
#include "event/brief.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hookspect::check {
namespace {

using std::string_view;

/// A time that has an order: a number, not never, and in the documented unit.
event::SlotIndex time_of(Context& context, schema::FieldId id) {
    const event::SlotIndex slot = context.set(id, event::Kind::number);
    if (slot == 0) return 0;
    const string_view text = context.event.raw(context.event[slot]);
    const bool positive = context.event[slot].whole ? text != "0" : base::compare_numbers(text, "0") > 0;
    return positive && !has_wrong_unit(context.event, slot, schema::field(id).unit) ? slot : 0;
}

std::string dated(const event::Event& event, event::SlotIndex slot) {
    const std::string text = event::shown(event, slot);
    const auto time = base::parse_timestamp(event.raw(event[slot]), base::TimeUnit::seconds);
    std::string date;
    return time && base::append_date(date, *time) ? fmt::format("{} ({})", text, date) : text;
}

void check_schedule(Context& context, const schema::ChannelFields& channel) {
    const event::SlotIndex publish = time_of(context, channel.publish_on);
    const event::SlotIndex finish = time_of(context, channel.finish_on);
    if (publish == 0 || finish == 0) return;
    const event::Event& event = context.event;
    if (base::compare_numbers(event.raw(event[finish]), event.raw(event[publish])) >= 0) return;
    const bool finish_later = finish > publish;
    const event::SlotIndex later = finish_later ? finish : publish;
    const event::SlotIndex other = finish_later ? publish : finish;
    context.tell(
        {.rule = schema::Rule::schedule,
         .slot = later,
         .message = " is " + dated(event, later),
         .expected = fmt::format("{} or {}, as {} says", dated(event, other),
                                 finish_later ? "later" : "earlier", finish_later ? "publishOn" : "finishOn"),
         .other = other});
}

/// `config.channels`, read once.
struct Listed {
    event::SlotIndex list = 0;                  // 0: not set, or with an error of its own
    std::array<event::SlotIndex, 2> element{};  // where each channel stands in it, 0: nowhere
};

Listed listed_channels(Context& context) {
    const event::Event& event = context.event;
    Listed listed{context.set(schema::ids::channels, event::Kind::array), {}};
    if (listed.list == 0) return listed;
    for (event::SlotIndex i = event.first(listed.list); i != event.end(listed.list); i = event.next(i)) {
        const string_view name =
            event[i].kind == event::Kind::string ? context.text(event[i]) : string_view{};
        const auto found =
            std::find_if(schema::ids::channel_fields.begin(), schema::ids::channel_fields.end(),
                         [name](const schema::ChannelFields& channel) { return channel.name == name; });
        if (found == schema::ids::channel_fields.end()) return {};
        listed.element[static_cast<std::size_t>(found - schema::ids::channel_fields.begin())] = i;
    }
    return listed;
}

void tell_unlisted(Context& context, event::SlotIndex enabled, const Listed& listed, string_view name) {
    context.tell({.rule = schema::Rule::channel,
                  .slot = enabled,
                  .message = " is true",
                  .expected = fmt::format("false, as campaign.config.channels has no {}", name),
                  .hint = fmt::format("or is \"{}\" missing in campaign.config.channels?", name),
                  .other = listed.list});
}

void tell_listed_in_vain(Context& context, event::SlotIndex enabled, event::SlotIndex element,
                         const schema::ChannelFields& channel) {
    const std::string path = schema::field_path(channel.enabled);
    const bool enabled_later = enabled > element;
    context.tell({.rule = schema::Rule::unlisted_channel,
                  .slot = enabled_later ? enabled : element,
                  .message = enabled_later ? " is false" : fmt::format(" is \"{}\"", channel.name),
                  .expected = enabled_later
                                  ? fmt::format("true, as campaign.config.channels lists {}", channel.name)
                                  : fmt::format("no {}, as {} is false", channel.name, path),
                  .other = enabled_later ? element : enabled});
}

}  // namespace

void check_channels(Context& context) {
    if (context.set(schema::ids::campaign.object) == 0) return;
    const Listed listed = listed_channels(context);
    for (std::size_t i = 0; i < schema::ids::channel_fields.size(); ++i) {
        const schema::ChannelFields& channel = schema::ids::channel_fields[i];
        check_schedule(context, channel);
        const event::SlotIndex enabled = context.set(channel.enabled, event::Kind::boolean);
        if (listed.list == 0 || enabled == 0) continue;
        const bool on = context.is_true(enabled);
        if (on && listed.element[i] == 0) tell_unlisted(context, enabled, listed, channel.name);
        if (!on && listed.element[i] != 0) tell_listed_in_vain(context, enabled, listed.element[i], channel);
    }
}

}  // namespace hookspect::check
