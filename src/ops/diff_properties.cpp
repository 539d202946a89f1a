#include "ops/diff_properties.h"

#include "base/seeded_hash.h"

#include <limits>
#include <string>
#include <unordered_map>

namespace hookspect::ops {
namespace {

/// In place of the class of a member that a property does not have.
constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();

class Pairing {
public:
    Pairing(ValueClasses& classes, const Both<const event::Event*>& event,
            const Both<std::vector<ListElement>>& elements)
        : classes_(classes),
          event_(event),
          elements_(elements),
          partner_(elements.before.size(), no_property) {
        taken_.resize(elements.after.size());
    }

    std::vector<PropertyPair> run() {
        pair_by([this](Side side, event::SlotIndex slot) {
            return append(key_of(side, slot), classes_.of(side, slot));
        });
        pair_by([this](Side side, event::SlotIndex slot) {
            return append(key_of(side, slot), member(side, slot, "value"));
        });
        pair_by([this](Side side, event::SlotIndex slot) { return key_of(side, slot); });
        std::vector<PropertyPair> pairs;
        for (std::size_t i = 0; i < partner_.size(); ++i) pairs.push_back({i, partner_[i]});
        for (std::size_t i = 0; i < taken_.size(); ++i) {
            if (!taken_[i]) pairs.push_back({no_property, i});
        }
        return pairs;
    }

private:
    ValueClasses& classes_;
    const Both<const event::Event*>& event_;
    const Both<std::vector<ListElement>>& elements_;
    std::vector<std::size_t> partner_;  // of A's elements
    std::vector<bool> taken_;           // of B's elements

    /// Pairs what is still alone and has the same mark, in order.
    template <typename Mark>
    void pair_by(Mark mark) {
        std::unordered_map<std::uint64_t, std::vector<std::size_t>> alone;  // the first comes last
        for (std::size_t i = taken_.size(); i-- > 0;) {
            if (!taken_[i]) alone[mark(Side::after, elements_.after[i].slot)].push_back(i);
        }
        for (std::size_t i = 0; i < partner_.size(); ++i) {
            if (partner_[i] != no_property) continue;
            const auto found = alone.find(mark(Side::before, elements_.before[i].slot));
            if (found == alone.end() || found->second.empty()) continue;
            partner_[i] = found->second.back();
            taken_[partner_[i]] = true;
            found->second.pop_back();
        }
    }

    static std::uint64_t append(std::uint64_t key, std::uint32_t value) { return key << 32U | value; }

    std::uint64_t key_of(Side side, event::SlotIndex property) { return member(side, property, "key"); }

    std::uint32_t member(Side side, event::SlotIndex property, std::string_view key) {
        const event::SlotIndex found = event_[side]->find(property, key);
        return found == 0 ? absent : classes_.of(side, found);
    }
};

}  // namespace

std::vector<PropertyPair> pair_properties(ValueClasses& classes, const Both<const event::Event*>& event,
                                          const Both<std::vector<ListElement>>& elements) {
    return Pairing(classes, event, elements).run();
}

PropertyParts parts_of(const event::Event& event, event::SlotIndex property) {
    const event::SlotIndex list = event.find(property, "properties");
    const bool nested =
        list != 0 && event[list].kind == event::Kind::array && event.first(list) != event.end(list);
    return {event.find(property, "key"), event.find(property, "value"), nested};
}

std::vector<bool> firsts_of_keys(const event::Event& event, event::SlotIndex list) {
    std::vector<bool> firsts;
    base::SeededSet<> seen;
    std::string scratch;
    for (event::SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        const event::SlotIndex key = event.find(i, "key");
        const bool named = key != 0 && event[key].kind == event::Kind::string;
        firsts.push_back(named && seen.insert(std::string(event.text(event[key], scratch))).second);
    }
    return firsts;
}

}  // namespace hookspect::ops
