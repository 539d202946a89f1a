#include "report/finding/text.h"

#include "support/sample_body.h"

#include <doctest/doctest.h>

#include <vector>

using namespace hookspect;
using test::SampleBody;

namespace {

std::string shown(const hookspect::event::Body& body, const hookspect::finding::Finding& finding,
                  const hookspect::report::Presentation& presentation = {}) {
    std::string text;
    hookspect::report::append_finding(text, body, finding, presentation);
    return text;
}

std::string total(const hookspect::report::Totals& totals, bool notes = false) {
    hookspect::report::Presentation presentation;
    presentation.notes = notes;
    std::string text;
    hookspect::report::append_total(text, totals, presentation);
    return text;
}

/// A body that is only looked at, never decoded.
hookspect::event::Body raw_body(std::string_view bytes,
                                hookspect::event::Encoding encoding = hookspect::event::Encoding::json) {
    hookspect::event::Body body;
    body.source = "suspect";
    body.number = 1;
    body.bytes = bytes;
    body.encoding = encoding;
    return body;
}

hookspect::finding::Finding at(std::size_t offset, std::size_t length) {
    hookspect::finding::Finding finding;
    finding.rule = hookspect::schema::Rule::json_syntax;
    finding.place = {offset, 1, offset + 1};
    finding.length = length;
    finding.message = "m";
    return finding;
}

/// The lines of the window: all but the first line and the last, empty one.
std::string window(std::string_view bytes, std::size_t offset, std::size_t length, int width = 80) {
    hookspect::report::Presentation presentation;
    presentation.width = width;
    const std::string text = shown(raw_body(bytes), at(offset, length), presentation);
    const std::size_t begin = text.find('\n') + 1;
    return text.substr(begin, text.size() - 1 - begin);
}

constexpr std::string_view interaction_json =
    R"({"event":{"name":"created","resource":"interaction"},"organization_id":1207,"interaction":{"id":5530917,)"
    R"("member":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34","organization":1207,"campaign":48213,"preset":"share-link",)"
    R"("points":25,"state":"PENDNG","created":1795423277,"metadata":{"presetId":"share-link"}}})";

constexpr std::string_view person_json =
    R"({"event":{"name":"changed","resource":"person"},"person":{"id":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34",)"
    R"("orgId":1207,"created":1730568041,"points":340,"groups":["employees","Benelux"]}})";

}  // namespace

TEST_CASE("an error looks as it was designed to") {
    SampleBody body{std::string(interaction_json), "suspect.ndjson", 2};
    hookspect::finding::Finding finding =
        body.finding_at("\"PENDNG\"", hookspect::schema::Rule::enumeration,
                        hookspect::schema::Severity::error, "interaction.state is \"PENDNG\"");
    finding.place.column = 328;
    finding.expected = "REWARDED, PENDING or REJECTED";
    finding.hint = "did you mean \"PENDING\"?";
    CHECK(shown(body.body(), finding) == R"(suspect.ndjson:2:328: error: interaction.state is "PENDNG" [enum]
    …:"share-link","points":25,"state":"PENDNG","created":1795423277,"metadata"…
                                       ^^^^^^^^
    expected  REWARDED, PENDING or REJECTED
    help      did you mean "PENDING"?

)");
}

TEST_CASE("a warning looks as it was designed to") {
    SampleBody body{std::string(person_json), "suspect.ndjson", 4};
    hookspect::finding::Finding finding =
        body.finding_at("1730568041", hookspect::schema::Rule::timestamp_unit,
                        hookspect::schema::Severity::warning, "person.created is in seconds");
    finding.place.column = 200;
    finding.expected = "milliseconds; as written: 1970-01-21 00:42:48Z";
    finding.hint = "1730568041000 is 2024-11-02 17:20:41Z";
    CHECK(shown(body.body(), finding) ==
          R"(suspect.ndjson:4:200: warning: person.created is in seconds [timestamp-unit]
    …d0c9a7b34","orgId":1207,"created":1730568041,"points":340,"groups":["emplo…
                                       ^^^^^^^^^^
    expected  milliseconds; as written: 1970-01-21 00:42:48Z
    help      1730568041000 is 2024-11-02 17:20:41Z

)");
}

TEST_CASE("short lines are shown whole") {
    CHECK(window("{\"a\":x}", 5, 1) == "    {\"a\":x}\n         ^\n");
    CHECK(window("{\"a\":x}", 0, 7) == "    {\"a\":x}\n    ^^^^^^^\n");
    CHECK(window("", 0, 0) == "    \n    ^\n");
}

TEST_CASE("a fault at the end stands one column behind it") {
    CHECK(window("{\"a\":1", 6, 0) == "    {\"a\":1\n          ^\n");
    CHECK(window("{\"a\":1", 600, 7) == "    {\"a\":1\n          ^\n");
    CHECK(window("{\n\"a\n}", 4, 1) == "    \"a\n      ^\n");
}

TEST_CASE("only the line of the fault is shown, without the blanks around it") {
    const std::string_view pretty = "{\r\n\t\t\"a\": oops,\r\n  \"b\": 1\r\n}";
    CHECK(window(pretty, pretty.find("oops"), 4) == "    \"a\": oops,\n         ^^^^\n");
}

TEST_CASE("carets stand by display width") {
    const std::string_view wide = "{\"漢字\":\"é👩‍👩‍👧\",x}";
    CHECK(window(wide, wide.find("x}"), 1) ==
          "    {\"漢字\":\"é👩‍👩‍👧\",x}\n                  ^\n");
    CHECK(window("\"漢字\"", 1, 6) == "    \"漢字\"\n     ^^^^\n");
}

