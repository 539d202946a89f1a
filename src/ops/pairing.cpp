#include "ops/pairing.h"

#include "base/number.h"
#include "event/identity.h"
#include "event/json_value.h"
#include "event/path_values.h"
#include "schema/ids.h"

#include <algorithm>
#include <tuple>

namespace hookspect::ops {
namespace {

using Marks = std::span<const EventMark>;
constexpr std::uint32_t none = EventPair::none;

struct Capture {
    explicit Capture(Marks its_marks) : marks(its_marks), partners(its_marks.size(), none) {}

    Marks marks;
    std::vector<std::uint32_t> partners;  // for each event the one of the other capture
};

struct Entry {
    std::uint64_t identity;
    std::uint64_t content;
    std::uint32_t event;

    [[nodiscard]] auto key() const { return std::tie(identity, content); }
};

/// The events that are alone, by identity and content; those of one in their order.
std::vector<Entry> sorted_alone(const Capture& capture, bool by_content) {
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < capture.marks.size(); ++i) {
        if (capture.partners[i] != none) continue;
        const EventMark& mark = capture.marks[i];
        entries.push_back({mark.identity, by_content ? mark.content : 0, i});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.identity, a.content, a.event) < std::tie(b.identity, b.content, b.event);
    });
    return entries;
}

void pair_alone(Capture& before, Capture& after, bool by_content) {
    const std::vector<Entry> left = sorted_alone(before, by_content);
    const std::vector<Entry> right = sorted_alone(after, by_content);
    for (auto a = left.begin(), b = right.begin(); a != left.end() && b != right.end();) {
        if (a->key() < b->key()) {
            ++a;
        } else if (b->key() < a->key()) {
            ++b;
        } else {
            before.partners[a->event] = b->event;
            after.partners[b->event] = a->event;
            ++a;
            ++b;
        }
    }
}

/// The text of a value: of a number the same however it is written.
void append_text_at(std::string& out, const event::Event& event, event::SlotIndex value) {
    if (event.is_set(value) && event[value].kind == event::Kind::number) {
        base::append_normal_number(out, event.raw(event[value]));
    } else if (event.is_set(value)) {
        event::append_text_or_json(out, event, value);
    }
    out.push_back('\0');
}

}  // namespace

std::vector<EventPair> pair_events(Marks before, Marks after) {
    Capture a(before);
    Capture b(after);
    pair_alone(a, b, true);
    pair_alone(a, b, false);
    std::vector<EventPair> pairs;
    std::uint32_t passed = 0;  // events of A
    const auto pass = [&](std::size_t end) {
        for (; passed < end; ++passed) {
            if (a.partners[passed] == none) pairs.push_back({passed, none});
        }
    };
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        if (b.partners[i] != none) pass(b.partners[i]);
        pairs.push_back({b.partners[i], i});
    }
    pass(before.size());
    return pairs;
}

std::string pairing_identity(const event::Event& event, std::span<const schema::Path> by) {
    std::string identity;
    if (by.empty()) {
        identity = event::identity_of(event);
        identity.push_back('\0');
        append_text_at(identity, event, event.at(schema::ids::event_name));
        append_text_at(identity, event, event.at(schema::ids::event_resource));
        return identity;
    }
    std::vector<event::SlotIndex> values;
    for (const schema::Path& path : by) {
        values.clear();
        event::find_values(event, path, values);
        for (const event::SlotIndex value : values) {
            if (event.is_set(value)) append_text_at(identity, event, value);
        }
        identity.push_back('\0');
    }
    return identity;
}

}  // namespace hookspect::ops
