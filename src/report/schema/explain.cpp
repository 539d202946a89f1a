#include "report/schema/explain.h"

#include "base/json_text.h"
#include "report/layout/prose.h"
#include "report/layout/title_bar.h"
#include "report/schema/field_text.h"
#include "schema/rules.h"

#include <algorithm>
#include <array>

namespace hookspect::report {
namespace {

using std::string_view;

constexpr std::size_t label_columns = 10;

string_view language_name(string_view code) {
    constexpr std::array<string_view, 11> names{"English", "Dutch",   "French",   "German",
                                                "Polish",  "Spanish", "Italian",  "Danish",
                                                "Swedish", "Finnish", "Norwegian"};
    const auto codes = schema::languages();
    const auto at = std::find(codes.begin(), codes.end(), code);
    return at == codes.end() ? string_view{} : names[static_cast<std::size_t>(at - codes.begin())];
}

string_view openness(schema::ObjectType type) {
    if (schema::object(type).open) return "open: any key is allowed; documented keys are checked";
    return schema::is_multilingual(type) ? "closed: the rule language reports other keys"
                                         : "closed: the rule unknown-field reports other keys";
}

class Explanation {
public:
    Explanation(std::string& out, const Presentation& presentation)
        : out_(out), presentation_(presentation) {}

    void operator()(const schema::FieldName& name) {
        const schema::Field& row = schema::field(name.id());
        append_title_bar(out_, name.path, "field", presentation_);
        if (!name.rest.empty()) append_rest(name);
        append_paragraph(row.text);
        out_ += '\n';
        append_type(row);
        append("unit", unit_text(row.unit));
        append(row.type == schema::ValueType::strings ? "members" : "values", joined(row.values));
        if (row.object != schema::ObjectType::none) append("keys", openness(row.object));
        if (row.personal) append("personal", "yes: personal data, or free content that may contain some");
        append("rules", rule_names(schema::rules_at(name)));
        append_example(name);
        append_members(row.object);
    }

    void operator()(const schema::ResourceName& name) {
        append_title_bar(out_, name.path, "alias", presentation_);
        append_paragraph("resource is the event's own resource: the object that event.resource names.");
        out_ += '\n';
        std::size_t columns = 0;
        for (const schema::FieldName& one : name.fields) columns = std::max(columns, one.path.size());
        for (const schema::FieldName& one : name.fields) {
            std::string text = type_and_unit(schema::field(one.id()));
            if (!one.rest.empty()) text += ", where any key is allowed";
            append_entry(out_, one.path, text, columns, presentation_);
        }
    }

    void operator()(schema::ObjectType type) {
        const schema::ObjectInfo& info = schema::object(type);
        append_title_bar(out_, info.name, "type", presentation_);
        append_paragraph(info.text);
        out_ += '\n';
        if (type == schema::ObjectType::schema_org_action) return append_action_type();
        if (!info.path.empty()) append("stands at", info.path);
        if (info.path.empty() && type != schema::ObjectType::event)
            append("stands at", joined(places_of(type), ", "));
        append("keys", openness(type));
        append_members(type);
    }

    void operator()(schema::TextType type) {
        const schema::TextTypeInfo& info = schema::text_type(type);
        append_title_bar(out_, info.name, "type", presentation_);
        append_paragraph(info.text);
        append_paragraph(info.definition);
        out_ += '\n';
        append("example", info.example);
        if (type == schema::TextType::person_id) append("or", "\"[anonymous]\"");
        if (type == schema::TextType::url) append("or", "\"/nl/winter?from=mail\"");
        if (type != schema::TextType::uuid) append("stands at", joined(places_of(type), ", "));
    }

    void operator()(schema::Rule rule) {
        const schema::RuleInfo& info = schema::rule_info(rule);
        append_title_bar(out_, info.name, "rule", presentation_);
        append_paragraph(std::string(info.summary));
        append_paragraph(info.text);
        out_ += '\n';
        append("severity", std::string(schema::severity_name(info.severity)).append(info.otherwise.when));
        append("looks at", joined(schema::paths_of(rule), ", "));
        append_moves(info);
    }

    void operator()(schema::ActionType type) {
        append_title_bar(out_, schema::action_name(type), "schema.org action", presentation_);
        append_paragraph("A type of SchemaOrgAction, as schema.org release " +
                         std::string(schema::action_vocabulary_release()) + " defines it.");
        out_ += '\n';
        append_chain(type);
        append("example", "{\"@type\":\"" + std::string(schema::action_name(type)) +
                              "\",\"actionStatus\":\"CompletedActionStatus\"}");
    }

    void operator()(const schema::LanguageName& language) {
        append_title_bar(out_, language.code, "language", presentation_);
        append_paragraph(std::string(language_name(language.code)) +
                         ": one of the eleven languages that a campaign can have.");
        out_ += '\n';
        append("key of", "MultilingualString, MultilingualURL");
        append("member of", "campaign.config.languages");
        append("path", "campaign.title." + std::string(language.code));
        append("rules", "untranslated extra-language");
    }

private:
    void append(string_view label, string_view text) {
        if (!text.empty()) append_entry(out_, label, text, label_columns, presentation_);
    }

    void append_paragraph(string_view text) {
        if (text.empty()) return;
        out_ += "\n  ";
        append_wrapped(out_, text, 2, 2, prose_columns(presentation_));
        out_ += '\n';
    }

    void append_type(const schema::Field& row) {
        std::string type(schema::type_name(row));
        if (row.type == schema::ValueType::primary)
            type += "; a boolean is accepted too, since the text describes one";
        if (row.type == schema::ValueType::any) type += " JSON value";
        append("type", type);
    }