TEST_CASE("control characters in the window are shown, and marked as they are shown") {
    CHECK(window("\"a\x1b\"", 2, 1) == "    \"a\\u{1b}\"\n      ^^^^^^\n");
    CHECK(window("\"\u202e\"", 1, 3) == "    \"\\u{202e}\"\n     ^^^^^^^^\n");
    CHECK(window("\"\xff\"", 1, 1) == "    \"\\x{ff}\"\n     ^^^^^^\n");
}

TEST_CASE("long lines are cut on both sides, at the same width everywhere") {
    const std::string line(5000, 'a');
    // 20 columns: 4 of indent leave 16, of which 5 stand before the fault.
    CHECK(window(line, 2500, 3, 20) == "    …aaaaaaaaaaaaaa…\n         ^^^\n");
    CHECK(window(line, 2, 3, 20) == "    aaaaaaaaaaaaaaa…\n      ^^^\n");
    CHECK(window(line, 4998, 2, 20) == "    …aaaaaaaaaaaaaaa\n                  ^^\n");
    CHECK(window(line, 5000, 0, 20) == "    …aaaaaaaaaaaaaa\n                   ^\n");
    CHECK(window(line, 2500, 1000, 20) == "    …aaaaaaaaaaaaaa…\n         ^^^^^^^^^^^\n");
}

TEST_CASE("a form body is shown as written and decoded") {
    const std::string_view bytes =
        "event%5Bname%5D=changed&event%5Bresource%5D=campaign&campaign%5Blink%5D%5Bnl%5D=https%3A%2F%2F&a=b";
    hookspect::finding::Finding finding = at(bytes.find("https"), 14);
    finding.rule = hookspect::schema::Rule::url;
    CHECK(shown(raw_body(bytes, hookspect::event::Encoding::form), finding) == R"(suspect:1:81: error: m [url]
    …&event%5Bresource%5D=campaign&campaign%5Blink%5D%5Bnl%5D=https%3A%2F%2F&a=b
                                                              ^^^^^^^^^^^^^^
    decoded   campaign[link][nl]=https://

)");
    CHECK(shown(raw_body("a=b&c=d", hookspect::event::Encoding::form), at(6, 1)).find("decoded") ==
          std::string::npos);
    CHECK(
        shown(raw_body("a=b&c+c=d", hookspect::event::Encoding::form), at(4, 0)).find("decoded   c c=d\n") !=
        std::string::npos);
}

TEST_CASE("the first line never wraps and is safe") {
    hookspect::event::Body body = raw_body("{}");
    body.source = "a\x1b[31m\nb";
    hookspect::finding::Finding finding = at(0, 1);
    finding.message = "campaign.name is \"" + std::string(200, 'x') + "\u202e\"";
    const std::string text = shown(body, finding);
    CHECK(text.substr(0, text.find('\n')) == "a\\u{1b}[31m↵b:1:1: error: campaign.name is \"" +
                                                 std::string(200, 'x') + "\\u{202e}\" [json-syntax]");
}

TEST_CASE("help wraps below its beginning") {
    hookspect::report::Presentation presentation;
    presentation.width = 30;
    hookspect::finding::Finding finding = at(0, 1);
    finding.hint = "one two three four five averyveryverylongword";
    CHECK(shown(raw_body("{}"), finding, presentation) == R"(suspect:1:1: error: m [json-syntax]
    {}
    ^
    help      one two three
              four five
              averyveryverylon
              gword

)");
}

TEST_CASE("totals") {
    const struct {
        hookspect::report::Totals totals;
        const char* line;
    } cases[] = {
        {{4, 0, 0, 0, 0}, "✓ 4 events valid\n"},
        {{1, 0, 0, 0, 0}, "✓ 1 event valid\n"},
        {{4, 0, 0, 0, 5}, "✓ 4 events valid, 5 notes (--notes)\n"},
        {{4, 0, 0, 2, 0}, "! 4 events valid, 2 warnings\n"},
        {{4, 0, 0, 1, 1}, "! 4 events valid, 1 warning, 1 note (--notes)\n"},
        {{4, 1, 1, 2, 0}, "✗ 1 of 4 events is invalid: 1 error, 2 warnings\n"},
        {{1, 1, 1, 0, 0}, "✗ 1 of 1 event is invalid: 1 error\n"},
        {{4, 2, 3, 0, 1}, "✗ 2 of 4 events are invalid: 3 errors, 1 note (--notes)\n"},
        {{0, 0, 0, 0, 0}, "! no events\n"},
    };
    for (const auto& row : cases) CHECK(total(row.totals) == row.line);
    CHECK(total({3104882, 17, 17, 1204, 412003}, true) ==
          "✗ 17 of 3,104,882 events are invalid: 17 errors, 1,204 warnings, 412,003 notes\n");
    CHECK(total({1, 0, 0, 0, 1}, true) == "✓ 1 event valid, 1 note\n");
}

TEST_CASE("totals count bodies by their errors") {
    hookspect::report::Totals totals;
    std::vector<hookspect::finding::Finding> findings(3);
    findings[0].severity = hookspect::schema::Severity::warning;
    findings[1].severity = hookspect::schema::Severity::note;
    findings[2].severity = hookspect::schema::Severity::ignored;
    totals.add(findings);
    CHECK(totals.invalid == 0);
    findings[1].severity = hookspect::schema::Severity::error;
    findings[2].severity = hookspect::schema::Severity::error;
    totals.add(findings);
    CHECK(totals.events == 2);
    CHECK(totals.invalid == 1);
    CHECK(totals.errors == 2);
    CHECK(totals.warnings == 2);
    CHECK(totals.notes == 1);
}
