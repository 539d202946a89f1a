#include "report/get/value.h"

#include "base/calendar.h"
#include "base/json_text.h"
#include "report/get/json_value.h"

namespace hookspect {
namespace {

using Step = PathStep::Kind;

/// The date of a timestamp, where dates are asked for and it is one.
std::string date_of(const Event& event, const Slot& slot, Dates dates) {
    if (dates == Dates::raw || slot.kind != Kind::number || slot.field == no_field) return {};
    const Unit unit = field(slot.field).unit;
    if (unit != Unit::seconds && unit != Unit::milliseconds) return {};
    const auto moment =
        parse_timestamp(event.raw(slot), unit == Unit::seconds ? TimeUnit::seconds : TimeUnit::milliseconds);
    std::string date;
    if (!moment || *moment == 0) return date;
    append_date(date, *moment, dates);
    return date;
}

/// One level of brackets for each wildcard, opened and closed where the members and elements that it took
/// change.
void append_nested(std::string& out, const Event& event, const Path& path, const Got& got,
                   const GetOptions& options) {
    const std::vector<Step> kinds = wildcard_kinds(path);
    const std::size_t depth = kinds.size();
    const Wildcard* last = nullptr;
    const auto close = [&](std::size_t from) {
        for (std::size_t i = depth; i-- > from;) out.push_back(kinds[i] == Step::any_member ? '}' : ']');
    };
    for (std::size_t match = 0; match < got.matches.values.size(); ++match) {
        const Wildcard* now = &got.matches.wildcards[match * depth];
        std::size_t same = 0;
        while (last != nullptr && now[same].slot == last[same].slot) ++same;
        if (last != nullptr) {
            close(same + 1);
            out.push_back(',');
        }
        for (std::size_t i = same; i < depth; ++i) {
            const bool member = kinds[i] == Step::any_member;
            if (i > same || last == nullptr) out.push_back(member ? '{' : '[');
            if (!member) continue;
            append_json_string(out, wildcard_key(event, kinds[i], now[i]));
            out.push_back(':');
        }
        append_json_member(out, event, got.matches.values[match], options);
        last = now;
    }
    close(0);
}

SlotIndex only_value(const Got& got) {
    return got.matches.values.empty() ? 0 : got.matches.values.front();
}

}  // namespace

void append_bare_value(std::string& out, const Event& event, SlotIndex slot, const GetOptions& options) {
    if (!event.is_set(slot)) {
        if (options.fallback) out.append(*options.fallback);
        return;
    }
    const std::string date = date_of(event, event[slot], options.dates);
    if (!date.empty()) {
        out.append(date);
    } else if (event[slot].kind == Kind::string) {
        std::string scratch;
        out.append(event.text(event[slot], scratch));
    } else {
        append_json_value(out, event, slot);
    }
}

void append_json_member(std::string& out, const Event& event, SlotIndex slot, const GetOptions& options) {
    if (!event.is_set(slot)) {
        options.fallback ? append_json_string(out, *options.fallback) : void(out.append("null"));
        return;
    }
    const std::string date = date_of(event, event[slot], options.dates);
    if (!date.empty()) return append_json_string(out, date);
    append_json_value(out, event, slot);
}

void append_json_values(std::string& out, const Event& event, const Path& path, const Got& got,
                        const GetOptions& options) {
    if (path.several && got.set) return append_nested(out, event, path, got, options);
    append_json_member(out, event, path.several ? 0 : only_value(got), options);
}

void append_bare_values(std::string& out, const Event& event, const Path& path, const Got& got,
                        const GetOptions& options) {
    if (path.several && got.set) return append_nested(out, event, path, got, options);
    append_bare_value(out, event, path.several ? 0 : only_value(got), options);
}

std::string wildcard_key(const Event& event, PathStep::Kind kind, const Wildcard& wildcard) {
    if (kind == Step::any_element) return std::to_string(wildcard.index);
    const Slot& slot = event[wildcard.slot];
    // An element has no key, so that a member was taken, or a property of a list.
    const bool property =
        slot.key_size == 0 && slot.field != no_field && field(slot.field).type == ValueType::properties;
    const Slot& named = property ? event[event.find(wildcard.slot, "key")] : slot;
    std::string scratch;
    return std::string(property ? event.text(named, scratch) : event.key(named, scratch));
}

std::vector<PathStep::Kind> wildcard_kinds(const Path& path) {
    std::vector<Step> kinds;
    for (const PathStep& step : path.steps) {
        if (step.kind == Step::any_member || step.kind == Step::any_element) kinds.push_back(step.kind);
    }
    return kinds;
}

}  // namespace hookspect
