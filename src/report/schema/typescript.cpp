#include "report/schema/typescript.h"

#include "base/uuid.h"
#include "report/schema/field_text.h"
#include "schema/actions.h"
#include "schema/ids.h"

#include <fmt/format.h>

#include <iterator>

namespace hookspect::report {
namespace {

using schema::ObjectType;
using schema::TextType;
using schema::ValueType;
using std::string_view;

constexpr std::size_t longest_line = 100;

std::string literal(string_view text) {
    return fmt::format("'{}'", text);
}

template <typename Texts>
std::string union_of(const Texts& texts) {
    std::vector<std::string> literals;
    for (const auto& text : texts) literals.push_back(literal(text));
    return joined(literals, " | ");
}

/// A type name of an object: `Campaign`; `CampaignConfig` for `campaign.config`.
std::string type_identifier(ObjectType type) {
    std::string identifier;
    bool begins_word = true;
    for (const char c : schema::object(type).name) {
        const bool lower = c >= 'a' && c <= 'z';
        if (c != '.') identifier += begins_word && lower ? static_cast<char>(c - ('a' - 'A')) : c;
        begins_word = c == '.';
    }
    return identifier;
}

class Declarations {
public:
    explicit Declarations(std::string& out) : out_(out) {}

    void append(Subject subject) {
        line("// The webhook bodies of Ambassify. Printed by hookspect schema -f typescript.");
        line("// A field that is not set is absent or null.");
        const SubjectTypes types = types_of(subject);
        for (const ObjectType type : types.objects) {
            line("");
            object(type);
        }
        for (const TextType type : types.texts) {
            line("");
            text(type);
        }
    }

private:
    std::string& out_;
    std::size_t depth_ = 0;
    bool generic_ = false;  // `event.resource` is a parameter of the type

    void line(string_view text) {
        if (!text.empty()) out_.append(2 * depth_, ' ').append(text);
        out_ += '\n';
    }

    void documentation(string_view text) {
        if (!text.empty()) line(fmt::format("/** {} */", text));
    }

    void object(ObjectType type) {
        if (type == ObjectType::event) return event();
        if (type == ObjectType::schema_org_action) return action();
        documentation(schema::object(type).text);
        line(fmt::format("export interface {} {{", type_identifier(type)));
        members(type);
        line("}");
    }

    void members(ObjectType type) {
        ++depth_;
        for (const schema::Field& row : schema::fields_of(type)) member(row);
        if (type == ObjectType::person_opt_in) {
            line("[key: string]: boolean | null;");
        } else if (schema::object(type).open) {
            line("[key: string]: unknown;");
        }
        --depth_;
    }

    void member(const schema::Field& row) {
        documentation(field_sentences(row));
        const bool required = is_required(row);
        const std::string key = fmt::format("{}{}: ", row.key, required ? "" : "?");
        // Unknown includes null.
        const string_view end = required || row.type == ValueType::any ? ";" : " | null;";
        if (row.type != ValueType::object || is_named(row.object)) {
            return line(key + type_of(row) + std::string(end));
        }
        line(key + "{");
        members(row.object);
        line(fmt::format("}}{}", end));
    }

    [[nodiscard]] std::string type_of(const schema::Field& row) const {
        switch (row.type) {
            case ValueType::string:
                if (generic_ && schema::id_of(row) == schema::ids::event_resource) return "R";
                return row.values.empty() ? "string" : union_of(row.values);
            case ValueType::strings:
                return row.values.empty() ? "string[]" : fmt::format("({})[]", union_of(row.values));
            case ValueType::primary: return "string | boolean";
            case ValueType::any: return "unknown";
            default: return std::string(schema::type_name(row));
        }
    }

    /// Events are told apart by `event.resource`, which is inside a member: TypeScript narrows no union by
    /// that, so each has a name and a type guard.
    void event() {
        documentation("What an event is about.");
        line(fmt::format("export type Resource = {};",
                         union_of(schema::field(schema::ids::event_resource).values)));
        line("");
        documentation(schema::object(ObjectType::event).text);
        std::vector<std::string> names;
        for (const auto& resource : schema::ids::resources) names.push_back(event_name(resource));
        line(fmt::format("export type Event = {};", joined(names, " | ")));
        for (const auto& resource : schema::ids::resources) event_about(resource);
        line("");
        documentation("An event about a resource of the kind R.");
        line("export interface EventAbout<R extends Resource> {");
        generic_ = true;
        members(ObjectType::event);
        generic_ = false;
        line("}");
    }

    static std::string event_name(const schema::ResourceFields& resource) {
        return type_identifier(resource.type) + "Event";
    }

    void event_about(const schema::ResourceFields& resource) {
        const std::string name = event_name(resource);
        line("");
        line("/**");
        line(fmt::format(" * An event about {} {}: Extract<Event, {{ event: {{ resource: {} }} }}>.",
                         resource.name.front() == 'i' ? "an" : "a", resource.name, literal(resource.name)));
        line(" */");
        line(fmt::format("export type {} = EventAbout<{}>;", name, literal(resource.name)));
        line("");
        line("/**");
        line(fmt::format(" * The type guard of {}. A declaration file holds no code; this is the function:",
                         name));
        line(" *");
        line(fmt::format(" *     const is{}: {}Guard = (event): event is {} =>", name, name, name));
        line(fmt::format(" *       event.event.resource === {};", literal(resource.name)));
        line(" */");
        line(fmt::format("export type {}Guard = (event: Event) => event is {};", name, name));
    }

    void action() {
        documentation(fmt::format("The types of schema.org release {} that are actions.",
                                  schema::action_vocabulary_release()));
        line("export type SchemaOrgActionName =");
        ++depth_;
        std::string names;
        for (const string_view name : schema::action_names()) {
            if (names.size() + name.size() + 7 > longest_line) {
                line(names);
                names.clear();
            }
            names += fmt::format("{}| {}", names.empty() ? "" : " ", literal(name));
        }
        line(names + ";");
        --depth_;
        line("");
        documentation("The bare or qualified name of an action type.");
        line("export type SchemaOrgActionType =");
        line("  | SchemaOrgActionName");
        line("  | `${'schema:' | 'https://schema.org/' | 'http://schema.org/'}${SchemaOrgActionName}`;");
        line("");
        documentation(schema::object(ObjectType::schema_org_action).text);
        line("export interface SchemaOrgAction {");
        ++depth_;
        documentation("A name, or a list of names of which one is that of an action type.");
        line("'@type'?: SchemaOrgActionType | string[] | null;");
        documentation("The same, where @type is not set.");
        line("type?: SchemaOrgActionType | string[] | null;");
        line("[key: string]: unknown;");
        --depth_;
        line("}");
    }

    void text(TextType type) {
        const schema::TextTypeInfo& info = schema::text_type(type);
        std::string sentences(info.text);
        append_sentence(sentences, info.definition);
        documentation(sentences);
        const std::string person_id =
            fmt::format("{} | {}", schema::text_type(TextType::uuid).name, literal(base::anonymous));
        line(fmt::format("export type {} = {};", info.name,
                         type == TextType::person_id ? person_id : "string"));
    }
};

}  // namespace

void append_typescript(std::string& out, Subject subject) {
    Declarations(out).append(subject);
}

}  // namespace hookspect::report
