#include "report/finding/junit.h"

#include "support/json_event.h"
#include "unit/report/finding/support.h"

#include <doctest/doctest.h>

#include <vector>

using namespace hookspect;
using test::a_finding;

namespace {

std::string case_of(std::string_view source, const hookspect::event::Event* event,
                    const std::vector<hookspect::finding::Finding>& findings) {
    hookspect::event::Body body = test::body_of(source);
    body.number = 2;
    body.start.line = 7;
    body.event = event;
    std::string out;
    hookspect::report::append_findings_junit(out, body, findings, hookspect::report::Presentation{});
    return out;
}

}  // namespace

TEST_CASE("a document without events") {
    std::string out;
    hookspect::report::begin_findings_junit(out);
    hookspect::report::end_findings_junit(out, hookspect::report::Totals{});
    CHECK(out ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
          "<testsuite name=\"hookspect validate\">\n</testsuite>\n</testsuites>\n");
}

TEST_CASE("a body is a test case") {
    const test::JsonEvent json(R"({"event":{"resource":"person","name":"<re>"}})");
    CHECK(case_of("a&b.json", &json.event, {}) ==
          "<testcase classname=\"a&amp;b.json\" name=\"event 2: person.&lt;re&gt;\" file=\"a&amp;b.json\" "
          "line=\"7\"/>\n");
    CHECK(case_of("-", nullptr, {}) ==
          "<testcase classname=\"-\" name=\"event 2: cannot be read\" file=\"-\" line=\"7\"/>\n");
}

TEST_CASE("errors are one failure, all else is output") {
    hookspect::finding::Finding hinted = a_finding();
    hinted.expected = "REWARDED";
    hinted.hint = "<help>";
    hookspect::finding::Finding warning = a_finding();
    warning.severity = hookspect::schema::Severity::warning;
    warning.rule = hookspect::schema::Rule::untranslated;
    warning.message = "a < b";
    hookspect::finding::Finding note = warning;
    note.severity = hookspect::schema::Severity::note;
    note.place = {0, 1, 1};
    const std::string begin =
        "<testcase classname=\"-\" name=\"event 2: cannot be read\" file=\"-\" line=\"7\">\n";
    const std::string pendng = "interaction.state is &quot;PENDNG&quot;";
    const std::string failure = "<failure type=\"enum\" message=\"" + pendng + "\">2:328: error: " + pendng +
                                "; expected REWARDED [enum]\n    help: &lt;help&gt;\n</failure>\n";
    const std::string output =
        "<system-out>2:328: warning: a &lt; b [untranslated]\n1:1: note: a &lt; b "
        "[untranslated]\n</system-out>\n";
    CHECK(case_of("-", nullptr, {hinted}) == begin + failure + "</testcase>\n");
    CHECK(case_of("-", nullptr, {warning, note}) == begin + output + "</testcase>\n");
    CHECK(case_of("-", nullptr, {warning, hinted, note}) == begin + failure + output + "</testcase>\n");
    CHECK(case_of("-", nullptr, {hinted, warning, hinted, a_finding()})
              .find("message=\"" + pendng + ", and 2 other errors\">") != std::string::npos);
    CHECK(case_of("-", nullptr, {hinted, a_finding()}).find(pendng + ", and 1 other error\">") !=
          std::string::npos);
}
