#include "report/finding/json.h"

#include "finding/fingerprint.h"
#include "unit/report/finding/support.h"

#include <doctest/doctest.h>

#include <array>

using namespace hookspect;

using test::a_finding;
using test::body_of;

TEST_CASE("a finding is one JSON object with all its members") {
    std::string text;
    hookspect::report::append_finding_json(text, body_of("suspect.ndjson"), a_finding());
    CHECK(text == R"({"source":"suspect.ndjson","event":2,"line":2,"column":328,"offset":1327,)"
                  R"("pointer":"/interaction/state","key":null,"severity":"error","rule":"enum",)"
                  R"("message":"interaction.state is \"PENDNG\"","hint":null,"fingerprint":")" +
                      hookspect::finding::fingerprint_of(body_of("suspect.ndjson"), a_finding()) + "\"}");
}

TEST_CASE("what was expected ends the message, key and hint are told where they are") {
    hookspect::finding::Finding finding = a_finding();
    finding.severity = hookspect::schema::Severity::note;
    finding.expected = "REWARDED, PENDING or REJECTED";
    finding.hint = "did you mean \"PENDING\"?";
    finding.key = "interaction[state]";
    std::string text;
    hookspect::report::append_finding_json(text, body_of("-"), finding);
    CHECK(text ==
          R"({"source":"-","event":2,"line":2,"column":328,"offset":1327,"pointer":"/interaction/state",)"
          R"("key":"interaction[state]","severity":"note","rule":"enum",)"
          R"("message":"interaction.state is \"PENDNG\"; expected REWARDED, PENDING or REJECTED",)"
          R"("hint":"did you mean \"PENDING\"?","fingerprint":")" +
              hookspect::finding::fingerprint_of(body_of("-"), finding) + "\"}");
}

TEST_CASE("names that are not UTF-8 stay JSON") {
    std::string text;
    hookspect::report::append_finding_json(text, body_of("caf\xe9\n.json"), a_finding());
    CHECK(text.find("{\"source\":\"caf\uFFFD\\n.json\",") == 0);
}

TEST_CASE("the document comes in pieces") {
    std::string text;
    hookspect::report::begin_findings_json(text);
    hookspect::report::end_findings_json(text, {3, 0, 0, 0, 0});
    CHECK(text == R"({"version":1,"findings":[],"summary":{"events":3,"valid":3,"invalid":0,"errors":0,)"
                  R"("warnings":0,"notes":0}})"
                  "\n");

    text.clear();
    const std::array<hookspect::finding::Finding, 2> findings{a_finding(), a_finding()};
    std::string one;
    hookspect::report::append_finding_json(one, body_of("-"), a_finding());
    hookspect::report::begin_findings_json(text);
    hookspect::report::append_findings_json(text, body_of("-"), findings, hookspect::report::Presentation{});
    hookspect::report::append_findings_json(text, body_of("-"), {}, hookspect::report::Presentation{});
    hookspect::report::end_findings_json(text, {4, 1, 3, 0, 7, 2, 1});
    CHECK(text == "{\"version\":1,\"findings\":[\n" + one + ",\n" + one +
                      "\n],\"summary\":{\"events\":4,\"valid\":3,\"invalid\":1,\"errors\":3,\"warnings\":0,"
                      "\"notes\":7,\"unlisted\":1}}\n");
}
