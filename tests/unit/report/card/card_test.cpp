#include "report/card/card.h"

#include "base/utf8.h"
#include "support/sample_body.h"

#include <doctest/doctest.h>

#include <vector>

using namespace hookspect;
using test::SampleBody;

namespace {

hookspect::report::Presentation on_monday_afternoon() {
    hookspect::report::Presentation presentation;
    presentation.notes = true;
    presentation.ages = true;
    presentation.now = 1'795'446'000;  // 2026-11-23 15:00:00Z
    return presentation;
}

std::string card(SampleBody& body, std::vector<hookspect::finding::Finding> findings = {},
                 const hookspect::report::Presentation& presentation = on_monday_afternoon()) {
    std::string text;
    hookspect::report::append_card(text, body.body(), findings, presentation);
    return text;
}

/// A card without its bar and its last lines.
std::string rows(std::string json,
                 const hookspect::report::Presentation& presentation = on_monday_afternoon()) {
    SampleBody body(std::move(json));
    REQUIRE(body.body().event != nullptr);
    const std::string text = card(body, {}, presentation);
    const std::size_t begin = text.find("\n\n") + 2;
    const std::size_t end = text.rfind("\n  ✓ valid");
    return begin >= end ? "" : text.substr(begin, end - begin);
}

constexpr std::string_view campaign_json = R"({"event":{"name":"published_community","resource":"campaign"},
"organization_id":1207,"campaign_id":48213,"campaign":{"id":48213,"name":"Winter 2026, wave 1","created":1794820443,
"organization":1207,"title":{"en":"Share our winter campaign","nl":"Deel onze wintercampagne",
"fr":"Partagez notre campagne d’hiver"},"author":{"name":"Anaïs Lefèvre"},
"image":{"location":{"en":"https://cdn.example.com/c/48213/winter_1200x630.jpg",
"nl":"https://cdn.example.com/c/48213/winter_1200x630.jpg",
"fr":"https://cdn.example.com/c/48213/winter_1200x630.jpg"}},
"summary":{"en":"Help us reach more people before the holidays: share this with your friends",
"nl":"Help ons vóór de feestdagen meer mensen te bereiken: deel dit met je vrienden","fr":""},
"config":{"preset":"share-link","comments":true,"fistbump":false,"languages":["en","nl","fr","de","pl"],
"channels":["community"],"community":{"enabled":true,"publishOn":1795420800,"finishOn":1797890400},
"landing":{"enabled":false}},"promote":{"title":{"en":"Winter is here ❄ share the warmth","it":"Arriva l’inverno"}}}})";

constexpr std::string_view campaign_card =
    R"(── campaign.published_community ───────────────────────── deliveries.ndjson:1 ──

  campaign        48213  Share our winter campaign
  organization    1207
  name            Winter 2026, wave 1
  author.name     Anaïs Lefèvre
  created         2026-11-16 09:14:03Z  1794820443  7 days ago

  title           en  Share our winter campaign
                  nl  Deel onze wintercampagne
                  fr  Partagez notre campagne d’hiver
                  ✗   de pl
  summary         en  Help us reach more people before the holidays: share this…
                  nl  Help ons vóór de feestdagen meer mensen te bereiken: deel…
                  ✗   fr (empty) de pl
  image.location  en  https://cdn.example.com/c/48213/winter_1200x630.jpg
                  =   nl fr
                  ✗   de pl
  promote.title   en  Winter is here ❄ share the warmth
                  +it Arriva l’inverno
                  ✗   nl fr de pl

  config
    preset        share-link
    comments      yes
    fistbump      no
    languages     en nl fr de pl
    channels      community
    community     enabled
      publishOn   2026-11-23 08:00:00Z  1795420800  7 hours ago
      finishOn    2026-12-21 22:00:00Z  1797890400  in 28 days
    landing       not enabled

  ! untranslated    campaign.title has no de, pl
  · extra-language  campaign.promote.title has it, but config.languages does not
)";

constexpr std::string_view interaction_json = R"({"event":{"name":"created","resource":"interaction"},
"organization_id":1207,"campaign_id":48213,"interaction_id":5530917,
"person_id":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34",
"interaction":{"id":5530917,"member":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34","organization":1207,"campaign":48213,
"preset":"share-link","points":25,"state":"PENDING","created":1795423277,
"metadata":{"presetId":"share-link","ipAddress":"203.0.113.24","source":"community","challenge_type":"share"},
"response":{"action":{"@type":"ShareAction","actionStatus":"CompletedActionStatus",
"agent":{"@type":"Person","name":"Zoë Müller"},
"object":{"@type":"CreativeWork","name":"Partagez notre campagne d’hiver","inLanguage":"fr",
"url":"https://www.linkedin.com/feed/update/urn:li:activity:7267000000000000000"},
"startTime":"2026-11-23T08:41:15Z"}}},
"campaign":{"id":48213,"title":{"en":"Share our winter campaign"}},
"person":{"id":"9B2F6C1E-3A57-4D0C-8E21-6F5D0C9A7B34","profile":{"first":"Zoë","last":"Müller"}}})";

