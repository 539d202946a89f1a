#include "support.h"

using check_test::check_cases;
using check_test::event_with;
using check_test::findings_in_json;
using check_test::lines_of;

namespace {

const std::string person_id = R"("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34")";

std::string campaign(const std::string& members) {
    return event_with(R"("campaign":{"id":48213,)" + members + "}");
}
std::string interaction(const std::string& members) {
    return event_with(R"("interaction_id":5,"interaction":{"id":5,)" + members + "}");
}
std::string person(const std::string& members) {
    return event_with(R"("person_id":)" + person_id + R"(,"person":{"id":)" + person_id + "," + members +
                      "}");
}
std::string link(const std::string& url) {
    return campaign(R"("link":{"en":")" + url + R"("})");
}

const std::string languages = "en, nl, fr, de, pl, es, it, da, sv, fi or no";

}  // namespace

TEST_CASE("type") {
    check_cases({
        {event_with(R"("interaction_id":"5")"),
         "type /interaction_id: interaction_id is \"5\" | a number | did you mean 5?\n"},
        {event_with(R"("interaction_id":"five")"),
         "type /interaction_id: interaction_id is \"five\" | a number | \n"},
        {event_with(R"("interaction_id":true)"),
         "type /interaction_id: interaction_id is true | a number | \n"},
        {event_with(R"("interaction_id":{})"),
         "type /interaction_id: interaction_id is an empty object | a number | \n"},
        {event_with(R"("interaction_id":null)"), ""},
        {campaign(R"("name":5)"),
         "type /campaign/name: campaign.name is 5 | a string | did you mean \"5\"?\n"},
        {campaign(R"("name":["a"])"), "type /campaign/name: campaign.name is a list | a string | \n"},
        {campaign(R"("title":"Hello")"),
         "type /campaign/title: campaign.title is \"Hello\" | an object with languages as its keys | \n"},
        {campaign(R"("title":"{\"en\":\"Hello\"}")"),
         "type /campaign/title: campaign.title is \"{\\\"en\\\":\\\"Hello\\\"}\" | an object with languages "
         "as its keys | "
         "does the string contain JSON? then it was encoded twice\n"},
        {campaign(R"("title":{"en":5,"nl":null})"),
         "type /campaign/title/en: campaign.title.en is 5 | a string | did you mean \"5\"?\n"},
        {campaign(R"("config":{"comments":"true","fistbump":1})"),
         "type /campaign/config/comments: campaign.config.comments is \"true\" | true or false | did you "
         "mean true?\n"
         "type /campaign/config/fistbump: campaign.config.fistbump is 1 | true or false | did you mean "
         "true?\n"},
        {campaign(R"("config":{"languages":"nl"})"),
         "type /campaign/config/languages: campaign.config.languages is \"nl\" | a list of strings | did you "
         "mean "
         "[\"nl\"]?\n"},
        {campaign(R"("config":{"languages":"nl, en","channels":"community,landing"})"),
         "type /campaign/config/languages: campaign.config.languages is \"nl, en\" | a list of strings | did "
         "you mean [\"nl\",\"en\"]?\n"
         "type /campaign/config/channels: campaign.config.channels is \"community,landing\" | a list of "
         "strings | did you mean [\"community\",\"landing\"]?\n"},
        // What is no member would be the next error.
        {campaign(R"("config":{"languages":"nl,xx","channels":7})"),
         "type /campaign/config/languages: campaign.config.languages is \"nl,xx\" | a list of strings | \n"
         "type /campaign/config/channels: campaign.config.channels is 7 | a list of strings | \n"},
        {campaign(R"("config":{"languages":"nl,","channels":","})"),
         "type /campaign/config/languages: campaign.config.languages is \"nl,\" | a list of strings | \n"
         "type /campaign/config/channels: campaign.config.channels is \",\" | a list of strings | \n"},
        {campaign(R"("config":{"channels":"landing,landing,landing"})"),
         "type /campaign/config/channels: campaign.config.channels is \"landing,landing,landing\" | a list "
         "of "
         "strings | \n"},
        {person(R"("groups":"a,b")"),
         "type /person/groups: person.groups is \"a,b\" | a list of strings | did you mean [\"a,b\"]?\n"},
        {person(R"("groups":["a",null,5,{"x":1}])"),
         "type /person/groups/1: person.groups[1] is null | a string | \n"
         "type /person/groups/2: person.groups[2] is 5 | a string | did you mean \"5\"?\n"
         "type /person/groups/3: person.groups[3] is an object | a string | \n"},
        {person(R"("groups":null)"), ""},
        {person(R"("properties":{"key":"a"})"),
         "type /person/properties: person.properties is an object | a list of PersonProperty objects | \n"},
        {person(R"("properties":[null,5,[{"x":1}],{"key":"a"}])"),
         "type /person/properties/0: person.properties[0] is null | an object | \n"
         "type /person/properties/1: person.properties[1] is 5 | an object | \n"
         "type /person/properties/2: person.properties[2] is a list | an object | \n"},
        {person(
             R"("properties":[{"key":"a","primary":true},{"key":"b","primary":"no"},{"key":"c","primary":5}])"),
         "type /person/properties/2/primary: person.properties[2].primary is 5 | true, false or a string | "
         "\n"},
        {person(R"("optIn":{"email":true,"news":null,"sms":"no","push":0,"a b":{"x":false}})"),
         "type(warning) /person/optIn/sms: person.optIn.sms is \"no\" | true or false | did you mean false?\n"
         "type(warning) /person/optIn/push: person.optIn.push is 0 | true or false | did you mean false?\n"
         "type(warning) /person/optIn/a b: person.optIn[\"a b\"] is an object | true or false | \n"},
        {event_with(R"("person_id":5)"), "type /person_id: person_id is 5 | a UUID or [anonymous] | \n"},
        {event_with(R"("campaign":[{"id":1,"name":5}])"),
         "type /campaign: campaign is a list | an object | \n"},
        {interaction(R"("metadata":{"source":5,"other":5},"response":{"action":5})"),
         "type /interaction/metadata/source: interaction.metadata.source is 5 | a string | did you mean "
         "\"5\"?\n"},
    });
}

TEST_CASE("a time that is written as a date") {
    const auto told = [](const std::string& path, const std::string& pointer, const std::string& value,
                         const std::string& hint) {
        return "type " + pointer + ": " + path + " is " + value + " | a number | " + hint + "\n";
    };
    // date -ud 2026-11-18T11:06:40Z +%s
    struct Time {
        std::string text;
        std::string seconds;
        std::string milliseconds;
    };
    const std::vector<Time> times{
        {"\"2026-11-18T11:06:40Z\"", "1795000000", "1795000000000"},
        {"\"2026-11-18T12:06:40.250+01:00\"", "1795000000", "1795000000250"},
        {"\"1970-01-01T00:00:00Z\"", "0", "0"},
        {"\"1969-12-31T23:59:59Z\"", "", ""},
        {"\"2026-11-18T11:06:40\"", "", ""},  // in which zone?
        {"\"2026-11-18\"", "", ""},
        {"\"2026-02-30T11:06:40Z\"", "", ""},
        {"\"-7d\"", "", ""},
    };
    for (const Time& time : times) {
        const auto hint = [](const std::string& number, const std::string& unit) {
            return number.empty() ? "" : "did you mean " + number + ", in " + unit + "?";
        };
        check_cases({
            {campaign(R"("created":)" + time.text),
             told("campaign.created", "/campaign/created", time.text, hint(time.seconds, "seconds"))},
            {person(R"("created":)" + time.text),
             told("person.created", "/person/created", time.text, hint(time.milliseconds, "milliseconds"))},
            {person(R"("points":)" + time.text), told("person.points", "/person/points", time.text, "")},
        });
    }
}

TEST_CASE("enum") {
    check_cases({
        {interaction(R"("state":"PENDNG")"),
         "enum /interaction/state: interaction.state is \"PENDNG\" | REWARDED, PENDING or REJECTED | did you "
         "mean "
         "\"PENDING\"?\n"},
        {interaction(R"("state":"PENDING")"), ""},
        {interaction(R"("state":"P\u0045NDING")"), ""},
        {interaction(R"("state":null)"), ""},
        {R"({"event":{"name":"publised","resource":"campaign"},"organization_id":1,"campaign_id":2,
"campaign":{"id":2}})",
         "enum /event/name: event.name is \"publised\" | created, changed, removed, published_community or "
         "published_landing | did you mean \"published_community\" or \"published_landing\"?\n"},
        {interaction(R"("state":"")"),
         "enum /interaction/state: interaction.state is \"\" | REWARDED, PENDING or REJECTED | \n"},
        {person(R"("role":"owner")"),
         "enum /person/role: person.role is \"owner\" | contact, advocate, manager or administrator | \n"},
        {campaign(R"("config":{"languages":["en","en-US","xx"],"channels":["comunity"]})"),
         "enum /campaign/config/languages/1: campaign.config.languages[1] is \"en-US\" | " + languages +
             " | did you mean \"en\"?\n"
             "enum /campaign/config/languages/2: campaign.config.languages[2] is \"xx\" | " +
             languages +
             " | \n"
             "enum /campaign/config/channels/0: campaign.config.channels[0] is \"comunity\" | community or "
             "landing | did "
             "you mean \"community\"?\n"},
        {interaction(R"("preset":"anything")"), ""},
    });
}

