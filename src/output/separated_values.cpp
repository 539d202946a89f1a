#include "output/separated_values.h"

#include "term/safe_text.h"

namespace hookspect::output {
namespace {

void append_csv_field(std::string& out, std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
        out.append(field);
        return;
    }
    out.push_back('"');
    for (const char c : field) out.append(c == '"' ? 2 : 1, c);
    out.push_back('"');
}

}  // namespace

void append_column(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '\t': out.append("\\t"); break;
            case '\n': out.append("\\n"); break;
            case '\r': out.append("\\r"); break;
            case '\\': out.append("\\\\"); break;
            default: out.push_back(c);
        }
    }
}

void Record::append_cell(std::string_view cell) const {
    const bool csv = style_.kind == RecordStyle::Kind::csv;
    std::string text;
    csv ? void(text.append(cell)) : append_column(text, cell);
    if (style_.safe) text = term::safe_text(text, style_.unicode);
    csv ? append_csv_field(*out_, text) : void(out_->append(text));
}

void Record::end() {
    const bool csv = style_.kind == RecordStyle::Kind::csv;
    for (const std::string& cell : cells_) {
        if (&cell != &cells_.front()) out_->push_back(csv ? ',' : '\t');
        append_cell(cell);
    }
    // A line with nothing on it is no record to many readers.
    if (csv && cells_.size() == 1 && cells_.front().empty()) out_->append("\"\"");
    out_->append(csv ? "\r\n" : "\n");
    cells_.clear();
}

}  // namespace hookspect::output
