#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hookspect::ops {

/// Of each identity only the last item, in the order in which they were added. Items without an identity (an
/// empty one) are all kept. Memory grows with the identities, not with the items.
template <typename Item>
class Latest {
public:
    void add(std::string identity, Item item) {
        if (!identity.empty()) point_to(std::move(identity), kept_.size());
        kept_.emplace_back(std::move(item));
        compact();
    }

    /// Adds what another one has kept, of items after these.
    void add(Latest&& later) {
        const std::size_t before = kept_.size();
        std::move(later.kept_.begin(), later.kept_.end(), std::back_inserter(kept_));
        replaced_ += later.replaced_;
        while (!later.last_.empty()) {
            auto entry = later.last_.extract(later.last_.begin());
            point_to(std::move(entry.key()), before + entry.mapped());
        }
        compact();
    }

    /// Hands over what is left, until `use` returns false.
    template <typename Use>
    void each(const Use& use) const {
        for (const std::optional<Item>& kept : kept_) {
            if (kept && !use(*kept)) return;
        }
    }

    /// Items in memory, and places of items that were replaced: at most about twice as many as are left.
    [[nodiscard]] std::size_t held() const { return kept_.size(); }

private:
    std::vector<std::optional<Item>> kept_;  // nothing: replaced by a later one
    std::size_t replaced_ = 0;               // of these
    // By identity, into kept_. Ordered, as the text of payloads could be made to collide in a hash table.
    std::map<std::string, std::size_t> last_;

    /// The last item of this identity is now the one at `index`.
    void point_to(std::string&& identity, std::size_t index) {
        const auto [entry, is_new] = last_.try_emplace(std::move(identity), index);
        if (is_new) return;
        kept_[std::exchange(entry->second, index)].reset();
        ++replaced_;
    }

    /// Gives up the places of what is replaced, once they are more than half.
    void compact() {
        if (replaced_ <= kept_.size() / 2) return;
        std::vector<std::size_t> index_now(kept_.size());
        std::size_t left = 0;
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            index_now[i] = left;
            if (!kept_[i]) continue;
            if (left != i) kept_[left] = std::move(kept_[i]);
            ++left;
        }
        kept_.resize(left);
        for (auto& [identity, index] : last_) index = index_now[index];
        replaced_ = 0;
    }
};

}  // namespace hookspect::ops
