#include "ops/diff.h"

#include "unit/ops/diff_support.h"

using hookspect::ops::DiffOptions;
using hookspect::test::changes;
using hookspect::test::Lines;

namespace {

const DiffOptions raw{.raw = true};

std::string config(std::string_view members) {
    return R"({"campaign":{"config":{)" + std::string(members) + "}}}";
}

std::string properties(std::string_view elements) {
    return R"({"person":{"properties":[)" + std::string(elements) + "]}}";
}

/// A list that the schema knows nothing of.
std::string list(std::string_view elements) {
    return R"({"person":{"profile":{"x":[)" + std::string(elements) + "]}}}";
}

}  // namespace

TEST_CASE("objects are compared by key, and told in the order of the schema") {
    CHECK(changes(R"({"x":1,"campaign_id":2})", R"({"campaign_id":2,"x":1})").empty());
    CHECK(changes(R"({"zeta":1,"campaign":{"name":"a","title":{"nl":"x","en":"y"}},"campaign_id":2})",
                  R"({"alpha":2,"campaign":{"title":{"en":"z","de":"w"},"name":"b"},"campaign_id":3})") ==
          Lines{"~ campaign_id 2 → 3", "- zeta 1", "+ alpha 2", R"(~ campaign.name "a" → "b")",
                R"(~ campaign.title.en "y" → "z")", R"(- campaign.title.nl "x")",
                R"(+ campaign.title.de "w")"});
    CHECK(changes(R"({"person":{"profile":{"a.b":1}}})", R"({"person":{"profile":{"a.b":2}}})") ==
          Lines{R"(~ person.profile["a.b"] 1 → 2)"});
    CHECK(changes(R"({"campaign":{"author":{"name":"x"}}})", R"({"campaign":{"author":"x"}})") ==
          Lines{R"(~ campaign.author {"name":"x"} → "x")"});
}

TEST_CASE("of a key that repeats, the last value counts") {
    CHECK(changes(R"({"campaign_id":1,"campaign_id":2})", R"({"campaign_id":2})").empty());
    CHECK(changes(R"({"campaign_id":1,"campaign_id":2})", R"({"campaign_id":1})") ==
          Lines{"~ campaign_id 2 → 1"});
}

TEST_CASE("what is null is not set, but for --raw") {
    CHECK(changes(R"({"campaign":{"author":null}})", R"({"campaign":{}})").empty());
    CHECK(changes(R"({"campaign":{"author":null}})", R"({"campaign":{"author":{"name":"x"}}})") ==
          Lines{R"(+ campaign.author {"name":"x"})"});
    CHECK(changes(R"({"campaign":{"name":"x"}})", R"({"campaign":{"name":null}})") ==
          Lines{R"(- campaign.name "x")"});
    CHECK(changes(R"({"campaign":{"author":null}})", R"({"campaign":{}})", raw) ==
          Lines{"- campaign.author null"});
    CHECK(changes(R"({"campaign":{"name":"x"}})", R"({"campaign":{"name":null}})", raw) ==
          Lines{R"(~ campaign.name "x" → null)"});
    CHECK(changes(config(R"("channels":[])"), config("")) == Lines{"- campaign.config.channels []"});
    CHECK(changes(R"({"campaign":{"name":""}})", R"({"campaign":{}})") == Lines{R"(- campaign.name "")"});
}

TEST_CASE("numbers by their exact value") {
    const auto points = [](std::string_view number) {
        return R"({"person":{"points":)" + std::string(number) + "}}";
    };
    CHECK(changes(points("1.0"), points("1")).empty());
    CHECK(changes(points("1e3"), points("1000"), raw).empty());
    CHECK(changes(points("-0"), points("0")).empty());
    CHECK(changes(points("9007199254740993"), points("9007199254740992")) ==
          Lines{"~ person.points 9007199254740993 → 9007199254740992"});
    CHECK(changes(points("1"), points("\"1\"")) == Lines{R"(~ person.points 1 → "1")"});
    CHECK(changes(list("1,2.50,[1e1]"), list("1.0,2.5,[10]")).empty());
}

TEST_CASE("texts by what they mean; identifiers of persons without case") {
    CHECK(changes(R"({"campaign":{"name":"\u00e9\/"}})", R"({"campaign":{"name":"é/"}})").empty());
    constexpr auto upper = R"({"person_id":"4C8A2D17-F6B3-4905-9A7E-B81D3C06E5F2"})";
    constexpr auto lower = R"({"person_id":"4c8a2d17-f6b3-4905-9a7e-b81d3c06e5f2"})";
    CHECK(changes(upper, lower).empty());
    CHECK(changes(upper, lower, raw).size() == 1);
    CHECK(changes(R"({"campaign":{"name":"A"}})", R"({"campaign":{"name":"a"}})").size() == 1);
}

