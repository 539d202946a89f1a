#pragma once

#include "schema/fields.h"
#include "schema/text_types.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hookspect::report {

/// What a description of the schema is about: an object, or a type of texts.
using Subject = std::variant<schema::ObjectType, schema::TextType>;

/// The subject with this name: a documented type (`Campaign`, `UUID`) or a field whose value is an object or
/// a list of objects (`campaign`, `person.properties`).
[[nodiscard]] std::optional<Subject> find_subject(std::string_view name);

/// The types that a description of a subject needs, each in documented order.
struct SubjectTypes {
    std::vector<schema::ObjectType>
        objects;  // the subject itself, and all documented types that it refers to
    std::vector<schema::TextType> texts;
};

/// The subject's types. Of the whole Event these are all.
[[nodiscard]] SubjectTypes types_of(Subject subject);

/// `Campaign`, or the dotted path of an object that the page gives no name: `campaign.config`.
[[nodiscard]] std::string_view name_of(Subject subject);

/// The documented text; may be empty.
[[nodiscard]] std::string_view text_of(Subject subject);

/// The documented text of a field with what its type does not say, in sentences: its unit, and whether it is
/// personal data. Empty where there is nothing to say.
[[nodiscard]] std::string field_sentences(const schema::Field& row);

/// Appends a sentence to text, of which the last sentence may lack its full stop. An empty one adds nothing.
void append_sentence(std::string& text, std::string_view sentence);

/// Whether an event is not valid without this field.
[[nodiscard]] bool is_required(const schema::Field& row);

}  // namespace hookspect::report
