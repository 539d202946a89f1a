#include "event/form_names.h"

#include <cstring>
#include <random>

namespace hookspect::event {
namespace {

constexpr std::size_t least_table = 1024;
constexpr std::size_t largest_kept = 16 * 1024;  // of a table that is cleared: a larger one costs too much

std::uint64_t mixed(std::uint64_t hash, std::uint64_t bytes) {
    hash = (hash ^ bytes) * 0x9e3779b97f4a7c15U;
    return hash ^ (hash >> 32);
}

template <typename Number>
std::uint64_t number_at(const char* at) {
    Number number = 0;
    std::memcpy(&number, at, sizeof number);
    return number;
}

/// The last 8 bytes of a text as a number, or all of a shorter one: what is as long has the same number only
/// where these are the same.
std::uint64_t last_bytes(std::string_view text) {
    const char* const end = text.data() + text.size();
    if (text.size() >= 8) return number_at<std::uint64_t>(end - 8);
    if (text.size() >= 4) {
        return number_at<std::uint32_t>(text.data()) << 32 | number_at<std::uint32_t>(end - 4);
    }
    std::uint64_t bytes = 0;
    for (const char c : text) bytes = bytes << 8 | static_cast<unsigned char>(c);
    return bytes;
}

}  // namespace

// The hash is seeded so that no capture can be written to make texts collide.
FormNames::FormNames() : seed_((std::uint64_t{std::random_device{}()} << 32) | 1U) {
    clear();
}

void FormNames::clear() {
    bytes_.clear();
    names_.assign(1, Name{});
    const bool keep = table_.size() >= least_table && table_.size() <= largest_kept;
    table_.assign(keep ? table_.size() : least_table, 0);
    mask_ = table_.size() - 1;
}

FormNames::Id FormNames::find(std::uint32_t owner, std::string_view text) const {
    return table_[probe(hash_of(owner, text), owner, text)];
}

FormNames::Id FormNames::intern(std::uint32_t owner, std::string_view text) {
    const std::uint32_t hash = hash_of(owner, text);
    const std::size_t place = probe(hash, owner, text);
    if (table_[place] != 0) return table_[place];
    const auto id = static_cast<Id>(names_.size());
    names_.push_back({owner, hash, bytes_.size(), text.size()});
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    table_[place] = id;
    if (names_.size() * 2 > mask_) rehash();
    return id;
}

std::uint32_t FormNames::hash_of(std::uint32_t owner, std::string_view text) const {
    std::uint64_t hash = mixed(seed_, (std::uint64_t{owner} << 32) ^ text.size());
    for (std::size_t at = 0; at + 8 < text.size(); at += 8) {
        hash = mixed(hash, number_at<std::uint64_t>(text.data() + at));
    }
    return static_cast<std::uint32_t>(mixed(hash, last_bytes(text)));
}

/// Where the pair stands in the table, or the free place where it would.
std::size_t FormNames::probe(std::uint32_t hash, std::uint32_t owner, std::string_view text) const {
    for (std::size_t place = hash & mask_;; place = (place + 1) & mask_) {
        const Id id = table_[place];
        if (id == 0) return place;
        const Name& name = names_[id];
        if (name.hash == hash && name.owner == owner && this->text(id) == text) return place;
    }
}

void FormNames::rehash() {
    mask_ = mask_ * 2 + 1;
    table_.assign(mask_ + 1, 0);
    for (Id id = 1; id < names_.size(); ++id) {
        std::size_t place = names_[id].hash & mask_;
        while (table_[place] != 0) place = (place + 1) & mask_;
        table_[place] = id;
    }
}

}  // namespace hookspect::event
