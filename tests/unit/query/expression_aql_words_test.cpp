// AQL's words among the symbols of expressions.

#include "unit/query/expression_support.h"

using hookspect::test::check;

TEST_CASE("eq compares texts in lower case") {
    check(
        R"({"campaign": {"name": "\u00c9T\u00c9 Stra\u00dfe"}, "event": {"name": "created"}, "campaign_id": 5,
              "person": {"profile": {"age": 5, "zero": 0, "no": false, "text": "5", "list": ["A", 2, null, [true]]}}})",
        {
            {"campaign.name eq 'été straße'", true},
            {"campaign.name eq 'été strasse'", false},
            {"campaign.name neq 'été straße'", false},
            {"event.name eq CREATED", true},
            {"event.name == created", true},
            {"campaign_id eq 5", true},
            {"campaign_id eq 5.0", true},
            {"campaign_id eq '5'", true},
            {"campaign_id eq '5.0'", false},
            {"campaign_id neq 6", true},
            {"person.profile.age eq 5", true},
            {"person.profile.age eq '5'", true},
            {"person.profile.text eq 5", false},
            {"person.profile.text eq '5'", true},
            {"person.profile.zero eq ''", true},
            {"person.profile.no eq ''", true},
            {"person.profile.no eq false", true},
            {"person.profile.no eq 'false'", false},
            {"person.profile.list eq 'a,2,,true'", true},
            {"person.profile.none eq ''", false},
            {"person.profile.none neq ''", true},
        });
}

TEST_CASE("gt and its like convert as JavaScript does") {
    check(
        R"({"campaign_id": 12, "person": {"hidden": true, "profile": {"text": "12", "word": "abc", "list": [7]}},
              "campaign": {"name": "b"}})",
        {
            {"campaign_id gt 11", true},
            {"campaign_id gte 12", true},
            {"campaign_id lt '0x10'", true},
            {"campaign_id lte 11", false},
            {"person.profile.text gt 9", true},
            {"person.profile.text gt '9'", false},
            {"person.profile.word gt 9", false},
            {"person.profile.word lte 9", false},
            {"person.profile.list gte 7", true},
            {"person.hidden gte true", true},
            {"campaign.name gt a", true},
            {"campaign.name gt B", true},
            {"campaign.name lt c", true},
        });
}

TEST_CASE("notIn, notContains, notMatch are not of the positive form") {
    check(
        R"({"campaign": {"name": "Winter 2026", "config": {"languages": ["en", "nl"]}}, "person": {"points": 5}})",
        {
            {"campaign.name notContains 'WINTER'", false},
            {"campaign.name notContains summer", true},
            {"campaign.config.languages notContains fr", true},
            {"campaign.config.languages notContains 'n,n'", false},
            {"campaign.name notMatch '^winter'", true},
            {"campaign.name match '^winter'", false},
            {"campaign.name match ('^winter', i)", true},
            {"campaign.name match ('^winter$', 'im')", false},
            {"campaign.name notMatch ('^winter')", true},
            {"person.points notIn (4, 5)", false},
            {"person.points notIn (4, '5')", true},
            {"person.points notContains 5", false},
            {"person.points match '^5$'", true},
            {"campaign.name notIn ('winter 2026')", true},
            {"campaign.name notIn ('Winter 2026')", false},
        });
}

TEST_CASE("anyOf, noneOf and allOf ask for members of a list, or parts of a text") {
    check(R"({"campaign": {"name": "Winter 2026", "config": {"languages": ["en", "nl"]}},
              "person": {"groups": ["VIP"], "profile": {"list": [1, "2", null]}}})",
          {
              {"campaign.config.languages anyOf (nl, fr)", true},
              {"campaign.config.languages anyOf (de, fr)", false},
              {"campaign.config.languages noneOf (de, fr)", true},
              {"campaign.config.languages noneOf (nl, fr)", false},
              {"campaign.config.languages allOf (nl, en)", true},
              {"campaign.config.languages allOf (nl, fr)", false},
              {"person.groups anyOf (vip)", false},
              {"person.groups anyOf (VIP)", true},
              {"campaign.name anyOf (Winter, Summer)", true},
              {"campaign.name anyOf (winter, Summer)", false},
              {"campaign.name allOf (Winter, 2026)", true},
              {"campaign.name noneOf (Summer)", true},
              {"person.profile.list anyOf (1)", true},
              {"person.profile.list anyOf ('1')", false},
              {"person.profile.list allOf (1, '2')", true},
              {"person.profile.list anyOf (2)", false},
          });
}
