// Random events: nothing differs from itself, however it is written; what is changed is found, counted, and
// its path leads to it.

#include "unit/ops/diff_support.h"

#include <ctime>
#include <random>

using hookspect::ops::ChangeKind;
using hookspect::ops::DiffOptions;
using hookspect::ops::no_slot;
using hookspect::ops::Side;
using hookspect::test::JsonEvent;
using hookspect::test::Lines;

namespace {

/// JSON as a tree that can be written in many ways.
struct Value {
    std::string scalar{};  // the JSON text of one; empty: a container
    bool is_list = false;
    std::vector<std::pair<std::string, Value>> members{};  // of a list without keys
};

class Random {
public:
    explicit Random(std::uint32_t seed) : source_(seed) {}
    std::size_t below(std::size_t end) { return source_() % end; }

private:
    std::mt19937 source_;
};

void write(std::string& out, const Value& value, Random* shuffle) {
    if (!value.scalar.empty()) {
        out.append(value.scalar);
        return;
    }
    std::vector<std::size_t> order(value.members.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (shuffle != nullptr && !value.is_list) {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[shuffle->below(i)]);
    }
    out.append(value.is_list ? "[" : "{");
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& [key, member] = value.members[order[i]];
        if (i != 0) out.append(", ");
        if (!value.is_list) out.append("\"").append(key).append("\":");
        write(out, member, shuffle);
    }
    out.append(value.is_list ? "]" : "}");
}

std::string written(const Value& value, Random* shuffle = nullptr) {
    std::string text;
    write(text, value, shuffle);
    return text;
}

/// What an open object holds: keys and texts are never the same twice, so that the count of changes is sure.
Value random_value(Random& random, int depth, std::size_t& serial) {
    if (depth == 0 || random.below(3) == 0) return {.scalar = std::to_string(1000 + serial++)};
    Value value;
    value.is_list = random.below(2) == 0;
    for (std::size_t i = 1 + random.below(4); i > 0; --i) {
        value.members.emplace_back("k." + std::to_string(serial++), random_value(random, depth - 1, serial));
    }
    return value;
}

Value event_around(Value profile, Value properties) {
    Value person{.members = {{"profile", std::move(profile)}, {"properties", std::move(properties)}}};
    return {.members = {{"person", std::move(person)}}};
}

Value random_properties(Random& random, int depth, std::size_t& serial) {
    Value list{.is_list = true};
    for (std::size_t i = 1 + random.below(4); i > 0; --i) {
        const std::string key = "p" + std::to_string(random.below(2) == 0 ? 0 : serial++);
        Value property{.members = {{"key", {.scalar = "\"" + key + "\""}}}};
        if (depth > 0 && random.below(3) == 0) {
            property.members.emplace_back("properties", random_properties(random, depth - 1, serial));
        } else {
            property.members.emplace_back("value", random_value(random, 1, serial));
        }
        list.members.emplace_back("", std::move(property));
    }
    return list;
}

Value random_event(Random& random) {
    std::size_t serial = 0;
    Value profile = random_value(random, 4, serial);
    if (!profile.scalar.empty() || profile.is_list) profile = {.members = {{"only", profile}}};
    return event_around(std::move(profile), random_properties(random, 2, serial));
}

/// Every scalar but the keys of properties.
void collect(Value& value, std::vector<Value*>& scalars) {
    if (!value.scalar.empty()) {
        if (value.scalar.front() != '"') scalars.push_back(&value);
        return;
    }
    for (auto& [key, member] : value.members) collect(member, scalars);
}

