#include "report/get/value.h"

#include "base/calendar.h"
#include "base/json_text.h"
#include "base/json_writer.h"
#include "event/json_value.h"

namespace hookspect::report {
namespace {

using Step = schema::PathStep::Kind;

/// The date of a timestamp, where dates are asked for and it is one.
std::string date_of(const event::Event& event, const event::Slot& slot, base::Dates dates) {
    if (dates == base::Dates::raw || slot.kind != event::Kind::number || slot.field == schema::no_field)
        return {};
    const schema::Unit unit = schema::field(slot.field).unit;
    if (unit != schema::Unit::seconds && unit != schema::Unit::milliseconds) return {};
    const auto moment =
        base::parse_timestamp(event.raw(slot), unit == schema::Unit::seconds ? base::TimeUnit::seconds
                                                                             : base::TimeUnit::milliseconds);
    std::string date;
    if (!moment || *moment == 0) return date;
    base::append_date(date, *moment, dates);
    return date;
}

/// One level of brackets for each wildcard, opened and closed where the members and elements that it took
/// change.
void append_nested(std::string& out, const event::Event& event, const schema::Path& path, const ops::Got& got,
                   const ops::GetOptions& options) {
    const std::vector<Step> kinds = wildcard_kinds(path);
    const std::size_t depth = kinds.size();
    const event::Wildcard* last = nullptr;
    base::JsonWriter json(out);
    const auto close = [&](std::size_t from) {
        for (std::size_t i = depth; i-- > from;)
            kinds[i] == Step::any_member ? json.end_object() : json.end_array();
    };
    for (std::size_t match = 0; match < got.matches.values.size(); ++match) {
        const event::Wildcard* now = &got.matches.wildcards[match * depth];
        std::size_t same = 0;
        while (last != nullptr && now[same].slot == last[same].slot) ++same;
        if (last != nullptr) close(same + 1);
        for (std::size_t i = same; i < depth; ++i) {
            const bool member = kinds[i] == Step::any_member;
            if (i > same || last == nullptr) member ? json.begin_object() : json.begin_array();
            if (member) json.key(wildcard_key(event, kinds[i], now[i]));
        }
        append_json_member(json.raw(), event, got.matches.values[match], options);
        last = now;
    }
    close(0);
}

event::SlotIndex only_value(const ops::Got& got) {
    return got.matches.values.empty() ? 0 : got.matches.values.front();
}

}  // namespace

void append_bare_value(std::string& out, const event::Event& event, event::SlotIndex slot,
                       const ops::GetOptions& options) {
    if (!event.is_set(slot)) {
        if (options.fallback) out.append(*options.fallback);
        return;
    }
    const std::string date = date_of(event, event[slot], options.dates);
    if (!date.empty()) {
        out.append(date);
    } else if (event[slot].kind == event::Kind::string) {
        std::string scratch;
        out.append(event.text(event[slot], scratch));
    } else {
        event::append_readable_json(out, event, slot);
    }
}

void append_json_member(std::string& out, const event::Event& event, event::SlotIndex slot,
                        const ops::GetOptions& options) {
    if (!event.is_set(slot)) {
        options.fallback ? base::append_json_string(out, *options.fallback) : void(out.append("null"));
        return;
    }
    const std::string date = date_of(event, event[slot], options.dates);
    if (!date.empty()) return base::append_json_string(out, date);
    event::append_readable_json(out, event, slot);
}

void append_json_values(std::string& out, const event::Event& event, const schema::Path& path,
                        const ops::Got& got, const ops::GetOptions& options) {
    if (path.several && got.set) return append_nested(out, event, path, got, options);
    append_json_member(out, event, path.several ? 0 : only_value(got), options);
}

void append_bare_values(std::string& out, const event::Event& event, const schema::Path& path,
                        const ops::Got& got, const ops::GetOptions& options) {
    if (path.several && got.set) return append_nested(out, event, path, got, options);
    append_bare_value(out, event, path.several ? 0 : only_value(got), options);
}

std::string wildcard_key(const event::Event& event, schema::PathStep::Kind kind,
                         const event::Wildcard& wildcard) {
    if (kind == Step::any_element) return std::to_string(wildcard.index);
    const event::Slot& slot = event[wildcard.slot];
    // An element has no key, so that a member was taken, or a property of a list.
    const bool property = slot.key_size == 0 && slot.field != schema::no_field &&
                          schema::field(slot.field).type == schema::ValueType::properties;
    const event::Slot& named = property ? event[event.find(wildcard.slot, "key")] : slot;
    std::string scratch;
    return std::string(property ? event.text(named, scratch) : event.key(named, scratch));
}

std::vector<schema::PathStep::Kind> wildcard_kinds(const schema::Path& path) {
    std::vector<Step> kinds;
    for (const schema::PathStep& step : path.steps) {
        if (step.kind == Step::any_member || step.kind == Step::any_element) kinds.push_back(step.kind);
    }
    return kinds;
}

}  // namespace hookspect::report
