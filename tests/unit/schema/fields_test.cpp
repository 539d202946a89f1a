#include "schema/fields.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

using hookspect::schema::Field;
using hookspect::schema::find_field;
using hookspect::schema::no_field;
using hookspect::schema::ObjectType;

namespace {

struct Row {
    std::string_view path;
    std::string_view type;
};

// The Ambassify page, row by row, with the type's name before the key. Multilingual types follow below.
constexpr auto documented = std::to_array<Row>({
    {"event", "object"},
    {"event.name", "string"},
    {"event.resource", "string"},
    {"organization_id", "number"},
    {"campaign_id", "number"},
    {"campaign", "Campaign"},
    {"interaction_id", "number"},
    {"interaction", "Interaction"},
    {"conversion_id", "number"},
    {"conversion", "Conversion"},
    {"person_id", "PersonID"},
    {"person", "Person"},

    {"campaign.id", "number"},
    {"campaign.name", "string"},
    {"campaign.created", "number"},
    {"campaign.organization", "number"},
    {"campaign.title", "MultilingualString"},
    {"campaign.author", "object"},
    {"campaign.author.name", "string"},
    {"campaign.image", "object"},
    {"campaign.image.location", "MultilingualString"},
    {"campaign.summary", "MultilingualString"},
    {"campaign.link", "MultilingualURL"},
    {"campaign.shortLink", "MultilingualURL"},
    {"campaign.config", "object"},
    {"campaign.config.preset", "string"},
    {"campaign.config.comments", "boolean"},
    {"campaign.config.fistbump", "boolean"},
    {"campaign.config.languages", "string[]"},
    {"campaign.config.channels", "string[]"},
    {"campaign.config.community", "object"},
    {"campaign.config.community.enabled", "boolean"},
    {"campaign.config.community.publishOn", "number"},
    {"campaign.config.community.finishOn", "number"},
    {"campaign.config.landing", "object"},
    {"campaign.config.landing.enabled", "boolean"},
    {"campaign.config.landing.publishOn", "number"},
    {"campaign.config.landing.finishOn", "number"},
    {"campaign.promote", "object"},
    {"campaign.promote.title", "MultilingualString"},
    {"campaign.promote.description", "MultilingualString"},
    {"campaign.promote.image", "MultilingualURL"},

    {"conversion.id", "number"},
    {"conversion.member", "PersonID"},
    {"conversion.organization", "number"},
    {"conversion.campaign", "number"},
    {"conversion.preset", "string"},
    {"conversion.points", "number"},
    {"conversion.created", "number"},
    {"conversion.metadata", "object"},
    {"conversion.metadata.presetId", "string"},
    {"conversion.metadata.ipAddress", "string"},
    {"conversion.response", "object"},
    {"conversion.response.action", "SchemaOrgAction"},

    {"interaction.id", "number"},
    {"interaction.member", "PersonID"},
    {"interaction.organization", "number"},
    {"interaction.campaign", "number"},
    {"interaction.preset", "string"},
    {"interaction.points", "number"},
    {"interaction.state", "string"},
    {"interaction.created", "number"},
    {"interaction.metadata", "object"},
    {"interaction.metadata.presetId", "string"},
    {"interaction.metadata.ipAddress", "string"},
    {"interaction.metadata.source", "string"},
    {"interaction.metadata.challenge_type", "string"},
    {"interaction.response", "object"},

    {"person.id", "PersonID"},
    {"person.orgId", "number"},
    {"person.created", "number"},
    {"person.points", "number"},
    {"person.groups", "string[]"},
    {"person.role", "string"},
    {"person.hidden", "boolean"},
    {"person.firstCommunityAccess", "number"},
    {"person.profile", "object"},
    {"person.optIn", "object"},
    {"person.properties", "PersonProperty[]"},

    {"PersonProperty.key", "string"},
    {"PersonProperty.primary", "string"},
    {"PersonProperty.value", "any"},
    {"PersonProperty.properties", "PersonProperty[]"},
});

constexpr std::array<std::string_view, 11> documented_languages{"en", "nl", "fr", "de", "pl", "es",
                                                                "it", "da", "sv", "fi", "no"};

using Pairs = std::set<std::pair<std::string, std::string>>;

Pairs expected_pairs() {
    Pairs pairs;
    for (const Row& row : documented) pairs.emplace(row.path, row.type);
    for (const std::string_view language : documented_languages) {
        pairs.emplace("MultilingualString." + std::string(language), "string");
        pairs.emplace("MultilingualURL." + std::string(language), "URL");
    }
    return pairs;
}

std::string values_of(std::string_view path) {
    for (const Field& row : hookspect::schema::fields()) {
        if (hookspect::schema::field_path(hookspect::schema::id_of(row)) != path) continue;
        std::string text;
        for (const std::string_view value : row.values) text.append(text.empty() ? "" : " | ").append(value);
        return text;
    }
    return "no such field";
}

}  // namespace

