#include "ops/get.h"

#include "event/json_value.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using hookspect::base::TextError;
using hookspect::ops::GetOptions;
using hookspect::schema::Path;
using hookspect::test::JsonEvent;

namespace {

GetOptions options_for(std::string_view paths, std::string_view languages = "") {
    GetOptions options;
    auto parsed = hookspect::schema::parse_paths(paths);
    REQUIRE(std::holds_alternative<std::vector<Path>>(parsed));
    options.paths = std::get<std::vector<Path>>(std::move(parsed));
    if (languages.empty()) return options;
    auto codes = hookspect::ops::parse_languages(languages);
    REQUIRE(std::holds_alternative<std::vector<std::string>>(codes));
    options.languages = std::get<std::vector<std::string>>(std::move(codes));
    return options;
}

/// The value that a path has, and the language: `"Deel" nl`.
std::string got(const JsonEvent& json, std::string_view path, std::string_view languages = "") {
    const GetOptions options = options_for(path, languages);
    hookspect::ops::GetRow row;
    hookspect::ops::get(json.event, options, row);
    if (!row.paths[0].set) return "missing";
    std::string text;
    hookspect::event::append_json(text, json.event, row.paths[0].matches.values.at(0));
    if (!row.paths[0].language.empty()) text.append(" ").append(row.paths[0].language);
    return text;
}

}  // namespace

TEST_CASE("of a Multilingual value, the text of the first language that has one") {
    const JsonEvent json(R"({"event":{"resource":"campaign"},"campaign":{
        "title":{"nl":null,"fr":" \u00a0 ","en":"Share","de":"Teilt"},"summary":{"nl":""},"link":{"nl":"/x"},
        "promote":{"title":"no object","description":{"nl":5}}}})");
    CHECK(got(json, "campaign.title", "nl,fr,en,de") == R"("Share" en)");
    CHECK(got(json, "campaign.title", "de,en") == R"("Teilt" de)");
    CHECK(got(json, "campaign.title", "pl,nl,fr") == "missing");
    CHECK(got(json, "campaign.summary", "nl,en") == "missing");
    CHECK(got(json, "campaign.link", "en,nl") == R"("/x" nl)");
    CHECK(got(json, "campaign.promote.description", "nl") == "5 nl");
    CHECK(got(json, "resource.title", "nl,en") == R"("Share" en)");

    // Other paths do not ask for a language.
    CHECK(got(json, "campaign.title.de", "en") == R"("Teilt")");
    CHECK(got(json, "campaign.promote.title", "en") == R"("no object")");
    CHECK(got(json, "campaign.title").substr(0, 1) == "{");
}

TEST_CASE("null is missing, and so is what is not there") {
    const JsonEvent json(
        R"({"campaign_id":null,"campaign":{"id":0,"name":"","config":{"languages":[null,"nl"]}}})");
    CHECK(got(json, "campaign_id") == "missing");
    CHECK(got(json, "campaign.title") == "missing");
    CHECK(got(json, "campaign.id") == "0");
    CHECK(got(json, "campaign.name") == R"("")");
    CHECK(got(json, "campaign.config.languages[0]") == "missing");

    hookspect::ops::GetRow row;
    hookspect::ops::get(json.event, options_for("campaign.config.languages[*]"), row);
    CHECK(row.any);
    CHECK(row.every);
    hookspect::ops::get(json.event, options_for("campaign_id,campaign.id"), row);
    CHECK(row.any);
    CHECK_FALSE(row.every);
    hookspect::ops::get(json.event, options_for("campaign_id,person"), row);
    CHECK_FALSE(row.any);
}

TEST_CASE("the languages that are asked for are documented ones") {
    const auto error = [](std::string_view text) {
        const auto result = hookspect::ops::parse_languages(text);
        REQUIRE(std::holds_alternative<TextError>(result));
        const auto& fault = std::get<TextError>(result);
        return std::to_string(fault.offset) + ": " + fault.message + ": " + fault.hint;
    };
    CHECK(error("nl,en-US") == R"(3: "en-US" is not a supported language: did you mean en?)");
    CHECK(error("xx") ==
          R"(0: "xx" is not a supported language: they are en, nl, fr, de, pl, es, it, da, sv, fi and no)");
    CHECK(error("nl,").substr(0, 34) == R"(3: "" is not a supported language:)");
}

TEST_CASE("what cannot be asked for together") {
    const auto error = [](const GetOptions& options) {
        const auto fault = hookspect::ops::check_get_options(options);
        return fault ? fault->message + ": " + fault->hint : "none";
    };
    GetOptions options = options_for("campaign.id,campaign.title.*");
    CHECK(error(options) ==
          "campaign.title.* may match several values, so it must be the only path in text output: "
          "use -f json, csv or tsv to combine it with other paths");
    options.format = hookspect::ops::GetFormat::csv;
    CHECK(error(options) == "none");
    options.nul = true;
    CHECK(error(options) == "--raw0 needs -f text: ");
    options = options_for("campaign.title.*");
    options.nul = true;
    CHECK(error(options) == "none");
    options.with_language = true;
    CHECK(error(options) == "--with-lang needs --lang: add --lang nl,fr,en");
    options = options_for("campaign.title.*");
    options.languages = {"en"};
    CHECK(error(options) ==
          "campaign.title.* means every language, but --lang chooses one: "
          "campaign.title(en) is a column for each, campaign.title the first that has a text");
}
