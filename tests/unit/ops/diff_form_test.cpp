// A JSON event beside the form of the same event.

#include "unit/ops/diff_support.h"

using hookspect::ops::DiffOptions;
using hookspect::test::FormEvent;
using hookspect::test::JsonEvent;
using hookspect::test::Lines;
using hookspect::test::lines_of;
using hookspect::test::uncarried_in;

namespace {

struct Case {
    std::string_view json;
    std::string_view form;
    Lines changes{};
    Lines uncarried{};
};

void check_all(std::initializer_list<Case> cases) {
    for (const Case& each : cases) {
        CAPTURE(each.json);
        CAPTURE(each.form);
        const JsonEvent json(each.json);
        const FormEvent form(each.form);
        const auto found = hookspect::ops::diff(json.event, form.event);
        CHECK(lines_of(found) == each.changes);
        CHECK(uncarried_in(found) == each.uncarried);
        const auto reversed = hookspect::ops::diff(form.event, json.event);
        CHECK(reversed.changes.size() == each.changes.size());
        CHECK(uncarried_in(reversed).size() == each.uncarried.size());
    }
}

}  // namespace

TEST_CASE("null and the empty text are one in a form") {
    check_all({
        {R"({"campaign":{"name":null}})", "campaign[name]=", {}, {"campaign.name null"}},
        {R"({"campaign":{"name":""}})", "campaign[name]="},
        {R"({"campaign":{"author":null}})", "campaign[author]="},
        {R"({"campaign":{"link":{"nl":""}}})", "campaign[link][nl]=", {}, {R"(campaign.link.nl "")"}},
        {R"({"campaign":{"link":{"nl":null}}})", "campaign[link][nl]="},
        {R"({"campaign":{"id":1,"name":null}})", "campaign[id]=1"},
        {R"({"campaign":{}})", "campaign[name]="},
        // An empty text, which a form would have written, is not there.
        {R"({"campaign":{"id":1,"name":""}})", "campaign[id]=1", {R"(- campaign.name "")"}},
        {R"({"campaign":{"name":null}})", "campaign[name]=x", {R"(+ campaign.name "x")"}},
        {R"({"person":{"profile":{"x":["a",null]}}})",
         "person[profile][x][0]=a&person[profile][x][1]=",
         {},
         {"person.profile.x[1] null"}},
        {R"({"person":{"profile":{"x":["a",null]}}})",
         "person[profile][x][0]=a",
         {"- person.profile.x[1] null"}},
    });
}

TEST_CASE("a form leaves out empty lists and objects") {
    check_all({
        {R"({"campaign":{"id":1,"config":{"channels":[]}}})",
         "campaign[id]=1",
         {},
         {R"(campaign.config {"channels":[]})"}},
        {R"({"campaign":{"config":{"preset":"x","channels":[],"landing":{}}}})",
         "campaign[config][preset]=x",
         {},
         {"campaign.config.channels []", "campaign.config.landing {}"}},
        {R"({"campaign":{"config":{"preset":"x","channels":[]}}})",
         "campaign[config][preset]=x&campaign[config][channels][]=landing",
         {R"(+ campaign.config.channels "landing")"}},
        // Elements that are left out close up.
        {R"({"person":{"profile":{"x":[[],"a",{},"b"]}}})",
         "person[profile][x][1]=a&person[profile][x][3]=b",
         {},
         {"person.profile.x[0] []", "person.profile.x[2] {}"}},
        {R"({"person":{"profile":{"x":[null]}}})", "", {R"(- person {"profile":{"x":[null]}})"}},
    });
}

TEST_CASE("a form has no types where the schema gives none") {
    check_all({
        {R"({"interaction":{"metadata":{"score":5,"ok":true,"text":"5"}}})",
         "interaction[metadata][score]=5&interaction[metadata][ok]=true&interaction[metadata][text]=5",
         {},
         {"interaction.metadata.score 5", "interaction.metadata.ok true"}},
        {R"({"interaction":{"metadata":{"score":1.50}}})",
         "interaction[metadata][score]=1.5",
         {},
         {"interaction.metadata.score 1.50"}},
        {R"({"interaction":{"metadata":{"text":"1.50"}}})",
         "interaction[metadata][text]=1.5",
         {R"(~ interaction.metadata.text "1.50" → "1.5")"}},
        {R"({"interaction":{"metadata":{"score":5}}})",
         "interaction[metadata][score]=6",
         {R"(~ interaction.metadata.score 5 → "6")"}},
        // Where it does, the number of a form is one.
        {R"({"interaction":{"points":25}})", "interaction[points]=25"},
        {R"({"interaction":{"points":"25"}})", "interaction[points]=25", {}, {R"(interaction.points "25")"}},
        {R"({"interaction":{"points":"25.0"}})",
         "interaction[points]=25",
         {R"(~ interaction.points "25.0" → 25)"}},
        {R"({"interaction":{"id":9007199254740993}})",
         "interaction[id]=9007199254740992",
         {"~ interaction.id 9007199254740993 → 9007199254740992"}},
        {R"({"person":{"hidden":true,"optIn":{"sms":false}}})", "person[hidden]=1&person[optIn][sms]=0"},
        {R"({"person":{"hidden":1}})", "person[hidden]=1", {}, {"person.hidden 1"}},
        {R"({"person":{"hidden":1}})", "person[hidden]=0", {"~ person.hidden 1 → false"}},
        {R"({"interaction":{"metadata":{"ok":true}}})",
         "interaction[metadata][ok]=1",
         {R"(~ interaction.metadata.ok true → "1")"}},
    });
}

