#include "base/json_text.h"
#include "intake/envelope/payload.h"
#include "support.h"

#include <algorithm>
#include <chrono>

using check_test::findings_in_form;
using check_test::findings_in_json;
using hookspect::finding::Finding;

namespace {

/// The bytes that a finding marks.
std::string_view marked(std::string_view bytes, const Finding& finding) {
    return bytes.substr(finding.place.offset, finding.length);
}

const Finding& only(const std::vector<Finding>& findings) {
    REQUIRE(findings.size() == 1);
    return findings.front();
}

}  // namespace

TEST_CASE("what is marked: strings with their quotes, numbers, opening brackets, keys with their quotes") {
    struct Row {
        const char* member;
        const char* marked;
    };
    for (const Row& row : {
             Row{R"("interaction_id": "5" )", R"("5")"},
             Row{R"("interaction_id": "é\u00e9" )", R"("é\u00e9")"},
             Row{R"("interaction_id":-1.5 )", "-1.5"},
             Row{R"("interaction_id": { "a" : 1 })", "{"},
             Row{R"("interaction_id":[ 1 ])", "["},
             Row{R"("interaction_id":true)", "true"},
             Row{R"("é" : 5)", R"("é")"},
             Row{R"("a\u0062" : 5)", R"("a\u0062")"},
         }) {
        CAPTURE(row.member);
        const std::string body = check_test::event_with(row.member);
        CHECK(marked(body, only(findings_in_json(body))) == row.marked);
    }
    const std::string absent = R"( {"event": {"resource":"campaign"},"organization_id":1,"campaign_id":2})";
    CHECK(marked(absent, only(findings_in_json(absent))) == "{");
    CHECK(only(findings_in_json(absent)).place.offset == 11);
}

TEST_CASE("line and column count code points from where the body begins") {
    const std::string body =
        "{\"event\":{\"name\":\"removed\",\"resource\":\"campaign\"},\n"
        "\"é❤😀\":null,\"organization_id\":1,\r\n \"campaign_id\":-2}";
    std::string padded = body + std::string(hookspect::event::padding, '\0');
    hookspect::event::JsonDecoder decoder({});
    hookspect::event::Event event;
    REQUIRE(decoder.decode(std::string_view(padded).substr(0, body.size()), event));
    hookspect::event::Body read;
    read.bytes = body;
    read.event = &event;
    read.number = 7;
    read.start = {.offset = 1000, .line = 5, .column = 3};
    std::vector<Finding> findings;
    hookspect::check::Checker().check(read, findings);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].event == 7);
    CHECK(findings[0].place.line == 6);
    CHECK(findings[0].place.column == 1);
    CHECK(findings[0].place.offset == 1000 + body.find("\"é"));
    CHECK(findings[1].place.line == 7);
    CHECK(findings[1].place.column == 16);
    CHECK(findings[1].place.offset == 1000 + body.find("-2"));
}

TEST_CASE("findings in a form body name the key as written and mark the value as written") {
    const std::string body =
        "event[name]=removed&event[resource]=campaign&organization_id=1&campaign_id=2&interaction_id=5&"
        "interaction%5Bid%5D=5&interaction[state]=PEND%4EG&campaign[x%5d=%zz";
    const auto findings = findings_in_form(body);
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].rule == hookspect::schema::Rule::enumeration);
    CHECK(findings[0].key == "interaction[state]");
    CHECK(marked(body, findings[0]) == "PEND%4EG");
    CHECK(findings[0].message == "interaction.state is \"PENDNG\"");
    CHECK(findings[1].rule == hookspect::schema::Rule::unknown_field);
    CHECK(marked(body, findings[1]) == "campaign[x%5d");
    CHECK(findings[2].rule == hookspect::schema::Rule::form_syntax);
    CHECK(marked(body, findings[2]) == "%zz");
    CHECK(findings[2].message == "campaign.x has a % without two hex digits");
}

TEST_CASE("an event inside other texts has its places in the body as it was read") {
    struct Row {
        std::string body;
        std::optional<std::string> at;
        std::string marked;
        std::optional<std::string> key;
    };
    const std::string bad =
        R"({"event":{"name":"removed","resource":"campaign"},"organization_id":1,"campaign_id":"é"})";
    std::string escaped;
    hookspect::base::append_json_string(escaped, bad);
    std::string percent;
    for (const char c : bad) percent += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    for (const Row& row : {Row{R"({"a":[)" + bad + "]}", "/a/0", "\"é\"", std::nullopt},
                           Row{R"({"a":)" + escaped + "}", "/a", "\\\"é\\\"", std::nullopt},
                           Row{"payload=" + percent, std::nullopt, "%22%C3%A9%22", "payload"}}) {
        CAPTURE(row.body);
        hookspect::intake::BodyDecoder decoder({}, row.at);
        std::string padded = row.body + std::string(hookspect::event::padding, '\0');
        const auto text = std::string_view(padded).substr(0, row.body.size());
        if (row.at) {
            REQUIRE(decoder.decode_json(text));
            REQUIRE(!decoder.unwrap());
        } else {
            REQUIRE(!decoder.decode_form(text));
        }
        const Finding finding = only(check_test::findings_of(decoder.event(), row.body));
        CHECK(marked(row.body, finding) == row.marked);
        CHECK(finding.key == row.key);
        CHECK(finding.pointer == "/campaign_id");
    }
}

