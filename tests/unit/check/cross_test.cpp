#include "support.h"

using check_test::check_cases;
using check_test::event_with;
using check_test::findings_in_form;
using check_test::findings_in_json;
using check_test::lines_of;

namespace {

const std::string person_id = R"("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34")";

std::string event_of(const std::string& name, const std::string& resource, const std::string& members) {
    return R"({"event":{"name":")" + name + R"(","resource":")" + resource + "\"}" +
           (members.empty() ? "" : "," + members) + "}";
}
/// A campaign event with this in `campaign` behind its id.
std::string campaign(const std::string& members, const std::string& name = "changed") {
    return event_of(name, "campaign",
                    R"("organization_id":1207,"campaign_id":48213,"campaign":{"id":48213)" +
                        (members.empty() ? "" : "," + members) + "}");
}
std::string config(const std::string& members, const std::string& name = "changed") {
    return campaign(R"("config":{)" + members + "}", name);
}
/// The column of the last `part` in `text`, as a finding's `expected` ends.
std::string at(const std::string& text, const std::string& part) {
    return fmt::format(" at 1:{}", text.rfind(part) + 1);
}

}  // namespace

TEST_CASE("not-an-event stops everything else") {
    const std::string expected = " | an object with name and resource | ";
    check_cases({
        {"{}", "not-an-event /event: event is not set" + expected + "\n"},
        {R"({"event":null,"campaign_id":"x"})", "not-an-event /event: event is null" + expected + "\n"},
        {R"({"event":"created"})", "not-an-event /event: event is \"created\"" + expected + "\n"},
        {R"({"event":{},"event":[1]})", "not-an-event /event: event is a list" + expected + "\n"},
        {"42", "not-an-event : the body is 42 | an object: the Event resource | \n"},
        {R"("ok")", "not-an-event : the body is \"ok\" | an object: the Event resource | \n"},
        {R"("{\"event\":{\"name\":\"created\",\"resource\":\"person\"}}")",
         "not-an-event : the body is "
         "\"{\\\"event\\\":{\\\"name\\\":\\\"created\\\",\\\"resource\\\":\\\"p…\" | an object: the "
         "Event resource | the body is an event encoded twice; --at \"\" reads it\n"},
        {R"({"data":[0,{"body":{"event":{"name":"created","resource":"person"}}}]})",
         "not-an-event /event: event is not set" + expected + "--at /data/1/body reads the event there\n"},
        {R"({"Records":[{"a/b":"{\"event\":{\"resource\":\"person\"}}"}]})",
         "not-an-event /event: event is not set" + expected + "--at /Records/0/a~1b reads the event there\n"},
        {R"({"body":"event%5Bname%5D=created&event%5Bresource%5D=person"})",
         "not-an-event /event: event is not set" + expected + "--at /body reads the event there\n"},
        {R"({"event":"push","payload":{"event":{"id":5}}})",
         "not-an-event /event: event is \"push\"" + expected + "\n"},
    });
}

TEST_CASE("required") {
    const std::string names = "created, changed, removed, published_community or published_landing";
    const std::string resources = "campaign, interaction, conversion or person";
    check_cases({
        {R"({"event":{"resource":"campaign"},"organization_id":1,"campaign_id":2})",
         "required /event/name: event.name is not set | " + names + " | \n"},
        {R"({"event":{"name":null,"resource":null},"organization_id":1})",
         "required /event/name: event.name is not set | " + names +
             " | \nrequired /event/resource: event.resource is not "
             "set | " +
             resources + " | \n"},
        {R"({"event":{"name":5,"resource":"campaign"},"organization_id":1,"campaign_id":2})",
         "type /event/name: event.name is 5 | a string | \n"},
    });
    // a form body writes null as an empty value
    CHECK(
        lines_of(findings_in_form("event[name]=&event[resource]=campaign&organization_id=1&campaign_id=2")) ==
        "required /event/name: event.name is not set | " + names + " | \n");
}

