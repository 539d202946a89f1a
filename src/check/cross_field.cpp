#include "check/cross_field.h"

#include "base/calendar.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/uuid.h"
#include "base/wording.h"
#include "check/values.h"
#include "event/brief.h"
#include "schema/fields.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace hookspect::check {
namespace {

using std::string_view;

bool is_published(string_view name) {
    return name.starts_with("published_");
}

/// Something is there, of whatever type; an empty value of a form body counts as null.
bool is_given(const Context& context, schema::FieldId id) {
    const event::SlotIndex slot = context.set(id);
    return slot != 0 && !context.is_blank_form_value(context.event[slot]);
}

/// The field `id` of `parent` is absent or null.
void tell_unset(Context& context, event::SlotIndex parent, schema::FieldId id, Issue issue) {
    issue.slot = context.event.at(id);
    tell_not_set(context, std::move(issue), parent, schema::field(id).key);
}

void check_required(Context& context, schema::FieldId id) {
    if (is_given(context, id)) return;
    tell_unset(context, context.event.at(schema::ids::event), id,
               {.rule = schema::Rule::required, .expected = base::either_of(schema::field(id).values)});
}

void check_event_mismatch(Context& context, string_view name, string_view resource) {
    if (!is_published(name) || resource.empty() || resource == schema::ids::campaign.name) return;
    const event::SlotIndex name_slot = context.event.at(schema::ids::event_name);
    const event::SlotIndex resource_slot = context.event.at(schema::ids::event_resource);
    const bool name_later = name_slot > resource_slot;
    context.tell(
        {.rule = schema::Rule::event_mismatch,
         .slot = name_later ? name_slot : resource_slot,
         .message = fmt::format("is {}", base::quoted(name_later ? name : resource)),
         .expected = name_later
                         ? fmt::format("created, changed or removed, as event.resource says {}", resource)
                         : fmt::format("campaign, as event.name says {}", name),
         .other = name_later ? resource_slot : name_slot});
}

/// The id as it is written inside the object, for a hint; empty if there is none.
std::string inner_id(const Context& context, schema::FieldId id) {
    const event::SlotIndex slot = context.set(id);
    return slot == 0 ? std::string{}
                     : fmt::format("{} is {}", schema::field_path(id), event::shown(context.event, slot));
}

void check_orphan(Context& context, const schema::ResourceFields& fields) {
    const event::SlotIndex resource = context.set(fields.object, event::Kind::object);
    if (resource == 0 || context.set(fields.id) != 0) return;
    context.tell({.rule = schema::Rule::orphan_resource,
                  .slot = resource,
                  .message = fmt::format("is set, {} is not", schema::field(fields.id).key),
                  .expected = fmt::format("{}, because {} is set", schema::field(fields.id).key,
                                          schema::field(fields.object).key),
                  .hint = inner_id(context, fields.inner_id)});
}

void check_own_id(Context& context, const schema::ResourceFields& own) {
    const bool orphan = context.set(own.object, event::Kind::object) != 0;
    if (orphan || context.set(own.id) != 0) return;
    tell_unset(context, 0, own.id,
               {.rule = schema::Rule::missing_id,
                .expected = fmt::format("the id of the {}, as event.resource says", own.name),
                .other = context.event.at(schema::ids::event_resource)});
}

void check_organization_id(Context& context) {
    if (context.set(schema::ids::organization_id) != 0) return;
    std::string hint;
    for (const schema::ResourceFields& resource : schema::ids::resources) {
        if (hint.empty()) hint = inner_id(context, resource.organization);
    }
    tell_unset(context, 0, schema::ids::organization_id,
               {.rule = schema::Rule::missing_id,
                .expected = "the id of the Ambassify account",
                .hint = std::move(hint)});
}

void check_own_resource(Context& context, const schema::ResourceFields& own) {
    if (context.set(own.object) == 0) {
        tell_unset(context, 0, own.object,
                   {.rule = schema::Rule::missing_resource,
                    .expected = fmt::format("the {}, as event.resource says", own.name),
                    .other = context.event.at(schema::ids::event_resource)});
        return;
    }
    const event::SlotIndex object = context.set(own.object, event::Kind::object);
    if (object == 0 || context.set(own.inner_id) != 0) return;
    const event::SlotIndex id = context.set(own.id);
    std::string expected =
        id == 0 ? fmt::format("the id of the {}", own.name)
                : fmt::format("{}, as {} says", event::shown(context.event, id), schema::field(own.id).key);
    tell_unset(context, object, own.inner_id,
               {.rule = schema::Rule::missing_resource, .expected = std::move(expected), .other = id});
}

/// The value at `inner` must be that at the root's `outer`; the finding sits at the inner one.
void tell_mismatch(Context& context, event::SlotIndex inner, event::SlotIndex outer,
                   schema::FieldId outer_field) {
    context.tell({.rule = schema::Rule::id_mismatch,
                  .slot = inner,
                  .message = "is " + event::shown(context.event, inner),
                  .expected = fmt::format("{}, as {} says", event::shown(context.event, outer),
                                          schema::field(outer_field).key),
                  .other = outer});
}

void compare_whole(Context& context, schema::FieldId inner_field, schema::FieldId outer_field) {
    const event::SlotIndex inner = context.set(inner_field, event::Kind::number);
    const event::SlotIndex outer = context.set(outer_field, event::Kind::number);
    if (inner == 0 || outer == 0) return;
    const event::Event& event = context.event;
    const std::string_view a = event.raw(event[inner]);
    const std::string_view b = event.raw(event[outer]);
    if (a == b || base::compare_numbers(a, b) == 0) return;
    tell_mismatch(context, inner, outer, outer_field);
}

void compare_persons(Context& context, schema::FieldId inner_field, schema::FieldId outer_field) {
    const event::Event& event = context.event;
    const event::Slot& a = event[context.set(inner_field)];
    const event::Slot& b = event[context.set(outer_field)];
    if (a.size == b.size && event.raw(a) == event.raw(b)) return;  // as nearly always
    const event::SlotIndex inner = context.person(inner_field);
    const event::SlotIndex outer = context.person(outer_field);
    if (inner == 0 || outer == 0) return;
    std::string scratch;
    if (base::may_be_same_person(context.text(event[inner]), event.text(event[outer], scratch))) return;
    tell_mismatch(context, inner, outer, outer_field);
}

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
         .message = "is " + dated(event, later),
         .expected = fmt::format("{} or {}, as {} says", dated(event, other),
                                 finish_later ? "later" : "earlier", finish_later ? "publishOn" : "finishOn"),
         .other = other});
}

