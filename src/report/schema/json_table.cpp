#include "report/schema/json_table.h"

#include "base/json_layout.h"
#include "base/json_writer.h"
#include "report/schema/field_text.h"
#include "schema/actions.h"
#include "schema/fields.h"
#include "schema/text_patterns.h"

namespace hookspect::report {
namespace {

using schema::ObjectType;
using std::string_view;

string_view unit_name(schema::Unit unit) {
    switch (unit) {
        case schema::Unit::identifier: return "identifier";
        case schema::Unit::seconds: return "seconds";
        case schema::Unit::milliseconds: return "milliseconds";
        case schema::Unit::plain: break;
    }
    return {};
}

class TableWriter {
public:
    explicit TableWriter(std::string& out) : json_(out) {}

    void write(Subject subject) {
        json_.begin_object().member("version", 1U).key("types").begin_array();
        const SubjectTypes types = types_of(subject);
        for (const ObjectType type : types.objects) object(type);
        for (const schema::TextType type : types.texts) text(type);
        json_.end_array().end_object();
    }

private:
    base::JsonWriter json_;

    /// With the objects that are parts of it.
    void object(ObjectType type) {
        const schema::ObjectInfo& info = schema::object(type);
        json_.begin_object().member("name", info.name).member("kind", "object");
        json_.key("path").value_or_null(info.path);
        json_.member("open", info.open).member("text", info.text);
        if (type == ObjectType::schema_org_action) actions();
        json_.key("fields").begin_array();
        for (const schema::Field& row : schema::fields_of(type)) field(row);
        json_.end_array().end_object();
        for (const schema::Field& row : schema::fields_of(type)) {
            if (row.object != ObjectType::none && !is_named(row.object)) object(row.object);
        }
    }

    void field(const schema::Field& row) {
        const schema::FieldId id = schema::id_of(row);
        json_.begin_object().member("key", row.key).member("path", schema::field_path(id));
        json_.member("type", schema::type_name(row));
        json_.key("object").value_or_null(row.object == ObjectType::none ? string_view{}
                                                                         : schema::object(row.object).name);
        json_.key("unit").value_or_null(unit_name(row.unit));
        json_.key("values").begin_array();
        for (const string_view value : row.values) json_.value(value);
        json_.end_array();
        json_.member("required", is_required(row)).member("personal", row.personal).member("text", row.text);
        const string_view example = schema::example_of(id).json;
        json_.key("example").literal(example.empty() ? "null" : example);
        json_.end_object();
    }

    void actions() {
        json_.member("release", schema::action_vocabulary_release()).key("names").begin_array();
        for (const string_view name : schema::action_names()) json_.value(name);
        json_.end_array();
    }

    void text(schema::TextType type) {
        const schema::TextTypeInfo& info = schema::text_type(type);
        json_.begin_object().member("name", info.name).member("kind", "string");
        json_.member("text", info.text).member("definition", info.definition);
        json_.member("pattern", schema::text_pattern(type)).key("example").literal(info.example);
        json_.end_object();
    }
};

}  // namespace

void append_schema_json(std::string& out, Subject subject) {
    std::string compact;
    TableWriter(compact).write(subject);
    base::append_json_laid_out(out, compact);
    out += '\n';
}

}  // namespace hookspect::report
