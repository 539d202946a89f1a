#include "schema/names.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using hookspect::schema::find_name;
using hookspect::schema::find_path;
using hookspect::schema::nearest_names;

namespace {

std::string last_key(const hookspect::schema::FieldName& name) {
    return hookspect::schema::field_path(name.id());
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text.append(text.empty() ? "" : " ").append(name);
    return text;
}

/// What kind of thing a name is.
std::string kind_of(std::string_view name) {
    constexpr std::array<std::string_view, 7> kinds{"field",  "object",   "text",    "rule",
                                                    "action", "language", "resource"};
    const auto found = find_name(name);
    return found ? std::string(kinds[found->index()]) : "nothing";
}

}  // namespace

TEST_CASE("a path names a field, however it is written") {
    struct Case {
        std::string_view written;
        std::string_view path;
        std::string_view field;
        std::string_view rest;
    };
    constexpr auto cases = std::to_array<Case>({
        {"event", "event", "event", ""},
        {"event.name", "event.name", "event.name", ""},
        {"campaign_id", "campaign_id", "campaign_id", ""},
        {"campaign", "campaign", "campaign", ""},
        {"campaign.config", "campaign.config", "campaign.config", ""},
        {"campaign.config.languages", "campaign.config.languages", "campaign.config.languages", ""},
        {"campaign.config.languages[0]", "campaign.config.languages", "campaign.config.languages", ""},
        {"campaign.config.languages[*]", "campaign.config.languages", "campaign.config.languages", ""},
        {"/campaign/config/languages/0", "campaign.config.languages", "campaign.config.languages", ""},
        {"campaign.title.nl", "campaign.title.nl", "MultilingualString.nl", ""},
        {"/campaign/title/nl", "campaign.title.nl", "MultilingualString.nl", ""},
        {"campaign[\"title\"]['nl']", "campaign.title.nl", "MultilingualString.nl", ""},
        {"campaign.link.fr", "campaign.link.fr", "MultilingualURL.fr", ""},
        {"campaign.title.*", "campaign.title", "campaign.title", ""},
        {"campaign.*", "campaign", "campaign", ""},
        {"person.profile.*", "person.profile", "person.profile", ""},
        {"person.properties.*", "person.properties", "person.properties", ""},
        {"Campaign.title.nl", "campaign.title.nl", "MultilingualString.nl", ""},
        {"Event.organization_id", "organization_id", "organization_id", ""},
        {"MultilingualURL.sv", "MultilingualURL.sv", "MultilingualURL.sv", ""},
        {"PersonProperty.key", "PersonProperty.key", "PersonProperty.key", ""},
        {"person.properties.key", "person.properties[*].key", "PersonProperty.key", ""},
        {"person.properties[0].key", "person.properties[*].key", "PersonProperty.key", ""},
        {"person.properties[*].key", "person.properties[*].key", "PersonProperty.key", ""},
        {"/person/properties/3/properties/0/value", "person.properties[*].properties[*].value",
         "PersonProperty.value", ""},
        {"person.properties.email", "person.properties", "person.properties", "email"},
        {"person.properties[key=email]", "person.properties", "person.properties", "email"},
        {"person.properties.address.city", "person.properties", "person.properties", "address.city"},
        {"person.properties.email[0].a", "person.properties", "person.properties", "email[0].a"},
        {"campaign.config.languages.0", "campaign.config.languages", "campaign.config.languages", ""},
        {"campaign[\"ti\\u0074le\"]", "campaign.title", "campaign.title", ""},
        {"conversion.metadata[\"a b\"]", "conversion.metadata", "conversion.metadata", "a b"},
        {"person.optIn.sms", "person.optIn", "person.optIn", "sms"},
        {"person.profile.name.first", "person.profile", "person.profile", "name.first"},
        {"conversion.metadata.presetId", "conversion.metadata.presetId", "conversion.metadata.presetId", ""},
        {"conversion.metadata.browser", "conversion.metadata", "conversion.metadata", "browser"},
        {"conversion.response.action", "conversion.response.action", "conversion.response.action", ""},
        {"conversion.response.action.agent.name", "conversion.response.action", "conversion.response.action",
         "agent.name"},
    });
    for (const Case& one : cases) {
        CAPTURE(one.written);
        const auto found = find_path(one.written);
        REQUIRE(found.has_value());
        CHECK(found->path == one.path);
        CHECK(last_key(*found) == one.field);
        CHECK(found->rest == one.rest);
        CHECK(find_path(found->path)->path == found->path);
    }
}

