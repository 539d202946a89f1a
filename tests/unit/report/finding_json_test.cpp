#include "report/finding_json.h"

#include <doctest/doctest.h>

#include <array>

using namespace hookspect;

namespace {

Body body_of(std::string_view source) {
    Body body;
    body.source = source;
    return body;
}

Finding a_finding() {
    Finding finding;
    finding.rule = Rule::enumeration;
    finding.severity = Severity::error;
    finding.event = 2;
    finding.place = {1327, 2, 328};
    finding.length = 8;
    finding.pointer = "/interaction/state";
    finding.message = "interaction.state is \"PENDNG\"";
    return finding;
}

}  // namespace

TEST_CASE("a finding is one JSON object with all its members") {
    std::string text;
    append_finding_json(text, body_of("suspect.ndjson"), a_finding());
    CHECK(text == R"({"source":"suspect.ndjson","event":2,"line":2,"column":328,"offset":1327,)"
                  R"("pointer":"/interaction/state","key":null,"severity":"error","rule":"enum",)"
                  R"("message":"interaction.state is \"PENDNG\"","hint":null})");
}

TEST_CASE("what was expected ends the message, key and hint are told where they are") {
    Finding finding = a_finding();
    finding.severity = Severity::note;
    finding.expected = "REWARDED, PENDING or REJECTED";
    finding.hint = "did you mean \"PENDING\"?";
    finding.key = "interaction[state]";
    std::string text;
    append_finding_json(text, body_of("-"), finding);
    CHECK(text ==
          R"({"source":"-","event":2,"line":2,"column":328,"offset":1327,"pointer":"/interaction/state",)"
          R"("key":"interaction[state]","severity":"note","rule":"enum",)"
          R"("message":"interaction.state is \"PENDNG\"; expected REWARDED, PENDING or REJECTED",)"
          R"("hint":"did you mean \"PENDING\"?"})");
}

TEST_CASE("names that are not UTF-8 stay JSON") {
    std::string text;
    append_finding_json(text, body_of("caf\xe9\n.json"), a_finding());
    CHECK(text.find("{\"source\":\"caf\uFFFD\\n.json\",") == 0);
}

TEST_CASE("the document streams") {
    FindingsDocument document;
    std::string text;
    document.begin(text);
    document.end(text, {3, 0, 0, 0, 0});
    CHECK(text == R"({"version":1,"findings":[],"summary":{"events":3,"valid":3,"invalid":0,"errors":0,)"
                  R"("warnings":0,"notes":0}})"
                  "\n");

    text.clear();
    FindingsDocument second;
    const std::array<Finding, 2> findings{a_finding(), a_finding()};
    std::string one;
    append_finding_json(one, body_of("-"), a_finding());
    second.begin(text);
    second.add(text, body_of("-"), findings);
    second.add(text, body_of("-"), {});
    second.end(text, {4, 1, 2, 0, 7});
    CHECK(text == "{\"version\":1,\"findings\":[\n" + one + ",\n" + one +
                      "\n],\"summary\":{\"events\":4,\"valid\":3,\"invalid\":1,\"errors\":2,\"warnings\":0,"
                      "\"notes\":7}}\n");
}
