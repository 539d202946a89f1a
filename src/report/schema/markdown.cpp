#include "report/schema/markdown.h"

#include "report/schema/field_text.h"
#include "schema/actions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace hookspect::report {
namespace {

using schema::ObjectType;
using std::string_view;

constexpr string_view any_other_key = "It may have any other key.";

std::string code(string_view text) {
    return fmt::format("`{}`", text);
}

template <typename Texts>
std::string codes(const Texts& texts) {
    std::vector<std::string> all;
    for (const auto& text : texts) all.push_back(code(text));
    return joined(all, ", ");
}

/// Text in a cell of a table: the others are parts of a sentence there.
std::string cell(string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '|' || c == '*' || c == '_' || c == '<' || c == '[') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// The type of a field, with a link to its section: `[MultilingualString](#multilingualstring)`.
std::string linked_type(const schema::Field& row) {
    const std::string name(schema::type_name(row));
    if (name.front() < 'A' || name.front() > 'Z') return cell(name);
    const string_view section = string_view(name).substr(0, name.find('['));
    std::string anchor(section);
    std::transform(anchor.begin(), anchor.end(), anchor.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return fmt::format("[{}](#{}){}", section, anchor, cell(name.substr(section.size())));
}

class Sections {
public:
    explicit Sections(std::string& out) : out_(out) {}

    void append(Subject subject) {
        const SubjectTypes types = types_of(subject);
        for (const ObjectType type : types.objects) object(type);
        for (const schema::TextType type : types.texts) text(type);
    }

private:
    std::string& out_;

    void heading(string_view name, string_view about) {
        if (!out_.empty()) out_ += '\n';
        out_.append("## ").append(name).append("\n");
        paragraph(about);
    }

    void paragraph(string_view about) {
        if (!about.empty()) out_.append("\n").append(about).append("\n");
    }

    void object(ObjectType type) {
        const schema::ObjectInfo& info = schema::object(type);
        heading(info.name, info.text);
        if (schema::is_multilingual(type)) return languages(type);
        if (type == ObjectType::schema_org_action) return actions();
        if (info.open) paragraph(any_other_key);
        if (schema::fields_of(type).empty()) return;
        out_ += "\n| Key | Type | Description |\n|---|---|---|\n";
        rows(type, {});
    }

    /// `prefix`: the keys that lead to the object, with a dot.
    void rows(ObjectType type, const std::string& prefix) {
        for (const schema::Field& row : schema::fields_of(type)) {
            const std::string key = prefix + std::string(row.key);
            out_ += fmt::format("| {} | {} | {} |\n", code(key), linked_type(row), description(row));
            const bool inside = row.object != ObjectType::none && !is_named(row.object);
            if (inside) rows(row.object, key + ".");
        }
    }

    static std::string description(const schema::Field& row) {
        std::string text = is_required(row) ? "Required." : "";
        append_sentence(text, cell(field_sentences(row)));
        const bool list = row.type == schema::ValueType::strings;
        if (!row.values.empty())
            append_sentence(text, (list ? "Members: " : "One of: ") + codes(row.values) + ".");
        const bool open = row.object != ObjectType::none && schema::object(row.object).open;
        if (open) append_sentence(text, any_other_key);
        return text;
    }

    void languages(ObjectType type) {
        const auto members = schema::fields_of(type);
        out_ += fmt::format("\nIts keys are languages, each with a {}: {}\n", linked_type(members.front()),
                            codes(schema::languages()));
    }

    void actions() {
        out_ += fmt::format(
            "\nAn object with `@type`, or with `type` where that is not set: the name of a type of "
            "schema.org "
            "release {}, or a list of names of which one is in this list. {}\n\n{}\n",
            schema::action_vocabulary_release(), any_other_key, codes(schema::action_names()));
    }

    void text(schema::TextType type) {
        const schema::TextTypeInfo& info = schema::text_type(type);
        heading(info.name, info.text);
        paragraph(info.definition);
        out_ += fmt::format("\nExample: {}\n", code(info.example));
    }
};

}  // namespace

void append_schema_markdown(std::string& out, Subject subject) {
    Sections(out).append(subject);
}

}  // namespace hookspect::report
