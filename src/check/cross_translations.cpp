#include "check/cross.h"
#include "check/ids.h"
#include "check/words.h"
#include "schema/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace hookspect {
namespace {

using std::string_view;

constexpr std::size_t language_count = 11;
constexpr std::size_t unknown = language_count;

std::size_t language_number(string_view name) {
    const auto all = languages();
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), name) - all.begin());
}

/// Where each language stands in a list or Multilingual value; 0 is nowhere.
struct Places {
    std::array<SlotIndex, language_count> of{};
    bool faulty = false;  // something in it is no language
};

Places declared_languages(Context& context, SlotIndex list) {
    const Event& event = context.event;
    Places places;
    for (SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        const std::size_t number =
            event[i].kind == Kind::string ? language_number(context.text(event[i])) : unknown;
        places.faulty |= number == unknown;
        if (number != unknown && places.of[number] == 0) places.of[number] = i;
    }
    return places;
}

/// The languages in which there is text.
Places translated_languages(const Event& event, SlotIndex object) {
    Places places;
    const FieldId first =
        id_of(fields_of(field(event[object].field).object).front());  // they stand in languages()' order
    for (SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        const Slot& slot = event[i];
        if (slot.overridden) continue;
        places.faulty |= slot.field == no_field;
        const bool empty = slot.kind == Kind::null || (slot.kind == Kind::string && slot.size == 0);
        if (slot.field != no_field && !empty) places.of[slot.field - first] = i;
    }
    return places;
}

void check_title(Context& context, const Places& declared, bool published) {
    const SlotIndex title = context.set(ids::title, Kind::object);
    if (title == 0) return;
    const Places translated = translated_languages(context.event, title);
    if (translated.faulty) return;  // the text may stand under the wrong key, which is told of
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < language_count; ++i) {
        if (declared.of[i] != 0 && translated.of[i] == 0) missing.push_back(i);
    }
    if (missing.empty()) return;
    // One finding for all, at the first that config.languages lists, and in its order.
    std::sort(missing.begin(), missing.end(),
              [&](std::size_t a, std::size_t b) { return declared.of[a] < declared.of[b]; });
    std::vector<string_view> names;
    names.reserve(missing.size());
    for (const std::size_t number : missing) names.push_back(languages()[number]);
    const std::string all = fmt::format("{}", fmt::join(names, ", "));
    context.tell({.rule = Rule::untranslated,
                  .slot = declared.of[missing.front()],
                  .message = "campaign.title has no " + all,
                  .expected = all + " in campaign.title",
                  .other = title},
                 published ? Severity::warning : Severity::note);
}

std::vector<string_view> names_of(const Places& places) {
    std::vector<string_view> names;
    for (std::size_t i = 0; i < language_count; ++i) {
        if (places.of[i] != 0) names.push_back(languages()[i]);
    }
    return names.empty() ? std::vector<string_view>{"no language"} : names;
}

void check_extra(Context& context, FieldId id, const Places& declared, SlotIndex list) {
    const SlotIndex object = context.set(id, Kind::object);
    if (object == 0) return;
    const Places translated = translated_languages(context.event, object);
    for (std::size_t i = 0; i < language_count; ++i) {
        if (translated.of[i] == 0 || declared.of[i] != 0) continue;
        context.tell(
            {.rule = Rule::extra_language,
             .slot = translated.of[i],
             .message = fmt::format("{} has {}, config.languages does not", field_path(id), languages()[i]),
             .expected = fmt::format("{}, as campaign.config.languages says", either_of(names_of(declared))),
             .other = list});
    }
}

}  // namespace

void check_translations(Context& context) {
    const SlotIndex list = context.set(ids::languages, Kind::array);
    if (list == 0) return;
    const Places declared = declared_languages(context, list);
    check_title(context, declared, context.documented_value(ids::event_name).starts_with("published_"));
    if (declared.faulty) return;  // the language may be the misspelled one, which is told of
    for (const FieldId id : ids::translated) check_extra(context, id, declared, list);
}

}  // namespace hookspect
