#include "event/form_typing.h"

#include "base/ascii.h"
#include "base/number.h"
#include "schema/path_spot.h"

#include <algorithm>
#include <initializer_list>

namespace hookspect::event {
namespace {

constexpr bool is_any_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [text](std::string_view word) { return base::equal_ignoring_case(text, word); });
}

/// An opt-out must not be missed, however it is written.
bool is_consent(std::string_view text) {
    return is_form_truth(text) || is_any_of(text, {"false", "0", "no", "off"});
}

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

bool is_form_truth(std::string_view text) noexcept {
    return is_any_of(text, {"true", "1", "yes", "on"});
}

Kind form_scalar_kind(const FormSpot& spot, std::string_view text) noexcept {
    switch (spot.type) {
        case schema::ValueType::string:
        case schema::ValueType::any: return Kind::string;
        case schema::ValueType::number:
            if (base::is_number(text)) return Kind::number;
            break;
        case schema::ValueType::boolean:
            if (spot.field == schema::no_field ? is_consent(text) : is_boolean(text)) return Kind::boolean;
            break;
        default: break;
    }
    return text.empty() ? Kind::null : Kind::string;
}

}  // namespace hookspect::event
