#include "report/schema/explain.h"

#include "base/json_text.h"
#include "report/layout/prose.h"
#include "report/layout/title_bar.h"
#include "report/schema/field_text.h"
#include "schema/examples.h"
#include "schema/field_rules.h"

#include <algorithm>
#include <array>

namespace hookspect {
namespace {

using std::string_view;

constexpr std::size_t label_columns = 10;

string_view language_name(string_view code) {
    constexpr std::array<string_view, 11> names{"English", "Dutch",   "French",   "German",
                                                "Polish",  "Spanish", "Italian",  "Danish",
                                                "Swedish", "Finnish", "Norwegian"};
    const auto codes = languages();
    const auto at = std::find(codes.begin(), codes.end(), code);
    return at == codes.end() ? string_view{} : names[static_cast<std::size_t>(at - codes.begin())];
}

string_view unit_text(Unit unit) {
    switch (unit) {
        case Unit::seconds: return "seconds since 1970-01-01 00:00:00Z; 0 means never";
        case Unit::milliseconds: return "milliseconds since 1970-01-01 00:00:00Z; 0 means never";
        case Unit::identifier: return "an identifier: whole and not negative";
        case Unit::plain: break;
    }
    return {};
}

string_view openness(ObjectType type) {
    if (object(type).open) return "open: any key may stand in it, the documented ones are checked";
    return is_multilingual(type) ? "closed: language tells of any other key"
                                 : "closed: unknown-field tells of any other key";
}

class Explanation {
public:
    Explanation(std::string& out, const Presentation& presentation)
        : out_(out), presentation_(presentation) {}

    void operator()(const FieldName& name) {
        const Field& row = field(name.id());
        append_bar(out_, name.path, "field", presentation_);
        if (!name.rest.empty()) append_rest(name);
        append_paragraph(row.text);
        out_ += '\n';
        append_type(row);
        append("unit", unit_text(row.unit));
        append(row.type == ValueType::strings ? "members" : "values", joined(row.values));
        if (row.object != ObjectType::none) append("keys", openness(row.object));
        if (row.personal) append("personal", "yes: personal data, or free content that may hold some");
        append("rules", rule_names(rules_at(name)));
        append_example(name);
        append_members(row.object);
    }

    void operator()(const ResourceName& name) {
        append_bar(out_, name.path, "alias", presentation_);
        append_paragraph(
            "resource stands for the event's own resource, the object that event.resource names.");
        out_ += '\n';
        std::size_t columns = 0;
        for (const FieldName& one : name.fields) columns = std::max(columns, one.path.size());
        for (const FieldName& one : name.fields) {
            std::string text = type_and_unit(field(one.id()));
            if (!one.rest.empty()) text += ", where any key may stand";
            append_entry(out_, one.path, text, columns, presentation_);
        }
    }

    void operator()(ObjectType type) {
        const ObjectInfo& info = object(type);
        append_bar(out_, info.name, "type", presentation_);
        append_paragraph(info.text);
        out_ += '\n';
        if (type == ObjectType::schema_org_action) return append_action_type();
        if (!info.path.empty()) append("stands at", info.path);
        if (info.path.empty() && type != ObjectType::event)
            append("stands at", joined(places_of(type), ", "));
        append("keys", openness(type));
        append_members(type);
    }

    void operator()(TextType type) {
        const TextTypeInfo& info = text_type(type);
        append_bar(out_, info.name, "type", presentation_);
        append_paragraph(info.text);
        append_paragraph(info.definition);
        out_ += '\n';
        append("example", info.example);
        if (type == TextType::person_id) append("or", "\"[anonymous]\"");
        if (type == TextType::url) append("or", "\"/nl/winter?from=mail\"");
        if (type != TextType::uuid) append("stands at", joined(places_of(type), ", "));
    }

    void operator()(Rule rule) {
        const RuleInfo& info = rule_info(rule);
        append_bar(out_, info.name, "rule", presentation_);
        append_paragraph(std::string(info.summary));
        append_paragraph(info.text);
        out_ += '\n';
        append("severity", std::string(severity_name(info.severity)).append(other_severity(rule)));
        append("looks at", joined(paths_of(rule), ", "));
        append_moves(info);
    }

    void operator()(ActionType type) {
        append_bar(out_, action_name(type), "schema.org action", presentation_);
        append_paragraph("A type of SchemaOrgAction, as schema.org release " +
                         std::string(action_vocabulary_release()) + " defines it.");
        out_ += '\n';
        append_chain(type);
        append("example", "{\"@type\":\"" + std::string(action_name(type)) +
                              "\",\"actionStatus\":\"CompletedActionStatus\"}");
    }