TEST_CASE("two form bodies on one line") {
    const std::string hint = "are these two bodies on one line? each needs its own line";
    const std::string name = "event[name]=removed";
    const std::string resource = "event[resource]=person";
    const std::string id = "organization_id=1";
    const auto twice = [](const std::string& a, const std::string& b, const std::string& c) {
        const std::string body = a + "&" + b + "&" + c;
        return lines_of(findings_in_form(body + body));
    };
    const auto listed = [](const std::string& path, const std::string& pointer, const std::string& type,
                           const std::string& told) {
        return "type " + pointer + ": " + path + " is a list | a " + type + " | " + told + "\n";
    };
    const auto no_id = [](const std::string& column) {
        return "missing-id /person_id: person_id is not set | the id of the person, as event.resource says "
               "at 1:" +
               column + " | \n";
    };
    const std::string id_told = listed("organization_id", "/organization_id", "number", "");
    CHECK(twice(name, resource, id) == listed("event.resource", "/event/resource", "string", hint) + id_told);
    CHECK(twice(resource, name, id) ==
          no_id("17") + listed("event.name", "/event/name", "string", hint) + id_told);
    // Both are left: it is told once.
    CHECK(twice(id, name, resource) == listed("event.name", "/event/name", "string", "") +
                                           listed("event.resource", "/event/resource", "string", hint));
    CHECK(twice("event%5Bname%5D=removed", "event%5Bresource%5D=person", id) ==
          listed("event.resource", "/event/resource", "string", hint) + id_told);
    // Another key that repeats, or a list in JSON, says nothing of it.
    CHECK(lines_of(findings_in_form(name + "&" + resource + "&" + id + "&" + id)) == no_id("37") + id_told);
    CHECK(lines_of(findings_in_json(
              R"({"event":{"name":"removed","resource":["person","person"]},"organization_id":1})")) ==
          listed("event.resource", "/event/resource", "string", ""));
}

TEST_CASE("orphan-resource, missing-id") {
    const std::string orphan =
        event_of("created", "campaign", R"("organization_id":1207,"campaign":{"id":48213})");
    const std::string no_id = event_of("removed", "person", R"("organization_id":1207)");
    const std::string null_id = event_of("removed", "person", R"("organization_id":1207,"person_id":null)");
    const std::string no_organization =
        event_of("created", "campaign", R"("campaign_id":5,"campaign":{"id":5,"organization":1207})");
    check_cases({
        {orphan,
         "orphan-resource /campaign: campaign is set, campaign_id is not | campaign_id, because campaign is "
         "set | "
         "campaign.id is 48213\n"},
        {event_with(R"("person":{"id":"[anonymous]"},"person_id":null)"),
         "orphan-resource /person: person is set, person_id is not | person_id, because person is set | "
         "person.id is "
         "\"[anonymous]\"\n"},
        {event_with(R"("person":null,"interaction":null)"), ""},
        {event_with(R"("person":5)"), "type /person: person is 5 | an object | \n"},
        {no_id, "missing-id /person_id: person_id is not set | the id of the person, as event.resource says" +
                    at(no_id, "\"person\"") + " | \n"},
        {null_id,
         "missing-id /person_id: person_id is not set | the id of the person, as event.resource says" +
             at(null_id, "\"person\"") + " | \n"},
        {no_organization,
         "missing-id /organization_id: organization_id is not set | the id of the Ambassify account | "
         "campaign.organization is 1207\n"},
        {R"({"event":{"name":"created","resource":"persn"},"organization_id":1})",
         "enum /event/resource: event.resource is \"persn\" | campaign, interaction, conversion or person | "
         "did you mean "
         "\"person\"?\n"},
    });
}

