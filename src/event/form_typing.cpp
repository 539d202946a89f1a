#include "event/form_typing.h"

#include "schema/path_spot.h"

#include <cstddef>

namespace hookspect::event {
namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes the digits at the front; false when there are none.
constexpr bool take_digits(std::string_view& text) {
    const std::size_t size = text.size();
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
    return text.size() != size;
}

constexpr bool take_any(std::string_view& text, std::string_view choice) {
    if (text.empty() || choice.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

/// RFC 8259, section 6.
constexpr bool is_json_number(std::string_view text) {
    take_any(text, "-");
    if (!take_any(text, "0") && !take_digits(text)) return false;
    if (take_any(text, ".") && !take_digits(text)) return false;
    if (take_any(text, "eE")) {
        take_any(text, "+-");
        if (!take_digits(text)) return false;
    }
    return text.empty();
}
static_assert(is_json_number("0") && is_json_number("-12.50E+3") && is_json_number("9007199254740993"));
static_assert(!is_json_number("") && !is_json_number("01") && !is_json_number("+1") && !is_json_number("1."));
static_assert(!is_json_number("-") && !is_json_number(".5") && !is_json_number("1e") &&
              !is_json_number("1 "));

constexpr bool is_boolean(std::string_view text) {
    return text == "true" || text == "false" || text == "1" || text == "0";
}

}  // namespace

FormSpot form_member_spot(schema::ObjectType owner, std::string_view key, bool once) noexcept {
    const auto spot = schema::member_of({schema::Spot::Kind::object, owner}, key);
    if (!spot || spot->field == schema::no_field) {
        return {.type = owner == schema::ObjectType::person_opt_in ? schema::ValueType::boolean
                                                                   : schema::ValueType::any};
    }
    return {spot->field, schema::field(spot->field).type, spot->object, once};
}

FormSpot form_element_spot(const FormSpot& list) noexcept {
    if (!is_form_list(list))
        return {.type = list.type == schema::ValueType::object ? schema::ValueType::any : list.type};
    return {list.field, schema::ValueType::string, schema::element_of(schema::spot_of(list.field)).object};
}

bool is_form_list(const FormSpot& spot) noexcept {
    return spot.type == schema::ValueType::strings || spot.type == schema::ValueType::properties;
}

Kind form_scalar_kind(schema::ValueType type, std::string_view text) noexcept {
    switch (type) {
        case schema::ValueType::string:
        case schema::ValueType::any: return Kind::string;
        case schema::ValueType::number:
            if (is_json_number(text)) return Kind::number;
            break;
        case schema::ValueType::boolean:
            if (is_boolean(text)) return Kind::boolean;
            break;
        default: break;
    }
    return text.empty() ? Kind::null : Kind::string;
}

}  // namespace hookspect::event
