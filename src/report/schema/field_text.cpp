#include "report/schema/field_text.h"

namespace hookspect::report {

std::string type_and_unit(const schema::Field& row) {
    std::string text(schema::type_name(row));
    if (row.unit == schema::Unit::seconds) text += ", seconds";
    if (row.unit == schema::Unit::milliseconds) text += ", milliseconds";
    return text;
}

}  // namespace hookspect::report