TEST_CASE("missing-resource") {
    const std::string absent = event_of("created", "campaign", R"("organization_id":1,"campaign_id":2)");
    const std::string no_id =
        event_of("created", "campaign", R"("organization_id":1,"campaign_id":2,"campaign":{})");
    check_cases({
        {absent, "missing-resource /campaign: campaign is not set | the campaign, as event.resource says" +
                     at(absent, "\"campaign\"}") + " | \n"},
        {no_id, "missing-resource /campaign/id: campaign.id is not set | 2, as campaign_id says" +
                    at(no_id, "2,") + " | \n"},
        {event_of("removed", "campaign", R"("organization_id":1,"campaign_id":2)"), ""},
        {event_of("removed", "campaign", R"("organization_id":1,"campaign_id":2,"campaign":{})"), ""},
        // silent: nobody knows whether it is `removed`, or the resource has an error of its own
        {event_of("remove", "campaign", R"("organization_id":1,"campaign_id":2)"),
         "enum /event/name: event.name is \"remove\" | created, changed, removed, published_community or "
         "published_landing | did you mean \"removed\"?\n"},
        {event_of("created", "campaign", R"("organization_id":1,"campaign_id":2,"campaign":5)"),
         "type /campaign: campaign is 5 | an object | \n"},
    });
}

TEST_CASE("id-mismatch") {
    const auto told = [](const std::string& body, const std::string& path, const std::string& value,
                         const std::string& other, const std::string& field) {
        std::string dotted = path.substr(1);
        dotted[dotted.find('/')] = '.';
        return "id-mismatch " + path + ": " + dotted + " is " + value + " | " + other + ", as " + field +
               " says" + fmt::format(" at 1:{}", body.find(other, body.find(field)) + 1) + " | \n";
    };
    const std::string own = event_with(R"("campaign":{"id":48212})");
    const std::string organization = event_with(R"("campaign":{"id":48213,"organization":7})");
    const std::string big =
        event_with(R"("interaction_id":9007199254740993,"interaction":{"id":9007199254740992})");
    const std::string nested = event_with(R"("conversion_id":1,"conversion":{"id":1.0,"campaign":3})");
    const std::string other_person = R"("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b35")";
    const std::string member =
        event_with(R"("person_id":)" + person_id + R"(,"interaction_id":1,"interaction":{"id":1,"member":)" +
                   other_person + "}");
    check_cases({
        {own, told(own, "/campaign/id", "48212", "48213", "campaign_id")},
        {organization, told(organization, "/campaign/organization", "7", "1207", "organization_id")},
        {big, told(big, "/interaction/id", "9007199254740992", "9007199254740993", "interaction_id")},
        {nested, told(nested, "/conversion/campaign", "3", "48213", "campaign_id")},
        {member, told(member, "/interaction/member", other_person, person_id, "person_id")},
        {event_with(R"("campaign":{"id":4.8213e4})"), ""},
        {event_with(R"("person_id":)" + person_id +
                    R"(,"person":{"id":"9B2F6C1E-3A57-4D0C-8E21-6F5D0C9A7B34","orgId":1207})"),
         ""},
        {event_with(R"("person_id":)" + person_id +
                    R"(,"interaction_id":1,"interaction":{"id":1,"member":"[anonymous]"})"),
         ""},
        // silent where one has an error of its own, and within what was overwritten
        {event_with(R"("campaign":{"id":"48212"})"),
         "type /campaign/id: campaign.id is \"48212\" | a number | did you mean 48212?\n"},
        {event_with(R"("campaign":{"id":1},"campaign":{"name":"a"})"),
         "duplicate-key /campaign: campaign is repeated | each key only once per object; the last one counts "
         "| \n"},
    });
}

TEST_CASE("event-mismatch") {
    const std::string person =
        event_of("published_community", "person",
                 R"("organization_id":1,"person_id":)" + person_id + R"(,"person":{"id":)" + person_id + "}");
    const std::string reversed =
        R"({"event":{"resource":"interaction","name":"published_landing"},"organization_id":1,"interaction_id":5,)"
        R"("interaction":{"id":5}})";
    check_cases({
        {person,
         "event-mismatch /event/resource: event.resource is \"person\" | campaign, as event.name says "
         "published_community" +
             at(person, "\"published") + " | \n"},
        {reversed,
         "event-mismatch /event/name: event.name is \"published_landing\" | created, changed or removed, as "
         "event.resource says interaction" +
             at(reversed, "\"interaction\",") + " | \n"},
        {campaign("", "published_landing"), ""},
    });
}