TEST_CASE("language") {
    check_cases({
        {campaign(R"("title":{"en-US":"a","no":"b"},"shortLink":{"nb":null})"),
         "language /campaign/title/en-US: campaign.title.en-US is not a documented language | " + languages +
             " | did you mean \"en\"?\n"
             "language /campaign/shortLink/nb: campaign.shortLink.nb is not a documented language | " +
             languages + " | did you mean \"no\"?\n"},
        {campaign(R"("title":{"e\u006e":"a"})"), ""},
    });
}

TEST_CASE("url and its neighbours") {
    check_cases({
        {link("https://www.example.com/winter?a=1#x"), ""},
        {link("/winter"), ""},
        {link("https:\\/\\/www.example.com\\/winter"), ""},
        {link("ftp://example.com/"),
         "url /campaign/link/en: campaign.link.en is \"ftp://example.com/\" | http:// or https://, or a "
         "relative URL | "
         "\n"},
        {link("htps://example.com/"),
         "url /campaign/link/en: campaign.link.en is \"htps://example.com/\" | http:// or https://, or a "
         "relative URL | "
         "did you mean \"https://example.com/\"?\n"},
        {link("mailto:a@example.com"),
         "url /campaign/link/en: campaign.link.en is \"mailto:a@example.com\" | http:// or https://, or a "
         "relative URL | "
         "\n"},
        {link("example.com:8080/x"),
         "url /campaign/link/en: campaign.link.en is \"example.com:8080/x\" | http:// or https://, or a "
         "relative URL | "
         "did you mean \"https://example.com:8080/x\"?\n"},
        {link("https:/example.com"),
         "url /campaign/link/en: campaign.link.en is \"https:/example.com\" | // after http: or https: | "
         "did you mean "
         "\"https://example.com\"?\n"},
        {link("https:///x"),
         "url /campaign/link/en: campaign.link.en is \"https:///x\" | a host name or address after the // | "
         "\n"},
        {link("https://example.com:99999/"),
         "url /campaign/link/en: campaign.link.en is \"https://example.com:99999/\" | a port from 0 to 65535 "
         "| \n"},
        {campaign(R"("image":{"location":{"en":"mailto:a@b"}})"),
         "url(warning) /campaign/image/location/en: campaign.image.location.en is \"mailto:a@b\" | http:// "
         "or https://, or "
         "a relative URL | \n"},
        {link("https://example.com/a b"),
         "url-characters /campaign/link/en: campaign.link.en is \"https://example.com/a b\" | %20 for each "
         "space | did you mean \"https://example.com/a%20b\"?\n"},
        {link("https://example.com/a b "),
         "url-characters /campaign/link/en: campaign.link.en is \"https://example.com/a b \" | %20 for each "
         "space | did you mean \"https://example.com/a%20b\"?\n"},
        {link(" https://example.com/"),
         "url-characters /campaign/link/en: campaign.link.en is \" https://example.com/\" | no blanks at its "
         "start or end | did you mean \"https://example.com/\"?\n"},
        {link("https://example.com/\\n"),
         "url-characters /campaign/link/en: campaign.link.en is \"https://example.com/\\n\" | no blanks at "
         "its "
         "start or end | did you mean \"https://example.com/\"?\n"},
        {link("https://user@shop@example.com/"),
         "url-characters /campaign/link/en: campaign.link.en is \"https://user@shop@example.com/\" | %40 for "
         "each @ but the last before the host | did you mean \"https://user%40shop@example.com/\"?\n"},
        {link("https://2001:db8::1/x"),
         "url /campaign/link/en: campaign.link.en is \"https://2001:db8::1/x\" | brackets around the IPv6 "
         "address | did you mean \"https://[2001:db8::1]/x\"?\n"},
        {link("foo.nl/x"),
         "schemeless-url /campaign/link/en: campaign.link.en is \"foo.nl/x\" | an absolute URL; without a "
         "scheme it is relative | did you mean \"https://foo.nl/x\"?\n"},
        {link("index.nl"), ""},
        {link("app.js/x"), ""},
        {link("user@example.be"),
         "schemeless-url /campaign/link/en: campaign.link.en is \"user@example.be\" | an absolute URL; "
         "without a scheme it is relative | an e-mail address is not a URL\n"},
        {link("https://example.com/100%"),
         "url-characters /campaign/link/en: campaign.link.en is \"https://example.com/100%\" | %25 for a "
         "bare % | did you mean \"https://example.com/100%25\"?\n"},
        {link("https://example.com/a|b"),
         "url-characters /campaign/link/en: campaign.link.en is \"https://example.com/a|b\" | %7C for each "
         "\"|\" | did you mean \"https://example.com/a%7Cb\"?\n"},
        {link("https://example.com/{{member.id}}"),
         "url-characters /campaign/link/en: campaign.link.en is \"https://example.com/{{member.id}}\" | a "
         "URL with "
         "\"{{member.id}}\" filled in | \n"},
        {link("https:\\\\\\\\example.com"),
         "url-characters /campaign/link/en: campaign.link.en is \"https:\\\\\\\\example.com\" | / for each "
         "\\ | did you mean \"https://example.com\"?\n"},
        {link("www.example.com/x"),
         "schemeless-url /campaign/link/en: campaign.link.en is \"www.example.com/x\" | an absolute URL; "
         "without a scheme it is relative | did you mean \"https://www.example.com/x\"?\n"},
        {link("https//example.com/x"),
         "schemeless-url /campaign/link/en: campaign.link.en is \"https//example.com/x\" | an absolute URL; "
         "without a scheme it is relative | did you mean \"https://example.com/x\"?\n"},
        {link("httpbin.org"),
         "schemeless-url /campaign/link/en: campaign.link.en is \"httpbin.org\" | an absolute URL; without a "
         "scheme it is relative | did you mean \"https://httpbin.org\"?\n"},
        {link("httpbin.org/x"),
         "schemeless-url /campaign/link/en: campaign.link.en is \"httpbin.org/x\" | an absolute URL; without "
         "a scheme it is relative | did you mean \"https://httpbin.org/x\"?\n"},
        {link("https.example.eu"),
         "schemeless-url /campaign/link/en: campaign.link.en is \"https.example.eu\" | an absolute URL; "
         "without a scheme it is relative | did you mean \"https://https.example.eu\"?\n"},
        {link("HTTP//example.com"),
         "schemeless-url /campaign/link/en: campaign.link.en is \"HTTP//example.com\" | an absolute URL; "
         "without a scheme it is relative | did you mean \"HTTP://example.com\"?\n"},
        {link(""), "empty-url /campaign/link/en: campaign.link.en is \"\" | a URL or null | \n"},
        {campaign(R"("promote":{"image":{"en":null}})"), ""},
    });
}