    void operator()(const LanguageName& language) {
        append_bar(out_, language.code, "language", presentation_);
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

    void append_type(const Field& row) {
        std::string type(type_name(row));
        if (row.type == ValueType::primary)
            type += "; a boolean is accepted too, since the text describes one";
        if (row.type == ValueType::any) type += " JSON value";
        append("type", type);
    }

    /// What a name below a documented field means, where the documentation has none.
    void append_rest(const FieldName& name) {
        std::string key;
        append_json_string(key, name.rest);
        const Field& row = field(name.id());
        if (row.type == ValueType::properties) {
            append_paragraph(key + " is the key of a property: such a path is the property's value.");
        } else if (row.object == ObjectType::schema_org_action) {
            append_paragraph(key + " is for schema.org to define: see explain SchemaOrgAction.");
        } else {
            append_paragraph(key + " is not documented, but any key may stand in " + name.path + ".");
        }
    }

    static std::string rule_names(const std::vector<Rule>& rules) {
        std::vector<string_view> names;
        names.reserve(rules.size());
        for (const Rule rule : rules) names.push_back(rule_info(rule).name);
        return joined(names);
    }

    void append_example(const FieldName& name) {
        const FieldId parent = name.trail.size() > 1 ? name.trail[name.trail.size() - 2] : no_field;
        const Example example = example_of(name.id(), parent);
        if (example.json.empty()) return;
        std::string text(example.json);
        if (!example.date.empty()) text.append("  ").append(example.date);
        append("example", text);
    }

    void append_members(ObjectType type) {
        const auto members = fields_of(type);
        if (members.empty()) return;
        if (is_multilingual(type)) {
            return append("languages",
                          joined(languages()) + ", each a " + std::string(type_name(members.front())));
        }
        std::size_t keys = 0;
        std::size_t types = 0;
        for (const Field& row : members) {
            keys = std::max(keys, row.key.size());
            types = std::max(types, type_and_unit(row).size());
        }
        out_ += '\n';
        for (const Field& row : members) append_member(row, keys, types);
    }

    void append_member(const Field& row, std::size_t keys, std::size_t types) {
        std::string label(row.key);
        label.append(keys - row.key.size() + 2, ' ').append(type_and_unit(row));
        const std::string values = joined(row.values);
        append_entry(out_, label, row.text.empty() ? string_view(values) : row.text, keys + 2 + types,
                     presentation_);
    }

    static std::vector<std::string> places_of(TextType type) {
        std::vector<std::string> places;
        for (const Field& row : fields()) {
            const bool is_place = type == TextType::person_id ? row.type == ValueType::person_id
                                                              : row.object == ObjectType::multilingual_url;
            if (is_place) places.push_back(field_path(id_of(row)));
        }
        return places;
    }
    static std::vector<std::string> places_of(ObjectType type) { return hookspect::places_of(type); }

    /// Where a rule has another severity than its own; empty: nowhere.
    static string_view other_severity(Rule rule) {
        switch (rule) {
            case Rule::untranslated: return " on published_community and published_landing, else note";
            case Rule::url: return ", a warning in campaign.image.location";
            case Rule::type: return ", a warning under person.optIn";
            case Rule::unknown_field: return ", a warning where a documented key was most likely meant";
            default: return {};
        }
    }

    void append_moves(const RuleInfo& info) {
        const bool fixed =
            info.rule == Rule::json_syntax || info.rule == Rule::utf8 || info.rule == Rule::limit;
        if (fixed) return append("to move it", "not possible: a body that cannot be read stays an error");
        string_view label = "to move it";
        const auto move = [&](Severity to, string_view option) {
            if (info.severity == to && other_severity(info.rule).empty()) return;
            append(label, std::string(option).append(" ").append(info.name));
            label = {};
        };
        move(Severity::error, "--error");
        move(Severity::warning, "--warn");
        move(Severity::note, "--note");
        move(Severity::ignored, "--ignore");
        append("alone", std::string("--only ").append(info.name));
    }

    void append_action_type() {
        append("vocabulary", "schema.org release " + std::string(action_vocabulary_release()) + ", " +
                                 std::to_string(action_names().size()) + " types");
        append("stands at", "conversion.response.action");
        append("type",
               "in @type, or in type where that is missing: a text, or a list of texts of which one is an "
               "Action");
        append("written",
               "ShareAction, schema:ShareAction, https://schema.org/ShareAction or "
               "http://schema.org/ShareAction");
        append("status", "in actionStatus: " + joined(action_statuses(), ", "));
        append("keys", "open: action-property notes those that schema.org does not give to the type");
        append("rules", "type action action-property");
        const FieldId id = find_field(ObjectType::conversion_response, "action");
        append("example", example_of(id).json);
        append("types", joined(action_names()));
    }

    /// A type, those above it and Thing, each with the properties that it adds.
    void append_chain(ActionType type) {
        std::vector<ActionType> chain{type};
        for (std::size_t i = 0; i < chain.size(); ++i) {
            for (const ActionType parent : action_parents(chain[i])) {
                if (std::find(chain.begin(), chain.end(), parent) == chain.end()) chain.push_back(parent);
            }
        }
        std::size_t columns = 0;
        for (const ActionType one : chain) columns = std::max(columns, action_name(one).size());
        for (const ActionType one : chain) {
            const std::string properties = joined(action_own_properties(one));
            const string_view text =
                properties.empty() ? string_view("(no properties of its own)") : properties;
            append_entry(out_, action_name(one), text, columns, presentation_);
        }
        append_entry(out_, "Thing", joined(thing_properties()), columns, presentation_);
        out_ += '\n';
    }

    std::string& out_;
    const Presentation& presentation_;
};

}  // namespace

void append_explanation(std::string& out, const Name& name, const Presentation& presentation) {
    std::visit(Explanation(out, presentation), name);
}

}  // namespace hookspect
