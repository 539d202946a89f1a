// AQL conditions in JSON.

#include "unit/query/expression_support.h"

#include <fmt/format.h>

using hookspect::test::Body;
using hookspect::test::check;
using hookspect::test::matches;

namespace {

/// Whether `OPERATOR OPERAND` holds for a value, both in JSON; an empty value is an absent one.
struct Row {
    std::string_view value;
    std::string_view operation;
    std::string_view operand;
    bool holds;
};

void check_values(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        const std::string body = row.value.empty()
                                     ? R"({"person": {"profile": {}}})"
                                     : fmt::format(R"({{"person": {{"profile": {{"x": {}}}}}}})", row.value);
        const std::string condition = fmt::format(
            R"({{"key": "person.profile.x", "operator": "{}", "value": {}}})", row.operation, row.operand);
        CAPTURE(body);
        CAPTURE(condition);
        CHECK(matches(condition, Body(body).event()) == row.holds);
    }
}

}  // namespace

TEST_CASE("none, and, or, not") {
    check(
        R"({"campaign_id": 5})",
        {
            {"{}", true},
            {" \n{ } ", true},
            {R"({"key": "campaign_id", "value": 6})", true},
            {R"({"operator": null})", true},
            {R"({"operator": "and", "value": []})", true},
            {R"({"operator": "or", "value": []})", false},
            {R"({"operator": "not", "value": {}})", false},
            {R"({"operator": "not", "value": {"operator": "and", "value": []}})", false},
            {R"({"operator": "not", "value": {"operator": "or", "value": []}})", true},
            {R"({"key": "campaign_id", "operator": "eq", "value": 5})", true},
            {R"({"operator": "not", "value": {"key": "campaign_id", "operator": "eq", "value": 5}})", false},
            {R"({"operator": "not", "value": {"key": "campaign_id", "operator": "neq", "value": 5}})", true},
            {R"({"operator": "and", "value": [{"key": "campaign_id", "operator": "gt", "value": 4},
                                                {"key": "/campaign_id", "operator": "lt", "value": 6}]})",
             true},
            {R"({"operator": "or", "value": [{"key": "campaign_id", "operator": "gt", "value": 5},
                                               {"operator": "not", "value": {"operator": "and", "value":
                                                  [{}, {"key": "campaign_id", "operator": "lt", "value": 5}]}}]})",
             true},
            {R"({"operator": "eq", "operator": "neq", "key": "campaign_id", "value": 5})", false},
        });
}

TEST_CASE("known and unknown") {
    check_values({
        {"", "known", "1", false},
        {"null", "known", "1", false},
        {"\"\"", "known", "1", true},
        {"0", "known", "1", true},
        {"false", "known", "1", true},
        {"[]", "known", "1", true},
        {"", "unknown", "1", true},
        {"null", "unknown", "1", true},
        {"\"\"", "unknown", "1", false},
    });
    check(R"({"campaign_id": 5})", {{R"({"key": "campaign_id", "operator": "known"})", true}});
}

TEST_CASE("eq with a text compares both as texts in lower case") {
    check_values({
        {"5", "eq", "\"5\"", true},
        {"5.0", "eq", "\"5\"", true},
        {"1e3", "eq", "\"1000\"", true},
        {"1.50", "eq", "\"1.5\"", true},
        {"-2.50e1", "eq", "\"-25\"", true},
        {"1e21", "eq", "\"1E+21\"", true},
        {"123456789012345678901", "eq", "\"123456789012345678901\"", true},
        {"0.000001", "eq", "\"0.000001\"", true},
        {"0.0000001", "eq", "\"1e-7\"", true},
        {"12e-8", "eq", "\"1.2e-7\"", true},
        {"9007199254740993", "eq", "\"9007199254740993\"", true},
        {"true", "eq", "\"TRUE\"", true},
        {"", "eq", "\"\"", true},
        {"null", "eq", "\"\"", true},
        {"0", "eq", "\"\"", true},
        {"-0.0", "eq", "\"\"", true},
        {"0", "eq", "\"0\"", false},
        {"false", "eq", "\"\"", true},
        {"false", "eq", "\"false\"", false},
        {"\"\"", "eq", "\"\"", true},
        {"[]", "eq", "\"\"", true},
        {"[null, [1, [], \"B\"], {\"a\": 1}]", "eq", "\",1,,b,[object Object]\"", true},
        {"{}", "eq", "\"[object object]\"", true},
        {"\"\\u00c9T\\u00c9\"", "eq", "\"\\u00e9t\\u00e9\"", true},
        {"\"\\u0130\"", "eq", "\"i\"", true},
        {"\"\\u039f\\u03a3\"", "eq", "\"\\u03bf\\u03c3\"", true},
        {"\"\\ud801\\udc00\"", "eq", "\"\\ud801\\udc28\"", true},
        {"\"a\"", "neq", "\"A\"", false},
        {"", "neq", "\"a\"", true},
    });
}

