// Follows each hint of the rules on the body that got it: the finding must be gone. A hint that does not work
// when it is followed is worse than none.

#include "support.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using hookspect::finding::Finding;

/// The text between two others, or nothing.
std::optional<std::string> between(std::string_view text, std::string_view before, std::string_view after) {
    const std::size_t begin = text.find(before);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::string_view rest = text.substr(begin + before.size());
    const std::size_t end = rest.rfind(after);  // a URL in between may hold it too
    if (end == std::string_view::npos) return std::nullopt;
    return std::string(rest.substr(0, end));
}

/// What a hint wants to be written in the place of what the finding marks; nothing where it wants something
/// else.
std::optional<std::string> replacement(const Finding& finding) {
    if (auto value = between(finding.hint, "did you mean ", "?")) {
        const std::size_t other = value->find("\" or \"");
        if (other != std::string::npos) return value->substr(0, other + 1);
        return value->substr(0, value->find(", in "));  // `1794820443, in seconds`
    }
    if (finding.rule == hookspect::schema::Rule::timestamp_unit)
        return finding.hint.substr(0, finding.hint.find(" is "));
    const std::string client = "most likely ";
    const std::size_t at = finding.hint.find(client);
    if (at != std::string::npos) return finding.hint.substr(at + client.size());
    return std::nullopt;
}

/// Whether a finding of the same rule is at the same place.
bool has(const std::vector<Finding>& findings, const Finding& one) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& other) {
        return other.rule == one.rule && other.place.offset == one.place.offset;
    });
}

const std::string uuid = "9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34";

std::string campaign(const std::string& members) {
    return check_test::event_with(R"("campaign":{"id":48213,)" + members + "}");
}
std::string link(const std::string& url) {
    return campaign(R"("link":{"en":")" + url + R"("})");
}
std::string interaction(const std::string& members) {
    return check_test::event_with(R"("interaction_id":5,"interaction":{"id":5,)" + members + "}");
}
std::string person(const std::string& members) {
    return check_test::event_with(R"("person_id":")" + uuid + R"(","person":{"id":")" + uuid + "\"," +
                                  members + "}");
}
std::string member(const std::string& id) {
    return interaction(R"("member":")" + id + "\"");
}

std::vector<std::string> bodies() {
    return {
        // type
        interaction(R"("points":"25")"),
        campaign(R"("created":"2026-11-16T09:14:03Z")"),
        campaign(R"("config":{"comments":"true"})"),
        campaign(R"("config":{"comments":0})"),
        campaign(R"("config":{"languages":"en, nl","channels":"landing"})"),
        person(R"("groups":"vip")"),
        person(R"("created":"2024-11-02T17:20:41.250Z")"),
        person(R"("groups":[5])"),
        // enum, language
        interaction(R"("state":"PENDNG")"),
        interaction(R"("state":"pending")"),
        R"({"event":{"name":"publised","resource":"campaign"},"organization_id":1})",
        R"({"event":{"name":"creatd","resource":"Campaign"},"organization_id":1})",
        campaign(R"("title":{"en-US":"a","nb":"b","dut":"c"})"),
        campaign(R"("config":{"languages":["EN","dk"]})"),
        // url and its neighbours
        link("htps://example.com/"),
        link("https:/example.com"),
        link("example.com:8080/x"),
        link("https://2001:db8::1/x"),
        link("http://user@2001:db8::1?a"),
        link("https://example.com/a b"),
        link(" https://example.com/ "),
        link("https://example.com/100% | x"),
        link("https:\\\\\\\\example.com\\\\a"),
        link("https://a@b@c@example.com/"),
        link("https://example.com/<x>\\t"),
        link("www.example.com/x"),
        link("example.be/x"),
        link("https//example.com"),
        link("example.org"),
        link("foo.nl/winter?a=1"),
        // person-id
        member("anonymous"),
        member("{" + uuid + "}"),
        member("urn:uuid:" + uuid),
        member("9b2f6c1e3a574d0c8e216f5d0c9a7b34"),
        member("9b2f6c1e‐3a57‐4d0c‐8e21‐6f5d0c9a7b34"),
        member("9b2f6c1e–3a57–4d0c–8e21–6f5d0c9a7b34"),
        // timestamp-unit
        person(R"("created":1730568041)"),
        person(R"("created":1730568041250123)"),
        person(R"("created":1730568041250123456)"),
        interaction(R"("created":1730568041250)"),
        interaction(R"("created":1730568041250123)"),
        interaction(R"("created":1730568041250123456)"),
        // garbled-text
        campaign(R"("name":"CafÃ©")"),
        campaign(R"("name":"cafÃƒÂ©")"),
        campaign(R"("name":"Z├╝rich caf├⌐")"),
        campaign(R"("name":"Caf%C3%A9")"),
        campaign(R"("title":{"en":"R&amp;D caf&eacute;"})"),
        campaign(R"("title":{"en":"R&amp;amp;D"})"),
        person(R"("groups":["MÃ¼ller","lâ€™hiver"])"),
        // ip-address
        interaction(R"("metadata":{"ipAddress":"203.0.113.24, 10.0.0.7"})"),
        interaction(R"("metadata":{"ipAddress":"203.0.113.24:80"})"),
        interaction(R"("metadata":{"ipAddress":"[2001:db8::1]"})"),
        // unknown-field
        campaign(R"("titel":{"en":"a"})"),
        campaign(R"("short_link":{"en":"/a"})"),
        person(R"("hiden":true)"),
        // action
        check_test::event_with(
            R"("conversion_id":5,"conversion":{"id":5,"response":{"action":{"@type":"ShareActon"}}})"),
        check_test::event_with(
            R"("conversion_id":5,"conversion":{"id":5,"response":{"action":{"@type":"ShareAction","actionStatus":"CompletedActionStatu"}}})"),
    };
}

}  // namespace

TEST_CASE("a hint that is followed takes its finding away") {
    std::size_t followed = 0;
    for (const std::string& body : bodies()) {
        CAPTURE(body);
        const auto findings = check_test::findings_in_json(body);
        CHECK(std::any_of(findings.begin(), findings.end(),
                          [](const Finding& finding) { return !finding.hint.empty(); }));
        for (const Finding& finding : findings) {
            if (finding.hint.empty()) continue;
            const auto text = replacement(finding);
            CAPTURE(check_test::line_of(finding));
            CHECK(text.has_value());
            if (!text) continue;
            std::string mended = body;
            mended.replace(finding.place.offset, finding.length, *text);
            CAPTURE(mended);
            CHECK_FALSE(has(check_test::findings_in_json(mended), finding));
            ++followed;
        }
    }
    CHECK(followed > 60);
}

TEST_CASE("a hint that names a value to set") {
    const std::string orphan =
        R"({"event":{"name":"changed","resource":"campaign"},"campaign":{"id":5,"organization":7}})";
    const auto findings = check_test::findings_in_json(orphan);
    REQUIRE(findings.size() == 2);
    std::string mended = orphan;
    for (const Finding& finding : findings) {
        const std::size_t is = finding.hint.find(" is ");
        REQUIRE(is != std::string::npos);
        const std::string key =
            finding.rule == hookspect::schema::Rule::missing_id ? "organization_id" : "campaign_id";
        mended.insert(1, "\"" + key + "\":" + finding.hint.substr(is + 4) + ",");
    }
    CHECK(check_test::lines_of(check_test::findings_in_json(mended)).empty());
}