TEST_CASE("person-id") {
    const auto told = [](const std::string& message, const std::string& hint) {
        return "person-id /interaction/member: interaction.member is " + message +
               " | a UUID of version 4 or [anonymous] | " + hint + "\n";
    };
    const auto member = [](const std::string& id) { return interaction(R"("member":")" + id + "\""); };
    check_cases({
        {member("[anonymous]"), ""},
        {member("9B2F6C1E-3A57-4D0C-8E21-6F5D0C9A7B34"), ""},
        {interaction(R"("member":null)"), ""},
        {member("anonymous"), told("\"anonymous\", 9 characters long", "did you mean \"[anonymous]\"?")},
        {member("0"), told("\"0\", 1 character long", "")},
        {member("niño"), told("\"niño\", with U+00F1 \"ñ\" at character 3", "")},
        {member("9b2f6c1e-3a57-1d0c-8e21-6f5d0c9a7b34"),
         told("\"9b2f6c1e-3a57-1d0c-8e21-6f5d0c9a7b34\", a UUID of version 1", "")},
        {member("9b2f6c1e-3a57-4d0c-ce21-6f5d0c9a7b34"),
         told("\"9b2f6c1e-3a57-4d0c-ce21-6f5d0c9a7b34\", a UUID of variant c, not 8, 9, a or b", "")},
        {member("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7bxy"),
         told("\"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7bxy\", with no hexadecimal digit at character 35", "")},
        {member("9b2f6c1e_3a57-4d0c-8e21-6f5d0c9a7b34"),
         told("\"9b2f6c1e_3a57-4d0c-8e21-6f5d0c9a7b34\", with no hyphen at character 9", "")},
        {member("9b2f6c1e3a574d0c8e216f5d0c9a7b34"),
         told("\"9b2f6c1e3a574d0c8e216f5d0c9a7b34\", 32 characters long",
              "did you mean \"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34\"?")},
        {member("9b2f6c1e‐3a57‐4d0c‐8e21‐6f5d0c9a7b34"),
         told("\"9b2f6c1e‐3a57‐4d0c‐8e21‐6f5d0c9a7b34\", with U+2010 \"‐\" at character 9",
              "did you mean \"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34\"?")},
        {member("9b2f6c1e-3a57–4d0c-8e21-6f5d0c9a7b34"),
         told("\"9b2f6c1e-3a57–4d0c-8e21-6f5d0c9a7b34\", with U+2013 \"–\" at character 14",
              "did you mean \"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34\"?")},
    });
}

