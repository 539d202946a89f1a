#include "schema/path.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

using hookspect::base::TextError;

namespace {

struct Case {
    std::string_view text;
    std::string_view marked;  // what the caret stands under
    std::string_view message;
    std::string_view hint = "";
};

void check(const Case& one, const TextError& error) {
    CAPTURE(one.text);
    CHECK(one.text.substr(error.offset, error.size) == one.marked);
    CHECK(error.message == one.message);
    CHECK(error.hint == one.hint);
}

}  // namespace

TEST_CASE("what the schema does not know, with the nearest paths") {
    constexpr auto cases = std::to_array<Case>({
        {"campaing.title.nl", "campaing", R"(unknown field "campaing")", "did you mean campaign.title.nl?"},
        {"Campaign.title", "Campaign", R"(unknown field "Campaign")", "did you mean campaign.title?"},
        {"campaign.titel.nl", "titel", R"(campaign has no field "titel")", "did you mean campaign.title.nl?"},
        {"campaign.titel.xx", "titel", R"(campaign has no field "titel")", "did you mean campaign.title?"},
        {"/campaign/titel/nl", "titel", R"(/campaign has no field "titel")",
         "did you mean /campaign/title/nl?"},
        {"campaign.title.en-US", "en-US", R"(campaign.title has no language "en-US")",
         "did you mean campaign.title.en?"},
        {"campaign.title.nb", "nb", R"(campaign.title has no language "nb")",
         "did you mean campaign.title.no?"},
        {"campaign.title.xx", "xx", R"(campaign.title has no language "xx")",
         "the languages are en nl fr de pl es it da sv fi no"},
        {"languages", "languages", R"(unknown field "languages")", "did you mean campaign.config.languages?"},
        {"campaign.languages", "languages", R"(campaign has no field "languages")",
         "did you mean campaign.config.languages?"},
        {"created", "created", R"(unknown field "created")",
         "did you mean resource.created, campaign.created, interaction.created or conversion.created?"},
        {"publishOn", "publishOn", R"(unknown field "publishOn")",
         "did you mean campaign.config.community.publishOn or campaign.config.landing.publishOn?"},
        {"primary", "primary", R"(unknown field "primary")", "did you mean person.properties[*].primary?"},
        {"resource.titel.nl", "titel", R"(resource has no field "titel")", "did you mean resource.title.nl?"},
        {"resourse.id", "resourse", R"(unknown field "resourse")", "did you mean resource.id?"},
        {"/resource/id", "resource", R"(unknown field "resource")", "did you mean resource.id?"},
        {"$.campaign.id", "$", R"(unknown field "$")", "did you mean campaign.id?"},
        {"zzzzzz", "zzzzzz", R"(unknown field "zzzzzz")", ""},
        {R"(["a\nb"])", R"(["a\nb"])", R"(unknown field "a\nb")", ""},
        {"[0]", "[0]", "an event is not a list", ""},

        {"campaign.id.x", "x", "campaign.id is a number and has no fields", ""},
        {"event.name[0]", "[0]", "event.name is a string and has no fields", ""},
        {"person_id.*", "*", "person_id is a PersonID and has no fields", ""},
        {"person.groups[0].x", "x", "person.groups[0] is a string and has no fields", ""},
        {"campaign.title[0]", "[0]", "campaign.title is not a list", ""},
        {"campaign.title[key=nl]", "[key=nl]", "campaign.title is not a list", ""},
        {"campaign.config.languages.nl", "nl", "campaign.config.languages is a list without keys",
         "did you mean campaign.config.languages[*]?"},
        {"person.groups.*", "*", "person.groups is a list without keys", "did you mean person.groups[*]?"},
        {"/person/groups/x", "x", "/person/groups is a list without keys", "did you mean /person/groups/0?"},
        {"person.profile[0]", "[0]", "person.profile is not a list", ""},
        {"person.groups[key=a]", "[key=a]", "person.groups is not a list of properties",
         "did you mean person.groups[*]?"},
        {"person.properties[0].kex", "kex", R"(person.properties[0] has no field "kex")",
         "did you mean person.properties[0].key or person.properties.kex?"},
        {"/person/properties/0/email", "email", R"(/person/properties/0 has no field "email")",
         "did you mean /person/properties/email?"},
    });
    for (const Case& one : cases) {
        const auto result = hookspect::schema::parse_path(one.text);
        REQUIRE(std::holds_alternative<TextError>(result));
        check(one, std::get<TextError>(result));
    }
}

