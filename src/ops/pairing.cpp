#include "ops/pairing.h"

#include "event/identity.h"
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
    std::uint32_t identity;
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

/// A value as a part of an identity. Its size comes first, so that no text can look like two.
void append_part(std::string& out, const event::Event& event, event::SlotIndex value) {
    std::string text;
    if (event.is_set(value)) event::append_identity_text(text, event, value);
    out.append(std::to_string(text.size())).append(":").append(text);
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

PairingKeys::Key PairingKeys::key_of(const event::Event& event) {
    Key key;
    text_ = "by ";
    key.by_path = append_values(event);
    if (!key.by_path) {
        text_ = event::identity_of(event);
        text_.push_back(' ');
        append_part(text_, event, event.at(schema::ids::event_name));
        append_part(text_, event, event.at(schema::ids::event_resource));
    }
    const auto next = static_cast<std::uint32_t>(known_.size());
    key.identity = known_.try_emplace(text_, next).first->second;
    return key;
}

/// False where there is none.
bool PairingKeys::append_values(const event::Event& event) {
    bool any = false;
    for (const schema::Path& path : by_) {
        values_.clear();
        event::find_values(event, path, values_);
        for (const event::SlotIndex value : values_) {
            if (!event.is_set(value) || event::names_nobody(event, value)) continue;
            append_part(text_, event, value);
            any = true;
        }
        text_.push_back(';');
    }
    return any;
}

}  // namespace hookspect::ops