constexpr std::string_view interaction_card =
    R"(── interaction.created ────────────────────────────────── deliveries.ndjson:2 ──

  interaction       5530917
  organization      1207
  campaign          48213  Share our winter campaign
  member            9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34  Zoë Müller
  state             PENDING
  points            25
  preset            share-link
  created           2026-11-23 08:41:17Z  1795423277  6 hours ago

  metadata
    presetId        = preset
    ipAddress       203.0.113.24
    source          community
    challenge_type  share
  response
    action          ShareAction, CompletedActionStatus
      agent         Person  Zoë Müller
      object        CreativeWork  Partagez notre campagne d’hiver
        inLanguage  fr
        url         https://www.linkedin.com/feed/update/urn:li:activity:726700…
      startTime     2026-11-23T08:41:15Z

  ✓ valid
)";

constexpr std::string_view person_json =
    R"({"event":{"name":"changed","resource":"person"},"organization_id":1207,
"person_id":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34","person":{"id":"9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34","orgId":1207,
"created":1730568041250,"points":340,"groups":["employees","Benelux","équipe vente"],"role":"advocate","hidden":false,
"firstCommunityAccess":1730707929007,"optIn":{"email":true,"newsletter":true,"sms":false},"properties":[
{"key":"email","primary":"true","value":"zoe.muller@example.com"},
{"key":"name","primary":true,"properties":[{"key":"first","primary":true,"value":"Zoë"},
{"key":"last","primary":true,"value":"Müller"}]},
{"key":"address","primary":false,"value":"","properties":[{"key":"city","value":"Gent"}]},
{"key":"languages","primary":"false","value":["nl","fr"]},{"key":"birthday","value":null}]}})";

constexpr std::string_view person_card =
    R"(── person.changed ─────────────────────────────────────── deliveries.ndjson:4 ──

  person                9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34  Zoë Müller
  organization          1207
  role                  advocate
  points                340
  groups                employees, Benelux, équipe vente
  hidden                no
  created               2024-11-02 17:20:41.250Z  1730568041250 ms  2 years ago
  firstCommunityAccess  2024-11-04 08:12:09.007Z  1730707929007 ms  2 years ago

  optIn                 email yes, newsletter yes, sms OPTED OUT
  properties            * primary
    email             * zoe.muller@example.com
    name              *
      first           * Zoë
      last            * Müller
    address
      city              Gent
    languages           ["nl","fr"]
    birthday            not set

  ✓ valid
)";

std::string interaction_with(std::string_view members) {
    return std::string(R"({"event":{"name":"created","resource":"interaction"},"interaction":{)")
        .append(members)
        .append("}}");
}

}  // namespace

TEST_CASE("a campaign looks as it was designed to") {
    SampleBody body{std::string(campaign_json)};
    const std::vector<hookspect::finding::Finding> findings{
        body.finding_at("{\"en\":\"Share", hookspect::schema::Rule::untranslated,
                        hookspect::schema::Severity::warning, "campaign.title has no de, pl"),
        body.finding_at("\"it\"", hookspect::schema::Rule::extra_language, hookspect::schema::Severity::note,
                        "campaign.promote.title has it, but config.languages does not")};
    CHECK(card(body, findings) == campaign_card);
}

TEST_CASE("an interaction looks as it was designed to") {
    SampleBody body{std::string(interaction_json), "deliveries.ndjson", 2};
    CHECK(card(body) == interaction_card);
}

TEST_CASE("a person looks as it was designed to") {
    SampleBody body{std::string(person_json), "deliveries.ndjson", 4};
    CHECK(card(body) == person_card);
}

TEST_CASE("without ages and notes a card says less") {
    hookspect::report::Presentation presentation;
    SampleBody body{std::string(campaign_json)};
    const std::vector<hookspect::finding::Finding> findings{
        body.finding_at("\"it\"", hookspect::schema::Rule::extra_language, hookspect::schema::Severity::note,
                        "campaign.promote.title has it")};
    const std::string text = card(body, findings, presentation);
    CHECK(text.find("  created         2026-11-16 09:14:03Z  1794820443\n") != std::string::npos);
    CHECK(text.find("extra-language") == std::string::npos);
    CHECK(text.find("\n  ✓ valid, 1 note (--notes)\n") != std::string::npos);
}

