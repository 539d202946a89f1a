#include "report/finding/listing.h"
#include "report/finding/summary.h"

#include <doctest/doctest.h>

namespace hookspect {
namespace {

std::vector<finding::Finding> errors(std::size_t count) {
    return std::vector<finding::Finding>(count, finding::Finding{.severity = schema::Severity::error});
}

void list(report::Listing& listing, std::size_t count, report::Totals& totals) {
    auto findings = errors(count);
    listing.choose(findings, totals);
}

void count(report::Summary& summary, const std::string& pointer) {
    summary.add(event::Body{.source = "s"},
                std::vector<finding::Finding>{finding::Finding{.pointer = pointer}});
}

std::string text_of(const report::Summary& summary) {
    std::string text;
    summary.append_to(text, {});
    return text;
}

}  // namespace

TEST_CASE("a part of a listing is joined unless what was listed before would have changed it") {
    const struct {
        std::size_t before;   // listed when the part begins
        std::size_t between;  // listed since
        std::size_t in_part;
        bool joins;
        std::uint64_t listed;  // then
    } cases[] = {
        {0, 0, 4, true, 4},    // nothing came between
        {0, 0, 40, true, 10},  // cut, but as it would have been
        {0, 6, 4, true, 10},   // there is room for all
        {0, 7, 4, false, 7},   // one too many
        {0, 1, 11, false, 1},  // cut, and too late
        {10, 0, 5, true, 10},  // full from the beginning
    };
    for (const auto& entry : cases) {
        report::Listing whole({true, 10, 10});
        report::Totals totals;
        list(whole, entry.before, totals);
        report::Listing part = whole.part();
        report::Totals of_part;
        list(part, entry.in_part, of_part);
        list(whole, entry.between, totals);
        CAPTURE(entry.before);
        CAPTURE(entry.between);
        CAPTURE(entry.in_part);
        REQUIRE(whole.join(part) == entry.joins);
        if (entry.joins) totals.add(of_part);
        CHECK(totals.listed == entry.listed);
    }
}

TEST_CASE("summaries of two parts of a run are the summary of the run") {
    report::Summary whole;
    report::Summary first;
    report::Summary second;
    for (const char* pointer : {"/a", "/b", "/a", "/c"}) {
        count(whole, pointer);
        count(first, pointer);
    }
    for (const char* pointer : {"/c", "/d", "/a"}) {
        count(whole, pointer);
        count(second, pointer);
    }
    REQUIRE(first.add(second));
    CHECK(text_of(first) == text_of(whole));
    count(whole, "/a");
    count(first, "/a");
    CHECK(text_of(first) == text_of(whole));
}

TEST_CASE("a summary takes no part where the order of the bodies decides which groups are kept") {
    report::Summary whole;
    for (int i = 0; i < 199; ++i) count(whole, "/whole" + std::to_string(i));
    report::Summary part;
    count(part, "/one");
    count(part, "/two");
    CHECK_FALSE(whole.add(part));
    count(whole, "/last");  // none has room any more
    CHECK(whole.add(part));
    report::Summary overfull;
    for (int i = 0; i < 201; ++i) count(overfull, "/part" + std::to_string(i));
    CHECK_FALSE(whole.add(overfull));
}

}  // namespace hookspect
