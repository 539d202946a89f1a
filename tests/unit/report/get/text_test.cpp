#include "support/got.h"

#include <doctest/doctest.h>

using hookspect::ops::GetFormat;
using hookspect::ops::GetOptions;
using hookspect::test::asking;
using hookspect::test::printed;

namespace {

constexpr std::string_view first =
    R"({"event":{"name":"created","resource":"campaign"},"campaign":{"id":9007199254740993,"created":1794820443,)"
    R"("name":"a\tb\n\\","title":{"en":"Share","nl":null,"fr":"x\ty"},"config":{"languages":["en", "fr"]}}})";
constexpr std::string_view second =
    R"({"event":{"name":"changed","resource":"person"},"person":{"created":1730568041250,"firstCommunityAccess":0,)"
    R"("properties":[{"key":"address","properties":[{"key":"city","value":"Gent"}]}]}})";

GetOptions text(std::string_view paths) {
    return asking(paths, GetFormat::text);
}

}  // namespace

TEST_CASE("get as text: strings are bare, all else is JSON") {
    CHECK(printed(text("campaign.id"), {first, second}) == "9007199254740993\n");
    CHECK(printed(text("campaign.name"), {first}) == "a\tb\n\\\n");
    CHECK(printed(text("campaign.config.languages"), {first}) == "[\"en\",\"fr\"]\n");
    CHECK(printed(text("event"), {first}) == "{\"name\":\"created\",\"resource\":\"campaign\"}\n");
    CHECK(printed(text("campaign.title.nl"), {first, second}).empty());
}

TEST_CASE("get as text: several paths stand in columns") {
    CHECK(printed(text("campaign.id,campaign.name,event.name"), {first, second}) ==
          "9007199254740993\ta\\tb\\n\\\\\tcreated\n\t\tchanged\n");
}

TEST_CASE("get as text: events in which no path is set") {
    GetOptions options = text("campaign.id,campaign.title.de");
    CHECK(printed(options, {first, second}) == "9007199254740993\t\n");
    options.all = true;
    CHECK(printed(options, {first, second}) == "9007199254740993\t\n\t\n");
    options.fallback = "-";
    CHECK(printed(options, {first, second}) == "9007199254740993\t-\n-\t-\n");
    options.all = false;
    CHECK(printed(options, {first, second}) == "9007199254740993\t-\n");
}

TEST_CASE("get as text: a line for each match") {
    CHECK(printed(text("campaign.title.*"), {first, second}) == "en\tShare\nfr\tx\\ty\n");
    CHECK(printed(text("campaign.config.languages[*]"), {first}) == "0\ten\n1\tfr\n");
    CHECK(printed(text("*.created"), {first, second}) == "campaign\t1794820443\nperson\t1730568041250\n");
    CHECK(printed(text("person.properties[*].properties.*"), {second}) == "0.city\tGent\n");
    GetOptions options = text("campaign.title.*");
    options.all = true;
    options.fallback = "-";
    CHECK(printed(options, {first, second}) == "en\tShare\nnl\t-\nfr\tx\\ty\n\t-\n");
}

TEST_CASE("get as text: sources, languages, NUL") {
    GetOptions options = text("campaign.title");
    options.languages = {"nl", "fr"};
    CHECK(printed(options, {first}) == "x\ty\n");
    options.with_language = true;
    CHECK(printed(options, {first}) == "x\\ty\tfr\n");
    options.with_source = true;
    options.all = true;
    CHECK(printed(options, {second, first}) == "a.ndjson\t1\t\t\na.ndjson\t2\tx\\ty\tfr\n");

    options = text("campaign.name");
    options.nul = true;
    CHECK(printed(options, {first, first}) == std::string("a\tb\n\\\0a\tb\n\\\0", 12));
}

TEST_CASE("get as text: dates in the unit of their field") {
    GetOptions options = text("resource.created,person.firstCommunityAccess");
    CHECK(printed(options, {first, second}) == "1794820443\t\n1730568041250\t0\n");
    options.dates = hookspect::base::Dates::utc;
    CHECK(printed(options, {first, second}) == "2026-11-16 09:14:03Z\t\n2024-11-02 17:20:41.250Z\t0\n");
}

TEST_CASE("get as text: a terminal is only shown it") {
    GetOptions options = text("campaign.name");
    options.safe = true;
    CHECK(printed(options, {R"({"campaign":{"name":"a\u001b[2J\nb"}})"}) == "a\\u{1b}[2J↵b\n");
    options = text("campaign.id,campaign.name");
    options.safe = true;
    CHECK(printed(options, {R"({"campaign":{"name":"a\nb\u202e"}})"}) == "\ta\\nb\\u{202e}\n");
}

TEST_CASE("a path that is missing in any event is told") {
    const GetOptions options = text("campaign.id");
    hookspect::report::GetPrinter printer(options);
    std::string out;
    hookspect::event::Body body;
    const hookspect::test::JsonEvent with(first);
    const hookspect::test::JsonEvent without(second);
    body.event = &with.event;
    printer.add(out, body);
    CHECK_FALSE(printer.missed());
    body.event = &without.event;
    printer.add(out, body);
    CHECK(printer.missed());
}