TEST_CASE("what the documentation does not know is shown and marked") {
    CHECK(
        rows(
            R"({"event":{"name":"created","resource":"interaction","version":2},"trace":"x9",)"
            R"("interaction":{"id":1,"kudos":{"from":"Ada","to":null},"metadata":{"browser":"Firefox"}}})") ==
        R"(  interaction       1

  metadata.browser  Firefox

  kudos           ·
    from            Ada
    to              not set

  event.version   · 2
  trace           · x9
)");
}

TEST_CASE("identifiers of the envelope are shown where they differ") {
    CHECK(rows(R"({"event":{"name":"created","resource":"interaction"},"organization_id":8,"campaign_id":5,)"
               R"("interaction_id":1,"interaction":{"id":1,"organization":7,"campaign":6}})") ==
          R"(  interaction      1
  organization_id  8
  campaign_id      5
  organization     7
  campaign         6
)");
}

TEST_CASE("an event without its object shows what it has") {
    CHECK(rows(R"({"event":{"name":"removed","resource":"campaign"},"organization_id":7,"campaign_id":6,)"
               R"("campaign":null,"person_id":null})") ==
          R"(  campaign_id      6
  organization_id  7

  not set          campaign, person_id
)");
}

TEST_CASE("another resource has rows of its own unless one line told it all") {
    CHECK(rows(R"({"event":{"name":"created","resource":"interaction"},"interaction":{"id":1,"campaign":6},)"
               R"("campaign":{"id":6,"name":"Spring","title":{"nl":"Lente"}}})") ==
          R"(  interaction  1
  campaign     6  Lente

  campaign     6  Lente
    name       Spring

    title      nl  Lente
)");
}

TEST_CASE("values of any type are shown") {
    CHECK(rows(interaction_with(R"("id":"x","created":"soon","points":"25","state":["A"],"member":5,)"
                                R"("metadata":"none","response":[1,{"a":[]}])")) ==
          R"(  interaction  x
  member       5
  state        ["A"]
  points       "25"
  created      "soon"

  metadata     "none"
  response
    [0]        1
    [1]
      a        []
)");
    for (const char* resource : {"campaign", "interaction", "conversion", "person"}) {
        for (const char* value :
             {"null", "true", "5", "\"text\"", "[]", "[[1],{\"a\":2}]", "{}", "{\"id\":{}}"}) {
            SampleBody body(std::string(R"({"event":{"name":"created","resource":")")
                                .append(resource)
                                .append("\"},\"")
                                .append(resource)
                                .append("\":")
                                .append(value)
                                .append("}"));
            CAPTURE(value);
            CHECK(card(body).find(resource) != std::string::npos);
        }
    }
}

TEST_CASE("what is no event is shown as what it is") {
    for (const char* json : {"5", "\"ok\"", "null", "[]", "[{\"a\":1}]", "{}", "{\"event\":\"created\"}",
                             "{\"event\":[]}", "{\"hello\":{\"world\":[1,2]}}"}) {
        SampleBody body{json};
        CAPTURE(json);
        CHECK(card(body).find("── not an event ─") == 0);
    }
    SampleBody unknown{R"({"event":{"name":5,"resource":"campain"},"campaign":{"id":1}})"};
    const std::string text = card(unknown);
    CHECK(text.find("── campain.5 ─") == 0);
    CHECK(text.find("\n  campaign    1\n") != std::string::npos);
    SampleBody headless{R"({"event":{},"person_id":null})"};
    CHECK(card(headless).find("── ?.? ─") == 0);
}

TEST_CASE("texts of no documented language, and none at all") {
    CHECK(
        rows(
            R"({"event":{"name":"created","resource":"campaign"},"campaign":{"id":1,"title":{"en-US":"Hi","nl":5,)"
            R"("fr":null},"summary":{},"link":"x","config":{"languages":["nl","de","nl"]}}})") ==
        R"(  campaign          1  Hi

  title             nl  5
                    ✗en-US Hi
                    +fr not set
                    ✗   de
  summary           ✗   nl de
  link              "x"

  config.languages  nl de nl
)");
}

TEST_CASE("times outside every calendar stay numbers, and 0 is never") {
    CHECK(rows(interaction_with(R"("created":99999999999999999999)")) ==
          "  interaction\n  created  99999999999999999999\n");
    CHECK(rows(interaction_with(R"("created":0)")) == "  interaction\n  created  never  0\n");
    CHECK(rows(interaction_with(R"("created":1.5e9)")) ==
          "  interaction\n  created  2017-07-14 02:40:00Z  1.5e9  9 years ago\n");
}

TEST_CASE("an opt-out is never clipped") {
    std::string json =
        R"({"event":{"name":"changed","resource":"person"},"person":{"id":"[anonymous]","optIn":{)";
    for (int i = 0; i < 12; ++i) json.append("\"channel" + std::to_string(i) + "\":true,");
    json.append(R"("sms":false,"push":"no","fax":null}}})");
    const std::string text = rows(json);
    CHECK(text.find("sms OPTED OUT") != std::string::npos);
    CHECK(text.find("push \"no\", fax not set") != std::string::npos);
}

