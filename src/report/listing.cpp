#include "report/listing.h"

#include "report/count.h"

namespace hookspect {

void Listing::choose(std::vector<Finding>& findings, Totals& totals) {
    if (!limits_.notes) {
        std::erase_if(findings, [](const Finding& finding) { return finding.severity == Severity::note; });
    }
    std::erase_if(findings, [&](const Finding& finding) {
        std::uint64_t& of_severity = listed_[static_cast<std::size_t>(finding.severity)];
        const bool full = totals.listed >= limits_.most || of_severity >= limits_.most_of_severity;
        ++(full ? totals.unlisted : totals.listed);
        if (!full) ++of_severity;
        return full;
    });
}

std::string unlisted_text(const Totals& totals, const ListingLimits& limits) {
    std::string text;
    append_count_of(text, totals.unlisted, "finding");
    text.append(totals.unlisted == 1 ? " is" : " are").append(" not listed");
    if (totals.listed >= limits.most) return text.append(" (--max-findings)");
    text.append(": GitHub shows ").append(std::to_string(limits.most_of_severity));
    return text.append(" annotations of each severity in a step");
}

}  // namespace hookspect