TEST_CASE("whole-number") {
    const auto told = [](const std::string& value) {
        return "whole-number /interaction_id: interaction_id is " + value +
               " | a whole number, 0 or more | \n";
    };
    const auto id = [](const std::string& value) { return event_with(R"("interaction_id":)" + value); };
    check_cases({
        {id("5"), ""},
        {id("1.0"), ""},
        {id("1e3"), ""},
        {id("0"), ""},
        {id("-0"), ""},
        {id("9007199254740993"), ""},
        {id("1.5"), told("1.5")},
        {id("-1"), told("-1")},
        {id("1e-1"), told("1e-1")},
        {interaction(R"("points":-2.5)"), ""},
        {campaign(R"("config":{"community":{"publishOn":0,"finishOn":0}})"), ""},
    });
}

TEST_CASE("timestamp-unit") {
    check_cases({
        {person(R"("created":1730568041)"),
         "timestamp-unit /person/created: person.created is in seconds | milliseconds; as written: "
         "1970-01-21 00:42:48Z "
         "| 1730568041000 is 2024-11-02 17:20:41Z\n"},
        {person(R"("created":1730568041000)"), ""},
        {person(R"("created":0,"firstCommunityAccess":null)"), ""},
        {person(R"("created":100000000000)"),
         "timestamp-unit /person/created: person.created is in seconds | milliseconds; as written: "
         "1973-03-03 09:46:40Z "
         "| 100000000000000 is 5138-11-16 09:46:40Z\n"},
        {person(R"("created":100000000001)"), ""},
        {interaction(R"("created":1795423277)"), ""},
        {interaction(R"("created":100000000000)"), ""},
        {interaction(R"("created":1730568041250)"),
         "timestamp-unit /interaction/created: interaction.created is in milliseconds | seconds; as written: "
         "about the "
         "year 56809 | 1730568041 is 2024-11-02 17:20:41Z\n"},
        {interaction(R"("created":1e300)"),
         "timestamp-unit /interaction/created: interaction.created is in milliseconds | seconds | \n"},
        {interaction(R"("created":1730568041250123)"),
         "timestamp-unit /interaction/created: interaction.created is in microseconds | seconds | 1730568041 "
         "is "
         "2024-11-02 17:20:41Z\n"},
        {interaction(R"("created":1730568041250123456)"),
         "timestamp-unit /interaction/created: interaction.created is in nanoseconds | seconds | 1730568041 "
         "is "
         "2024-11-02 17:20:41Z\n"},
        {person(R"("created":1730568041250123)"),
         "timestamp-unit /person/created: person.created is in microseconds | milliseconds | 1730568041250 "
         "is "
         "2024-11-02 17:20:41.250Z\n"},
        {person(R"("firstCommunityAccess":1730568041250123456)"),
         "timestamp-unit /person/firstCommunityAccess: person.firstCommunityAccess is in nanoseconds | "
         "milliseconds | 1730568041250 is 2024-11-02 17:20:41.250Z\n"},
        {person(R"("created":9999999999999)"), ""},
        {person(R"("created":100000000000000)"), ""},
    });
}