TEST_CASE("odd properties are shown") {
    CHECK(
        rows(
            R"({"event":{"name":"changed","resource":"person"},"person":{"id":"[anonymous]","properties":[5,)"
            R"({"value":"keyless"},{"key":7,"value":1},{"key":"a.b","value":{"x":1},"tag":"t"},)"
            R"({"key":"both","value":"v","properties":[{"key":"n","value":0}]},)"
            R"({"key":"flag","primary":3,"value":false},{"key":"list","properties":{"k":1}}]}})") ==
        R"(  person       [anonymous]

  properties
    [0]        5
    [1]        keyless
    [2]        1
      key      7
    ["a.b"]    {"x":1}
      tag    · t
    both       v
      n        0
    flag       false
      primary  3
    list       not set
      properties
        k    · 1
)");
}

TEST_CASE("a key that stands twice is shown twice") {
    CHECK(rows(interaction_with(R"("id":1,"points":1,"points":2)")) ==
          R"(  interaction  1
  points       2

  points       1  overwritten by the same key below
)");
}

TEST_CASE("values with an error are marked in place") {
    SampleBody body{interaction_with(R"("id":1,"state":"PENDNG")")};
    const std::string text =
        card(body, {body.finding_at("\"PENDNG\"", hookspect::schema::Rule::enumeration,
                                    hookspect::schema::Severity::error, "interaction.state is \"PENDNG\"")});
    CHECK(text.find("\n  state      ✗ PENDNG\n") != std::string::npos);
    CHECK(text.find("\n  ✗ enum  interaction.state is \"PENDNG\"\n") != std::string::npos);
    CHECK(text.find("valid") == std::string::npos);
}

TEST_CASE("no text reaches the terminal as a command") {
    const std::string text = rows(interaction_with(
        R"("id":1,"state":"\u001b]0;owned\u0007","preset":"a\u202eb\u2066c\u200bd\u007fe\u009bf\rg\th\ni",)"
        R"("x\u001b[2J":"y")"));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\\u{1b}]0;owned\\u{7}") != std::string::npos);
    CHECK(text.find("a\\u{202e}b\\u{2066}c\\u{200b}d\\u{7f}e\\u{9b}f\\u{d}g\\u{9}h↵i") != std::string::npos);
}

TEST_CASE("colours change nothing but colours") {
    hookspect::report::Presentation presentation = on_monday_afternoon();
    presentation.colour = true;
    SampleBody body{std::string(campaign_json)};
    const std::string coloured = card(body, {}, presentation);
    std::string plain;
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\x1b')
            i = coloured.find('m', i);
        else
            plain.push_back(coloured[i]);
    }
    CHECK(coloured != plain);
    CHECK(plain == card(body));
}

TEST_CASE("no line is wider than the presentation, unless it has to be") {
    for (const int width : {40, 60, 80, 140}) {
        hookspect::report::Presentation presentation = on_monday_afternoon();
        presentation.width = width;
        SampleBody body{std::string(campaign_json)};
        const std::string text = card(body, {}, presentation);
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = text.find('\n', begin);
            const std::string_view line = std::string_view(text).substr(begin, end - begin);
            CHECK(hookspect::base::count_code_points(line) <= static_cast<std::size_t>(width));
            begin = end + 1;
        }
    }
}

TEST_CASE("the whole text wraps below its beginning") {
    hookspect::report::Presentation presentation;
    presentation.width = 40;
    presentation.full = true;
    CHECK(
        rows(
            R"({"event":{"name":"created","resource":"campaign"},"campaign":{"summary":{"en":"one two three four )"
            R"(five six seven"}}})",
            presentation) ==
        R"(  campaign

  summary  en  one two three four five
               six seven
)");
}

TEST_CASE("a body that cannot be read has a card of its fault") {
    SampleBody body{R"({"event":{"name":"created",},"a":1})", "deliveries.ndjson", 5};
    REQUIRE(body.body().event == nullptr);
    hookspect::event::Fault fault;
    fault.offset = 27;
    fault.message = "unexpected \"}\"";
    fault.expected = "a member";
    body.body().fault = fault;
    CHECK(card(body) == R"(── event 5 cannot be read ─────────────────────────────── deliveries.ndjson:5 ──

  ✗ json-syntax  unexpected "}" at 5:28

    {"event":{"name":"created",},"a":1}
                               ^
    expected  a member
)");
}

TEST_CASE("events that share a line are told apart") {
    SampleBody body{R"({"event":{"name":"removed","resource":"person"}})", "two.json", 7};
    body.body().shares_line = true;
    CHECK(card(body).find(" two.json:7 #7 ──\n") != std::string::npos);
}
