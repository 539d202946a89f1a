#include "support/got.h"

#include <doctest/doctest.h>

using hookspect::ops::GetFormat;
using hookspect::ops::GetOptions;
using hookspect::test::asking;
using hookspect::test::printed;

namespace {

constexpr std::string_view event =
    R"({"campaign":{"id":5,"name":"a, \"b\"\r\nc\td","title":{"nl":"x,y","xx":"?","en":""},"config":)"
    R"({"languages":["en","nl"],"comments":true}}})";
constexpr std::string_view other = R"({"person":{"id":"p"}})";

}  // namespace

TEST_CASE("get as CSV: RFC 4180, with a header") {
    CHECK(printed(asking("campaign.id,campaign.name,person.id", GetFormat::csv), {event, other}) ==
          "campaign.id,campaign.name,person.id\r\n5,\"a, \"\"b\"\"\r\nc\td\",\r\n,,p\r\n");
    CHECK(printed(asking("campaign.id", GetFormat::csv), {}) == "campaign.id\r\n");
    CHECK(printed(asking(R"(person.profile['a,"b'])", GetFormat::csv), {}) ==
          "\"person.profile['a,\"\"b']\"\r\n");
}

TEST_CASE("get as CSV: an only cell that is empty is quoted") {
    GetOptions options = asking("campaign.id", GetFormat::csv);
    options.all = true;
    CHECK(printed(options, {event, other}) == "campaign.id\r\n5\r\n\"\"\r\n");
}

TEST_CASE("get as CSV: columns do not depend on the events") {
    CHECK(printed(asking("campaign.title.*,campaign.config.languages[*],campaign.config.*", GetFormat::csv),
                  {event, other}) ==
          "campaign.title.en,campaign.title.nl,campaign.title.fr,campaign.title.de,campaign.title.pl,"
          "campaign.title.es,campaign.title.it,campaign.title.da,campaign.title.sv,campaign.title.fi,"
          "campaign.title.no,campaign.config.languages[*],campaign.config.*\r\n"
          ",\"x,y\",,,,,,,,,,\"[\"\"en\"\",\"\"nl\"\"]\","
          "\"{\"\"languages\"\":[\"\"en\"\",\"\"nl\"\"],\"\"comments\"\":true}\"\r\n");

    GetOptions options = asking("campaign.title,campaign.id", GetFormat::csv);
    options.languages = {"nl"};
    options.with_language = true;
    options.with_source = true;
    options.all = true;
    options.fallback = "?";
    CHECK(printed(options, {event, other}) ==
          "source,number,campaign.title,campaign.title.lang,campaign.id\r\n"
          "a.ndjson,1,\"x,y\",nl,5\r\na.ndjson,2,?,,?\r\n");
}

TEST_CASE("get as TSV: no quotes, but escapes") {
    CHECK(printed(asking("campaign.id,campaign.name,campaign.config.languages", GetFormat::tsv), {event}) ==
          "campaign.id\tcampaign.name\tcampaign.config.languages\n5\ta, \"b\"\\r\\nc\\td\t[\"en\",\"nl\"]\n");
}
