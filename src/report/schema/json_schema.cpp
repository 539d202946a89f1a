#include "report/schema/json_schema.h"

#include "base/json_layout.h"
#include "base/json_writer.h"
#include "base/uuid.h"
#include "base/wording.h"
#include "report/schema/field_text.h"
#include "schema/actions.h"
#include "schema/fields.h"
#include "schema/ids.h"
#include "schema/rules.h"
#include "schema/text_patterns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hookspect::report {
namespace {

using schema::ObjectType;
using schema::Rule;
using schema::TextType;
using schema::ValueType;
using std::string_view;

/// Errors that no JSON Schema finds: they are about the text of a body, not about its values.
constexpr std::array text_rules{Rule::json_syntax, Rule::form_syntax, Rule::utf8, Rule::limit};

constexpr string_view action_name_definition = "SchemaOrgActionName";
constexpr string_view action_type_definition = "SchemaOrgActionType";

std::vector<string_view> names_of_errors(bool in_text) {
    std::vector<string_view> names;
    for (const schema::RuleInfo& info : schema::rules()) {
        const bool listed = std::find(text_rules.begin(), text_rules.end(), info.rule) != text_rules.end();
        if (info.severity == schema::Severity::error && listed == in_text) names.push_back(info.name);
    }
    return names;
}

std::string comment() {
    return fmt::format(
        "Printed by hookspect schema -f json-schema. An event that is not valid under this schema has an "
        "error "
        "of hookspect validate, of one of the rules {}. JSON Schema cannot express the rules {}, nor the "
        "part "
        "of the rule action by which @type and type must agree. Warnings and notes are not part of the "
        "schema. Null is the same as absent. URL has a pattern and no format, since uri-reference "
        "does not allow letters outside ASCII.",
        base::all_of(names_of_errors(false)), base::all_of(names_of_errors(true)));
}

class SchemaWriter {
public:
    explicit SchemaWriter(std::string& out) : json_(out) {}

    void write(Subject subject) {
        json_.begin_object();
        json_.member("$schema", "https://json-schema.org/draft/2020-12/schema");
        json_.member("$id", {"urn:hookspect:schema:", name_of(subject)});
        json_.member("title", name_of(subject));
        description(text_of(subject));
        json_.member("$comment", comment());
        json_.member("$ref", {"#/$defs/", name_of(subject)});
        json_.key("$defs").begin_object();
        const SubjectTypes types = types_of(subject);
        for (const ObjectType type : types.objects) {
            json_.key(schema::object(type).name);
            object(type, schema::object(type).text, false);
            if (type == ObjectType::schema_org_action) action_definitions();
        }
        for (const TextType type : types.texts) text_definition(type);
        json_.end_object();
        json_.end_object();
    }

private:
    base::JsonWriter json_;

    // --- values ---

    void description(string_view text) {
        if (!text.empty()) json_.member("description", text);
    }

    void type(string_view name, bool nullable) {
        json_.key("type");
        if (!nullable) return void(json_.value(name));
        json_.begin_array().value(name).value("null").end_array();
    }

    void reference(string_view definition) {
        json_.begin_object().member("$ref", {"#/$defs/", definition}).end_object();
    }

    void reference_or_null(string_view definition) {
        json_.key("anyOf").begin_array();
        reference(definition);
        json_.begin_object().member("type", "null").end_object();
        json_.end_array();
    }

    void values(std::span<const string_view> allowed, bool nullable) {
        if (allowed.empty()) return;
        json_.key("enum").begin_array();
        for (const string_view value : allowed) json_.value(value);
        if (nullable) json_.null();
        json_.end_array();
    }

    void example(string_view example_json) {
        if (!example_json.empty()) json_.key("examples").begin_array().literal(example_json).end_array();
    }

    void list_of_strings(std::span<const string_view> allowed) {
        type("array", true);
        json_.key("items").begin_object();
        type("string", false);
        values(allowed, false);
        json_.end_object();
    }