TEST_CASE("languages, channels and groups are sets") {
    CHECK(changes(config(R"("languages":["en","nl"],"channels":["landing","community"])"),
                  config(R"("languages":["nl","en"],"channels":["community","landing"])"))
              .empty());
    CHECK(changes(config(R"("languages":["en","nl"])"), config(R"("languages":["nl","en"])"), raw).size() ==
          2);
    CHECK(
        changes(config(R"("languages":["en","pl","nl"])"), config(R"("languages":["nl","de","en","fr"])")) ==
        Lines{R"(- campaign.config.languages "pl")", R"(+ campaign.config.languages "de")",
              R"(+ campaign.config.languages "fr")"});
    CHECK(changes(R"({"person":{"groups":["a","a","b"]}})", R"({"person":{"groups":["b","a"]}})").empty());
    // Those of the schema alone.
    CHECK(changes(list(R"("a","b")"), list(R"("b","a")")).size() == 2);
    CHECK(changes(R"({"groups":["a","b"]})", R"({"groups":["b","a"]})").size() == 2);
}

TEST_CASE("properties are compared by key") {
    CHECK(changes(properties(R"({"key":"a","value":1},{"key":"b","value":2})"),
                  properties(R"({"value":2,"key":"b"},{"key":"a","value":1})"))
              .empty());
    CHECK(changes(properties(R"({"key":"a","value":1},{"key":"b","value":2},{"key":"c","value":3})"),
                  properties(R"({"key":"d","value":4},{"key":"c","value":3},{"key":"a","value":5})")) ==
          Lines{R"(- person.properties[1] {"key":"b","value":2})",
                R"(+ person.properties[0] {"key":"d","value":4})", "~ person.properties.a 1 → 5"});
    CHECK(changes(properties(R"({"key":"a","primary":true,"value":1},{"key":"b","value":2})"),
                  properties(R"({"key":"b","value":3},{"key":"a","primary":false,"value":1})")) ==
          Lines{"~ person.properties.b 2 → 3", "~ person.properties[1].primary true → false"});
    CHECK(
        changes(
            properties(
                R"({"key":"address","properties":[{"key":"zip","value":"9000"},{"key":"city","value":"Gent"}]})"),
            properties(
                R"({"key":"address","properties":[{"key":"city","value":"Brugge"},{"key":"zip","value":"9000"}]})")) ==
        Lines{R"(~ person.properties.address.city "Gent" → "Brugge")"});
    CHECK(changes(properties(R"({"key":"langs","value":["nl","fr"]})"),
                  properties(R"({"key":"langs","value":["nl","de"]})")) ==
          Lines{R"(~ person.properties.langs[1] "fr" → "de")"});
    CHECK(changes(properties(R"({"key":"a","value":1},{"key":"b","value":2})"),
                  properties(R"({"key":"b","value":2},{"key":"a","value":1})"), raw)
              .size() == 2);
}

TEST_CASE("of properties that share a key, those with the same value belong together") {
    CHECK(changes(properties(R"({"key":"a","value":1},{"key":"a","value":2},{"key":"a","value":3})"),
                  properties(R"({"key":"a","value":3},{"key":"a","value":1},{"key":"a","value":2})"))
              .empty());
    CHECK(changes(properties(R"({"key":"a","value":1},{"key":"a","value":2})"),
                  properties(R"({"key":"a","value":2},{"key":"a","value":9})")) ==
          Lines{"~ person.properties[1].value 1 → 9"});
    CHECK(changes(properties(R"({"key":"a","primary":true,"value":1},{"key":"a","value":2})"),
                  properties(R"({"key":"a","value":2},{"key":"a","value":1})")) ==
          Lines{"- person.properties[0].primary true"});
    CHECK(changes(properties(R"({"key":"a","value":1},{"key":"a","value":2})"),
                  properties(R"({"key":"a","value":2})")) ==
          Lines{R"(- person.properties[0] {"key":"a","value":1})"});
    // Without a key, and what is no property at all.
    CHECK(changes(properties(R"({"value":1},5,null)"), properties(R"(5,null,{"value":1})")).empty());
    CHECK(changes(properties(R"({"value":1},5)"), properties(R"(6,{"value":2})")) ==
          Lines{"~ person.properties[0] 5 → 6", "~ person.properties[1].value 1 → 2"});
}

