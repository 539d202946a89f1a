#include "schema/path.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using hookspect::base::TextError;
using hookspect::schema::parse_path;
using hookspect::schema::Path;

namespace {

/// `member(campaign) element(0)`
std::string shown(const Path& path) {
    constexpr std::array<std::string_view, 5> kinds{"member", "property", "element", "*", "[*]"};
    std::string text;
    for (const hookspect::schema::PathStep& step : path.steps) {
        const bool element = step.kind == hookspect::schema::PathStep::Kind::element;
        if (!text.empty()) text += ' ';
        text += kinds[static_cast<std::size_t>(step.kind)];
        if (element || !step.key.empty())
            text += "(" + (element ? std::to_string(step.index) : step.key) + ")";
    }
    return text;
}

std::string field_of(const Path& path) {
    return path.field == hookspect::schema::no_field ? "" : hookspect::schema::field_path(path.field);
}

std::string shown(const std::variant<Path, TextError>& result) {
    if (const auto* path = std::get_if<Path>(&result)) return shown(*path);
    return "error: " + std::get<TextError>(result).message;
}

}  // namespace

TEST_CASE("a path is its steps, and the documented field that it ends at") {
    struct Case {
        std::string_view written;
        std::string_view steps;
        std::string_view field;
    };
    constexpr auto cases = std::to_array<Case>({
        {"event.name", "member(event) member(name)", "event.name"},
        {"campaign_id", "member(campaign_id)", "campaign_id"},
        {"campaign.title", "member(campaign) member(title)", "campaign.title"},
        {"campaign.title.nl", "member(campaign) member(title) member(nl)", "MultilingualString.nl"},
        {"campaign.title.*", "member(campaign) member(title) *", "MultilingualString.en"},
        {"campaign.link.*", "member(campaign) member(link) *", "MultilingualURL.en"},
        {"/campaign/title/nl", "member(campaign) member(title) member(nl)", "MultilingualString.nl"},
        {R"(campaign["title"]['nl'])", "member(campaign) member(title) member(nl)", "MultilingualString.nl"},
        {R"(["campaign"].id)", "member(campaign) member(id)", "campaign.id"},
        {"campaign.*", "member(campaign) *", ""},
        {"campaign.*.nl", "member(campaign) * member(nl)", ""},
        {"*.created", "* member(created)", ""},
        {"*", "*", ""},

        {"campaign.config.languages[0]", "member(campaign) member(config) member(languages) element(0)",
         "campaign.config.languages"},
        {"campaign.config.languages[*]", "member(campaign) member(config) member(languages) [*]",
         "campaign.config.languages"},
        {"/campaign/config/languages/12", "member(campaign) member(config) member(languages) element(12)",
         "campaign.config.languages"},
        {"person.groups.0", "member(person) member(groups) element(0)", "person.groups"},
        {"person.groups[007]", "member(person) member(groups) element(7)", "person.groups"},

        {"person.properties.email", "member(person) member(properties) property(email)",
         "PersonProperty.value"},
        {"person.properties[key=email]", "member(person) member(properties) property(email)",
         "PersonProperty.value"},
        {R"(person.properties[key="a]b"])", "member(person) member(properties) property(a]b)",
         "PersonProperty.value"},
        {"person.properties[key=]", "member(person) member(properties) property", "PersonProperty.value"},
        {R"(person.properties["a.b"].c)", "member(person) member(properties) property(a.b) property(c)",
         "PersonProperty.value"},
        {"/person/properties/email", "member(person) member(properties) property(email)",
         "PersonProperty.value"},
        {"person.properties.0", "member(person) member(properties) property(0)", "PersonProperty.value"},
        {"person.properties.key", "member(person) member(properties) property(key)", "PersonProperty.value"},
        {"person.properties.a.b.c.d",
         "member(person) member(properties) property(a) property(b) property(c) property(d)",
         "PersonProperty.value"},
        {"person.properties.*", "member(person) member(properties) *", "PersonProperty.value"},
        {"person.properties[0]", "member(person) member(properties) element(0)", "person.properties"},
        {"person.properties[0].key", "member(person) member(properties) element(0) member(key)",
         "PersonProperty.key"},
        {"person.properties[*].value", "member(person) member(properties) [*] member(value)",
         "PersonProperty.value"},
        {"person.properties[*].value.x[0]",
         "member(person) member(properties) [*] member(value) member(x) element(0)", ""},
        {"person.properties[0].properties.city",
         "member(person) member(properties) element(0) member(properties) property(city)",
         "PersonProperty.value"},
        {"/person/properties/0/properties/1/key",
         "member(person) member(properties) element(0) member(properties) element(1) member(key)",
         "PersonProperty.key"},
        {"/person/properties/languages/0", "member(person) member(properties) property(languages) element(0)",
         ""},
        {"person.properties.languages.0", "member(person) member(properties) property(languages) property(0)",
         "PersonProperty.value"},
        {"person.properties.languages[0]", "member(person) member(properties) property(languages) element(0)",
         ""},

        {"person.optIn.sms", "member(person) member(optIn) member(sms)", ""},
        {"person.profile.a[0][*].*.b", "member(person) member(profile) member(a) element(0) [*] * member(b)",
         ""},
        {R"(person.profile["a.b\u00e9\""])", "member(person) member(profile) member(a.bé\")", ""},
        {R"(person.profile['it\'s \\ \n'])", R"(member(person) member(profile) member(it's \ \n))", ""},
        {"/person/profile/a~1b~0c/0", "member(person) member(profile) member(a/b~c) member(0)", ""},
        {"/person/profile/*", "member(person) member(profile) member(*)", ""},
        {"interaction.metadata.presetId", "member(interaction) member(metadata) member(presetId)",
         "interaction.metadata.presetId"},
        {"interaction.metadata.browser", "member(interaction) member(metadata) member(browser)", ""},
        {"conversion.response.action.@type",
         "member(conversion) member(response) member(action) member(@type)", ""},
        {"person.profile.straße", "member(person) member(profile) member(straße)", ""},

        {"resource", "", ""},
        {"resource.id", "member(id)", ""},
        {"resource.points", "member(points)", ""},
        {"resource.orgId", "member(orgId)", ""},
        {"resource.metadata.browser", "member(metadata) member(browser)", ""},
        {"resource.properties.email", "member(properties) property(email)", ""},
    });
    for (const Case& one : cases) {
        CAPTURE(one.written);
        const auto result = parse_path(one.written);
        CHECK(shown(result) == one.steps);
        const auto* path = std::get_if<Path>(&result);
        REQUIRE(path != nullptr);
        CHECK(field_of(*path) == one.field);
        CHECK(path->text == one.written);
    }
}