TEST_CASE("schedule") {
    const std::string swapped = config(R"("community":{"publishOn":1797890400,"finishOn":1795420800})");
    const std::string reversed = config(R"("landing":{"finishOn":1795420800,"publishOn":1797890400})");
    check_cases({
        {swapped,
         "schedule /campaign/config/community/finishOn: campaign.config.community.finishOn is 1795420800 "
         "(2026-11-23 08:00:00Z) | 1797890400 (2026-12-21 22:00:00Z) or later, as publishOn says" +
             at(swapped, "1797890400") + " | \n"},
        {reversed,
         "schedule /campaign/config/landing/publishOn: campaign.config.landing.publishOn is 1797890400 "
         "(2026-12-21 22:00:00Z) | 1795420800 (2026-11-23 08:00:00Z) or earlier, as finishOn says" +
             at(reversed, "1795420800") + " | \n"},
        {config(R"("community":{"publishOn":1795420800,"finishOn":1795420800})"), ""},
        {config(R"("community":{"publishOn":1797890400,"finishOn":0})"), ""},
        {config(R"("community":{"publishOn":1797890400,"finishOn":null})"), ""},
        {config(R"("community":{"publishOn":1797890400},"landing":{"finishOn":1795420800})"), ""},
    });
}

TEST_CASE("channel, unlisted-channel") {
    const std::string unlisted = config(R"("channels":["community"],"landing":{"enabled":true})");
    const std::string in_vain = config(R"("channels":["community","landing"],"landing":{"enabled":false})");
    const std::string reversed = config(R"("landing":{"enabled":false},"channels":["landing"])");
    check_cases({
        {unlisted,
         "channel /campaign/config/landing/enabled: campaign.config.landing.enabled is true | false, as "
         "campaign.config.channels has no landing" +
             at(unlisted, "[\"community\"") + " | or is \"landing\" missing in campaign.config.channels?\n"},
        {in_vain,
         "unlisted-channel /campaign/config/landing/enabled: campaign.config.landing.enabled is false | "
         "true, as "
         "campaign.config.channels lists landing" +
             at(in_vain, "\"landing\"]") + " | \n"},
        {reversed,
         "unlisted-channel /campaign/config/channels/0: campaign.config.channels[0] is \"landing\" | no "
         "landing, "
         "as campaign.config.landing.enabled is false" +
             at(reversed, "false") + " | \n"},
        {config(R"("landing":{"enabled":true})"), ""},
        {config(R"("channels":null,"landing":{"enabled":true})"), ""},
        {config(
             R"("channels":["landing","community"],"landing":{"enabled":true},"community":{"enabled":null})"),
         ""},
        {config(R"("channels":["lending"],"landing":{"enabled":true})"),
         "enum /campaign/config/channels/0: campaign.config.channels[0] is \"lending\" | community or "
         "landing | did you "
         "mean \"landing\"?\n"},
    });
}

TEST_CASE("untranslated, extra-language") {
    const auto body = [](const std::string& title, const std::string& name) {
        return campaign(R"("title":)" + title + R"(,"config":{"languages":["en","nl"]})", name);
    };
    const std::string published = body(R"({"en":"a"})", "published_community");
    const std::string empty = body(R"({"en":"a","nl":""})", "published_landing");
    const std::string blank = body(R"({"en":"a","nl":" \u00a0\t"})", "published_landing");
    const std::string draft = body(R"({"en":"a","nl":null})", "changed");
    const std::string extra = body(R"({"en":"a","nl":"b","it":"c","fr":null,"de":""})", "changed");
    const std::string two =
        campaign(R"("title":{"en":"a"},"config":{"languages":["sv","nl","en"]})", "published_community");
    const auto told = [](const std::string& text, const std::string& severity) {
        return "untranslated" + severity +
               " /campaign/config/languages/1: campaign.title has no nl | nl in campaign.title" +
               at(text, "{\"en\":\"a\"") + " | \n";
    };
    check_cases({
        {published, told(published, "")},
        {empty, told(empty, "")},
        {blank, told(blank, "")},
        {draft, told(draft, "(note)")},
        {extra,
         "extra-language /campaign/title/it: campaign.title has it, but config.languages does not | "
         "en or nl, as "
         "campaign.config.languages says" +
             at(extra, "[\"en\"") + " | \n"},
        {two,
         "untranslated /campaign/config/languages/0: campaign.title has no sv, nl | sv, nl in "
         "campaign.title" +
             at(two, "{\"en\":\"a\"") + " | \n"},
        {body(R"({"en":"a","nl":"b"})", "published_community"), ""},
        {body("null", "published_community"), ""},
        {config(R"("languages":["en"])", "published_community"), ""},
        {campaign(R"("title":{"it":"a"})"), ""},
        // silent: the title's text may stand under the key that is no language
        {body(R"({"en":"a","nl-BE":"b"})", "published_community"),
         "language /campaign/title/nl-BE: campaign.title.nl-BE is not a documented language | en, nl, fr, "
         "de, pl, es, "
         "it, da, sv, fi or no | did you mean \"nl\"?\n"},
    });
}

