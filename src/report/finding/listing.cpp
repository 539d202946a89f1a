#include "report/finding/listing.h"

#include "base/count.h"

#include <numeric>

namespace hookspect::report {

void Listing::choose(std::vector<finding::Finding>& findings, Totals& totals) {
    if (!limits_.notes) {
        std::erase_if(findings, [](const finding::Finding& finding) {
            return finding.severity == schema::Severity::note;
        });
    }
    std::erase_if(findings, [&](const finding::Finding& finding) {
        const bool full = is_full(finding.severity);
        ++(full ? totals.unlisted : totals.listed);
        full ? void(is_cut_ = true) : void(++listed_[static_cast<std::size_t>(finding.severity)]);
        return full;
    });
}

bool Listing::is_full(schema::Severity severity) const {
    const auto all = std::accumulate(listed_.begin(), listed_.end(), std::uint64_t{0});
    return all >= limits_.most || listed_[static_cast<std::size_t>(severity)] >= limits_.most_of_severity;
}

Listing Listing::part() const {
    Listing part(limits_);
    part.listed_ = listed_;
    part.before_ = listed_;
    return part;
}

bool Listing::join(const Listing& part) {
    if (part.before_ == listed_) {
        listed_ = part.listed_;
        return true;
    }
    if (part.is_cut_) return false;
    Listing both(*this);
    for (std::size_t severity = 0; severity < listed_.size(); ++severity) {
        const std::uint64_t more = part.listed_[severity] - part.before_[severity];
        both.listed_[severity] += more;
        if (more > 0 && listed_[severity] + more > limits_.most_of_severity) return false;
    }
    if (std::accumulate(both.listed_.begin(), both.listed_.end(), std::uint64_t{0}) > limits_.most)
        return false;
    *this = both;
    return true;
}

std::string unlisted_text(const Totals& totals, const ListingLimits& limits) {
    std::string text;
    base::append_count_of(text, totals.unlisted, "finding");
    text.append(totals.unlisted == 1 ? " is" : " are").append(" not listed");
    if (totals.listed >= limits.most) return text.append(" (--max-findings)");
    text.append(": GitHub shows at most ").append(std::to_string(limits.most_of_severity));
    return text.append(" annotations of each severity per step");
}

}  // namespace hookspect::report