TEST_CASE("eq with anything else is deep and strict") {
    check_values({
        {"5", "eq", "5", true},
        {"5.0", "eq", "5", true},
        {"9007199254740993", "eq", "9007199254740992", false},
        {"\"5\"", "eq", "5", false},
        {"true", "eq", "1", false},
        {"true", "eq", "true", true},
        {"null", "eq", "null", true},
        {"", "eq", "null", false},
        {"", "neq", "null", true},
        {"0", "eq", "false", false},
        {"[1, \"a\"]", "eq", "[1, \"a\"]", true},
        {"[1, \"a\"]", "eq", "[\"a\", 1]", false},
        {"[1]", "eq", "[1, 2]", false},
        {"{\"a\": 1, \"b\": [2]}", "eq", "{\"b\": [2], \"a\": 1.0}", true},
        {"{\"a\": 1}", "eq", "{\"a\": 1, \"b\": null}", false},
        {"{\"a\": 1, \"a\": 2}", "eq", "{\"a\": 2}", true},
        {"{\"a\": \"X\"}", "eq", "{\"a\": \"x\"}", false},
        {"[]", "eq", "{}", false},
    });
}

TEST_CASE("gt, gte, lt, lte, between are JavaScript's") {
    check_values({
        {"5", "gt", "4", true},
        {"5", "gt", "5", false},
        {"5", "gte", "5", true},
        {"5", "lt", "\"10\"", true},
        {"\"5\"", "lt", "\"10\"", false},
        {"\"5\"", "lt", "10", true},
        {"\" 5\\n\"", "lte", "5", true},
        {"\"0x1f\"", "gte", "31", true},
        {"\"0b11\"", "lte", "3", true},
        {"\"Infinity\"", "gt", "1e400", true},
        {"\"-Infinity\"", "lt", "-1e400", true},
        {"\"+5.\"", "gte", "5", true},
        {"\".5e1\"", "gte", "5", true},
        {"\"\"", "gte", "0", true},
        {"\"x\"", "gte", "0", false},
        {"\"x\"", "lt", "0", false},
        {"\"1 2\"", "gt", "0", false},
        {"null", "lt", "5", true},
        {"null", "gte", "0", true},
        {"null", "gt", "0", false},
        {"", "lt", "5", false},
        {"", "gte", "0", false},
        {"true", "gte", "1", true},
        {"false", "lt", "true", true},
        {"[7]", "gt", "6", true},
        {"[7, 8]", "gt", "6", false},
        {"[\"b\"]", "gt", "\"a\"", true},
        {"[]", "lte", "0", true},
        {"{}", "gt", "\"[\"", true},
        {"{}", "gt", "0", false},
        {"9007199254740993", "gt", "9007199254740992", true},
        {"\"\\ud83d\\ude00\"", "lt", "\"\\ufb01\"", true},
        {"\"\\ufb01\"", "gt", "\"\\ud83d\\ude00\"", true},
        {"\"\\ud7ff\"", "lt", "\"\\ud83d\\ude00\"", true},
        {"\"a\"", "lt", "\"ab\"", true},
        {"\"ab\"", "lt", "\"a\"", false},
        {"5", "between", "[5, 7]", true},
        {"7", "between", "[5, 7]", true},
        {"8", "between", "[5, 7]", false},
        {"8", "between", "[9, 7]", false},
        {"\"b\"", "between", "[\"a\", \"c\"]", true},
        {"null", "between", "[0, 1]", true},
        {"", "between", "[0, 1]", false},
        {"5", "between", "[\"x\", 7]", false},
    });
}