/// The paths of all changes lead to what has changed.
void check_paths(const hookspect::ops::Difference& found) {
    for (const hookspect::ops::Change& change : found.changes) {
        const Side side = change.kind == ChangeKind::removed ? Side::before : Side::after;
        const std::string path = hookspect::ops::path_of(found, change);
        CAPTURE(path);
        std::vector<hookspect::event::SlotIndex> values;
        hookspect::event::find_values(*found.event[side], hookspect::test::paths(path).at(0), values);
        REQUIRE(values == std::vector{change.slot[side]});
        const auto name = hookspect::ops::name_of(found, change);
        const bool dotted = !name.heading.empty() && name.label.front() != '[';
        values.clear();
        hookspect::event::find_values(
            *found.event[side], hookspect::test::paths(name.heading + (dotted ? "." : "") + name.label).at(0),
            values);
        REQUIRE(values == std::vector{name.slot[side]});
    }
}

}  // namespace

TEST_CASE("an event is the same as itself, in any order of keys") {
    Random random(1);
    for (int round = 0; round < 300; ++round) {
        const Value value = random_event(random);
        const JsonEvent a(written(value));
        const JsonEvent b(written(value, &random));
        REQUIRE(hookspect::ops::diff(a.event, b.event).same());
        REQUIRE(hookspect::ops::diff(a.event, b.event, DiffOptions{.raw = true}).same());
    }
}

TEST_CASE("every value that is changed is a change, and there is no other") {
    Random random(2);
    for (int round = 0; round < 300; ++round) {
        Value value = random_event(random);
        const JsonEvent a(written(value));
        std::vector<Value*> scalars;
        collect(value, scalars);
        std::size_t changed = 0;
        for (Value* scalar : scalars) {
            if (random.below(4) != 0) continue;
            scalar->scalar = "-" + scalar->scalar;
            ++changed;
        }
        const JsonEvent b(written(value, &random));
        const auto found = hookspect::ops::diff(a.event, b.event);
        CAPTURE(written(value));
        REQUIRE(found.counts()[ChangeKind::changed] == changed);
        REQUIRE(found.changes.size() == changed);
        check_paths(found);
    }
}

TEST_CASE("every member that one event alone has is one change") {
    Random random(3);
    for (int round = 0; round < 300; ++round) {
        Value value = random_event(random);
        const JsonEvent a(written(value));
        Value& profile = value.members[0].second.members[0].second;
        Value& properties = value.members[0].second.members[1].second;
        profile.members.erase(profile.members.begin());
        profile.members.push_back({"new \\\"1\\\"", {.scalar = "1"}});
        profile.members.push_back({"n2", {.is_list = true}});
        properties.members.insert(
            properties.members.begin(),
            {"", {.members = {{"key", {.scalar = "\"fresh\""}}, {"value", {.scalar = "7"}}}}});
        const JsonEvent b(written(value, &random));
        const auto found = hookspect::ops::diff(a.event, b.event);
        REQUIRE(found.counts()[ChangeKind::removed] == 1);
        REQUIRE(found.counts()[ChangeKind::added] == 3);
        REQUIRE(found.changes.size() == 4);
        check_paths(found);
        // The other way round, what was added is removed.
        const auto reversed = hookspect::ops::diff(b.event, a.event);
        REQUIRE(reversed.counts()[ChangeKind::removed] == 3);
        REQUIRE(reversed.counts()[ChangeKind::added] == 1);
        check_paths(reversed);
    }
}

TEST_CASE("a property with very many changes takes no more than their number to name") {
    std::string before = R"({"person":{"properties":[{"key":"k","value":"v")";
    std::string after = before;
    for (int i = 0; i < 90'000; ++i) {
        before += ",\"x" + std::to_string(i) + "\":1";
        after += ",\"x" + std::to_string(i) + "\":2";
    }
    const JsonEvent a(before + "}]}}");
    const JsonEvent b(after + "}]}}");
    const std::clock_t begin = std::clock();
    const auto difference = hookspect::ops::diff(a.event, b.event);
    REQUIRE(difference.changes.size() == 90'000);
    CHECK(hookspect::ops::name_of(difference, difference.changes.back()).heading == "person.properties[0]");
    for (const auto& change : difference.changes) {
        const std::string label = hookspect::ops::name_of(difference, change).label;
        CHECK(hookspect::ops::path_of(difference, change) == "person.properties[0]." + label);
    }
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 6);  // quadratic is half a minute
}
