#pragma once

#include "event/event.h"
#include "event/form_keys.h"
#include "event/form_text.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// One field of a form body. Its texts are decoded and stand in the arena, its places count in the body.
struct FormField {
    std::uint32_t key = 0;
    std::uint32_t key_size = 0;
    std::uint32_t key_place = 0;  // of the key as written
    std::uint32_t value = 0;
    std::uint32_t value_size = 0;
    std::uint32_t value_place = 0;  // of the value as written; without `=` where the field ends
    FormKeys::Id known = 0;         // the known key that this one is
    bool lasting = false;           // what the key means can be told without the rest of the body
    bool key_fault = false;         // a `%` without two hex digits, or a bracket that never closes
    bool value_fault = false;       // a `%` without two hex digits

    [[nodiscard]] std::string_view key_in(const FormText& text) const { return text.view(key, key_size); }
    [[nodiscard]] std::string_view value_in(const FormText& text) const {
        return text.view(value, value_size);
    }
};

/// What kept a body from being split to its end.
struct FormFieldsFault {
    enum class Kind : std::uint8_t { none, too_many, key_utf8, value_utf8 } kind = Kind::none;
    std::size_t offset = 0;   // bytes in the body
    std::size_t decoded = 0;  // of a byte that is not UTF-8: bytes in the key or value of the last field
};

/// Splits a body into its fields and decodes them: the one pass over its bytes.
class FormFields {
public:
    std::vector<FormField> list;
    bool brackets = false;  // some key has an opening bracket
    bool faults = false;    // of a key or a value

    /// Empty fields and fields with an empty key are skipped. At a fault, the field at fault is the last of
    /// `list` (but for too_many).
    [[nodiscard]] FormFieldsFault split(std::string_view body, std::size_t limit, FormKeys& keys,
                                        FormText& text);

private:
    void add_known_key(std::size_t begin, const FormKeys& keys, FormKeys::Id known, FormText& text);
    [[nodiscard]] FormFieldsFault add_key(std::string_view body, std::size_t begin, FormText& text);
    [[nodiscard]] FormFieldsFault add_value(std::string_view body, FormText& text, std::size_t& end);
};

}  // namespace hookspect::event
