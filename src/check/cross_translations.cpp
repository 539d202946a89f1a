#include "base/wording.h"
#include "check/cross.h"
#include "schema/fields.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace hookspect::check {
namespace {

using std::string_view;

constexpr std::size_t language_count = 11;
constexpr std::size_t unknown = language_count;

struct Languages {
    std::uint32_t bits = 0;  // by their number
    bool faulty = false;     // something beside them is no language
};

/// Where each language stands in a list or Multilingual value; 0 is nowhere.
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

bool is_text(const event::Slot& slot) {
    return slot.kind != event::Kind::null && (slot.kind != event::Kind::string || slot.size != 0);
}

/// The languages in which there is text.
Languages translated_languages(const event::Event& event, event::SlotIndex object) {
    Languages translated;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const event::Slot& slot = event[i];
        if (slot.overridden) continue;
        translated.faulty |= slot.field == schema::no_field;
        if (slot.field != schema::no_field && is_text(slot)) translated.bits |= 1U << number_of(slot);
    }
    return translated;
}

void check_title(Context& context, const Places& declared, bool published) {
    const event::SlotIndex title = context.set(schema::ids::title, event::Kind::object);
    if (title == 0) return;
    const Languages translated = translated_languages(context.event, title);
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
                  .message = "campaign.title has no " + all,
                  .expected = all + " in campaign.title",
                  .other = title},
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
    if (object == 0 || (translated_languages(event, object).bits & ~declared.bits) == 0) return;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const event::Slot& slot = event[i];
        if (slot.overridden || slot.field == schema::no_field || !is_text(slot)) continue;
        const std::size_t number = number_of(slot);
        if ((declared.bits >> number & 1U) != 0) continue;
        context.tell({.rule = schema::Rule::extra_language,
                      .slot = i,
                      .message = fmt::format("{} has {}, config.languages does not", schema::field_path(id),
                                             schema::languages()[number]),
                      .expected = fmt::format("{}, as campaign.config.languages says",
                                              base::either_of(names_of(declared))),
                      .other = list});
    }
}

}  // namespace

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

}  // namespace hookspect::check