    void list_of(string_view definition) {
        type("array", true);
        json_.key("items");
        reference(definition);
    }

    void field(const schema::Field& row) {
        const bool nullable = !is_required(row);
        const std::string sentences = field_sentences(row);
        const bool nested = row.type == ValueType::object && !is_named(row.object);
        json_.key(row.key);
        if (nested) return object(row.object, sentences, nullable);
        json_.begin_object();
        description(sentences);
        switch (row.type) {
            case ValueType::string:
                type("string", nullable);
                values(row.values, nullable);
                break;
            case ValueType::number: type("number", nullable); break;
            case ValueType::boolean: type("boolean", nullable); break;
            case ValueType::url: reference_or_null(schema::text_type(TextType::url).name); break;
            case ValueType::person_id: reference_or_null(schema::text_type(TextType::person_id).name); break;
            case ValueType::primary: string_or_boolean(); break;
            case ValueType::object: reference_or_null(schema::object(row.object).name); break;
            case ValueType::strings: list_of_strings(row.values); break;
            case ValueType::properties: list_of(schema::object(row.object).name); break;
            case ValueType::any: break;
        }
        example(schema::example_of(schema::id_of(row)).json);
        json_.end_object();
    }

    /// Not a list of three types: validators that read a schema strictly take such a list for a mistake.
    void string_or_boolean() {
        json_.key("anyOf").begin_array();
        json_.begin_object();
        type("string", true);
        json_.end_object();
        json_.begin_object();
        type("boolean", false);
        json_.end_object();
        json_.end_array();
    }

    // --- objects ---

    void object(ObjectType type_here, string_view text, bool nullable) {
        const auto rows = schema::fields_of(type_here);
        json_.begin_object();
        json_.member("title", schema::object(type_here).name);
        description(text);
        type("object", nullable);
        required(rows);
        if (!rows.empty()) {
            json_.key("properties").begin_object();
            for (const schema::Field& row : rows) field(row);
            json_.end_object();
        }
        if (schema::is_multilingual(type_here)) json_.member("additionalProperties", false);
        if (type_here == ObjectType::event) event_conditions();
        if (type_here == ObjectType::person_property) property_condition();
        if (type_here == ObjectType::schema_org_action) action_conditions();
        json_.end_object();
    }

    void required(std::span<const schema::Field> rows) {
        if (std::none_of(rows.begin(), rows.end(), is_required)) return;
        json_.key("required").begin_array();
        for (const schema::Field& row : rows) {
            if (is_required(row)) json_.value(row.key);
        }
        json_.end_array();
    }

    void require(string_view key) { json_.key("required").begin_array().value(key).end_array(); }

    void event_conditions() {
        json_.key("allOf").begin_array();
        for (const schema::ResourceFields& resource : schema::ids::resources) {
            orphan_condition(schema::field(resource.object).key, schema::field(resource.id).key);
        }
        for (const schema::ResourceFields& resource : schema::ids::resources) subject_of_event(resource);
        json_.end_array();
    }

    /// The rule `orphan-resource`.
    void orphan_condition(string_view object_key, string_view id_key) {
        json_.begin_object();
        json_.member("$comment", {"Only set if ", id_key, " is set"});
        json_.key("if").begin_object();
        require(object_key);
        json_.key("properties").begin_object().key(object_key).begin_object();
        type("object", false);
        json_.end_object().end_object().end_object();
        json_.key("then").begin_object();
        require(id_key);
        json_.key("properties").begin_object().key(id_key).begin_object();
        json_.key("not").begin_object();
        type("null", false);
        json_.end_object().end_object().end_object().end_object().end_object();
    }

