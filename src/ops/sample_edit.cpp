#include "ops/sample_edit.h"

#include "base/json_text.h"
#include "base/utf8.h"
#include "event/json_value.h"
#include "event/path_values.h"
#include "event/structurals.h"
#include "schema/ids.h"
#include "schema/path_spot.h"
#include "schema/path_type.h"

#include <algorithm>
#include <functional>
#include <span>
#include <stdexcept>
#include <vector>

namespace hookspect::ops {
namespace {

using std::string_view;
using Step = schema::PathStep::Kind;

bool suits(const schema::PathType& type, event::Kind kind) {
    switch (kind) {
        case event::Kind::null: return true;
        case event::Kind::boolean: return type.any || type.boolean;
        case event::Kind::number: return type.any || type.number;
        case event::Kind::string: return type.any || type.text;
        case event::Kind::object: return type.any || type.object;
        case event::Kind::array: return type.any || type.list || type.object;
    }
    return false;
}

/// The value as compact JSON.
std::string json_of(string_view value, const schema::PathType& type) {
    std::string text(value);
    text.append(event::padding, ' ');
    event::JsonDecoder decoder{event::Limits{}};
    event::Event event;
    const bool json =
        decoder.decode(string_view(text).substr(0, value.size()), event, schema::ObjectType::none);
    std::string out;
    if (json && suits(type, event[0].kind)) {
        event::append_json(out, event, 0);
    } else {
        base::append_json_string(out, value);
    }
    return out;
}

std::string member_of(string_view key, string_view json) {
    std::string out;
    base::append_json_string(out, key);
    return out.append(":").append(json);
}

/// The value that holds `json` at the end of these steps.
std::string made(std::span<const schema::PathStep> steps, string_view json);

/// A PersonProperty with what the steps behind its own lead to.
std::string made_property(std::span<const schema::PathStep> steps, string_view json) {
    const auto below = steps.subspan(1);
    const bool nested = !below.empty() && below.front().kind == Step::property;
    std::string key;
    base::append_json_string(key, steps.front().key);
    return "{" + member_of("key", key) + "," + member_of(nested ? "properties" : "value", made(below, json)) +
           "}";
}

std::string made(std::span<const schema::PathStep> steps, string_view json) {
    if (steps.empty()) return std::string(json);
    const auto below = steps.subspan(1);
    if (steps.front().kind == Step::element) return "[" + made(below, json) + "]";
    if (steps.front().kind == Step::property) return "[" + made_property(steps, json) + "]";
    return "{" + member_of(steps.front().key, made(below, json)) + "}";
}

/// A stretch of the text.
struct Extent {
    std::size_t begin;
    std::size_t end;
};

Extent extent_of(const event::Event& event, event::SlotIndex slot) {
    const std::size_t quotes = event[slot].kind == event::Kind::string ? 1 : 0;
    return {event[slot].text - quotes, event[slot].text + event[slot].size + quotes};
}

void replace(std::string& text, const event::Event& event, event::SlotIndex slot, string_view json) {
    const Extent extent = extent_of(event, slot);
    text.replace(extent.begin, extent.end - extent.begin, json);
}

/// Removes a member with its key, or an element.
void remove(std::string& text, const event::Event& event, event::SlotIndex slot) {
    Extent extent = extent_of(event, slot);
    if (text[extent.begin - 1] == ':') extent.begin = event[slot].key - 1;
    if (text[extent.end] == ',') {
        ++extent.end;
    } else if (text[extent.begin - 1] == ',') {
        --extent.begin;
    }
    text.erase(extent.begin, extent.end - extent.begin);
}

/// Puts a member or an element at the end of a container.
void add(std::string& text, const event::Event& event, event::SlotIndex container, string_view entry) {
    const bool empty = event.first(container) == event.end(container);
    text.insert(extent_of(event, container).end - 1, std::string(empty ? "" : ",").append(entry));
}

/// Whether a step may go on in this container; else it takes the place of what is there.
bool takes(const event::Event& event, event::SlotIndex container, const schema::PathStep& step) {
    const event::Slot& slot = event[container];
    if (slot.kind == event::Kind::object) return step.kind != Step::element || !step.key.empty();
    if (slot.kind != event::Kind::array) return false;
    if (step.kind != Step::property) return step.kind == Step::element;
    return slot.field != schema::no_field && schema::field(slot.field).type == schema::ValueType::properties;
}

/// Sets what a path that leads as far as `reached` does not reach yet.
void extend(std::string& text, const event::Event& event, std::span<const schema::PathStep> steps,
            const event::Reach& reached, string_view json) {
    const auto missing = steps.subspan(reached.steps);
    const event::SlotIndex into = reached.container;
    if (missing.empty()) {  // a property that has no value
        add(text, event, reached.slot, member_of("value", json));
    } else if (reached.property && (into == 0 || !takes(event, into, missing.front()))) {
        replace(text, event, reached.slot, made_property(steps.subspan(reached.steps - 1), json));
    } else if (!takes(event, into, missing.front())) {
        replace(text, event, into, made(missing, json));
    } else if (event[into].kind == event::Kind::object) {
        add(text, event, into, member_of(missing.front().key, made(missing.subspan(1), json)));
    } else {
        const bool property = missing.front().kind == Step::property;
        add(text, event, into, property ? made_property(missing, json) : made(missing.subspan(1), json));
    }
}

/// The steps from the root; none where the event has no resource that `resource.` could mean.
std::vector<schema::PathStep> steps_of(const event::Event& event, const schema::Path& path) {
    if (!path.of_resource) return path.steps;
    const event::SlotIndex name = event.at(schema::ids::event_resource);
    if (name == 0) return {};
    const schema::ResourceFields* own = schema::ids::resource_named(event.raw(event[name]));
    if (own == nullptr) return {};
    std::vector<schema::PathStep> steps{{.key = std::string(own->name)}};
    steps.insert(steps.end(), path.steps.begin(), path.steps.end());
    return steps;
}

/// From the last to the first, so that places before them stay. None lies in another.
void change_found(std::string& text, const event::Event& event, std::vector<event::SlotIndex>& found,
                  const std::optional<std::string>& json) {
    std::sort(found.begin(), found.end(), std::greater<>());
    for (const event::SlotIndex slot : found)
        json ? replace(text, event, slot, *json) : remove(text, event, slot);
}

}  // namespace

std::variant<SampleEdit, base::TextError> parse_sample_edit(std::string_view text) {
    std::size_t size = 0;
    auto path = schema::parse_path_prefix(text, size);
    if (auto* error = std::get_if<base::TextError>(&path)) return std::move(*error);
    if (size == text.size() || text[size] != '=') {
        return base::TextError{"there is no = after the path", size, 1, "write it like campaign.id=5"};
    }
    const string_view value = text.substr(size + 1);
    if (const std::size_t bad = base::first_bad_utf8(value); bad != string_view::npos) {
        return base::TextError{"the value is not UTF-8", size + 1 + bad, 1, {}};
    }
    SampleEdit edit{std::get<schema::Path>(std::move(path)), {}};
    edit.json = json_of(value, schema::type_of(edit.path));
    return edit;
}

std::variant<SampleEdit, base::TextError> parse_sample_removal(std::string_view path) {
    auto parsed = schema::parse_path(path);
    if (auto* error = std::get_if<base::TextError>(&parsed)) return std::move(*error);
    return SampleEdit{std::get<schema::Path>(std::move(parsed)), {}};
}

const event::Event& SampleEditor::decode(std::string_view text) {
    padded_.assign(text);
    padded_.append(event::padding, ' ');
    const bool json = decoder_.decode(string_view(padded_).substr(0, text.size()), event_);
    if (!json) throw std::logic_error("a sample is not JSON");
    return event_;
}

void SampleEditor::apply(const SampleEdit& edit, std::string& text) {
    const event::Event& event = decode(text);
    std::vector<event::SlotIndex> found;
    edit.json ? event::find_values(event, edit.path, found) : event::find_places(event, edit.path, found);
    change_found(text, event, found, edit.json);
    if (!found.empty() || !edit.json || edit.path.several) return;
    const auto steps = steps_of(event, edit.path);
    if (!steps.empty()) extend(text, event, steps, event::reach(event, steps), *edit.json);
}

}  // namespace hookspect::ops