TEST_CASE("in and notIn") {
    check_values({
        {"\"a\"", "in", "[\"b\", \"a\"]", true},
        {"\"A\"", "in", "[\"b\", \"a\"]", false},
        {"5", "in", "[\"5\"]", false},
        {"5", "in", "[5.0]", true},
        {"null", "in", "[null]", true},
        {"", "in", "[null]", false},
        {"[1]", "in", "[[1]]", false},
        {"5", "in", "[]", false},
        {"\"bc\"", "in", "\"abcd\"", true},
        {"\"Bc\"", "in", "\"abcd\"", false},
        {"5", "in", "\"456\"", true},
        {"true", "in", "\"untrue\"", true},
        {"null", "in", "\"null\"", false},
        {"", "in", "\"undefined\"", false},
        {"\"a\"", "notIn", "[\"b\", \"a\"]", false},
        {"", "notIn", "[\"b\"]", true},
    });
}

TEST_CASE("startsWith, endsWith, contains, notContains look into lower-cased texts") {
    check_values({
        {"\"Winter\"", "startsWith", "\"WIN\"", true},
        {"\"Winter\"", "startsWith", "\"inter\"", false},
        {"\"Winter\"", "endsWith", "\"TER\"", true},
        {"\"abcabc\"", "endsWith", "\"abc\"", true},
        {"\"a\"", "endsWith", "\"ba\"", false},
        {"\"Winter\"", "contains", "\"NTE\"", true},
        {"\"Winter\"", "notContains", "\"NTE\"", false},
        {"[\"en\", \"NL\"]", "contains", "\"n,n\"", true},
        {"[\"en\", \"NL\"]", "contains", "[\"EN\", \"nl\"]", true},
        {"[\"en\", \"NL\"]", "startsWith", "\"en,\"", true},
        {"1.50", "contains", "1.5", true},
        {"true", "contains", "\"RU\"", true},
        {"", "contains", "\"\"", true},
        {"", "contains", "\"a\"", false},
        {"null", "startsWith", "0", true},
        {"0", "contains", "\"0\"", false},
        {"\"x\"", "endsWith", "\"\"", true},
    });
}

TEST_CASE("match and notMatch") {
    check_values({
        {"\"Winter\"", "match", "\"^W.*r$\"", true},
        {"\"Winter\"", "match", "\"^w\"", false},
        {"\"Winter\"", "match", "[\"^w\", \"i\"]", true},
        {"\"Winter\"", "match", "[\"^w\"]", false},
        {"\"a\\nb\"", "match", "\"^b\"", false},
        {"\"a\\nb\"", "match", "[\"^b\", \"m\"]", true},
        {"\"a\\nb\"", "match", "\"a.b\"", false},
        {"\"a\\nb\"", "match", "[\"a.b\", \"gsu\"]", true},
        {"\"\\u00e9\"", "match", "\"^.$\"", true},
        {"125", "match", "\"^1.5$\"", true},
        {"[\"a\", 1]", "match", "\"^a,1$\"", true},
        {"", "match", "\".*\"", false},
        {"null", "match", "\".*\"", false},
        {"", "notMatch", "\".*\"", true},
        {"\"Winter\"", "notMatch", "\"W\"", false},
    });
}

TEST_CASE("anyOf, noneOf, allOf") {
    check_values({
        {"[\"a\", 1]", "anyOf", "[1, \"x\"]", true},
        {"[\"a\", 1]", "anyOf", "[\"1\", \"A\"]", false},
        {"[\"a\", 1]", "noneOf", "[\"1\", \"A\"]", true},
        {"[\"a\", 1]", "allOf", "[1, \"a\"]", true},
        {"[\"a\", 1]", "allOf", "[1, \"b\"]", false},
        {"[null]", "anyOf", "[null]", true},
        {"\"abc\"", "anyOf", "[\"x\", \"bc\"]", true},
        {"\"abc\"", "anyOf", "[\"BC\"]", false},
        {"\"abc\"", "allOf", "[\"ab\", \"bc\"]", true},
        {"\"ab5\"", "anyOf", "[5]", true},
        {"\"null\"", "anyOf", "[null]", false},
        {"5", "anyOf", "[5]", false},
        {"5", "noneOf", "[5]", true},
        {"", "anyOf", "[1]", false},
        {"", "noneOf", "[1]", true},
        {"", "allOf", "[1]", false},
        {"[1]", "anyOf", "[]", false},
        {"[1]", "noneOf", "[]", true},
        {"[1]", "allOf", "[]", true},
        {"", "anyOf", "null", false},
        {"", "noneOf", "\"\"", true},
        {"", "allOf", "null", true},
    });
}