TEST_CASE("a path of the own resource knows its field in each of them") {
    const auto fields_at = [](std::string_view text) {
        const auto result = parse_path(text);
        REQUIRE(std::holds_alternative<Path>(result));
        const Path& path = std::get<Path>(result);
        CHECK(path.of_resource);
        std::string names;
        for (const hookspect::schema::FieldId id : path.resource_fields) {
            names += (names.empty() ? "" : " ") +
                     (id == hookspect::schema::no_field ? "-" : hookspect::schema::field_path(id));
        }
        return names;
    };
    CHECK(fields_at("resource") == "campaign interaction conversion person");
    CHECK(fields_at("resource.created") ==
          "campaign.created interaction.created conversion.created person.created");
    CHECK(fields_at("resource.points") == "- interaction.points conversion.points person.points");
    CHECK(fields_at("resource.title.nl") == "MultilingualString.nl - - -");
    CHECK(fields_at("resource.metadata.browser") == "- - - -");
}

TEST_CASE("several: a path that may reach more than one value") {
    for (const std::string_view text :
         {"campaign.title.*", "person.groups[*]", "*.id", "person.profile.a[*].x"}) {
        CHECK(std::get<Path>(parse_path(text)).several);
    }
    CHECK_FALSE(std::get<Path>(parse_path("campaign.title.nl")).several);
    CHECK(hookspect::schema::count_wildcards(std::get<Path>(parse_path("person.profile.*[*].a"))) == 2);
}

