#include "report/finding/listing.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>

using namespace hookspect;

namespace {

constexpr std::uint64_t all = std::numeric_limits<std::uint64_t>::max();

hookspect::schema::Severity severity_of(char letter) {
    if (letter == 'n') return hookspect::schema::Severity::note;
    return letter == 'w' ? hookspect::schema::Severity::warning : hookspect::schema::Severity::error;
}

/// What is listed of bodies written as a letter for each finding's severity.
std::string listed(hookspect::report::Listing& listing, hookspect::report::Totals& totals,
                   std::initializer_list<std::string_view> bodies) {
    std::string result;
    for (const std::string_view letters : bodies) {
        std::vector<hookspect::finding::Finding> findings(letters.size());
        for (std::size_t i = 0; i < letters.size(); ++i) findings[i].severity = severity_of(letters[i]);
        listing.choose(findings, totals);
        for (const hookspect::finding::Finding& finding : findings)
            result += hookspect::schema::severity_name(finding.severity).front();
        result += ' ';
    }
    return result;
}

}  // namespace

TEST_CASE("findings are listed up to the limits of the run") {
    struct Row {
        hookspect::report::ListingLimits limits;
        std::string_view listed;
        std::uint64_t unlisted;
        std::string_view text;
    };
    for (const Row& row : {
             Row{{true, all, all}, "enw  eee wn ", 0, ""},
             Row{{false, all, all}, "ew  eee w ", 0, ""},
             Row{{true, 4, all}, "enw  e  ", 4, "4 findings are not listed (--max-findings)"},
             Row{{false, 5, all}, "ew  eee  ", 1, "1 finding is not listed (--max-findings)"},
             Row{{true, all, 2},
                 "enw  e wn ",
                 2,
                 "2 findings are not listed: GitHub shows at most 2 annotations of each severity per step"},
             Row{{true, 4, 2}, "enw  e  ", 4, "4 findings are not listed (--max-findings)"},
         }) {
        hookspect::report::Listing listing(row.limits);
        hookspect::report::Totals totals;
        CHECK(listed(listing, totals, {"enw", "", "eee", "wn"}) == row.listed);
        CHECK(totals.unlisted == row.unlisted);
        if (row.unlisted > 0) CHECK(hookspect::report::unlisted_text(totals, row.limits) == row.text);
    }
}