/// `config.channels`, read once.
struct Listed {
    event::SlotIndex list = 0;                  // 0: not set, or with an error of its own
    std::array<event::SlotIndex, 2> element{};  // the slot of each channel in it; 0: not there
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
                  .message = "is true",
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
                  .message = enabled_later ? "is false" : fmt::format("is \"{}\"", channel.name),
                  .expected = enabled_later
                                  ? fmt::format("true, as campaign.config.channels lists {}", channel.name)
                                  : fmt::format("no {}, as {} is false", channel.name, path),
                  .other = enabled_later ? element : enabled});
}

constexpr std::size_t language_count = 11;
constexpr std::size_t unknown = language_count;

struct Languages {
    std::uint32_t bits = 0;  // by their number
    bool faulty = false;     // something else in it is not a language
};

/// The slot of each language in a list or Multilingual value; 0: not there.
struct Places {
    std::array<event::SlotIndex, language_count> of{};
    Languages languages;
};

/// The number of a language code; `unknown` for another text.
std::size_t number_of(string_view code) {
    const schema::FieldId id = schema::find_field(schema::ObjectType::multilingual_string, code);
    return id == schema::no_field ? unknown : static_cast<std::size_t>(id) - schema::ids::first_text_language;
}

Places declared_languages(Context& context, event::SlotIndex list) {
    const event::Event& event = context.event;
    Places places;
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        const std::size_t number =
            event[i].kind == event::Kind::string ? number_of(context.text(event[i])) : unknown;
        places.languages.faulty |= number == unknown;
        if (number == unknown || places.of[number] != 0) continue;
        places.of[number] = i;
        places.languages.bits |= 1U << number;
    }
    return places;
}

/// The number of the language that a member of a Multilingual value is in: its fields stand in languages()'
/// order.
std::size_t number_of(const event::Slot& member) {
    const auto text = static_cast<std::size_t>(member.field) - schema::ids::first_text_language;
    return text < language_count ? text
                                 : static_cast<std::size_t>(member.field - schema::ids::first_url_language);
}

/// Something else than null or a string of blanks.
bool is_text(Context& context, const event::Slot& slot) {
    if (slot.kind != event::Kind::string) return slot.kind != event::Kind::null;
    return !base::is_blank(context.text(slot));
}

/// The languages in which there is text.
Languages translated_languages(Context& context, event::SlotIndex object) {
    const event::Event& event = context.event;
    Languages translated;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const event::Slot& slot = event[i];
        if (slot.overridden) continue;
        translated.faulty |= slot.field == schema::no_field;
        if (slot.field != schema::no_field && is_text(context, slot))
            translated.bits |= 1U << number_of(slot);
    }
    return translated;
}

void check_title(Context& context, const Places& declared, bool published) {
    const event::SlotIndex title = context.set(schema::ids::title, event::Kind::object);
    if (title == 0) return;
    const Languages translated = translated_languages(context, title);
    const std::uint32_t absent = declared.languages.bits & ~translated.bits;
    if (absent == 0 || translated.faulty) return;  // the text may stand under the wrong key, which is told of
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < language_count; ++i) {
        if ((absent >> i & 1U) != 0) missing.push_back(i);
    }
    // One finding for all, at the first that config.languages lists, and in its order.
    std::sort(missing.begin(), missing.end(),
              [&](std::size_t a, std::size_t b) { return declared.of[a] < declared.of[b]; });
    std::vector<string_view> names;
    names.reserve(missing.size());
    for (const std::size_t number : missing) names.push_back(schema::languages()[number]);
    const std::string all = fmt::format("{}", fmt::join(names, ", "));
    context.tell({.rule = schema::Rule::untranslated,
                  .slot = declared.of[missing.front()],
                  .message = "has no " + all,
                  .expected = all + " in campaign.title",
                  .other = title,
                  .subject = "campaign.title"},
                 published ? schema::Severity::warning : schema::Severity::note);
}

