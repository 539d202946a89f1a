#include "event/field_hints.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace hookspect {
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

Expected expected_of(const Field& row) {
    const bool list = row.type == ValueType::strings || row.type == ValueType::properties;
    return {
        .field = id_of(row),
        .object = row.type == ValueType::object ? row.object : ObjectType::none,
        .element = list ? id_of(row) : no_field,
        .element_object = row.type == ValueType::properties ? row.object : ObjectType::none,
    };
}

}  // namespace

const std::array<KeyWords, 256>& key_words() {
    static const auto words = [] {
        std::array<KeyWords, 256> table{};
        for (const Field& row : fields()) table[id_of(row)] = words_of(row.key);
        return table;
    }();
    return words;
}

const std::array<Expected, 256>& expectations() {
    static const auto table = [] {
        std::array<Expected, 256> entries{};
        for (const Field& row : fields()) entries[id_of(row)] = expected_of(row);
        return entries;
    }();
    return table;
}

}  // namespace hookspect
