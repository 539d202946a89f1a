#include "report/get/printer.h"

#include "report/get/json.h"
#include "report/get/table.h"
#include "report/get/text.h"

namespace hookspect::report {

void GetPrinter::begin(std::string& out) {
    if (options_.format == ops::GetFormat::csv || options_.format == ops::GetFormat::tsv)
        append_get_header(out, options_);
    if (options_.format == ops::GetFormat::json) out.push_back('[');
}

void GetPrinter::add(std::string& out, const event::Body& body) {
    if (body.event == nullptr) return;
    ops::get(*body.event, options_, row_);
    missed_ |= !row_.every;
    if (!row_.any && !options_.all) return;
    switch (options_.format) {
        case ops::GetFormat::text: return append_get_text(out, body, row_, options_);
        case ops::GetFormat::csv:
        case ops::GetFormat::tsv: return append_get_row(out, body, row_, options_);
        case ops::GetFormat::ndjson: append_get_json(out, body, row_, options_); return out.push_back('\n');
        case ops::GetFormat::json: break;
    }
    out.push_back('\n');
    append_get_json(out, body, row_, options_);
}

std::string_view GetPrinter::separator() const {
    return options_.format == ops::GetFormat::json ? "," : "";
}

void GetPrinter::end(std::string& out, bool printed) const {
    if (options_.format == ops::GetFormat::json) out.append(printed ? "\n]\n" : "]\n");
}

}  // namespace hookspect::report