TEST_CASE("other lists keep their order") {
    CHECK(changes(list("1,2,3,4"), list("1,3,4")) == Lines{"- person.profile.x[1] 2"});
    CHECK(changes(list("1,2,3"), list("0,1,2,3")) == Lines{"+ person.profile.x[0] 0"});
    CHECK(changes(list("1,2,3"), list("1,5,3")) == Lines{"~ person.profile.x[1] 2 → 5"});
    CHECK(changes(list(R"(0,{"a":1,"b":2},3)"), list(R"({"a":1,"b":4},3)")) ==
          Lines{"- person.profile.x[0] 0", R"(+ person.profile.x[0] {"a":1,"b":4})",
                R"(- person.profile.x[1] {"a":1,"b":2})"});
    CHECK(changes(list(R"({"a":1,"b":2},3)"), list(R"({"a":1,"b":4},3)")) ==
          Lines{"~ person.profile.x[0].b 2 → 4"});
    CHECK(changes(list("null,1"), list("1")) == Lines{"- person.profile.x[0] null"});
    CHECK(changes(list("null"), list("1")) == Lines{"~ person.profile.x[0] null → 1"});
    CHECK(changes(list("[1,2],[3]"), list("[1],[3]")) == Lines{"- person.profile.x[0][1] 2"});
}

TEST_CASE("--ignore and --only") {
    const auto ignoring = [](std::string_view text) {
        return DiffOptions{.ignore = hookspect::test::paths(text)};
    };
    const auto only = [](std::string_view text) { return DiffOptions{.only = hookspect::test::paths(text)}; };
    constexpr auto before = R"({"campaign_id":1,"campaign":{"name":"a","title":{"nl":"x"}}})";
    constexpr auto after = R"({"campaign_id":2,"campaign":{"name":"b","title":{"nl":"y","en":"z"}}})";
    CHECK(changes(before, after).size() == 4);
    CHECK(changes(before, after, ignoring("campaign.title")) ==
          Lines{"~ campaign_id 1 → 2", R"(~ campaign.name "a" → "b")"});
    CHECK(changes(before, after, ignoring("campaign_id,campaign(title.*,name)")).empty());
    CHECK(changes(before, after, only("campaign.title.nl")) == Lines{R"(~ campaign.title.nl "x" → "y")"});
    CHECK(changes(before, after, only("resource.title,campaign_id")) == Lines{"~ campaign_id 1 → 2"});
    CHECK(changes(before, after, only("campaign.link")).empty());
    DiffOptions both_options = only("campaign");
    both_options.ignore = hookspect::test::paths("campaign.title.nl");
    CHECK(changes(before, after, both_options) ==
          Lines{R"(~ campaign.name "a" → "b")", R"(+ campaign.title.en "z")"});

    // A value that is wanted inside something that only one event has.
    CHECK(changes("{}", after, only("campaign.title.nl")) == Lines{R"(+ campaign.title.nl "y")"});
    CHECK(changes(R"({"campaign":null})", after, only("campaign.title.nl")) ==
          Lines{R"(+ campaign.title.nl "y")"});

    // A property is meant whole.
    const std::string some =
        properties(R"({"key":"a","value":1},{"key":"b","properties":[{"key":"c","value":2}]})");
    CHECK(changes(some, properties(""), ignoring("person.properties(a,b)")).empty());
    CHECK(changes(some, properties(""), ignoring("person.properties.b.c,person.properties.a")).size() == 1);
    CHECK(changes(some, properties(""), only("person.properties.a")) ==
          Lines{R"(- person.properties[0] {"key":"a","value":1})"});
    // What is ignored in an element does not part it from its like.
    CHECK(changes(list(R"({"t":1,"v":1},{"t":2,"v":2})"), list(R"({"t":3,"v":2})"),
                  ignoring("person.profile.x[*].t")) == Lines{R"(- person.profile.x[0] {"t":1,"v":1})"});
}

TEST_CASE("pointers of both sides") {
    const hookspect::test::JsonEvent a(list(R"(0,{"a/b":1},2)"));
    const hookspect::test::JsonEvent b(list(R"({"a/b":5},2)"));
    const auto found = hookspect::ops::diff(a.event, b.event);
    REQUIRE(found.changes.size() == 3);
    CHECK(hookspect::ops::pointer_of(found, found.changes[0], hookspect::ops::Side::before) ==
          "/person/profile/x/0");

    const hookspect::test::JsonEvent c(list(R"(0,1,{"a/b":1},2)"));
    const hookspect::test::JsonEvent d(list(R"(1,{"a/b":5},2)"));
    const auto moved = hookspect::ops::diff(c.event, d.event);
    REQUIRE(moved.changes.size() == 2);
    CHECK(hookspect::ops::pointer_of(moved, moved.changes[1], hookspect::ops::Side::before) ==
          "/person/profile/x/2/a~1b");
    CHECK(hookspect::ops::pointer_of(moved, moved.changes[1], hookspect::ops::Side::after) ==
          "/person/profile/x/1/a~1b");
}

TEST_CASE("a body whose root is no object") {
    CHECK(changes("[]", "[]").empty());
    CHECK(changes("5", "6") == Lines{"~  5 → 6"});
    CHECK(changes("[1]", "{}") == Lines{"~  [1] → {}"});
}
