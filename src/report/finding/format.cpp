#include "report/finding/format.h"

#include "report/finding/github.h"
#include "report/finding/json.h"
#include "report/finding/junit.h"
#include "report/finding/sarif.h"
#include "report/finding/text.h"

#include <algorithm>
#include <limits>

namespace hookspect::report {
namespace {

constexpr std::uint64_t all = std::numeric_limits<std::uint64_t>::max();

void begin_nothing(std::string& /*out*/) {}
void end_nothing(std::string& /*out*/, const Totals& /*totals*/) {}

constexpr auto table = std::to_array<FindingFormat>({
    {"text", true, all, "", begin_nothing, append_findings_text, end_nothing},
    {"ndjson", false, all, "", begin_nothing, append_findings_ndjson, end_nothing},
    {"json", false, all, ",", begin_findings_json, append_findings_json, end_findings_json},
    {"github", true, github_annotations, "", begin_nothing, append_findings_github, end_nothing},
    {"sarif", false, all, ",", begin_findings_sarif, append_findings_sarif, end_findings_sarif},
    {"junit", false, all, "", begin_findings_junit, append_findings_junit, end_findings_junit},
});

constexpr bool names_are_in_order() {
    return std::equal(table.begin(), table.end(), finding_format_names.begin(), finding_format_names.end(),
                      [](const FindingFormat& format, std::string_view name) { return format.name == name; });
}
static_assert(names_are_in_order());

}  // namespace

const FindingFormat& finding_format(std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [name](const FindingFormat& format) { return format.name == name; });
    return found == table.end() ? table.front() : *found;
}

}  // namespace hookspect::report
