#include "report/schema/tree.h"

#include "report/layout/prose.h"
#include "report/layout/title_bar.h"
#include "report/schema/field_text.h"
#include "schema/actions.h"
#include "schema/fields.h"
#include "schema/names.h"
#include "schema/text_types.h"

#include <algorithm>

namespace hookspect::report {
namespace {

using std::string_view;

/// What stands before a row: the object takes any key, the value is personal data.
struct Marks {
    string_view open;
    string_view personal;
};

constexpr Marks marks_for(const Presentation& presentation) {
    return presentation.unicode ? Marks{"\u25e6", "\u2022"} : Marks{"o", "p"};
}

/// A nested object that the page spells out with dotted keys has a heading of its own instead of a row.
bool has_heading(const schema::Field& row) {
    return row.type == schema::ValueType::object && schema::type_name(row) == "object" &&
           !schema::fields_of(row.object).empty();
}

class Tree {
public:
    Tree(std::string& out, const Presentation& presentation)
        : out_(out), presentation_(presentation), marks_(marks_for(presentation)) {}

    void append(Subject subject) {
        const SubjectTypes types = types_of(subject);
        if (!types.objects.empty()) append_legend();
        for (const schema::ObjectType type : types.objects) {
            begin_section(schema::object(type).name, schema::object(type).text);
            append_section(with_parts(type));
        }
        for (const schema::TextType type : types.texts) {
            begin_section(schema::text_type(type).name, schema::text_type(type).text);
        }
    }

private:
    void append_legend() {
        append_lines(
            "A heading and a key below it form a path for get and explain: campaign.config.languages.");
        out_.append("  ").append(marks_.open).append("  open object: may have any other key, too\n");
        out_.append("  ")
            .append(marks_.personal)
            .append("  personal data, or free content that may contain some\n");
    }

    void append_lines(string_view text) {
        if (text.empty()) return;
        out_ += "  ";
        append_wrapped(out_, text, 2, 2, prose_columns(presentation_));
        out_ += '\n';
    }

    void begin_section(string_view name, string_view text) {
        if (!out_.empty()) out_ += '\n';
        append_title_bar(out_, name, {}, presentation_);
        append_lines(text);
    }

    /// An object and those that are parts of it, which are after it in the table.
    static std::span<const schema::ObjectInfo> with_parts(schema::ObjectType type) {
        const auto all = schema::objects();
        const auto begin = static_cast<std::size_t>(type);
        const std::string prefix = std::string(all[begin].path) + ".";
        const auto is_part = [&](const schema::ObjectInfo& info) {
            return !is_named(info.type) && (is_named(type) || info.path.starts_with(prefix));
        };
        std::size_t end = begin + 1;
        while (end < all.size() && is_part(all[end])) ++end;
        return all.subspan(begin, end - begin);
    }

    /// An object with its parts.
    void append_section(std::span<const schema::ObjectInfo> infos) {
        const schema::ObjectInfo& type = infos.front();
        if (schema::is_multilingual(type.type)) return append_multilingual(type);
        if (type.type == schema::ObjectType::schema_org_action) return append_action();
        measure(infos);
        for (const schema::ObjectInfo& info : infos) {
            if (!schema::fields_of(info.type).empty() || info.open) append_object(info);
        }
    }

    void measure(std::span<const schema::ObjectInfo> infos) {
        key_columns_ = 0;
        type_columns_ = 0;
        for (const schema::ObjectInfo& info : infos) {
            for (const schema::Field& row : schema::fields_of(info.type)) {
                if (has_heading(row)) continue;
                key_columns_ = std::max(key_columns_, row.key.size());
                type_columns_ = std::max(type_columns_, type_and_unit(row).size());
            }
        }
    }

    void append_object(const schema::ObjectInfo& info) {
        if (info.path.find('.') != string_view::npos && schema::fields_of(info.type).empty()) return;
        const std::string place = info.type == schema::ObjectType::person_property ? "person.properties[*]"
                                                                                   : std::string(info.path);
        out_ += '\n';
        if (!place.empty()) append_heading(place);
        for (const schema::Field& row : schema::fields_of(info.type)) {
            if (!has_heading(row)) append_row(row, place.empty() ? 0 : 2);
        }
    }

    void append_heading(const std::string& place) {
        const auto found = schema::find_path(place);
        const schema::Field* row = found ? &schema::field(found->id()) : nullptr;
        const bool spelled_out = row != nullptr && has_heading(*row);
        append_marks(spelled_out && schema::object(row->object).open, spelled_out && row->personal);
        append_bold(out_, place, presentation_);
        if (spelled_out) {
            out_ += "  object";
            const std::size_t at = mark_columns + place.size() + 8;
            append_text(row->text, at, mark_columns + 4);
        }
        out_ += '\n';
    }

    void append_row(const schema::Field& row, std::size_t indent) {
        const bool open = row.type == schema::ValueType::any ||
                          (row.object != schema::ObjectType::none && schema::object(row.object).open);
        append_marks(open, row.personal);
        out_.append(indent, ' ').append(row.key);
        const std::string type = type_and_unit(row);
        out_.append(key_columns_ - row.key.size() + 2, ' ').append(type);
        const std::size_t at = mark_columns + indent + key_columns_ + 2 + type.size();
        const std::size_t begin = mark_columns + indent + key_columns_ + 2 + type_columns_;
        const std::string values = joined(row.values);
        const string_view text = row.text.empty() ? string_view(values) : row.text;
        if (!text.empty()) append_beside(text, at, begin);
        out_ += '\n';
    }

    /// Text in the column `begin` of a line that has come to column `at`; on lines of its own where that is
    /// too narrow.
    void append_beside(string_view text, std::size_t at, std::size_t begin) {
        constexpr std::size_t narrowest = 24;
        if (begin + narrowest <= prose_columns(presentation_)) {
            out_.append(begin - at, ' ');
            return append_text(text, begin, begin + 2);
        }
        constexpr std::size_t indent = mark_columns + 4;
        out_.append("\n").append(indent, ' ');
        append_wrapped(out_, text, indent, indent, prose_columns(presentation_));
    }

    void append_text(string_view text, std::size_t at, std::size_t indent) {
        if (text.empty()) return;
        out_ += "  ";
        append_wrapped(out_, text, at + 2, indent, prose_columns(presentation_));
    }

    void append_marks(bool open, bool personal) {
        out_.append(open ? marks_.open : " ").append(personal ? marks_.personal : " ").append(" ");
    }

    void append_multilingual(const schema::ObjectInfo& type) {
        const std::string value_type = type_and_unit(schema::fields_of(type.type).front());
        out_ += '\n';
        append_lines(joined(schema::languages()) + "  " + value_type);
        append_lines("in " + joined(schema::places_of(type.type), ", "));
    }

    void append_action() {
        out_ += '\n';
        append_lines(std::to_string(schema::action_names().size()) + " types of schema.org release " +
                     std::string(schema::action_vocabulary_release()) + ", in conversion.response.action");
    }

    static constexpr std::size_t mark_columns = 3;
    std::string& out_;
    const Presentation& presentation_;
    Marks marks_;
    std::size_t key_columns_ = 0;
    std::size_t type_columns_ = 0;
};

}  // namespace

void append_schema_tree(std::string& out, Subject subject, const Presentation& presentation) {
    Tree(out, presentation).append(subject);
}

}  // namespace hookspect::report
