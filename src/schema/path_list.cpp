#include "schema/path.h"
#include "schema/path_spot.h"

#include <utility>

namespace hookspect::schema {
namespace {

class Lister {
public:
    void list(ObjectType type, const std::string& prefix) {
        for (const Field& row : fields_of(type)) list(row, prefix + std::string(row.key));
    }

    std::vector<ListedPath> paths;

private:
    void list(const Field& row, const std::string& path) {
        paths.push_back({path, std::string(type_name(row))});
        if (row.type == ValueType::properties) return list_properties(row, path);
        if (row.type != ValueType::object) return;
        if (!is_multilingual(row.object)) return list(row.object, path + ".");
        paths.push_back({path + ".*", std::string(type_name(fields_of(row.object).front()))});
    }

    /// Once by key, once by index; what is nested in a property is like it.
    void list_properties(const Field& row, const std::string& path) {
        if (row.owner == row.object) return;
        const FieldId value = find_field(row.object, "value");
        paths.push_back({path + ".KEY", std::string(type_name(field(value)))});
        list(row.object, path + "[*].");
    }
};

}  // namespace

std::vector<ListedPath> list_paths() {
    Lister lister;
    lister.list(ObjectType::event, "");
    return std::move(lister.paths);
}

}  // namespace hookspect::schema