TEST_CASE("what is no path") {
    constexpr std::string_view other =
        "write a key with characters other than letters, digits and _-@:$+ as [\"a b\"]";
    constexpr std::string_view inside = "expected an index from 0, *, a key in quotes or key=NAME";
    constexpr auto cases = std::to_array<Case>({
        {"", "", "a path is missing"},
        {",", ",", "a path is missing"},
        {".campaign.id", ".", "a path does not begin with a dot", "did you mean campaign.id?"},
        {".x", ".", "a path does not begin with a dot"},
        {"campaign.", ".", "a name is missing after the dot"},
        {"campaign..id", ".", "a name is missing after the dot"},
        {"campaign id", " ", R"(unexpected " ")", other},
        {"campaign.id=5", "=", R"(unexpected "=")", other},
        {"campaign.ti*le", "*", R"(unexpected "*")", other},
        {"é!", "!", R"(unexpected "!")", other},
        {"campaign.id)", ")", "unexpected \")\""},
        {"campaign,event", ",", R"(unexpected ",")"},
        {"campaign]", "]", R"(unexpected "]")"},
        {"campaign[", "[", "the bracket is not closed"},
        {"campaign[\"title\"", "[", "the bracket is not closed"},
        {"campaign[\"title\"x]", "[", "the bracket is not closed"},
        {"campaign[\"title", "\"", "the quote is not closed"},
        {"campaign[\"title\\", "\"", "the quote is not closed"},
        {"campaign['title\\']", "'", "the quote is not closed"},
        {"campaign[]", "", inside},
        {"campaign[title]", "title", inside, "did you mean [\"title\"]?"},
        {"campaign[-1]", "-1", inside},
        {"person.groups[99999999999999999999999]", "99999999999999999999999", inside},
        {R"(person.profile["a\x"])", R"(\x)", "this is not a JSON escape"},
        {R"(person.profile["\ud800"])", R"(\ud800)", "a surrogate without its partner"},
        {"/person/profile/~2", "~", "in a JSON Pointer, ~ must be followed by 0 or 1"},
    });
    for (const Case& one : cases) {
        const auto result = hookspect::schema::parse_path(one.text);
        REQUIRE(std::holds_alternative<TextError>(result));
        check(one, std::get<TextError>(result));
    }
}

TEST_CASE("what is not a list of paths") {
    constexpr auto cases = std::to_array<Case>({
        {"", "", "a path is missing"},
        {"event.name,", "", "a path is missing"},
        {"event.name,,campaign", ",", "a path is missing"},
        {"campaign()", ")", "a path is missing"},
        {"campaign(id,)", ")", "a path is missing"},
        {"campaign(id", "(", "the parenthesis is not closed"},
        {"campaign(id))", ")", "unexpected \")\""},
        {"campaign(id)name", "n", R"(unexpected "n")",
         "write a key with characters other than letters, digits and _-@:$+ as [\"a b\"]"},
        {"(id)", "(", R"(unexpected "(")"},
        {"campaign(/id)", "/", "a JSON Pointer cannot be used with parentheses"},
        {"/campaign(id)", "(", "a JSON Pointer cannot be used with parentheses"},
        {"campaign(id,titel(nl,fr))", "titel", R"(campaign has no field "titel")",
         "did you mean campaign.title.nl?"},
    });
    for (const Case& one : cases) {
        const auto result = hookspect::schema::parse_paths(one.text);
        REQUIRE(std::holds_alternative<TextError>(result));
        check(one, std::get<TextError>(result));
    }
}

TEST_CASE("a path is bounded") {
    const auto message = [](const std::string& text) {
        const auto result = hookspect::schema::parse_paths(text);
        const auto* error = std::get_if<TextError>(&result);
        return error == nullptr ? "none" : error->message;
    };
    const auto repeated = [](std::string_view piece, std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += piece;
        return text;
    };
    CHECK(message("person.profile" + repeated(".a", 126)) == "none");
    CHECK(message("person.profile" + repeated(".a", 127)) == "a path has at most 128 steps");
    CHECK(message("person.profile" + repeated("(a", 1'000'000)) == "a path has at most 128 steps");
    CHECK(message("/person/profile/" + std::string(1'000'000, 'a')) == "a path has at most 1024 bytes");
    CHECK(message(std::string(1'000'000, '[')) == "the bracket is not closed");
    CHECK(message("person.profile." + std::string(1'000, 'a') + repeated("(aaaaaaaaaaaa", 3)) ==
          "a path has at most 1024 bytes");
}