    /// What an event is about. Only described: without it an event is still valid (`missing-id` and
    /// `missing-resource` are warnings).
    void subject_of_event(const schema::ResourceFields& resource) {
        const string_view head = schema::field(schema::ids::event).key;
        const string_view kind = schema::field(schema::ids::event_resource).key;
        json_.begin_object();
        json_.key("if").begin_object();
        json_.key("properties").begin_object().key(head).begin_object();
        type("object", false);
        require(kind);
        json_.key("properties").begin_object().key(kind).begin_object().member("const", resource.name);
        json_.end_object().end_object().end_object().end_object().end_object();
        json_.key("then").begin_object();
        json_.member("title", {schema::object(resource.type).name, "Event"});
        json_.key("properties").begin_object();
        json_.key(schema::field(resource.id).key).begin_object();
        json_.member("description", {"The id of the ", resource.name, " that this event is about"});
        json_.end_object();
        json_.key(schema::field(resource.object).key).begin_object();
        json_.member("description", {"The ", resource.name, " that this event is about"});
        json_.end_object().end_object().end_object().end_object();
    }

    /// The rule `value-and-properties`.
    void property_condition() {
        const string_view list = schema::field(schema::ids::property_properties).key;
        const string_view value = schema::field(schema::ids::property_value).key;
        json_.key("if").begin_object();
        require(list);
        json_.key("properties").begin_object().key(list).begin_object();
        type("array", false);
        json_.key("minItems").literal("1");
        json_.end_object().end_object().end_object();
        json_.key("then").begin_object().key("properties").begin_object().key(value).begin_object();
        json_.member("$comment", "Can only be set if properties is empty");
        json_.key("enum").literal(R"([null,"",[],{}])");
        json_.end_object().end_object().end_object();
    }

    // --- texts ---

    void text_definition(TextType text) {
        const schema::TextTypeInfo& info = schema::text_type(text);
        json_.key(info.name).begin_object();
        json_.member("title", info.name);
        json_.member("description", {info.text, info.text.ends_with('.') ? " " : ". ", info.definition});
        if (text == TextType::person_id) {
            json_.key("anyOf").begin_array();
            reference(schema::text_type(TextType::uuid).name);
            json_.begin_object().member("const", base::anonymous).end_object();
            json_.end_array();
        } else {
            type("string", false);
            if (text == TextType::uuid) json_.member("format", "uuid");
            json_.member("pattern", schema::text_pattern(text));
        }
        example(info.example);
        json_.end_object();
    }

    // --- actions of schema.org ---

    /// The type is in `@type`, or in `type` where that is not set.
    void action_conditions() {
        json_.key("if").begin_object();
        require("@type");
        json_.key("properties").begin_object().key("@type").begin_object().key("not").begin_object();
        type("null", false);
        json_.end_object().end_object().end_object().end_object();
        json_.key("then").begin_object().key("properties").begin_object().key("@type");
        reference(action_type_definition);
        json_.end_object().end_object();
        json_.key("else").begin_object();
        require("type");
        json_.key("properties").begin_object().key("type");
        reference(action_type_definition);
        json_.end_object().end_object();
    }

    void action_definitions() {
        json_.key(action_type_definition).begin_object();
        json_.member("title", action_type_definition);
        json_.member("description",
                     "The name of an Action type, or a list of names of which one is an Action type");
        json_.key("anyOf").begin_array();
        reference(action_name_definition);
        json_.begin_object();
        type("array", false);
        json_.key("items").begin_object();
        type("string", false);
        json_.end_object();
        json_.key("contains");
        reference(action_name_definition);
        json_.end_object().end_array().end_object();

        json_.key(action_name_definition).begin_object();
        json_.member("title", action_name_definition);
        json_.member("description", {"A type of the vocabulary of schema.org, release ",
                                     schema::action_vocabulary_release(), ", bare or qualified"});
        type("string", false);
        json_.key("anyOf").begin_array();
        json_.begin_object();
        values(schema::action_names(), false);
        json_.end_object();
        json_.begin_object().member("pattern", schema::action_pattern()).end_object();
        json_.end_array().end_object();
    }
};

}  // namespace

void append_json_schema(std::string& out, Subject subject) {
    std::string compact;
    SchemaWriter(compact).write(subject);
    base::append_json_laid_out(out, compact);
    out += '\n';
}

}  // namespace hookspect::report
