#include "report/card/multilingual.h"

#include "base/seeded_hash.h"
#include "ops/get.h"

#include <algorithm>
#include <unordered_set>

namespace hookspect::report {
namespace {

constexpr std::size_t code_columns = 4;

enum class State : std::uint8_t { text, empty, not_set, absent };

struct Translation {
    std::string code;
    event::SlotIndex slot = 0;
    State state = State::absent;
    std::string text{};
    bool told = false;
};

Translation translation_at(const Card& card, std::string code, event::SlotIndex slot) {
    Translation result{std::move(code), slot};
    if (slot == 0) return result;
    result.text = text_of(card, slot);
    result.state = State::text;
    if (card.event[slot].kind == event::Kind::null) result.state = State::not_set;
    if (card.event[slot].kind == event::Kind::string && result.text.empty()) result.state = State::empty;
    return result;
}

/// The members of an object by their keys, of equal keys the last.
base::SeededMap<event::SlotIndex> members_by_key(const event::Event& event, event::SlotIndex object) {
    base::SeededMap<event::SlotIndex> members;
    std::string scratch;
    for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
        if (!event[i].overridden) members.insert_or_assign(std::string(event.key(event[i], scratch)), i);
    }
    return members;
}

class Block {
public:
    Block(Card& card, const Member& member, std::string_view label)
        : card_(card), member_(member), label_(label) {}

    void show() {
        if (!card_.presentation.languages.empty()) return show_first_text();
        read();
        for (std::size_t i = 0; i < listed_.size(); ++i) tell(i);
        for (const Translation& extra : extras_) tell_extra(extra);
        tell_missing();
        for (const event::SlotIndex slot : overridden_)
            show_member(card_, {slot, member_.owner, member_.indent + 2});
    }

private:
    void show_first_text() {
        const auto& languages = card_.presentation.languages;
        row();
        const ops::LanguageText found = ops::first_text(card_.event, member_.index, languages);
        if (found.slot != 0) {
            card_.rows.put(term::Role::dim, padded(std::string(found.language)));
            return card_.rows.put(text_of(card_, found.slot));
        }
        std::string sign = column_sign(term::symbols(card_.presentation).bad);
        for (const std::string& code : languages) {
            card_.rows.put_item(term::Role::error, sign.append(code), " ");
            sign.clear();
        }
    }

    void read() {
        const event::Event& event = card_.event;
        const event::SlotIndex object = member_.index;
        const auto members = members_by_key(event, object);
        std::unordered_set<event::SlotIndex> listed;
        for (const std::string& code : card_.languages) {
            const auto member = members.find(code);
            const event::SlotIndex slot = member == members.end() ? 0 : member->second;
            listed_.push_back(translation_at(card_, code, slot));
            listed.insert(slot);
        }
        std::string scratch;
        for (event::SlotIndex i = event.first(object); i != event.end(object); i = event.next(i)) {
            if (event[i].overridden) {
                overridden_.push_back(i);
            } else if (!listed.contains(i)) {
                const bool documented = event[i].field != schema::no_field;
                const std::string code(event.key(event[i], scratch));
                (card_.has_languages || !documented ? extras_ : listed_)
                    .push_back(translation_at(card_, code, i));
            }
        }
        for (std::size_t i = 0; i < listed_.size(); ++i) {
            if (listed_[i].state == State::text) same_texts_[listed_[i].text].push_back(i);
        }
    }

    /// The first row of the block has the label.
    void row() {
        if (first_) {
            begin_row(card_, member_, label_);
        } else {
            card_.rows.row(0, "");
        }
        card_.rows.hang(static_cast<int>(code_columns));
        first_ = false;
    }

    static std::string padded(std::string code) {
        code.append(code.size() < code_columns ? code_columns - code.size() : 1, ' ');
        return code;
    }

    void put_text(const Translation& translation) {
        switch (translation.state) {
            case State::text: return card_.rows.put(translation.text);
            case State::empty: return card_.rows.put(term::Role::dim, "(empty)");
            case State::not_set:
            case State::absent: return put_not_set(card_);
        }
    }

    void tell(std::size_t index) {
        Translation& translation = listed_[index];
        if (translation.told || (translation.state != State::text && card_.has_languages)) return;
        row();
        card_.rows.put(term::Role::dim, padded(translation.code));
        put_text(translation);
        if (translation.state != State::text) return;
        bool repeats = false;
        for (const std::size_t same : same_texts_.at(translation.text)) {
            if (same == index) continue;
            if (!repeats) row();
            std::string sign = repeats ? "" : column_sign(term::symbols(card_.presentation).same);
            card_.rows.put_item(term::Role::dim, sign.append(listed_[same].code), " ");
            repeats = true;
            listed_[same].told = true;
        }
    }

    void tell_extra(const Translation& extra) {
        row();
        const term::Symbols& all = term::symbols(card_.presentation);
        const bool documented = card_.event[extra.slot].field != schema::no_field;
        const std::string code = std::string(documented ? all.added : all.bad) + extra.code;
        // `✗` is more bytes than columns, and its code is of any length: one blank behind it is enough.
        card_.rows.put(documented ? term::Role::added : term::Role::error,
                       documented ? padded(code) : code + " ");
        put_text(extra);
    }

    void tell_missing() {
        bool any = false;
        for (const Translation& translation : listed_) {
            if (translation.state == State::text || !card_.has_languages) continue;
            if (!any) row();
            std::string item = any ? "" : column_sign(term::symbols(card_.presentation).bad);
            item.append(translation.code);
            if (translation.state == State::empty) item.append(" (empty)");
            if (translation.state == State::not_set) item.append(" (not set)");
            card_.rows.put_item(term::Role::error, item, " ");
            any = true;
        }
        if (!first_) return;
        row();
        card_.rows.put(term::Role::dim, "{}");
    }

    /// A symbol of one column where else a code stands.
    static std::string column_sign(std::string_view symbol) {
        return std::string(symbol).append(code_columns - 1, ' ');
    }

    Card& card_;
    const Member& member_;
    std::string_view label_;
    bool first_ = true;
    std::vector<Translation> listed_;  // in the order of config.languages; without that, as they stand
    std::vector<Translation> extras_;  // not in config.languages, or no language at all
    base::SeededMap<std::vector<std::size_t>, std::string_view> same_texts_;  // places in listed_
    std::vector<event::SlotIndex> overridden_;
};

}  // namespace

void show_multilingual(Card& card, const Member& member, std::string_view label) {
    Block(card, member, label).show();
}

Title title_of(const Card& card, event::SlotIndex multilingual) {
    const event::Event& event = card.event;
    if (multilingual == 0 || event[multilingual].kind != event::Kind::object) return {};
    const ops::LanguageText chosen = ops::first_text(event, multilingual, card.presentation.languages);
    if (chosen.slot != 0) return {text_of(card, chosen.slot), chosen.slot};
    const auto is_text = [&event](event::SlotIndex i) {
        return event[i].kind == event::Kind::string && event[i].size != 0 && !event[i].overridden;
    };
    const auto members = members_by_key(event, multilingual);
    for (const std::string& code : card.languages) {
        const auto member = members.find(code);
        if (member != members.end() && is_text(member->second))
            return {text_of(card, member->second), member->second};
    }
    for (event::SlotIndex i = event.first(multilingual); i != event.end(multilingual); i = event.next(i)) {
        if (is_text(i)) return {text_of(card, i), i};
    }
    return {};
}

}  // namespace hookspect::report
