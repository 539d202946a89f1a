#include "ops/translations.h"

#include "base/utf8.h"
#include "event/identity.h"
#include "event/json_value.h"
#include "schema/ids.h"

#include <bit>

namespace hookspect::ops {
namespace {

/// The language of a member of a Multilingual value, whose fields stand in the order of languages().
std::size_t language_of(const event::Slot& slot) {
    return slot.field - schema::id_of(schema::fields_of(schema::field(slot.field).owner).front());
}

bool has_text(const event::Event& event, event::SlotIndex index, std::string& scratch) {
    const event::Slot& slot = event[index];
    return slot.kind == event::Kind::string && !slot.overridden && !base::is_blank(event.text(slot, scratch));
}

void read_field(const event::Event& event, event::SlotIndex object, std::uint32_t bit, CampaignTexts& texts) {
    if (object == 0 || event[object].kind != event::Kind::object) return;
    std::string scratch;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        if (!has_text(event, i, scratch)) continue;
        texts.used |= bit;
        if (event[i].field != schema::no_field) texts.filled[language_of(event[i])] |= bit;
    }
}

/// The languages of the campaign, in its own order; those with a text where it lists none.
std::vector<std::size_t> listed_languages(const event::Event& event, const CampaignTexts& texts) {
    std::vector<std::size_t> listed;
    std::string scratch;
    const event::SlotIndex list = event.at(schema::ids::languages);
    const bool is_list = event.is_set(list) && event[list].kind == event::Kind::array;
    for (std::size_t number = 0; !is_list && number < schema::languages().size(); ++number) {
        if (texts.filled[number] != 0) listed.push_back(number);
    }
    if (!is_list) return listed;
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        if (event[i].kind != event::Kind::string) continue;
        const std::string_view code = event.text(event[i], scratch);
        for (std::size_t number = 0; number < schema::languages().size(); ++number) {
            if (schema::languages()[number] == code) listed.push_back(number);
        }
    }
    return listed;
}

std::string title_in(const event::Event& event, const std::vector<std::size_t>& listed) {
    const event::SlotIndex object = event.at(schema::ids::title);
    if (!event.is_set(object) || event[object].kind != event::Kind::object) return {};
    std::string scratch;
    for (const std::size_t language : listed) {
        const event::SlotIndex i = event.find(object, schema::languages()[language]);
        if (i != 0 && has_text(event, i, scratch)) return std::string(event.text(event[i], scratch));
    }
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        if (has_text(event, i, scratch)) return std::string(event.text(event[i], scratch));
    }
    return {};
}

std::string id_in(const event::Event& event) {
    event::SlotIndex id = event.at(schema::ids::campaign.inner_id);
    if (!event.is_set(id)) id = event.at(schema::ids::campaign.id);
    std::string text;
    if (!event.is_set(id)) return text;
    event[id].kind == event::Kind::number ? event::append_identity_text(text, event, id)
                                          : event::append_json(text, event, id);
    return text;
}

CampaignTexts texts_in(const event::Event& event, std::string id) {
    CampaignTexts texts;
    texts.id = std::move(id);
    texts.filled.resize(schema::languages().size());
    std::uint32_t bit = 1;
    for (const schema::FieldId field : schema::ids::translated) {
        read_field(event, event.at(field), bit, texts);
        bit <<= 1U;
    }
    const auto listed = listed_languages(event, texts);
    for (const std::size_t language : listed) texts.listed |= 1U << language;
    texts.title = title_in(event, listed);
    return texts;
}

bool says(const event::Event& event, schema::FieldId id, std::string_view what) {
    std::string scratch;
    return event.is_set(event.at(id)) && event.text(event[event.at(id)], scratch) == what;
}

std::uint64_t count_bits(std::uint32_t bits) {
    return static_cast<std::uint64_t>(std::popcount(bits));
}

}  // namespace

Coverage& Coverage::operator+=(const Coverage& other) {
    filled += other.filled;
    of += other.of;
    return *this;
}

Coverage CampaignTexts::in(std::size_t language) const {
    return {count_bits(filled[language]), count_bits(used)};
}

Coverage CampaignTexts::all() const {
    Coverage sum;
    for (std::size_t language = 0; language < filled.size(); ++language) {
        if (lists(language)) sum += in(language);
    }
    return sum;
}

std::vector<schema::FieldId> CampaignTexts::missing(std::size_t language) const {
    std::vector<schema::FieldId> fields;
    std::uint32_t left = used & ~filled[language];
    for (const schema::FieldId field : schema::ids::translated) {
        if ((left & 1U) != 0) fields.push_back(field);
        left >>= 1U;
    }
    return fields;
}

void Translations::add(const event::Event& event) {
    const bool own = says(event, schema::ids::event_resource, schema::ids::campaign.name);
    const bool removed = own && says(event, schema::ids::event_name, "removed");
    const event::SlotIndex object = event.at(schema::ids::campaign.object);
    const bool has_campaign = event.is_set(object) && event[object].kind == event::Kind::object;
    if (!has_campaign && !removed) return;
    std::string id = id_in(event);
    if (removed && id.empty()) return;
    Entry& entry = entry_of(id);
    if (!entry.gives_way_to(own)) return;
    entry.own = own;
    entry.removed = removed;
    entry.texts = removed ? CampaignTexts{.id = std::move(id)} : texts_in(event, std::move(id));
}

void Translations::add(Translations&& later) {
    for (Entry& next : later.entries_) {
        Entry& entry = entry_of(next.texts.id);
        if (entry.gives_way_to(next.own)) entry = std::move(next);
    }
    later = {};
}

/// Campaigns without an id are each one of their own.
Translations::Entry& Translations::entry_of(const std::string& id) {
    if (!id.empty()) {
        const auto [known, is_new] = by_id_.try_emplace(id, entries_.size());
        if (!is_new) return entries_[known->second];
    }
    return entries_.emplace_back();
}

std::vector<const CampaignTexts*> Translations::campaigns() const {
    std::vector<const CampaignTexts*> found;
    for (const Entry& entry : entries_) {
        if (!entry.removed) found.push_back(&entry.texts);
    }
    return found;
}

void select_translations(event::Selection& selection) {
    for (const schema::FieldId id : schema::ids::translated) selection.want(id);
    for (const schema::FieldId id :
         {schema::ids::event_resource, schema::ids::event_name, schema::ids::languages,
          schema::ids::campaign.id, schema::ids::campaign.inner_id}) {
        selection.want(id);
    }
}

}  // namespace hookspect::ops
