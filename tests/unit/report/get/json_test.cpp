#include "support/got.h"

#include <doctest/doctest.h>

using hookspect::ops::GetFormat;
using hookspect::ops::GetOptions;
using hookspect::test::asking;
using hookspect::test::printed;

namespace {

constexpr std::string_view event =
    R"({"campaign":{"id":1.50,"created":1794820443,"title":{"n\u006c":"\u00e9\u001b","fr":null,"fr":"f"},)"
    R"("promote":{"title":{"nl":"p"}}},"person":{"groups":["a",null],"properties":[)"
    R"({"key":"e","value":1},{"key":"e","value":2},{"key":"n","properties":[{"key":"c","value":3}]}]}})";

std::string line(std::string_view paths) {
    return printed(asking(paths, GetFormat::ndjson), {event});
}

}  // namespace

TEST_CASE("get as JSON: an object for each event, path to value") {
    CHECK(line("campaign.id,/campaign/title/nl,campaign.name") ==
          "{\"campaign.id\":1.50,\"/campaign/title/nl\":\"é\\u001b\",\"campaign.name\":null}\n");
    CHECK(line("campaign.id,campaign.id") == "{\"campaign.id\":1.50}\n");
    CHECK(line("campaign.title") == "{\"campaign.title\":{\"nl\":\"é\\u001b\",\"fr\":\"f\"}}\n");
}

TEST_CASE("get as JSON: an array, or a line for each") {
    GetOptions options = asking("campaign.id", GetFormat::json);
    CHECK(printed(options, {}) == "[]\n");
    CHECK(printed(options, {"{}"}) == "[]\n");
    CHECK(printed(options, {event, "{}", event}) ==
          "[\n{\"campaign.id\":1.50},\n{\"campaign.id\":1.50}\n]\n");
    options.all = true;
    options.format = GetFormat::ndjson;
    CHECK(printed(options, {event, "{}"}) == "{\"campaign.id\":1.50}\n{\"campaign.id\":null}\n");
}

TEST_CASE("get as JSON: an object for each *, a list for each [*]") {
    CHECK(line("campaign.title.*") == "{\"campaign.title.*\":{\"nl\":\"é\\u001b\",\"fr\":\"f\"}}\n");
    CHECK(line("person.groups[*]") == "{\"person.groups[*]\":[\"a\",null]}\n");
    CHECK(line("person.properties.*") == "{\"person.properties.*\":{\"e\":1}}\n");
    CHECK(line("person.properties[*].value") == "{\"person.properties[*].value\":[1,2]}\n");
    CHECK(line("person.properties.*.*") == "{\"person.properties.*.*\":{\"n\":{\"c\":3}}}\n");
    CHECK(line("person.properties[*].*") ==
          "{\"person.properties[*].*\":[{\"key\":\"e\",\"value\":1},{\"key\":\"e\",\"value\":2},"
          "{\"key\":\"n\",\"properties\":[{\"key\":\"c\",\"value\":3}]}]}\n");
    CHECK(line("campaign.*.*.nl") == "{\"campaign.*.*.nl\":{\"promote\":{\"title\":\"p\"}}}\n");
    CHECK(line("campaign.*.nl") == "{\"campaign.*.nl\":{\"title\":\"é\\u001b\"}}\n");
    CHECK(line("campaign.id,campaign.link.*") == "{\"campaign.id\":1.50,\"campaign.link.*\":null}\n");
}

TEST_CASE("get as JSON: languages, sources, dates, a fallback") {
    GetOptions options = asking("campaign.title,campaign.link,campaign.created,event", GetFormat::ndjson);
    options.languages = {"en", "fr"};
    options.with_language = true;
    options.with_source = true;
    options.dates = hookspect::base::Dates::utc;
    CHECK(printed(options, {event}) ==
          "{\"source\":\"a.ndjson\",\"number\":1,\"campaign.title\":\"f\",\"campaign.title.lang\":\"fr\","
          "\"campaign.link\":null,\"campaign.link.lang\":null,\"campaign.created\":\"2026-11-16 09:14:03Z\","
          "\"event\":null}\n");
    options = asking("campaign.id,campaign.name", GetFormat::ndjson);
    options.fallback = "n/a";
    CHECK(printed(options, {event}) == "{\"campaign.id\":1.50,\"campaign.name\":\"n/a\"}\n");
}