TEST_CASE("a list of paths") {
    const auto texts = [](std::string_view list) {
        const auto result = hookspect::schema::parse_paths(list);
        if (const auto* error = std::get_if<TextError>(&result)) return "error: " + error->message;
        std::string joined;
        for (const Path& path : std::get<std::vector<Path>>(result))
            joined += (joined.empty() ? "" : " ") + path.text;
        return joined;
    };
    CHECK(texts("event.name") == "event.name");
    CHECK(texts("event.name,campaign(id,title.nl),person_id") ==
          "event.name campaign.id campaign.title.nl person_id");
    CHECK(texts("campaign(config(community(enabled,publishOn),preset),id)") ==
          "campaign.config.community.enabled campaign.config.community.publishOn campaign.config.preset "
          "campaign.id");
    CHECK(texts(" event.name , campaign ( id , name ) ") == "event.name campaign.id campaign.name");
    CHECK(texts("person.groups([0],[*])") == "person.groups[0] person.groups[*]");
    CHECK(texts("/campaign/title/nl,resource(id,created)") ==
          "/campaign/title/nl resource.id resource.created");
    CHECK(texts("person.profile['a,b(c)'],event") == "person.profile['a,b(c)'] event");
}

TEST_CASE("a path at the front of an expression") {
    struct Case {
        std::string_view text;
        std::string_view path;
    };
    constexpr auto cases = std::to_array<Case>({
        {"campaign.id==5", "campaign.id"},
        {"campaign.id == 5", "campaign.id"},
        {"campaign.title.* contains 'x'", "campaign.title.*"},
        {"campaign.config.languages[0]!=nl", "campaign.config.languages[0]"},
        {"person.hidden)", "person.hidden"},
        {"/campaign/title/nl =~ x", "/campaign/title/nl"},
        {"/campaign/title/nl=='x'", "/campaign/title/nl"},
        {"person.created>=-7d", "person.created"},
        {R"(person.profile["a b"]<3)", R"(person.profile["a b"])"},
    });
    for (const Case& one : cases) {
        CAPTURE(one.text);
        std::size_t size = 0;
        const auto result = hookspect::schema::parse_path_prefix(one.text, size);
        REQUIRE(std::holds_alternative<Path>(result));
        CHECK(std::get<Path>(result).text == one.path);
        CHECK(size == one.path.size());
    }
}

TEST_CASE("every listed path is a path, and each documented field is listed") {
    const auto listed = hookspect::schema::list_paths();
    std::vector<bool> seen(256);
    for (const hookspect::schema::ListedPath& one : listed) {
        CAPTURE(one.path);
        const auto result = parse_path(one.path);
        REQUIRE(std::holds_alternative<Path>(result));
        for (const hookspect::schema::PathStep& step : std::get<Path>(result).steps) seen[step.field] = true;
    }
    for (const hookspect::schema::Field& row : hookspect::schema::fields()) {
        const bool language = row.owner == hookspect::schema::ObjectType::multilingual_string ||
                              row.owner == hookspect::schema::ObjectType::multilingual_url;
        CHECK((language || seen[hookspect::schema::id_of(row)]));
    }
    const auto type_of = [&listed](std::string_view path) {
        for (const hookspect::schema::ListedPath& one : listed) {
            if (one.path == path) return one.type;
        }
        return std::string("not listed");
    };
    CHECK(type_of("event") == "object");
    CHECK(type_of("campaign.title") == "MultilingualString");
    CHECK(type_of("campaign.title.*") == "string");
    CHECK(type_of("campaign.link.*") == "URL");
    CHECK(type_of("campaign.config.languages") == "string[]");
    CHECK(type_of("person.properties") == "PersonProperty[]");
    CHECK(type_of("person.properties.KEY") == "any");
    CHECK(type_of("person.properties[*].primary") == "string");
    CHECK(type_of("person.properties[*].properties") == "PersonProperty[]");
}