TEST_CASE("keys are paths, dotted or JSON Pointers") {
    check(R"({"person": {"groups": ["vip", "nl"], "properties": [{"key": "email", "value": "a@b.c"}]}})",
          {
              {R"({"key": "person.groups[0]", "operator": "eq", "value": "VIP"})", true},
              {R"({"key": "person.groups.1", "operator": "eq", "value": "nl"})", true},
              {R"({"key": "/person/groups/1", "operator": "eq", "value": "nl"})", true},
              {R"({"key": "person.groups[2]", "operator": "unknown"})", true},
              {R"({"key": "person.properties.email", "operator": "endsWith", "value": ".C"})", true},
          });
}

TEST_CASE("errors of conditions") {
    check({
        {R"({"operator": "eqq", "key": "campaign_id", "value": 5})", "eqq",
         "/operator: AQL has no operator \"eqq\"", "did you mean \"eq\"?"},
        {R"({"operator": "and", "value": [{}, {"operator": "oneOf", "key": "campaign_id", "value": 5}]})",
         "oneOf", "/value/1/operator: AQL has no operator \"oneOf\"", "did you mean \"anyOf\"?"},
        {R"({"operator": "==", "key": "campaign_id", "value": 5})",
         "==", "/operator: AQL has no operator \"==\"", ""},
        {R"({"operator": "empty", "key": "campaign_id", "value": 5})", "empty",
         "/operator: AQL has no operator \"empty\"", ""},
        {R"({"operator": 5})", "5", "/operator: an operator is a string, not 5", ""},
        {R"({"operator": "and", "value": {}})", "{",
         "/value: expected a list of conditions, not an empty object", ""},
        {R"({"operator": "or"})", "{", "the condition has no \"value\"", ""},
        {R"({"operator": "not", "value": []})", "[", "/value: a condition is an object, not an empty list",
         ""},
        {R"({"operator": "or", "value": [{"operator": "not", "value": {"operator": "eq", "value": 5}}]})",
         "{", "/value/0/value: the condition has no \"key\"", ""},
        {R"({"operator": "eq", "key": "campaign_id"})", "{", "the condition has no \"value\"", ""},
        {R"({"operator": "eq", "key": 5, "value": 5})", "5", "/key: a key is a string, not 5", ""},
        {R"({"operator": "eq", "key": "campaing_id", "value": 5})", "campaing_id",
         "/key: unknown field \"campaing_id\"", "did you mean campaign_id?"},
        {R"({"operator": "eq", "key": "person.\u0068iden", "value": 5})", "\\u0068iden",
         "/key: person has no field \"hiden\"", "did you mean person.hidden?"},
        {R"({"operator": "between", "key": "campaign_id", "value": [1]})", "[",
         "/value: expected a list of two, the lowest and the highest", ""},
        {R"({"operator": "between", "key": "campaign_id", "value": 1})", "1",
         "/value: expected a list of two, the lowest and the highest", ""},
        {R"({"operator": "in", "key": "campaign_id", "value": 1})", "1",
         "/value: expected a list or a string, not 1", ""},
        {R"({"operator": "anyOf", "key": "campaign_id", "value": "nl"})", "nl",
         "/value: expected a list, not \"nl\"", ""},
        {R"({"operator": "match", "key": "campaign_id", "value": 1})", "1",
         "/value: expected a regular expression, or a list of it and its flags", ""},
        {R"re({"operator": "match", "key": "campaign_id", "value": ["\u0061(?=b)"]})re",
         "(?=", "/value/0: in the regular expression: lookahead is not supported",
         "regular expressions are those of RE2, which runs in linear time"},
        {R"({"operator": "match", "key": "campaign_id", "value": ["a", "iy"]})", "y",
         "/value/1: no such flag of a regular expression: \"y\"", "the flags are i, m, s, g and u"},
        {R"({"operator": "eq", })", "}", "the condition is not JSON: unexpected \"}\"",
         "expected a key in double quotes"},
        {R"({} x)", "x", "there is text after the condition", ""},
        {"{", "", "the condition is not JSON: it ends too early", ""},
    });
    std::string deep = "{}";
    for (int i = 0; i < 1000; ++i) deep = R"({"operator":"not","value":)" + deep + "}";
    const auto refused = hookspect::query::Expression::parse(deep, 0);
    REQUIRE(std::holds_alternative<hookspect::base::TextError>(refused));
    CHECK(std::get<hookspect::base::TextError>(refused).message == "the condition is nested too deeply");
}