TEST_CASE("what the schema does not know is no path") {
    for (const std::string_view path : {"",
                                        "/",
                                        ".",
                                        "..",
                                        "[",
                                        "[]",
                                        "]",
                                        "campaign.",
                                        ".campaign",
                                        "campaign..title",
                                        "campaign.title.",
                                        "Campaign",
                                        "campaign.titel",
                                        "campaign.title.xx",
                                        "campaign.title[0]",
                                        "campaign.config.languages.nl",
                                        "campaign.id.x",
                                        "campaign.config.languages[x]",
                                        "campaign.config.languages[0][0]",
                                        "campaign[\"title",
                                        "campaign[0]",
                                        "title",
                                        "conversion.metadata.a b",
                                        "languages",
                                        "/person/properties/0/email",
                                        "person.groups[key=a]",
                                        "*",
                                        "event.name.*",
                                        "campaign.*.id",
                                        "campaign.title.*.nl"}) {
        CAPTURE(path);
        CHECK_FALSE(find_path(path).has_value());
    }
    CHECK_FALSE(find_path(std::string(1u << 20, 'a')).has_value());
    CHECK_FALSE(find_path("campaign" + std::string(100'000, '[')).has_value());
}

TEST_CASE("a name is a field, a type, a rule, a language or an action") {
    struct Case {
        std::string_view name;
        std::string_view kind;
    };
    constexpr auto cases = std::to_array<Case>({
        {"campaign.config.languages", "field"},
        {"event", "field"},
        {"Event", "object"},
        {"Campaign", "object"},
        {"Interaction", "object"},
        {"Conversion", "object"},
        {"Person", "object"},
        {"PersonProperty", "object"},
        {"PersonProperty[]", "object"},
        {"MultilingualString", "object"},
        {"MultilingualURL", "object"},
        {"SchemaOrgAction", "object"},
        {"UUID", "text"},
        {"PersonID", "text"},
        {"URL", "text"},
        {"url", "rule"},
        {"action", "rule"},
        {"json-syntax", "rule"},
        {"ShareAction", "action"},
        {"schema:ShareAction", "action"},
        {"https://schema.org/ShareAction", "action"},
        {"no", "language"},
        {"nl", "language"},
        {"resource", "resource"},
        {"resource.created", "resource"},
        {"resource.nothing", "nothing"},
        {"object", "nothing"},
        {"", "nothing"},
        {"uuid", "nothing"},
        {"Thing", "nothing"},
    });
    for (const Case& one : cases) {
        CAPTURE(one.name);
        CHECK(kind_of(one.name) == one.kind);
    }
}

TEST_CASE("every documented path and every rule is a name") {
    for (const hookspect::schema::Field& row : hookspect::schema::fields()) {
        const std::string path = hookspect::schema::field_path(hookspect::schema::id_of(row));
        CAPTURE(path);
        const auto found = find_path(path);
        REQUIRE(found.has_value());
        CHECK(found->path == path);
        CHECK(found->id() == hookspect::schema::id_of(row));
        CHECK(kind_of(path) == "field");
    }
    for (const hookspect::schema::RuleInfo& info : hookspect::schema::rules())
        CHECK(kind_of(info.name) == "rule");
    for (const std::string_view name : hookspect::schema::action_names()) CHECK(kind_of(name) == "action");
}

TEST_CASE("an unknown name leads to the ones that were most likely meant") {
    struct Case {
        std::string_view name;
        std::string_view suggestions;
    };
    constexpr auto cases = std::to_array<Case>({
        {"publishOn", "campaign.config.community.publishOn campaign.config.landing.publishOn"},
        {"created", "campaign.created interaction.created conversion.created person.created"},
        {"fistbump", "campaign.config.fistbump"},
        {"optin", "person.optIn"},
        {"campain.title.nl", "campaign.title.nl"},
        {"campaign.titel.nl", "campaign.title.nl"},
        {"campaign.languages", "campaign.config.languages"},
        {"campaign.title.en-US", "campaign.title.en"},
        {"resource.id", "campaign.id interaction.id conversion.id person.id"},
        {"event.nam", "event.name"},
        {"uuid", "UUID"},
        {"untranlated", "untranslated"},
        {"Share", "ShareAction"},
        {"en-US", "en"},
        {"zzzzzz", ""},
        {"", ""},
    });
    for (const Case& one : cases) {
        CAPTURE(one.name);
        CHECK(joined(nearest_names(one.name)) == one.suggestions);
    }
    CHECK(nearest_names("languages").front() == "campaign.config.languages");
    CHECK(nearest_names(std::string(1u << 20, '[')).empty());
}

TEST_CASE("every suggestion is itself a name") {
    for (const std::string_view name :
         {"nam", "id", "key", "value", "properties", "metadata", "action.x", "campaign.x",
          "person.properties.key.x", "Campain", "tittle", "/campaign//x", "campaign.."}) {
        for (const std::string& suggestion : nearest_names(name)) {
            CAPTURE(suggestion);
            CHECK(find_name(suggestion).has_value());
        }
    }
}
