#include "report/schema/lists.h"

#include "report/layout/prose.h"
#include "report/layout/title_bar.h"
#include "report/schema/field_text.h"
#include "schema/names.h"
#include "schema/rules.h"
#include "schema/text_types.h"

#include <algorithm>

namespace hookspect::report {
namespace {

using std::string_view;

struct Line {
    std::string name;
    std::string text;
};

void append_lines(std::string& out, const std::vector<Line>& lines, const Presentation& presentation) {
    std::size_t columns = 0;
    for (const Line& line : lines) columns = std::max(columns, line.name.size());
    for (const Line& line : lines) append_entry(out, line.name, line.text, columns, presentation);
}

std::vector<Line> rule_lines() {
    std::vector<Line> lines;
    for (const schema::RuleInfo& info : schema::rules()) {
        lines.push_back(
            {std::string(info.name),
             std::string(schema::severity_name(info.severity)).append(": ").append(info.summary)});
    }
    return lines;
}

}  // namespace

void append_rule_list(std::string& out, const Presentation& presentation) {
    append_lines(out, rule_lines(), presentation);
}

void append_name_list(std::string& out, const Presentation& presentation) {
    std::vector<Line> lines;
    for (const std::string& path : schema::all_paths()) {
        const auto found = schema::find_path(path);
        lines.push_back({path, found ? type_and_unit(schema::field(found->id())) : "field"});
    }
    for (const schema::ObjectInfo& info : schema::objects()) {
        if (info.type != schema::ObjectType::none && info.path != info.name)
            lines.push_back({std::string(info.name), "type"});
    }
    for (const schema::TextTypeInfo& type : schema::text_types())
        lines.push_back({std::string(type.name), "type"});
    for (const string_view code : schema::languages()) lines.push_back({std::string(code), "language"});
    for (Line& line : rule_lines()) lines.push_back({std::move(line.name), "rule, " + line.text});
    append_lines(out, lines, presentation);
}

std::vector<const schema::Field*> fields_with_value(string_view value) {
    std::vector<const schema::Field*> found;
    for (const schema::Field& row : schema::fields()) {
        if (std::find(row.values.begin(), row.values.end(), value) != row.values.end()) found.push_back(&row);
    }
    return found;
}

void append_value_explanation(std::string& out, string_view value, const Presentation& presentation) {
    append_title_bar(out, value, "value", presentation);
    out.push_back('\n');
    for (const schema::Field* row : fields_with_value(value)) {
        constexpr std::size_t label_columns = 10;
        append_entry(out, "field", schema::field_path(schema::id_of(*row)), label_columns, presentation);
        append_entry(out, "values", joined(row->values), label_columns, presentation);
        if (!row->text.empty()) append_entry(out, "text", row->text, label_columns, presentation);
    }
}

}  // namespace hookspect::report
