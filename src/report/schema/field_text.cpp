#include "report/schema/field_text.h"

namespace hookspect {

std::string type_and_unit(const Field& row) {
    std::string text(type_name(row));
    if (row.unit == Unit::seconds) text += ", seconds";
    if (row.unit == Unit::milliseconds) text += ", milliseconds";
    return text;
}

}  // namespace hookspect
