#include "report/schema/subject.h"

#include "report/schema/field_text.h"
#include "schema/names.h"
#include "schema/rules.h"

#include <algorithm>
#include <set>

namespace hookspect::report {
namespace {

using schema::ObjectType;
using schema::TextType;
using schema::ValueType;

/// Collects the types that a subject refers to. Documented types may refer to themselves.
class Collector {
public:
    void add(ObjectType type) {
        if (!objects_.insert(type).second) return;
        for (const schema::Field& row : schema::fields_of(type)) {
            if (row.object != ObjectType::none) {
                is_named(row.object) ? add(row.object) : add_inside(row.object);
            }
            if (row.type == ValueType::url) add(TextType::url);
            if (row.type == ValueType::person_id) add(TextType::person_id);
        }
    }

    void add(TextType type) {
        texts_.insert(type);
        if (type == TextType::person_id) texts_.insert(TextType::uuid);
    }

    [[nodiscard]] SubjectTypes types() const {
        return {{objects_.begin(), objects_.end()}, {texts_.begin(), texts_.end()}};
    }

private:
    std::set<ObjectType> objects_;
    std::set<TextType> texts_;

    /// What an object refers to that is a part of the one around it.
    void add_inside(ObjectType type) {
        add(type);
        objects_.erase(type);
    }
};

}  // namespace

std::optional<Subject> find_subject(std::string_view name) {
    const auto found = schema::find_name(name);
    if (!found) return std::nullopt;
    if (const auto* type = std::get_if<ObjectType>(&*found)) return *type;
    if (const auto* type = std::get_if<TextType>(&*found)) return *type;
    const auto* field = std::get_if<schema::FieldName>(&*found);
    if (field == nullptr || !field->rest.empty()) return std::nullopt;
    const ObjectType type = schema::field(field->id()).object;
    if (type == ObjectType::none) return std::nullopt;
    return type;
}

SubjectTypes types_of(Subject subject) {
    Collector collector;
    std::visit([&collector](auto type) { collector.add(type); }, subject);
    return collector.types();
}

std::string_view name_of(Subject subject) {
    if (const auto* type = std::get_if<TextType>(&subject)) return schema::text_type(*type).name;
    return schema::object(std::get<ObjectType>(subject)).name;
}

std::string_view text_of(Subject subject) {
    if (const auto* type = std::get_if<TextType>(&subject)) return schema::text_type(*type).text;
    return schema::object(std::get<ObjectType>(subject)).text;
}

void append_sentence(std::string& text, std::string_view sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += text.ends_with('.') ? " " : ". ";
    text.append(sentence);
}

std::string field_sentences(const schema::Field& row) {
    std::string sentences(row.text);
    switch (row.unit) {
        case schema::Unit::seconds:
        case schema::Unit::milliseconds:
            append_sentence(sentences, std::string("Unit: ").append(unit_text(row.unit)).append("."));
            break;
        case schema::Unit::identifier:
            append_sentence(sentences, "An identifier: whole and not negative.");
            break;
        case schema::Unit::plain: break;
    }
    if (row.personal) append_sentence(sentences, "Personal data, or free content that may hold some.");
    return sentences;
}

bool is_required(const schema::Field& row) {
    const std::string path = schema::field_path(schema::id_of(row));
    const auto names = [&path](schema::Rule rule) {
        const auto paths = schema::paths_of(rule);
        return std::find(paths.begin(), paths.end(), path) != paths.end();
    };
    return names(schema::Rule::not_an_event) || names(schema::Rule::required);
}

}  // namespace hookspect::report