TEST_CASE("lists, sets and properties of a form") {
    check_all({
        {R"({"person":{"groups":["b","a"]}})", "person[groups][]=a&person[groups][]=b"},
        {R"({"person":{"groups":["vip"]}})", "person[groups]=vip"},
        {R"({"person":{"properties":[{"key":"b","primary":true,"value":[1,2]},{"key":"a","value":null}]}})",
         "person[properties][0][key]=a&person[properties][0][value]=&person[properties][1][key]=b"
         "&person[properties][1][primary]=true&person[properties][1][value][0]=1&person[properties][1][value]"
         "[1]=2",
         {},
         {"person.properties[0].primary true", "person.properties.b[0] 1", "person.properties.b[1] 2",
          "person.properties.a null"}},
        // An object whose keys are indices is written as a list is.
        {R"({"person":{"profile":{"x":{"1":"b","0":"a"}}}})",
         "person[profile][x][1]=b&person[profile][x][0]=a"},
        {R"({"person":{"profile":{"x":{"1":"b","0":"a"}}}})",
         "person[profile][x][1]=c&person[profile][x][0]=a",
         {R"(~ person.profile.x[1] "b" → "c")"}},
    });
}

TEST_CASE("one value where a list is documented is the list of one that a form has") {
    check_all({
        {R"({"person":{"groups":"1"}})", "person[groups]=1", {}, {R"(person.groups "1")"}},
        {R"({"person":{"groups":1}})", "person[groups]=1", {}, {"person.groups 1"}},
        {R"({"person":{"groups":true}})", "person[groups]=true", {}, {"person.groups true"}},
        {R"({"campaign":{"config":{"languages":"nl"}}})",
         "campaign[config][languages][0]=nl",
         {},
         {R"(campaign.config.languages "nl")"}},
        {R"({"person":{"properties":"x"}})", "person[properties]=x", {}, {R"(person.properties "x")"}},
        {R"({"person":{"groups":"1"}})", "person[groups]=2", {R"(~ person.groups "1" → ["2"])"}},
        {R"({"person":{"groups":"1"}})",
         "person[groups][]=1&person[groups][]=2",
         {R"(~ person.groups "1" → ["1","2"])"}},
    });
}

TEST_CASE("two forms, and --raw, make no allowance") {
    const FormEvent one("campaign[name]=&person[profile][x]=5");
    const FormEvent other("person[profile][x]=5.0");
    CHECK(lines_of(hookspect::ops::diff(one.event, other.event)) ==
          Lines{R"(- campaign {"name":""})", R"(~ person.profile.x "5" → "5.0")"});

    const JsonEvent json(R"({"campaign":{"name":"x","author":null},"person":{"profile":{"x":5}}})");
    const FormEvent form("campaign[name]=x&person[profile][x]=5");
    CHECK(hookspect::ops::diff(json.event, form.event).same());
    const auto found = hookspect::ops::diff(json.event, form.event, DiffOptions{.raw = true});
    CHECK(lines_of(found) == Lines{"- campaign.author null", R"(~ person.profile.x 5 → "5")"});
    CHECK(found.uncarried.empty());

    // What a form writes as no text is null all the same, and its 1 is true, in lists too.
    const JsonEvent nulls(
        R"({"organization_id":null,"campaign":{"config":{"comments":true}},"person":{"groups":[null]}})");
    const FormEvent empty("organization_id=&campaign[config][comments]=1&person[groups][]=");
    CHECK(lines_of(hookspect::ops::diff(nulls.event, empty.event, DiffOptions{.raw = true})) ==
          Lines{R"(~ person.groups[0] null → "")"});
}
