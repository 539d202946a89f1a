#include "event/field_hints.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace hookspect::event {
namespace {

KeyWords words_of(std::string_view key) {
    std::array<char, 16> text{};
    KeyWords words;
    if (key.size() >= text.size()) return words;
    key.copy(text.data(), key.size());
    text[key.size()] = '"';
    const std::size_t size = key.size() + 1;
    words.size = static_cast<std::uint32_t>(key.size());
    words.tail_at = static_cast<std::uint32_t>(size > 8 ? size - 8 : 0);
    std::memset(&words.head_mask, 0xFF, std::min<std::size_t>(size, 8));
    words.tail_mask = size > 8 ? ~std::uint64_t{0} : 0;
    words.head = KeyWords::load(text.data()) & words.head_mask;
    words.tail = KeyWords::load(text.data() + words.tail_at) & words.tail_mask;
    return words;
}

Expected expected_of(const schema::Field& row) {
    const bool list = row.type == schema::ValueType::strings || row.type == schema::ValueType::properties;
    return {
        .field = schema::id_of(row),
        .object = row.type == schema::ValueType::object ? row.object : schema::ObjectType::none,
        .element = list ? schema::id_of(row) : schema::no_field,
        .element_object = row.type == schema::ValueType::properties ? row.object : schema::ObjectType::none,
    };
}

}  // namespace

const std::array<KeyWords, 256>& key_words() {
    static const auto words = [] {
        std::array<KeyWords, 256> table{};
        for (const schema::Field& row : schema::fields()) table[schema::id_of(row)] = words_of(row.key);
        return table;
    }();
    return words;
}

const std::array<Expected, 256>& expectations() {
    static const auto table = [] {
        std::array<Expected, 256> entries{};
        for (const schema::Field& row : schema::fields()) entries[schema::id_of(row)] = expected_of(row);
        return entries;
    }();
    return table;
}

}  // namespace hookspect::event
