#include "finding/headline.h"

#include "schema/rules.h"
#include "term/safe_text.h"

#include <fmt/format.h>

namespace hookspect::finding {

std::string headline(std::string_view source, const Finding& finding) {
    return fmt::format("{}:{}:{}: {}: {} [{}]", term::safe_text(source), finding.place.line,
                       finding.place.column, schema::severity_name(finding.severity),
                       term::safe_text(finding.message), schema::rule_info(finding.rule).name);
}

}  // namespace hookspect::finding