    /// What a name below a documented field means, where the documentation has none.
    void append_rest(const schema::FieldName& name) {
        std::string key;
        base::append_json_string(key, name.rest);
        const schema::Field& row = schema::field(name.id());
        if (row.type == schema::ValueType::properties) {
            append_paragraph(key + " is the key of a property: such a path is the property's value.");
        } else if (row.object == schema::ObjectType::schema_org_action) {
            append_paragraph(key + " is defined by schema.org: see explain SchemaOrgAction.");
        } else {
            append_paragraph(key + " is not documented, but any key is allowed in " + name.path + ".");
        }
    }

    static std::string rule_names(const std::vector<schema::Rule>& rules) {
        std::vector<string_view> names;
        names.reserve(rules.size());
        for (const schema::Rule rule : rules) names.push_back(schema::rule_info(rule).name);
        return joined(names);
    }

    void append_example(const schema::FieldName& name) {
        const schema::FieldId parent =
            name.trail.size() > 1 ? name.trail[name.trail.size() - 2] : schema::no_field;
        const schema::Example example = schema::example_of(name.id(), parent);
        if (example.json.empty()) return;
        std::string text(example.json);
        if (!example.date.empty()) text.append("  ").append(example.date);
        append("example", text);
    }

    void append_members(schema::ObjectType type) {
        const auto members = schema::fields_of(type);
        if (members.empty()) return;
        if (schema::is_multilingual(type)) {
            return append("languages", joined(schema::languages()) + ", each a " +
                                           std::string(schema::type_name(members.front())));
        }
        std::size_t keys = 0;
        std::size_t types = 0;
        for (const schema::Field& row : members) {
            keys = std::max(keys, row.key.size());
            types = std::max(types, type_and_unit(row).size());
        }
        out_ += '\n';
        for (const schema::Field& row : members) append_member(row, keys, types);
    }

    void append_member(const schema::Field& row, std::size_t keys, std::size_t types) {
        std::string label(row.key);
        label.append(keys - row.key.size() + 2, ' ').append(type_and_unit(row));
        const std::string values = joined(row.values);
        append_entry(out_, label, row.text.empty() ? string_view(values) : row.text, keys + 2 + types,
                     presentation_);
    }

    static std::vector<std::string> places_of(schema::TextType type) {
        std::vector<std::string> places;
        for (const schema::Field& row : schema::fields()) {
            const bool is_place = type == schema::TextType::person_id
                                      ? row.type == schema::ValueType::person_id
                                      : row.object == schema::ObjectType::multilingual_url;
            if (is_place) places.push_back(schema::field_path(schema::id_of(row)));
        }
        return places;
    }
    static std::vector<std::string> places_of(schema::ObjectType type) { return schema::places_of(type); }

    void append_moves(const schema::RuleInfo& info) {
        if (!info.movable)
            return append("to move it", "not possible: a body that cannot be read is always an error");
        string_view label = "to move it";
        const auto move = [&](schema::Severity to, string_view option) {
            if (info.severity == to && info.otherwise.when.empty()) return;
            append(label, std::string(option).append(" ").append(info.name));
            label = {};
        };
        move(schema::Severity::error, "--error");
        move(schema::Severity::warning, "--warn");
        move(schema::Severity::note, "--note");
        move(schema::Severity::ignored, "--ignore");
        append("alone", std::string("--only ").append(info.name));
    }

    void append_action_type() {
        append("vocabulary", "schema.org release " + std::string(schema::action_vocabulary_release()) + ", " +
                                 std::to_string(schema::action_names().size()) + " types");
        append("stands at", "conversion.response.action");
        append("type",
               "in @type, or in type if that is missing: a text, or a list of texts that includes an Action");
        append("written",
               "ShareAction, schema:ShareAction, https://schema.org/ShareAction or "
               "http://schema.org/ShareAction");
        append("status", "in actionStatus: " + joined(schema::action_statuses(), ", "));
        append("keys",
               "open: the rule action-property reports keys that schema.org does not define for the type");
        append("rules", "type action action-property");
        const schema::FieldId id = schema::find_field(schema::ObjectType::conversion_response, "action");
        append("example", schema::example_of(id).json);
        append("types", joined(schema::action_names()));
    }

    /// A type, those above it and Thing, each with the properties that it adds.
    void append_chain(schema::ActionType type) {
        std::vector<schema::ActionType> chain{type};
        for (std::size_t i = 0; i < chain.size(); ++i) {
            for (const schema::ActionType parent : schema::action_parents(chain[i])) {
                if (std::find(chain.begin(), chain.end(), parent) == chain.end()) chain.push_back(parent);
            }
        }
        std::size_t columns = 0;
        for (const schema::ActionType one : chain)
            columns = std::max(columns, schema::action_name(one).size());
        for (const schema::ActionType one : chain) {
            const std::string properties = joined(schema::action_own_properties(one));
            const string_view text =
                properties.empty() ? string_view("(no properties of its own)") : properties;
            append_entry(out_, schema::action_name(one), text, columns, presentation_);
        }
        append_entry(out_, "Thing", joined(schema::thing_properties()), columns, presentation_);
        out_ += '\n';
    }

    std::string& out_;
    const Presentation& presentation_;
};

}  // namespace

void append_explanation(std::string& out, const schema::Name& name, const Presentation& presentation) {
    std::visit(Explanation(out, presentation), name);
}

}  // namespace hookspect::report
