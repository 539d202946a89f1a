#include "form_support.h"

#include <doctest/doctest.h>

#include <utility>

using hookspect::event::Kind;
using hookspect::test::check_all;
using hookspect::test::Example;
using hookspect::test::Form;

namespace {

hookspect::schema::FieldId field_at(const Form& form, std::string_view path) {
    return form.event[form.at(path)].field;
}

}  // namespace

TEST_CASE("form: the schema types numbers, and their text is kept") {
    constexpr Example examples[] = {
        {"campaign_id=12", R"({"campaign_id":12})"},
        {"campaign_id=9007199254740993", R"({"campaign_id":9007199254740993})"},
        {"campaign_id=-1.50e%2B3", R"({"campaign_id":-1.50e+3})"},
        {"campaign_id=012", R"({"campaign_id":"012"})"},
        {"campaign_id=12+", R"({"campaign_id":"12 "})"},
        {"campaign_id=0x1F&person_id=7", R"({"campaign_id":"0x1F","person_id":"7"})"},
        {"campaign[id]=1&campaign[config][community][publishOn]=2",
         R"({"campaign":{"id":1,"config":{"community":{"publishOn":2}}}})"},
        {"unknown=12&campaign[unknown]=true", R"({"unknown":"12","campaign":{"unknown":"true"}})"},
    };
    check_all(examples);
}

TEST_CASE(
    "form: a number of digits alone is marked, and so is an event with a key that is used in two ways") {
    const Form form("organization_id=31&campaign_id=-5&interaction_id=1.0&conversion_id=1e2");
    CHECK(form.event[form.at("organization_id")].whole);
    for (const char* other : {"campaign_id", "interaction_id", "conversion_id"}) {
        CHECK_FALSE(form.event[form.at(other)].whole);
    }
    CHECK_FALSE(form.event.irregular);
    CHECK(Form("a=1&a[b]=2").event.irregular);
    CHECK(Form("a[0]=1&a=2&a[1]=3").event.irregular);
}

TEST_CASE("form: booleans are true, false, 1 and 0 under a boolean field, and more words in optIn") {
    constexpr Example examples[] = {
        {"person[hidden]=true", R"({"person":{"hidden":true}})"},
        {"person[hidden]=false", R"({"person":{"hidden":false}})"},
        {"person[hidden]=1", R"({"person":{"hidden":true}})"},
        {"person[hidden]=0", R"({"person":{"hidden":false}})"},
        {"person[hidden]=yes", R"({"person":{"hidden":"yes"}})"},
        {"person[hidden]=True", R"({"person":{"hidden":"True"}})"},
        {"person[optIn][email]=false&person[optIn][sms]=0&person[optIn][x]=1&person[optIn][y]=true",
         R"({"person":{"optIn":{"email":false,"sms":false,"x":true,"y":true}}})"},
        {"person[optIn][email]=off&person[optIn][sms]=",
         R"({"person":{"optIn":{"email":false,"sms":null}}})"},
        {"person[optIn][a]=FALSE&person[optIn][b]=no&person[optIn][c]=Off&person[optIn][d]=YES",
         R"({"person":{"optIn":{"a":false,"b":false,"c":false,"d":true}}})"},
        {"person[optIn][a]=On&person[optIn][b]=True&person[optIn][c]=maybe&person[optIn][d]=2",
         R"({"person":{"optIn":{"a":true,"b":true,"c":"maybe","d":"2"}}})"},
        {"person[optIn][email][daily]=0", R"({"person":{"optIn":{"email":{"daily":"0"}}}})"},
        {"person[properties][0][primary]=0&person[properties][1][primary]=true",
         R"({"person":{"properties":[{"primary":"0"},{"primary":"true"}]}})"},
    };
    check_all(examples);
}

TEST_CASE("form: one value under a list field is a list of one") {
    constexpr Example examples[] = {
        {"person[groups]=vip", R"({"person":{"groups":["vip"]}})"},
        {"person[groups]=vip&person[groups]=staff", R"({"person":{"groups":["vip","staff"]}})"},
        {"person[groups][]=7", R"({"person":{"groups":["7"]}})"},
        {"person[groups]=", R"({"person":{"groups":null}})"},
        {"person[groups][0]=", R"({"person":{"groups":[""]}})"},
        {"person[groups][a]=x", R"({"person":{"groups":{"a":"x"}}})"},
        {"person[properties]=x", R"({"person":{"properties":["x"]}})"},
        {"person[properties][1][key]=b&person[properties][0][key]=a",
         R"({"person":{"properties":[{"key":"a"},{"key":"b"}]}})"},
        {"person[properties][email][primary]=", R"({"person":{"properties":{"email":{"primary":""}}}})"},
        {"campaign_id=1&campaign_id=2", R"({"campaign_id":[1,2]})"},
    };
    check_all(examples);
}