TEST_CASE("timestamps of each length") {
    const auto rules = [](const std::string& json) { return lines_of(findings_in_json(json)); };
    for (std::size_t zeros = 0; zeros < 30; ++zeros) {
        const std::string number = "1" + std::string(zeros, '0');
        CAPTURE(number);
        const bool late = zeros > 11;  // over 100,000,000,000
        CHECK((rules(interaction("\"created\":" + number)).find("timestamp-unit") != std::string::npos) ==
              late);
        const bool finer = zeros == 15 || zeros == 18;  // a day of 2001 in micro- or nanoseconds
        CHECK((rules(person("\"created\":" + number)).find("timestamp-unit") != std::string::npos) ==
              (!late || finer));
        CHECK(rules(interaction("\"points\":" + number)).empty());
    }
    CHECK(rules(person(R"("created":0)")).empty());
    CHECK(rules(interaction(R"("created":0)")).empty());
}

TEST_CASE("identifiers of any length") {
    for (const std::size_t digits : {1U, 19U, 199U, 200U, 201U, 255U, 256U, 300U, 70000U}) {
        const std::string number(digits, '7');
        CHECK(lines_of(findings_in_json(event_with("\"conversion_id\":" + number))).empty());
        CHECK(lines_of(findings_in_json(event_with("\"conversion_id\":-" + number))).find("whole-number") ==
              0);
    }
}