TEST_CASE("preset-mismatch") {
    const auto body = [](const std::string& members) {
        return event_with(R"("interaction_id":1,"interaction":{"id":1,)" + members + "}");
    };
    const std::string inner = body(R"("preset":"share-link","metadata":{"presetId":"survey"})");
    const std::string of_campaign = event_with(
        R"("interaction_id":1,"interaction":{"id":1,"preset":"share-link"},"campaign":{"id":48213,)"
        R"("config":{"preset":"survey"}})");
    check_cases({
        {inner,
         "preset-mismatch /interaction/metadata/presetId: interaction.metadata.presetId is \"survey\" | "
         "\"share-link\", as interaction.preset says" +
             at(inner, "\"share-link\"") + " | \n"},
        {of_campaign,
         "preset-mismatch /campaign/config/preset: campaign.config.preset is \"survey\" | \"share-link\", as "
         "interaction.preset says" +
             at(of_campaign, "\"share-link\"") + " | \n"},
        {body(R"("preset":"a","metadata":{"presetId":"a"})"), ""},
        {body(R"("preset":null,"metadata":{"presetId":"a"})"), ""},
        {body(R"("preset":5,"metadata":{"presetId":"a"})"),
         "type /interaction/preset: interaction.preset is 5 | a string | did you mean \"5\"?\n"},
    });
}

TEST_CASE("healthy events of all shapes") {
    const std::string everything =
        R"("organization_id":1207,"campaign_id":1,"campaign":{"id":1},"interaction_id":2,"interaction":{"id":2,)"
        R"("organization":1207,"campaign":1,"member":"[anonymous]","state":null,"metadata":null,"response":[]})";
    check_cases({
        {event_of("created", "interaction",
                  R"("organization_id":1207,"campaign_id":1,"campaign":{"id":1},)"
                  R"("person_id":"[anonymous]","person":{"id":"[anonymous]","orgId":1207},)"
                  R"("interaction_id":2,"interaction":{"id":2,"member":"[anonymous]"})"),
         ""},
        {event_of("removed", "person", R"("organization_id":1207,"person_id":"[anonymous]")"), ""},
        {campaign(
             R"("name":null,"created":null,"title":null,"author":null,"image":null,"summary":{"en":null},"link":{},)"
             R"("shortLink":null,"config":null,"promote":{"title":null})"),
         ""},
        {event_of("created", "interaction", everything),
         "type /interaction/response: interaction.response is an empty list | an object | \n"},
    });
    for (const char* form :
         {"event[name]=removed&event[resource]=person&organization_id=1207&person_id=[anonymous]",
          "event[name]=created&event[resource]=interaction&organization_id=1&interaction_id=2&interaction[id]"
          "=2&"
          "interaction[state]=&interaction[created]=&interaction[member]=&interaction[metadata][ipAddress]=&"
          "interaction[metadata][presetId]=&interaction[preset]=a&campaign_id=&campaign=&person=",
          "event[name]=changed&event[resource]=campaign&organization_id=1&campaign_id=2&campaign[id]=2&"
          "campaign[link][nl]=&campaign[title]=&campaign[config][languages]=&campaign[config][community]["
          "enabled]=1&"
          "campaign[config][community][finishOn]=0&campaign[config][channels]=community"}) {
        CAPTURE(form);
        CHECK(lines_of(findings_in_form(form)) == "");
    }
}