TEST_CASE("a fault is the only finding, and stays an error") {
    hookspect::event::Body body;
    body.bytes = "{\"é\":}";
    body.fault = {
        .offset = 6, .pointer = "/é", .message = "unexpected \"}\"", .expected = "a value", .hint = "h"};
    hookspect::finding::Policy policy;
    policy.move_all(hookspect::schema::Severity::ignored);
    std::vector<Finding> findings;
    hookspect::check::Checker({.policy = policy}).check(body, findings);
    const Finding& finding = only(findings);
    CHECK(finding.severity == hookspect::schema::Severity::error);
    CHECK(finding.place.column == 6);
    CHECK(finding.message == "unexpected \"}\"");
    CHECK(finding.expected == "a value");
    CHECK(finding.hint == "h");
    CHECK(finding.pointer == "/é");
}

TEST_CASE("the policy moves and drops findings; order is by offset, then by rule") {
    const std::string body = check_test::event_with(R"("conversion_id":1.5,"zzz":1,"interaction_id":"x")");
    std::string padded = body + std::string(hookspect::event::padding, '\0');
    hookspect::event::JsonDecoder decoder({});
    hookspect::event::Event event;
    REQUIRE(decoder.decode(std::string_view(padded).substr(0, body.size()), event));
    hookspect::event::Body read;
    read.bytes = body;
    read.event = &event;
    hookspect::finding::Policy policy;
    policy.move(hookspect::schema::Rule::whole_number, hookspect::schema::Severity::ignored);
    policy.move(hookspect::schema::Rule::unknown_field, hookspect::schema::Severity::error);
    std::vector<Finding> findings;
    hookspect::check::Checker({.policy = policy}).check(read, findings);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule == hookspect::schema::Rule::unknown_field);
    CHECK(findings[0].severity == hookspect::schema::Severity::error);
    CHECK(findings[1].rule == hookspect::schema::Rule::type);
}

TEST_CASE("notes below the least severity in words are counted alone") {
    const std::string body = check_test::event_with(R"("conversion_id":1.5,"zzz":1,"yyy":2)");
    std::string padded = body + std::string(hookspect::event::padding, '\0');
    hookspect::event::JsonDecoder decoder({});
    hookspect::event::Event event;
    REQUIRE(decoder.decode(std::string_view(padded).substr(0, body.size()), event));
    hookspect::event::Body read;
    read.bytes = body;
    read.event = &event;
    read.number = 3;
    const auto count = [&](const hookspect::finding::Policy& policy, hookspect::schema::Severity severity) {
        std::vector<Finding> findings;
        hookspect::check::Checker({.policy = policy, .least_in_words = hookspect::schema::Severity::warning})
            .check(read, findings);
        std::uint64_t sum = 0;
        for (const Finding& finding : findings) {
            CHECK(finding.event == 3);
            CHECK(finding.message.empty() == (finding.severity == hookspect::schema::Severity::note));
            CHECK(finding.pointer.empty() == (finding.severity == hookspect::schema::Severity::note));
            if (finding.severity == severity) sum += finding.count;
        }
        return sum;
    };
    hookspect::finding::Policy policy;
    CHECK(count(policy, hookspect::schema::Severity::note) == 2);
    CHECK(count(policy, hookspect::schema::Severity::warning) == 1);
    policy.move(hookspect::schema::Rule::unknown_field, hookspect::schema::Severity::warning);
    CHECK(count(policy, hookspect::schema::Severity::warning) == 3);
    policy.move(hookspect::schema::Rule::unknown_field, hookspect::schema::Severity::ignored);
    CHECK(count(policy, hookspect::schema::Severity::note) == 0);
}

/// How many findings there are, those that are only counted among them.
std::uint64_t count_of(const std::vector<Finding>& findings) {
    std::uint64_t sum = 0;
    for (const Finding& finding : findings) sum += finding.count;
    return sum;
}

TEST_CASE("a hundred thousand findings in one line, and deep ones, take no more than their number") {
    std::string groups = "5";
    for (int i = 1; i < 100'000; ++i) groups += ",5";
    std::string keys;
    for (int i = 0; i < 100'000; ++i) keys += fmt::format(R"("nam{}":"{}",)", i, i);
    std::string deep = R"([{"key":"a","primary":5}])";
    for (int i = 0; i < 2'000; ++i) deep = R"([{"key":"a","properties":)" + deep + "}]";
    const auto begin = std::chrono::steady_clock::now();
    const auto many = findings_in_json(
        check_test::event_with(R"("person_id":"[anonymous]","person":{"groups":[)" + groups + "]}"));
    CHECK(count_of(many) == 100'000);
    REQUIRE(many.size() == 10'001);
    CHECK(many[9'999].pointer == "/person/groups/9999");
    CHECK(many[10'000].message == "90000 more of this event, not listed");
    CHECK(many[10'000].rule == hookspect::schema::Rule::type);
    CHECK(many[10'000].pointer.empty());
    CHECK(count_of(findings_in_json(check_test::event_with(R"("campaign":{)" + keys + R"("id":48213})"))) ==
          100'000);
    const auto nested = findings_in_json(
        check_test::event_with(R"("person_id":"[anonymous]","person":{"properties":)" + deep + "}"));
    CHECK(only(nested).pointer.size() > 2'000 * 13);
    std::string fault_at_each_depth = "5";
    for (int i = 0; i < 4'000; ++i)
        fault_at_each_depth = R"([{"key":5,"properties":)" + fault_at_each_depth + "}]";
    const auto paths = findings_in_json(check_test::event_with(
        R"("person_id":"[anonymous]","person":{"properties":)" + fault_at_each_depth + "}"));
    CHECK(count_of(paths) == 4'001);
    std::size_t bytes = 0;
    for (const Finding& finding : paths) bytes += finding.pointer.size() + finding.message.size();
    CHECK(bytes < 5U << 20);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    CHECK(took.count() < 20);  // quadratic would be minutes
}
