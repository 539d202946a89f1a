#include "report/schema/field_text.h"

namespace hookspect::report {

std::string type_and_unit(const schema::Field& row) {
    std::string text(schema::type_name(row));
    if (row.unit == schema::Unit::seconds) text += ", seconds";
    if (row.unit == schema::Unit::milliseconds) text += ", milliseconds";
    return text;
}

bool is_named(schema::ObjectType type) {
    const std::string_view name = schema::object(type).name;
    return name.front() >= 'A' && name.front() <= 'Z';
}

std::string_view unit_text(schema::Unit unit) {
    switch (unit) {
        case schema::Unit::seconds: return "seconds since 1970-01-01 00:00:00Z; 0 means never";
        case schema::Unit::milliseconds: return "milliseconds since 1970-01-01 00:00:00Z; 0 means never";
        case schema::Unit::identifier: return "an identifier: a whole number, not negative";
        case schema::Unit::plain: break;
    }
    return {};
}

}  // namespace hookspect::report