TEST_CASE("the table has every field of the Ambassify page with its type, and no other") {
    Pairs actual;
    for (const Field& row : hookspect::schema::fields()) {
        const auto placed = actual.emplace(hookspect::schema::field_path(hookspect::schema::id_of(row)),
                                           hookspect::schema::type_name(row));
        CAPTURE(placed.first->first);
        CHECK(placed.second);
    }
    const Pairs expected = expected_pairs();
    for (const auto& pair : expected) {
        CAPTURE(pair.first);
        CAPTURE(pair.second);
        CHECK(actual.count(pair) == 1);
    }
    for (const auto& pair : actual) {
        CAPTURE(pair.first);
        CAPTURE(pair.second);
        CHECK(expected.count(pair) == 1);
    }
}

TEST_CASE("the allowed values are the documented ones, in their order") {
    CHECK(values_of("event.name") == "created | changed | removed | published_community | published_landing");
    CHECK(values_of("event.resource") == "campaign | interaction | conversion | person");
    CHECK(values_of("campaign.config.languages") == "en | nl | fr | de | pl | es | it | da | sv | fi | no");
    CHECK(values_of("campaign.config.channels") == "community | landing");
    CHECK(values_of("interaction.state") == "REWARDED | PENDING | REJECTED");
    CHECK(values_of("person.role") == "contact | advocate | manager | administrator");
    const auto rows = hookspect::schema::fields();
    CHECK(std::count_if(rows.begin(), rows.end(), [](const Field& row) { return !row.values.empty(); }) == 6);
    const auto codes = hookspect::schema::languages();
    CHECK(std::equal(codes.begin(), codes.end(), documented_languages.begin(), documented_languages.end()));
}

TEST_CASE("times are in seconds, but in milliseconds for a person") {
    std::set<std::string> seconds;
    std::set<std::string> milliseconds;
    for (const Field& row : hookspect::schema::fields()) {
        if (row.unit == hookspect::schema::Unit::seconds)
            seconds.insert(hookspect::schema::field_path(hookspect::schema::id_of(row)));
        if (row.unit == hookspect::schema::Unit::milliseconds)
            milliseconds.insert(hookspect::schema::field_path(hookspect::schema::id_of(row)));
    }
    CHECK(seconds == std::set<std::string>{
                         "campaign.created", "campaign.config.community.publishOn",
                         "campaign.config.community.finishOn", "campaign.config.landing.publishOn",
                         "campaign.config.landing.finishOn", "interaction.created", "conversion.created"});
    CHECK(milliseconds == std::set<std::string>{"person.created", "person.firstCommunityAccess"});
}

TEST_CASE("open are metadata, response, profile, optIn and actions") {
    std::set<std::string> open;
    for (const hookspect::schema::ObjectInfo& info : hookspect::schema::objects()) {
        if (info.open && info.type != ObjectType::none) open.emplace(info.path);
    }
    CHECK(open == std::set<std::string>{"interaction.metadata", "interaction.response", "conversion.metadata",
                                        "conversion.response", "conversion.response.action", "person.profile",
                                        "person.optIn"});
}

TEST_CASE("each field is found by its owner and key, and no near miss is") {
    for (const Field& row : hookspect::schema::fields()) {
        CAPTURE(hookspect::schema::field_path(hookspect::schema::id_of(row)));
        CHECK(find_field(row.owner, row.key) == hookspect::schema::id_of(row));
        CHECK(&hookspect::schema::field(hookspect::schema::id_of(row)) == &row);
        std::string key(row.key);
        CHECK(find_field(row.owner, key + "x") == no_field);
        CHECK(find_field(row.owner, " " + key) == no_field);
        CHECK(find_field(row.owner, key + '\0') == no_field);
        CHECK(find_field(ObjectType::none, key) == no_field);
        for (std::size_t i = 0; i < key.size(); ++i) {
            std::string changed = key;
            changed[i] = changed[i] == '~' ? '!' : '~';
            CHECK(find_field(row.owner, changed) == no_field);
        }
    }
    CHECK(find_field(ObjectType::event, "") == no_field);
    CHECK(find_field(ObjectType::event, "Campaign") == no_field);
    CHECK(find_field(ObjectType::campaign, "orgId") == no_field);
}

TEST_CASE("a key is found in its own objects alone") {
    for (const hookspect::schema::ObjectInfo& info : hookspect::schema::objects()) {
        for (const Field& row : hookspect::schema::fields()) {
            const auto own = hookspect::schema::fields_of(info.type);
            const bool has =
                std::any_of(own.begin(), own.end(), [&](const Field& one) { return one.key == row.key; });
            CHECK((find_field(info.type, row.key) != no_field) == has);
        }
    }
}

TEST_CASE("the fields of a type are few enough for a bit each in a word of 32") {
    for (const hookspect::schema::ObjectInfo& info : hookspect::schema::objects()) {
        CAPTURE(info.name);
        CHECK(hookspect::schema::fields_of(info.type).size() <= 32);
    }
}
