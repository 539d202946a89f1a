// Two bodies, the first in the first line: what is different between them is the same both ways, and a patch
// that leads from one to the other, applied, does.

#include "base/json_pointer.h"
#include "base/number.h"
#include "event/json_decoder.h"
#include "event/structurals.h"
#include "event/tape_walk.h"
#include "ops/diff.h"
#include "ops/json_patch.h"
#include "ops/merge_patch.h"
#include "ops/pairing.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace {

using hookspect::event::Event;
using hookspect::event::Kind;
using hookspect::event::SlotIndex;

constexpr hookspect::event::Limits limits{.depth = 40, .body = 100'000, .fields = 1000};

void require(bool holds) {
    if (!holds) std::abort();
}

/// A JSON value that can be edited.
struct Value {
    Kind kind = Kind::null;
    std::string text;  // of a string its meaning
    std::map<std::string, Value> members;
    std::vector<Value> elements;
};

Value value_at(const Event& event, SlotIndex index) {
    const hookspect::event::Slot& slot = event[index];
    Value value{.kind = slot.kind};
    std::string scratch;
    if (!hookspect::event::is_container(slot.kind)) {
        if (slot.kind != Kind::null) value.text = event.text(slot, scratch);
        return value;
    }
    for (SlotIndex i = event.first(index); i != event.end(index); i = event.next(i)) {
        if (event[i].overridden) continue;
        if (slot.kind == Kind::array) {
            value.elements.push_back(value_at(event, i));
        } else {
            value.members.insert_or_assign(std::string(event.key(event[i], scratch)), value_at(event, i));
        }
    }
    return value;
}

bool same(const Value& a, const Value& b) {
    if (a.kind != b.kind) return false;
    if (a.kind == Kind::number) return hookspect::base::compare_numbers(a.text, b.text) == 0;
    const auto same_member = [](const auto& x, const auto& y) {
        return x.first == y.first && same(x.second, y.second);
    };
    return a.text == b.text &&
           std::equal(a.elements.begin(), a.elements.end(), b.elements.begin(), b.elements.end(), same) &&
           std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), same_member);
}

class Json {
public:
    explicit Json(std::string_view text) : bytes_(text) {
        bytes_.append(hookspect::event::padding, '\0');
        hookspect::event::JsonDecoder decoder(limits);
        well_ = decoder.decode(std::string_view(bytes_).substr(0, text.size()), event_);
    }
    Json(const Json&) = delete;

    [[nodiscard]] bool well() const { return well_; }
    [[nodiscard]] const Event& event() const { return event_; }
    [[nodiscard]] Value value() const { return value_at(event_, 0); }

private:
    std::string bytes_;
    Event event_;
    bool well_ = false;
};

/// RFC 6902, of the operations that are written.
void apply(Value& root, const Value& operation) {
    const std::string& name = operation.members.at("op").text;
    std::string_view pointer = operation.members.at("path").text;
    const auto given = operation.members.find("value");
    if (pointer.empty()) {
        require(name == "replace");
        root = given->second;
        return;
    }
    Value* parent = &root;
    std::string token = hookspect::base::unescaped_token(hookspect::base::take_pointer_token(pointer));
    while (!pointer.empty()) {
        parent = parent->kind == Kind::array ? &parent->elements.at(std::stoul(token))
                                             : &parent->members.at(token);
        token = hookspect::base::unescaped_token(hookspect::base::take_pointer_token(pointer));
    }
    if (parent->kind == Kind::object) {
        require((name == "add") == !parent->members.contains(token));
        if (name == "remove") parent->members.erase(token);
        if (name != "remove") parent->members.insert_or_assign(token, given->second);
        return;
    }
    require(parent->kind == Kind::array);
    const std::size_t index = std::stoul(token);
    require(index < parent->elements.size() + (name == "add" ? 1 : 0));
    const auto at = parent->elements.begin() + static_cast<std::ptrdiff_t>(index);
    if (name == "add") parent->elements.insert(at, given->second);
    if (name == "remove") parent->elements.erase(at);
    if (name == "replace") *at = given->second;
}

/// RFC 7396, section 2.
void merge(Value& target, const Value& patch) {
    if (patch.kind != Kind::object) {
        target = patch;
        return;
    }
    if (target.kind != Kind::object) target = Value{.kind = Kind::object};
    for (const auto& [key, value] : patch.members) {
        if (value.kind == Kind::null) {
            target.members.erase(key);
        } else {
            merge(target.members[key], value);
        }
    }
}

void check_patches(const Json& before, const Json& after) {
    const Value wanted = after.value();
    const Json patch(hookspect::ops::json_patch(before.event(), after.event()));
    require(patch.well());
    Value value = before.value();
    for (const Value& operation : patch.value().elements) apply(value, operation);
    require(same(value, wanted));
    require(same(before.value(), wanted) == patch.value().elements.empty());
    if (before.event()[0].kind != Kind::object || after.event()[0].kind != Kind::object) return;
    const hookspect::ops::MergePatch written = hookspect::ops::merge_patch(before.event(), after.event());
    if (!written.unsayable.empty()) return;
    const Json merging(written.text);
    require(merging.well());
    value = before.value();
    merge(value, merging.value());
    require(same(value, wanted));
}

void check_diff(const Json& before, const Json& after) {
    require(hookspect::ops::diff(before.event(), before.event()).same());
    const auto there = hookspect::ops::diff(before.event(), after.event());
    const auto back = hookspect::ops::diff(after.event(), before.event());
    require(there.same() == back.same());
    require(!same(before.value(), after.value()) || there.same());
    hookspect::ops::PairingKeys keys({});
    const bool one = keys.key_of(before.event()).identity == keys.key_of(before.event()).identity;
    require(one);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t line = text.find('\n');
    const Json before(text.substr(0, line));
    const Json after(line == std::string_view::npos ? text : text.substr(line + 1));
    if (!before.well() || !after.well()) return 0;
    check_patches(before, after);
    check_diff(before, after);
    return 0;
}
