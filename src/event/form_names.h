#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// Texts that each belong to a number: every pair has an id, counted from 1 on. Near-linear whatever the
/// texts are, and made to be kept from body to body.
class FormNames {
public:
    using Id = std::uint32_t;

    FormNames();

    /// Forgets all of them; ids are given anew.
    void clear();

    /// The id of the pair, or 0.
    [[nodiscard]] Id find(std::uint32_t owner, std::string_view text) const;
    /// The same, given where it has none.
    [[nodiscard]] Id intern(std::uint32_t owner, std::string_view text);

    [[nodiscard]] std::string_view text(Id id) const {
        return {bytes_.data() + names_[id].begin, names_[id].size};
    }
    /// The highest id, and one more.
    [[nodiscard]] std::size_t end() const { return names_.size(); }

private:
    struct Name {
        std::uint32_t owner = 0;
        std::uint32_t hash = 0;
        std::size_t begin = 0;
        std::size_t size = 0;
    };

    [[nodiscard]] std::uint32_t hash_of(std::uint32_t owner, std::string_view text) const;
    [[nodiscard]] std::size_t probe(std::uint32_t hash, std::uint32_t owner, std::string_view text) const;
    void rehash();

    std::vector<char> bytes_;
    std::vector<Name> names_;
    std::vector<Id> table_;  // open addressing; 0 is a free place
    std::size_t mask_ = 0;
    std::uint64_t seed_;
};

}  // namespace hookspect::event
