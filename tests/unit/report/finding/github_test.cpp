#include "report/finding/github.h"

#include "unit/report/finding/support.h"

#include <doctest/doctest.h>

using namespace hookspect;
using test::a_finding;
using test::body_of;

namespace {

std::string annotation(std::string_view source, const hookspect::finding::Finding& finding) {
    std::string out;
    hookspect::report::append_findings_github(out, body_of(source), {&finding, 1},
                                              hookspect::report::Presentation{});
    return out;
}

}  // namespace

TEST_CASE("a finding is a workflow command") {
    hookspect::finding::Finding finding = a_finding();
    CHECK(annotation("suspect.ndjson", finding) ==
          "::error file=suspect.ndjson,line=2,col=328,title=enum::interaction.state is \"PENDNG\"\n");
    finding.severity = hookspect::schema::Severity::warning;
    finding.expected = "REWARDED, PENDING or REJECTED";
    finding.hint = "did you mean \"PENDING\"?";
    CHECK(annotation("suspect.ndjson", finding) ==
          "::warning file=suspect.ndjson,line=2,col=328,title=enum::interaction.state is \"PENDNG\""
          "%0Aexpected REWARDED, PENDING or REJECTED%0Ahelp: did you mean \"PENDING\"?\n");
    finding.severity = hookspect::schema::Severity::note;
    CHECK(annotation("-", finding).starts_with("::notice title=enum::interaction.state"));
}

TEST_CASE("no text ends a property, or begins a command of its own") {
    hookspect::finding::Finding finding = a_finding();
    finding.message = "100%\r\n::set-output name=a::b, c\x1b[0m";
    finding.expected = "%0A::stop-commands::x";
    CHECK(annotation("a,b:c%2C\n::error::d", finding) ==
          "::error file=a%2Cb%3Ac%252C↵%3A%3Aerror%3A%3Ad,line=2,col=328,title=enum::"
          "100%25\\u{d}↵::set-output name=a::b, c\\u{1b}[0m%0Aexpected %250A::stop-commands::x\n");
}