TEST_CASE("garbled-text") {
    check_cases({
        {campaign(R"("title":{"fr":"Partagez l'\u00c3\u00a9t\u00c3\u00a9"})"),
         "garbled-text /campaign/title/fr: campaign.title.fr contains \"Ã©\" | text that was decoded as "
         "UTF-8 | did you "
         "mean \"Partagez l'été\"?\n"},
        {campaign(R"("summary":{"en":"R&amp;D"},"author":{"name":"Caf%C3%A9"})"),
         "garbled-text /campaign/summary/en: campaign.summary.en contains \"&amp;\" | text without HTML "
         "escapes "
         "| did you mean "
         "\"R&D\"?\n"
         "garbled-text /campaign/author/name: campaign.author.name contains \"%C3%A9\" | text without "
         "percent-escapes | did "
         "you mean \"Café\"?\n"},
        {campaign("\"name\":\"Caf\uFFFD\""),
         "garbled-text /campaign/name: campaign.name contains U+FFFD, where a character was lost | text "
         "without undecodable bytes | \n"},
        {campaign(R"("summary":{"en":"<p>R&amp;D</p>","nl":"a < b &amp; c > d"})"),
         "garbled-text /campaign/summary/nl: campaign.summary.nl contains \"&amp;\" | text without HTML "
         "escapes "
         "| did you mean \"a < b & c > d\"?\n"},
        {campaign(R"("title":{"de":"Z├╝rich"})"),
         "garbled-text /campaign/title/de: campaign.title.de contains \"├╝\" | text that was decoded as "
         "UTF-8 "
         "| did you mean \"Zürich\"?\n"},
        {person(
             R"("groups":["vip","Ã‰quipe","R&amp;D","50%C3%A9"],"profile":{"name":{"last":"MÃ¼ller"},"x":["&amp;"]},
"properties":[{"key":"last","value":"MÃ¼ller"},{"key":"a","value":{"b":["cafÃƒÂ©"]}}])"),
         "garbled-text /person/groups/1: person.groups[1] contains \"Ã‰\" | text that was decoded as UTF-8 "
         "| "
         "did you mean \"Équipe\"?\n"
         "garbled-text /person/profile/name/last: person.profile.name.last contains \"Ã¼\" | text that was "
         "decoded as UTF-8 | did you mean \"Müller\"?\n"
         "garbled-text /person/properties/0/value: person.properties[0].value contains \"Ã¼\" | text that "
         "was decoded as UTF-8 | did you mean \"Müller\"?\n"
         "garbled-text /person/properties/1/value/b/0: person.properties[1].value.b[0] contains \"Ãƒ\" | "
         "text that was decoded as UTF-8 | did you mean \"café\"?\n"},
        {campaign(R"("name":"SÃO & 100%","link":{"en":"https://example.com/?a&amp;b%C3%A9"})"), ""},
    });
}

TEST_CASE("ip-address") {
    const auto address = [](const std::string& text) {
        return interaction(R"("metadata":{"ipAddress":)" + text + "}");
    };
    const auto told = [](const std::string& value, const std::string& hint) {
        return "ip-address /interaction/metadata/ipAddress: interaction.metadata.ipAddress is " + value +
               " | an IPv4 or IPv6 address | " + hint + "\n";
    };
    check_cases({
        {address(R"("203.0.113.24")"), ""},
        {address(R"("2001:db8::1")"), ""},
        {address("null"), ""},
        {address(R"("")"), ""},
        {address(R"(" ")"), told("\" \"", "")},
        {address(R"("203.0.113.24, 10.0.0.7")"),
         told("\"203.0.113.24, 10.0.0.7\"", "a list of proxies; the client is most likely \"203.0.113.24\"")},
        {address(R"("203.0.113.24:80")"), told("\"203.0.113.24:80\"", "did you mean \"203.0.113.24\"?")},
    });
}

TEST_CASE("missing-key and value-and-properties") {
    const auto both = [](const std::string& value) {
        return person(R"("properties":[{"key":"a","value":)" + value + R"(,"properties":[{"key":"b"}]}])");
    };
    const auto told = [](const std::string& value) {
        return "value-and-properties /person/properties/0/value: person.properties[0].value is " + value +
               ", but properties are set too | a value or properties, not both | \n";
    };
    check_cases({
        {both("null"), ""},
        {both(R"("")"), ""},
        {both("[]"), ""},
        {both("{}"), ""},
        {both("false"), told("false")},
        {both("0"), told("0")},
        {both(R"("Gent")"), told("\"Gent\"")},
        {both("[1]"), told("a list")},
        {person(R"("properties":[{"key":"a","value":"x","properties":[]}])"), ""},
        {person(R"("properties":[{"key":"a","value":"x","properties":null}])"), ""},
        {person(R"("properties":[{"value":"x"},{"key":"a","properties":[{"key":null}]}])"),
         "missing-key /person/properties/0/key: person.properties[0].key is not set | the name of the "
         "property | \n"
         "missing-key /person/properties/1/properties/0/key: person.properties[1].properties[0].key is not "
         "set | the name "
         "of the property | \n"},
    });
}

TEST_CASE("unknown-field") {
    const auto told = [](const std::string& where, const std::string& name, const std::string& hint) {
        return (hint.empty() ? "unknown-field " : "unknown-field(warning) ") + where + ": " + name +
               " is not documented |  | " + hint + "\n";
    };
    check_cases({
        {event_with(R"("delivery":{"id":1,"id_":[{}]})"), told("/delivery", "delivery", "")},
        {campaign(R"("titel":{"en":"a"})"),
         told("/campaign/titel", "campaign.titel", "did you mean \"title\"?")},
        {campaign(R"("titel":1,"title":{"en":"a"})"), told("/campaign/titel", "campaign.titel", "")},
        {campaign(R"("shortlink":{})"),
         told("/campaign/shortlink", "campaign.shortlink", "did you mean \"shortLink\"?")},
        {campaign(R"("languages":["en"])"), told("/campaign/languages", "campaign.languages", "")},
        {campaign(R"("languages":["en"],"config":{"languages":["en"]})"),
         told("/campaign/languages", "campaign.languages", "")},
        {campaign(R"("description":"text","author":{"id":5},"points":5)"),
         told("/campaign/description", "campaign.description", "") +
             told("/campaign/author/id", "campaign.author.id", "") +
             told("/campaign/points", "campaign.points", "")},
        {campaign(R"("languages":"en")"), told("/campaign/languages", "campaign.languages", "")},
        {campaign(R"("titel":"a")"), told("/campaign/titel", "campaign.titel", "")},
        {campaign(R"("titel":{"en":"a"},"title":null)"),
         told("/campaign/titel", "campaign.titel", "did you mean \"title\"?")},
        {campaign(R"("short_link":{})"),
         told("/campaign/short_link", "campaign.short_link", "did you mean \"shortLink\"?")},
        {campaign(R"("state":"PENDING")"), told("/campaign/state", "campaign.state", "")},
        {campaign(R"("orgId":1207)"),
         told("/campaign/orgId", "campaign.orgId", "it is documented as person.orgId")},
        {interaction(R"("metadata":{"anything":1},"response":{"titel":1},"presetId":"x")"),
         told("/interaction/presetId", "interaction.presetId",
              "it is documented as interaction.metadata.presetId")},
        {person(
             R"("profile":{"a":1},"optIn":{"b":true},"properties":[{"key":"a","value":{"kee":1},"label":1}])"),
         told("/person/properties/0/label", "person.properties[0].label", "")},
        {event_with(R"("a.b":1,"":2,"a/b~c":3)"),
         told("/a.b", "[\"a.b\"]", "") + told("/", "[\"\"]", "") + told("/a~1b~0c", "[\"a/b~c\"]", "")},
    });
}

TEST_CASE("duplicate-key") {
    const auto told = [](const std::string& where, const std::string& name) {
        return "duplicate-key " + where + ": " + name +
               " is repeated | each key only once per object; the last one counts | \n";
    };
    check_cases({
        {interaction(R"("points":1,"p\u006fints":2)"), told("/interaction/points", "interaction.points")},
        {interaction(R"("state":"x","state":"PENDING")"), told("/interaction/state", "interaction.state")},
        {interaction(R"("state":"PENDING","state":"x")"),
         told("/interaction/state", "interaction.state") +
             "enum /interaction/state: interaction.state is \"x\" | REWARDED, PENDING or REJECTED | \n"},
        {interaction(R"("response":{"a":[{"b":1,"b":2}]})"),
         told("/interaction/response/a/0/b", "interaction.response.a[0].b")},
        {interaction(R"("points":1,"points":2,"points":3)"),
         told("/interaction/points", "interaction.points") +
             told("/interaction/points", "interaction.points")},
        // what the overwritten campaign says is not compared with anything
        {event_with(R"("campaign":{"id":1,"id":2,"name":5},"campaign":{"id":48213})"),
         told("/campaign", "campaign")},
    });
}