std::vector<string_view> names_of(const Languages& some) {
    std::vector<string_view> names;
    for (std::size_t i = 0; i < language_count; ++i) {
        if ((some.bits >> i & 1U) != 0) names.push_back(schema::languages()[i]);
    }
    return names.empty() ? std::vector<string_view>{"no language"} : names;
}

void check_extra(Context& context, schema::FieldId id, const Languages& declared, event::SlotIndex list) {
    const event::SlotIndex object = context.set(id, event::Kind::object);
    const event::Event& event = context.event;
    if (object == 0 || (translated_languages(context, object).bits & ~declared.bits) == 0) return;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const event::Slot& slot = event[i];
        if (slot.overridden || slot.field == schema::no_field || !is_text(context, slot)) continue;
        const std::size_t number = number_of(slot);
        if ((declared.bits >> number & 1U) != 0) continue;
        context.tell(
            {.rule = schema::Rule::extra_language,
             .slot = i,
             .message = fmt::format("has {}, but config.languages does not", schema::languages()[number]),
             .expected =
                 fmt::format("{}, as campaign.config.languages says", base::either_of(names_of(declared))),
             .other = list,
             .subject = schema::field_path(id)});
    }
}

event::SlotIndex preset(Context& context, schema::FieldId id) {
    const event::SlotIndex slot = id == schema::no_field ? 0 : context.set(id, event::Kind::string);
    return slot != 0 && !context.is_blank_form_value(context.event[slot]) ? slot : 0;
}

/// The finding sits at the inner or later one, which is `there`.
void compare(Context& context, event::SlotIndex there, event::SlotIndex here, schema::FieldId here_field) {
    if (there == 0 || here == 0) return;
    const event::Event& event = context.event;
    std::string scratch;
    if (context.text(event[there]) == event.text(event[here], scratch)) return;
    context.tell(
        {.rule = schema::Rule::preset_mismatch,
         .slot = there,
         .message = "is " + event::shown(event, there),
         .expected = fmt::format("{}, as {} says", event::shown(event, here), schema::field_path(here_field)),
         .other = here});
}

}  // namespace

void check_presence(Context& context) {
    check_required(context, schema::ids::event_name);
    check_required(context, schema::ids::event_resource);
    const string_view name = context.documented_value(schema::ids::event_name);
    const string_view resource = context.documented_value(schema::ids::event_resource);
    check_event_mismatch(context, name, resource);
    check_organization_id(context);
    for (const schema::ResourceFields& fields : schema::ids::resources) {
        check_orphan(context, fields);
        if (fields.name != resource) continue;
        check_own_id(context, fields);
        if (!name.empty() && name != "removed") check_own_resource(context, fields);
    }
}

void check_ids(Context& context) {
    for (const schema::ResourceFields& fields : schema::ids::resources) {
        if (context.set(fields.object) == 0) continue;
        if (fields.type == schema::ObjectType::person) {
            compare_persons(context, fields.inner_id, fields.id);
        } else {
            compare_whole(context, fields.inner_id, fields.id);
        }
        compare_whole(context, fields.organization, schema::ids::organization_id);
        if (fields.campaign != schema::no_field)
            compare_whole(context, fields.campaign, schema::ids::campaign.id);
        if (fields.member != schema::no_field)
            compare_persons(context, fields.member, schema::ids::person.id);
    }
}

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

void check_translations(Context& context) {
    const event::SlotIndex list = context.set(schema::ids::languages, event::Kind::array);
    if (list == 0) return;
    const Places declared = declared_languages(context, list);
    check_title(context, declared,
                context.documented_value(schema::ids::event_name).starts_with("published_"));
    if (declared.languages.faulty) return;  // the language may be the misspelled one, which is told of
    for (const schema::FieldId id : schema::ids::translated)
        check_extra(context, id, declared.languages, list);
}

void check_presets(Context& context) {
    const event::SlotIndex campaign = preset(context, schema::ids::config_preset);
    for (const schema::ResourceFields& fields : schema::ids::resources) {
        if (fields.preset_id == schema::no_field || context.set(fields.object) == 0) continue;
        const event::SlotIndex own = preset(context, fields.preset);
        const event::SlotIndex inner = preset(context, fields.preset_id);
        compare(context, inner, own, fields.preset);
        if (own != 0) {
            compare(context, campaign, own, fields.preset);
        } else if (campaign > inner) {
            compare(context, campaign, inner, fields.preset_id);
        } else {
            compare(context, inner, campaign, schema::ids::config_preset);
        }
    }
}

}  // namespace hookspect::check
