#include "report/finding/sarif.h"

#include "support/json_event.h"
#include "unit/report/finding/support.h"

#include <doctest/doctest.h>

using namespace hookspect;

namespace {

constexpr std::string_view an_event =
    R"({"event":{"resource":"interaction","name":"created"},"interaction_id":5,)"
    "\n"
    R"("interaction":{"state":"PENDNG"}})";

/// A finding on the state of that event, where `before` stands ahead of it in its source.
std::string result_with(std::string_view source, std::string_view before, hookspect::finding::Finding finding,
                        std::string_view text = an_event) {
    const test::JsonEvent json(text);
    hookspect::event::Body body = test::body_of(source);
    body.start = hookspect::base::advance(hookspect::base::Place{}, before);
    body.bytes = text;
    body.event = &json.event;
    const std::size_t offset = text.find("\"PEND");
    finding.place = hookspect::base::advance(body.start, text.substr(0, offset));
    std::string out;
    hookspect::report::append_findings_sarif(out, body, {&finding, 1}, hookspect::report::Presentation{});
    return out;
}

std::string member(const std::string& result, std::string_view name) {
    const std::size_t begin = result.find("\"" + std::string(name) + "\":");
    REQUIRE(begin != std::string::npos);
    return result.substr(begin, result.find('}', begin) - begin);
}

}  // namespace

TEST_CASE("a result has its place, in lines, columns and bytes") {
    hookspect::finding::Finding finding = test::a_finding();
    finding.key = "interaction[state]";
    finding.hint = "did you mean \"PENDING\"?";
    const std::string result = result_with("a/b.ndjson", "é\n", finding);
    const std::size_t fingerprint = result.find("\"partialFingerprints\"");
    CHECK(result.substr(0, fingerprint) ==
          "\n"
          R"({"ruleId":"enum","ruleIndex":7,"level":"error",)"
          R"("message":{"text":"interaction.state is \"PENDNG\"; did you mean \"PENDING\"?"},)"
          R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"a/b.ndjson"},)"
          R"("region":{"startLine":3,"startColumn":24,"endLine":3,"endColumn":32,)"
          R"("byteOffset":99,"byteLength":8}},)"
          R"("logicalLocations":[{"fullyQualifiedName":"/interaction/state"}]}],)");
    CHECK(result.ends_with(R"("properties":{"event":2,"key":"interaction[state]"}})"));
}

TEST_CASE("a path is a URI") {
    struct Row {
        std::string_view path;
        std::string_view uri;
    };
    for (const Row& row : {
             Row{"a/b.json", "a/b.json"},
             Row{"./a.json", "a.json"},
             Row{"../a.json", "../a.json"},
             Row{"/tmp/a.json", "file:///tmp/a.json"},
             Row{"-", "-"},
             Row{"c:a b#1?%.json", "c%3Aa%20b%231%3F%25.json"},
             Row{"Zoë\xff", "Zo%C3%AB%FF"},
         }) {
        CHECK(member(result_with(row.path, "", test::a_finding()), "uri") ==
              "\"uri\":\"" + std::string(row.uri) + "\"");
    }
}

TEST_CASE("a payload makes no link") {
    hookspect::finding::Finding finding = test::a_finding();
    finding.message = "a is [anonymous]";
    CHECK(member(result_with("-", "", finding), "text") == R"("text":"a is [anonymous]")");
    finding.message = R"x(a is "[b\](c)")x";
    CHECK(member(result_with("-", "", finding), "text") == R"x("text":"a is \"\\[b\\\\\\](c)\"")x");
}

TEST_CASE("a payload makes no placeholder") {
    hookspect::finding::Finding finding = test::a_finding();
    const std::pair<std::string, std::string> cases[] = {
        {"a is {x} {} { 0}", "a is {x} {} { 0}"},
        {"a is {12 and {0", "a is {12 and {0"},
        {"a is {0} in {x}", "a is {{0}} in {{x}}"},
        {"a is {{12}}", "a is {{{{12}}}}"},
    };
    for (const auto& [message, text] : cases) {
        finding.message = message;
        const std::string result = result_with("-", "", finding);
        CHECK(result.find("\"text\":\"" + text + "\"") != std::string::npos);
    }
}

TEST_CASE("a fingerprint stays when the event moves, and changes with what was found") {
    const hookspect::finding::Finding finding = test::a_finding();
    const auto fingerprint = [](const std::string& result) { return member(result, "hookspect/v1"); };
    const std::string first = fingerprint(result_with("a", "", finding));
    CHECK(fingerprint(result_with("a", "\n\n  ", finding)) == first);
    CHECK(fingerprint(result_with("b", "", finding)) == first);

    hookspect::finding::Finding other = finding;
    other.message = "interaction.state is \"PENDIN\"";
    CHECK(fingerprint(result_with("a", "", other)) != first);
    other = finding;
    other.pointer = "/interaction/stat";
    CHECK(fingerprint(result_with("a", "", other)) != first);
    other = finding;
    other.rule = hookspect::schema::Rule::type;
    CHECK(fingerprint(result_with("a", "", other)) != first);
    std::string changed(an_event);
    changed.replace(changed.find(":5,"), 3, ":6,");
    CHECK(fingerprint(result_with("a", "", finding, changed)) != first);
    changed = an_event;
    changed.replace(changed.find("created"), 7, "changed");
    CHECK(fingerprint(result_with("a", "", finding, changed)) != first);
}
