#include "schema/path_type.h"

#include "base/wording.h"

#include <vector>

namespace hookspect::schema {
namespace {

using Step = PathStep::Kind;

/// Whether the path's last step goes into a list whose field it has.
bool ends_in_element(const Path& path) {
    if (path.steps.empty()) return false;
    const Step last = path.steps.back().kind;
    return last == Step::element || last == Step::any_element;
}

bool ends_below_opt_in(const Path& path) {
    const std::size_t count = path.steps.size();
    const FieldId parent = count < 2 ? no_field : path.steps[count - 2].field;
    return parent != no_field && field(parent).object == ObjectType::person_opt_in;
}

void add_field(PathType& type, const Path& path, FieldId id) {
    const Field& row = field(id);
    switch (row.type) {
        case ValueType::person_id: type.ignores_case = true; [[fallthrough]];
        case ValueType::string:
        case ValueType::url: type.text = true; break;
        case ValueType::number: type.number = true; break;
        case ValueType::boolean: type.boolean = true; break;
        case ValueType::object:
        case ValueType::properties: type.object = true; break;
        case ValueType::strings: (ends_in_element(path) ? type.text : type.list) = true; break;
        case ValueType::primary:
        case ValueType::any: type.any = true; break;
    }
    type.identifier = type.identifier || row.unit == Unit::identifier;
    type.time = type.time || row.unit == Unit::seconds || row.unit == Unit::milliseconds;
}

PathType type_of_resource(const Path& path) {
    PathType type;
    bool first = true;
    for (const FieldId id : path.resource_fields) {
        if (id == no_field) continue;
        add_field(type, path, id);
        // The values are documented if all fields that are there list the same ones.
        const auto values = field(id).values;
        if (first) type.values = values;
        if (type.values.data() != values.data()) type.values = {};
        first = false;
    }
    type.any = type.any || first;
    return type;
}

}  // namespace

PathType type_of(const Path& path) {
    if (path.any) return {.any = true};
    if (path.of_resource) return type_of_resource(path);
    PathType type;
    if (path.field != no_field) {
        add_field(type, path, path.field);
        type.values = field(path.field).values;
    } else if (ends_below_opt_in(path)) {
        type.boolean = true;
    } else {
        type.any = true;
    }
    return type;
}

std::string describe(const PathType& type) {
    std::vector<std::string_view> names;
    if (type.text) names.emplace_back("a string");
    if (type.number) names.emplace_back(type.time ? "a time" : "a number");
    if (type.boolean) names.emplace_back("a boolean");
    if (type.list) names.emplace_back("a list of strings");
    if (type.object) names.emplace_back("an object");
    if (type.any) names.emplace_back("any value");
    return base::either_of(names);
}

}  // namespace hookspect::schema