TEST_CASE("form: an empty value is the empty string in string fields, and not set in other documented ones") {
    constexpr Example examples[] = {
        {"campaign[name]=&campaign[title][nl]=&campaign[image][location][en]=",
         R"({"campaign":{"name":"","title":{"nl":""},"image":{"location":{"en":""}}}})"},
        {"campaign[link][nl]=&campaign[title]=&campaign[author]=",
         R"({"campaign":{"link":{"nl":null},"title":null,"author":null}})"},
        {"campaign_id=&person_id=&person=", R"({"campaign_id":null,"person_id":null,"person":null})"},
        {"person[hidden]=&person[properties]=", R"({"person":{"hidden":null,"properties":null}})"},
        {"person[properties][0][value]=&person[properties][0][primary]=",
         R"({"person":{"properties":[{"value":"","primary":null}]}})"},
        {"person[profile][x]=&interaction[response][a]=&unknown=",
         R"({"person":{"profile":{"x":""}},"interaction":{"response":{"a":""}},"unknown":""})"},
    };
    check_all(examples);
}

TEST_CASE("form: in open objects and in value nothing is guessed, but documented keys are typed") {
    constexpr Example examples[] = {
        {"interaction[response][score]=9&interaction[metadata][presetId]=7",
         R"({"interaction":{"response":{"score":"9"},"metadata":{"presetId":"7"}}})"},
        {"conversion[response][action][startTime]=5&conversion[metadata][n]=1",
         R"({"conversion":{"response":{"action":{"startTime":"5"}},"metadata":{"n":"1"}}})"},
        {"person[properties][0][value][points]=5", R"({"person":{"properties":[{"value":{"points":"5"}}]}})"},
        {"person[properties][0][properties][0][value]=5",
         R"({"person":{"properties":[{"properties":[{"value":"5"}]}]}})"},
    };
    check_all(examples);
}

TEST_CASE("form: slots know their field, and the event where fields stand that it has once") {
    const Form form(
        "event[name]=created&campaign[title][nl]=x&person[properties][0][key]=k&person[groups][]=a&z[event]="
        "1");
    const hookspect::event::Event& read = form.event;
    const auto row = [](hookspect::schema::ObjectType owner, std::string_view key) {
        return hookspect::schema::find_field(owner, key);
    };
    using enum hookspect::schema::ObjectType;
    CHECK(read.at(row(event_head, "name")) == form.at("event.name"));
    CHECK(read.at(row(campaign, "title")) == form.at("campaign.title"));
    CHECK(read.at(row(person, "properties")) == form.at("person.properties"));
    CHECK(read.at(row(multilingual_string, "nl")) == 0);
    CHECK(read.at(row(person_property, "key")) == 0);
    CHECK(read.at(row(person, "hidden")) == 0);
    CHECK(field_at(form, "campaign.title.nl") == row(multilingual_string, "nl"));
    CHECK(field_at(form, "z.event") == hookspect::schema::no_field);
    const auto groups = form.at("person.groups");
    CHECK(read[read.first(groups)].field == row(person, "groups"));
    const auto property = read.first(form.at("person.properties"));
    CHECK(read[read.first(property)].field == row(person_property, "key"));
}

TEST_CASE("form: what is a list where the schema has none has no documented elements") {
    const Form form("campaign[0][id]=5&campaign[1][id]=6");
    CHECK(form.json() == R"({"campaign":[{"id":"5"},{"id":"6"}]})");
    using enum hookspect::schema::ObjectType;
    CHECK(form.event.at(hookspect::schema::find_field(event, "campaign")) == form.at("campaign"));
    CHECK(form.event.at(hookspect::schema::find_field(campaign, "id")) == 0);
    CHECK(form.event[form.event.first(form.at("campaign"))].field == hookspect::schema::no_field);
}

TEST_CASE("form: a recycled event holds nothing of the one before") {
    hookspect::event::FormDecoder decoder({});
    hookspect::event::Event event;
    REQUIRE_FALSE(decoder.decode("campaign_id=1&a=%zz&campaign[title][nl]=x", event));
    REQUIRE_FALSE(decoder.decode("person_id=x", event));
    CHECK(event.count == 2);
    CHECK(event.form_faults.empty());
    CHECK(event.at(hookspect::schema::find_field(hookspect::schema::ObjectType::event, "campaign_id")) == 0);
}
