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
    out.append(first_.take() ? "\n" : ",\n");
    append_get_json(out, body, row_, options_);
}

bool GetPrinter::join(const GetPrinter& part) {
    if (!first_.fits(part.first_)) return false;
    missed_ |= part.missed_;
    return true;
}

void GetPrinter::end(std::string& out) const {
    if (options_.format == ops::GetFormat::json) out.append(first_.none() ? "]\n" : "\n]\n");
}

}  // namespace hookspect::report
