#pragma once

#include "schema/fields.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace hookspect::event {

/// A documented key and its closing quote in two words, which overlap or are the same: their bytes compare at
/// once.
struct KeyWords {
    std::uint64_t head = 0;
    std::uint64_t head_mask = 0;
    std::uint64_t tail = 0;
    std::uint64_t tail_mask = 0;
    std::uint32_t tail_at = 0;
    std::uint32_t size = 0;  // of the key; 0: too long for two words

    /// Whether the string behind an opening quote is this key. 16 bytes must be readable.
    [[nodiscard]] bool stands_at(const char* at) const {
        const std::uint64_t difference =
            ((load(at) ^ head) & head_mask) | ((load(at + tail_at) ^ tail) & tail_mask);
        return difference == 0 && size != 0;
    }

    [[nodiscard]] static std::uint64_t load(const char* at) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        return word;
    }
};

/// What the schema says of a value before it is read.
struct Expected {
    schema::FieldId field = schema::no_field;
    schema::ObjectType object = schema::ObjectType::none;  // of an object here
    schema::FieldId element = schema::no_field;            // of the elements of a list here
    schema::ObjectType element_object = schema::ObjectType::none;
};

/// The keys of all fields, by their ids. No key has the id `no_field`.
[[nodiscard]] const std::array<KeyWords, 256>& key_words();

/// The same for their values. Nothing is expected of `no_field`.
[[nodiscard]] const std::array<Expected, 256>& expectations();

}  // namespace hookspect::event
