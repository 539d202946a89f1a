#pragma once

#include "base/seeded_hash.h"
#include "event/event.h"
#include "event/selection.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hookspect::ops {

/// How many texts there are of those that there should be.
struct Coverage {
    std::uint64_t filled = 0;
    std::uint64_t of = 0;

    /// Rounded down, so that 100 is all. Where nothing is asked for, nothing is missing.
    [[nodiscard]] std::uint64_t percent() const { return of == 0 ? 100 : filled * 100 / of; }
    [[nodiscard]] bool is_under(std::uint64_t percent) const { return filled * 100 < percent * of; }
    Coverage& operator+=(const Coverage& other);
};

/// What one campaign has in which language. Languages are indices into languages(), fields bits in the order
/// of ids::translated.
struct CampaignTexts {
    std::string id;                     // as JSON; empty: not set
    std::string title;                  // in the first language that has one; may be empty
    std::uint32_t used = 0;             // fields that have a text in any language
    std::uint32_t listed = 0;           // bits of the languages in config.languages; if that is not set, of
                                        // those that have any text
    std::vector<std::uint32_t> filled;  // for each language the fields that have a text in it, blank ones not

    [[nodiscard]] bool lists(std::size_t language) const { return (listed >> language & 1U) != 0; }
    [[nodiscard]] Coverage in(std::size_t language) const;
    /// Over the languages that are listed.
    [[nodiscard]] Coverage all() const;
    /// The fields that have a text in some language, but not in this one.
    [[nodiscard]] std::vector<schema::FieldId> missing(std::size_t language) const;
};

/// Collects what each campaign has been translated to. Of each campaign only the last event counts; one about
/// something else, which may hold a part of the campaign alone, only as long as there is none about the
/// campaign itself. A campaign that was removed is left out. Memory grows with the number of campaigns.
class Translations {
public:
    void add(const event::Event& event);

    /// Adds what was collected from the events behind those that this one has seen, and leaves nothing there.
    void add(Translations&& later);

    /// In the order of their first events.
    [[nodiscard]] std::vector<const CampaignTexts*> campaigns() const;

private:
    struct Entry {
        CampaignTexts texts;
        bool own = false;  // from an event about the campaign
        bool removed = false;

        /// Whether a later event of the campaign takes the place of this one.
        [[nodiscard]] bool gives_way_to(bool own_event) const { return own_event || !own; }
    };
    std::vector<Entry> entries_;
    base::SeededMap<std::size_t> by_id_;

    [[nodiscard]] Entry& entry_of(const std::string& id);
};

/// Wants what Translations looks at.
void select_translations(event::Selection& selection);

}  // namespace hookspect::ops
