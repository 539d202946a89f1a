#include "unit/query/expression_support.h"

using hookspect::test::check;

TEST_CASE("what is no condition") {
    check({
        {"", "", "expected a condition", ""},
        {"  ", "", "expected a condition", ""},
        {"()", ")", "expected a condition", ""},
        {"person.hidden and", "", "expected a condition", ""},
        {"not", "", "expected a condition", ""},
        {"(person.hidden", "(", "the parenthesis is not closed", ""},
        {"person.hidden)", ")", "a ) without its (", ""},
        {"(person.hidden person.hidden)", "person.hidden", "expected an operator, found \"person.hidden\"",
         ""},
        {"person.hidden && person.hidden", "&&", "expected an operator, found \"&&\"", "did you mean and?"},
        {"person.hidden AND person.hidden", "AND", "expected an operator, found \"AND\"",
         "did you mean and?"},
        {"person.points > 1 || person.hidden", "||", "expected and, or, or the end, found \"||\"",
         "did you mean or?"},
        {"person.points > 1 person.hidden", "person.hidden",
         "expected and, or, or the end, found \"person.hidden\"", ""},
        {"!person.hidden", "!", "expected a path before !", "did you mean not?"},
        {"and person.hidden", "and", "expected a path before and", ""},
        {"contains x", "contains", "expected a path before contains", ""},
        {"person.hidden and , x", ",", "expected a condition", ""},
    });
}

TEST_CASE("what is no path") {
    check({
        {"campaing.title.nl == x", "campaing", "unknown field \"campaing\"",
         "did you mean campaign.title.nl?"},
        {"person.hidden or campaign.titel known", "titel", "campaign has no field \"titel\"",
         "did you mean campaign.title?"},
        {"vaild", "vaild", "unknown field \"vaild\"", "did you mean valid?"},
    });
}

TEST_CASE("what is no operator") {
    check({
        {"campaign.name contians x", "contians", "expected an operator, found \"contians\"",
         "did you mean contains?"},
        {"campaign.name = x", "=", "expected an operator, found \"=\"", "did you mean ==?"},
        {"campaign.name === x", "===", "expected an operator, found \"===\"", "did you mean ==?"},
        {"campaign.name <> x", "<>", "expected an operator, found \"<>\"", "did you mean !=?"},
        {"campaign.name ~ x", "~", "expected an operator, found \"~\"", "did you mean =~?"},
        {"campaign.name like x", "like", "expected an operator, found \"like\"", "did you mean =~?"},
        {"campaign.name 'x'", "'x'", "expected an operator, found \"'x'\"", ""},
        {"campaign.name", "campaign.name", "campaign.name is a string: expected an operator after it",
         "to test whether it is set: campaign.name known"},
        {"not person.points and person.hidden", "person.points",
         "person.points is a number: expected an operator after it",
         "to test whether it is set: person.points known"},
    });
}

TEST_CASE("what is no value") {
    check({
        {"campaign.name ==", "", "expected a value", ""},
        {"campaign.name == )", ")", "expected a value", ""},
        {"campaign.name == and", "and", "\"and\" is a keyword: quote it to use it as a value",
         "did you mean 'and'?"},
        {"campaign.name == empty", "empty", "\"empty\" is a keyword: quote it to use it as a value",
         "did you mean 'empty'?"},
        {"campaign.name == été", "été", "quote it to use it as a value: \"été\"", "did you mean 'été'?"},
        {"campaign.name == a/b", "a/b", "quote it to use it as a value: \"a/b\"", "did you mean 'a/b'?"},
        {"campaign.name == 'x", "'", "the quote is not closed", ""},
        {"campaign.name == 'x\\'", "'", "the quote is not closed", ""},
        {"campaign.name == (x)", "(", "expected one value, not a list", ""},
        {"campaign.name == = x", "=", "expected a value, found \"=\"", ""},
        {"campaign.name in x", "x", "expected ( and a list of values", "(A, B)"},
        {"campaign.name in ()", ")", "expected a value", ""},
        {"campaign.name in (x", "(", "the parenthesis is not closed", ""},
        {"campaign.name in (x y)", "y", "expected , or ), found \"y\"", ""},
        {"person.points between (1)", ")", "expected 2 values", ""},
        {"person.points between (1, 2, 3)", "3", "expected only 2 values", ""},
        {"campaign.name match (a, i, x)", "x", "expected only 2 values", ""},
        {"person.points < null", "null", "null is not a value to compare with", "use known or unknown"},
        {"person.points in (1, null)", "null", "null is not a value to compare with", "use known or unknown"},
        {"person.points gt null", "null", "null is not a value to compare with", "use known or unknown"},
        {"campaign.name == '\xff'", "\xff", "the expression is not UTF-8", ""},
    });
}

TEST_CASE("values outside an enumeration") {
    check({
        {"event.name == publised", "publised", "event.name is never \"publised\"",
         "it is created, changed, removed, published_community or published_landing; for broken events: rule "
         "== enum, or =~"},
        {"event.resource == campain", "campain", "event.resource is never \"campain\"",
         "did you mean campaign? it is campaign, interaction, conversion or person; for broken events: rule "
         "== enum, or =~"},
        {"event.name == creatd", "creatd", "event.name is never \"creatd\"",
         "did you mean created? it is created, changed, removed, published_community or published_landing; "
         "for broken events: rule == enum, or =~"},
        {"interaction.state in (PENDING, PENDNG)", "PENDNG", "interaction.state is never \"PENDNG\"",
         "did you mean PENDING? it is REWARDED, PENDING or REJECTED; for broken events: rule == enum, or =~"},
        {"interaction.state != pending", "pending", "interaction.state is never \"pending\"",
         "did you mean PENDING? it is REWARDED, PENDING or REJECTED; for broken events: rule == enum, or =~"},
        {"campaign.config.channels contains comunity", "comunity",
         "campaign.config.channels is never \"comunity\"",
         "did you mean community? it is community or landing; for broken events: rule == enum, or =~"},
        {"campaign.config.channels[*] == ''", "''", "campaign.config.channels[*] is never \"\"",
         "it is community or landing; for broken events: rule == enum, or =~"},
        {"resource.role == 'admin'", "'admin'", "resource.role is never \"admin\"",
         "it is contact, advocate, manager or administrator; for broken events: rule == enum, or =~"},
        {"event.name contains publised", "contains publised", "contains is never true for event.name",
         "it is created, changed, removed, published_community or published_landing; for broken events: rule "
         "== enum, or =~"},
        {"event.name startsWith 'Cre'", "startsWith 'Cre'", "startsWith is never true for event.name",
         "it is created, changed, removed, published_community or published_landing; for broken events: rule "
         "== enum, or =~"},
        {"event.resource =~ '^camps'", "=~ '^camps'", "=~ is never true for event.resource",
         "it is campaign, interaction, conversion or person; for broken events: rule == enum, or =~"},
        {"interaction.state > a", "> a", "> is never true for interaction.state",
         "it is REWARDED, PENDING or REJECTED; for broken events: rule == enum, or =~"},
        {"interaction.state eq pendin", "pendin", "interaction.state is never \"pendin\"",
         "did you mean PENDING? it is REWARDED, PENDING or REJECTED; for broken events: rule == enum, or =~"},
        {"interaction.state notIn (pending)", "pending", "interaction.state is never \"pending\"",
         "did you mean PENDING? it is REWARDED, PENDING or REJECTED; for broken events: rule == enum, or =~"},
        {"campaign.config.languages anyOf (nl, xx)", "xx", "campaign.config.languages is never \"xx\"",
         "it is en, nl, fr, de, pl, es, it, da, sv, fi or no; for broken events: rule == enum, or =~"},
        {"event.name notContains zz", "zz", "event.name is never \"zz\"",
         "it is created, changed, removed, published_community or published_landing; for broken events: rule "
         "== enum, or =~"},
    });
}

TEST_CASE("literals that a field can never hold") {
    constexpr std::string_view person =
        "it is a UUID or '[anonymous]'; for broken events: rule == person-id, or =~";
    constexpr std::string_view number =
        "it is a whole number from 0; for broken events: rule == whole-number";
    const std::string meant = "did you mean '[anonymous]'? " + std::string(person);
    check({
        {"interaction.member == anonymous", "anonymous", "interaction.member is never \"anonymous\"", meant},
        {"person_id != anonymous", "anonymous", "person_id is never \"anonymous\"", meant},
        {"resource.member eq anonymous", "anonymous", "resource.member is never \"anonymous\"", meant},
        {"person.id in ('[anonymous]', zoe)", "zoe", "person.id is never \"zoe\"", person},
        {"campaign_id == -1", "-1", "campaign_id is never \"-1\"", number},
        {"campaign.id in (1, 1.5)", "1.5", "campaign.id is never \"1.5\"", number},
    });
    check(R"({"person_id": "[anonymous]", "campaign_id": 7})",
          {
              {"person_id == '[anonymous]'", true},
              {"person_id == '9B2F6C1E-1C1B-4F6A-8C8E-0123456789AB'", false},
              {"person_id contains anonymous", true},
              {"campaign_id == 7.0", true},
              {"campaign_id > -1.5", true},
          });
}

TEST_CASE("wrong types") {
    check({
        {"person.points == abc", "abc", "person.points is a number, \"abc\" is not", ""},
        {"person.points == '5'", "'5'", "person.points is a number, \"5\" is not", "did you mean 5?"},
        {"person.points > 05", "05", "person.points is a number, \"05\" is not", ""},
        {"person.points in (1, x)", "x", "person.points is a number, \"x\" is not", ""},
        {"person.points > 2026-01-31", "2026-01-31", "person.points is a number, \"2026-01-31\" is not", ""},
        {"person.points gt abc", "abc", "person.points is a number, \"abc\" is not", ""},
        {"person.points eq true", "true", "person.points is a number, \"true\" is not", ""},
        {"person.hidden == yes", "yes", "person.hidden is a boolean, \"yes\" is not", "did you mean true?"},
        {"person.hidden == 'false'", "'false'", "person.hidden is a boolean, \"false\" is not",
         "did you mean false?"},
        {"person.hidden != maybe", "maybe", "person.hidden is a boolean, \"maybe\" is not",
         "a boolean is true or false"},
        {"person.optIn.email == no", "no", "person.optIn.email is a boolean, \"no\" is not",
         "did you mean false?"},
        {"person.hidden > true", ">", "person.hidden is a boolean, so > does not apply", ""},
        {"person.hidden contains t", "contains", "person.hidden is a boolean, so contains does not apply",
         ""},
        {"person.points contains 5", "contains", "person.points is a number, so contains does not apply", ""},
        {"person.points =~ 5", "=~", "person.points is a number, so =~ does not apply", ""},
        {"person.points anyOf (5)", "anyOf", "person.points is a number, so anyOf does not apply", ""},
        {"campaign.created startsWith 2", "startsWith",
         "campaign.created is a time, so startsWith does not apply", ""},
        {"campaign.title == x", "==", "campaign.title is an object, so == does not apply",
         "did you mean campaign.title.*?"},
        {"campaign.config contains x", "contains", "campaign.config is an object, so contains does not apply",
         ""},
        {"person.properties contains email", "contains",
         "person.properties is an object, so contains does not apply", ""},
        {"campaign.config.languages == nl",
         "==", "campaign.config.languages is a list of strings, so == does not apply",
         "did you mean contains? campaign.config.languages[*] tests each member"},
        {"campaign.config.languages in (nl, fr)", "in",
         "campaign.config.languages is a list of strings, so in does not apply", "did you mean anyOf?"},
        {"person.groups eq x", "eq", "person.groups is a list of strings, so eq does not apply",
         "did you mean contains? person.groups[*] tests each member"},
        {"resource.title > 3", ">", "resource.title is an object, so > does not apply", ""},
    });
}

TEST_CASE("dates that are none") {
    check({
        {"campaign.created > 2026-02-30", "2026-02-30", "there is no such date: \"2026-02-30\"",
         "write a date as 2026-01-31, 2026-01-31T12:00:00Z or -7d"},
        {"campaign.created > 2026-1-31", "2026-1-31", "campaign.created is a time, \"2026-1-31\" is not",
         "write a time as 2026-01-31, 2026-01-31T12:00:00Z, -7d or a number"},
        {"campaign.created > 2026-01", "2026-01", "campaign.created is a time, \"2026-01\" is not",
         "write a time as 2026-01-31, 2026-01-31T12:00:00Z, -7d or a number"},
        {"campaign.created > 2026-01-31T24:00:00Z", "2026-01-31T24:00:00Z",
         "there is no such date: \"2026-01-31T24:00:00Z\"",
         "write a date as 2026-01-31, 2026-01-31T12:00:00Z or -7d"},
        {"campaign.created > 2026-01-31T12:00:00", "2026-01-31T12:00:00",
         "a time without a time zone: \"2026-01-31T12:00:00\"",
         "for UTC, add a Z; for local time its offset, +01:00"},
        {"campaign.created gt 2026-02-30", "2026-02-30", "there is no such date: \"2026-02-30\"",
         "write a date as 2026-01-31, 2026-01-31T12:00:00Z or -7d"},
        {"campaign.created > -99999999d", "-99999999d", "that is too long ago: \"-99999999d\"", ""},
        {"campaign.created > yesterday", "yesterday", "campaign.created is a time, \"yesterday\" is not",
         "write a time as 2026-01-31, 2026-01-31T12:00:00Z, -7d or a number"},
    });
}

TEST_CASE("a between that nothing is in") {
    check({
        {"person.points between (10, 5)", "10, 5",
         "the range is empty: the first value is greater than the second", "did you mean between (5, 10)?"},
        {"campaign.created between (2026-02-01, 2026-01-01)", "2026-02-01, 2026-01-01",
         "the range is empty: the first value is greater than the second",
         "did you mean between (2026-01-01, 2026-02-01)?"},
        {"campaign.created between (-1d, -7d)", "-1d, -7d",
         "the range is empty: the first value is greater than the second",
         "did you mean between (-7d, -1d)?"},
        {"campaign.name between ('b c', a)", "'b c', a",
         "the range is empty: the first value is greater than the second",
         "did you mean between (a, 'b c')?"},
        {"person.profile.x between (1, a)", "1, a", "a range needs two numbers or two strings", ""},
    });
}

TEST_CASE("rules") {
    check({
        {"rule == enumm", "enumm", "there is no rule \"enumm\"", "did you mean enum?"},
        {"rule in (enum, zzzzzz)", "zzzzzz", "there is no rule \"zzzzzz\"",
         "hookspect explain RULE describes a rule"},
        {"rule", "", "expected ==, != or in after rule", "rule == enum"},
        {"rule contains enum", "contains", "expected ==, != or in after rule", "rule == enum"},
        {"rule eq enum", "eq", "expected ==, != or in after rule", "rule == enum"},
        {"rule == ", "", "expected a value", ""},
    });
}

TEST_CASE("regular expressions") {
    constexpr std::string_view linear = "regular expressions are those of RE2, which runs in linear time";
    check({
        {"campaign.name =~ '(?<=a)b'", "(?<=", "in the regular expression: lookbehind is not supported",
         linear},
        {"campaign.name =~ 'x(?!a)b'", "(?!", "in the regular expression: lookahead is not supported",
         linear},
        {R"(campaign.name !~ '(a)\1')", "\\1", "in the regular expression: back-references are not supported",
         linear},
        {"campaign.name match '(?<n>a)'", "(?<",
         "in the regular expression: a named group is written (?P<name>…)", ""},
        {"campaign.name =~ 'a('", "a(", "in the regular expression: a ( is not closed: a(", ""},
        {"campaign.name =~ 'ab)'", "ab)", "in the regular expression: a ) without its (: ab)", ""},
        {"campaign.name =~ '[a'", "[a", "in the regular expression: a [ is not closed: [a", ""},
        {"campaign.name =~ '+'", "+", "in the regular expression: nothing to repeat: +", ""},
        {"campaign.name =~ 'a{2000}'", "{2000}",
         "in the regular expression: more than 1000 repetitions: {2000}", ""},
        {R"(campaign.name =~ '\q')", "\\q", "in the regular expression: no such escape: \\q", ""},
        {R"(campaign.name =~ '\u00e9')", "\\u", "in the regular expression: no such escape: \\u",
         "a code point is written \\x{e9}"},
        {"campaign.name =~ '(\\pL{30}){30}'", "(\\pL{30}){30}",
         "in the regular expression: it needs too much memory", ""},
        {R"re(campaign.name =~ "\"\\\(\"(?=x)")re",
         "(?=", "in the regular expression: lookahead is not supported", linear},
        {"campaign.name match ('a', x)", "x", "no such flag of a regular expression: \"x\"",
         "the flags are i, m, s, g and u"},
        {"campaign.name =~ '((a{100}){100}){100}'", "{100}",
         "in the regular expression: more than 1000 repetitions: {100}", ""},
    });
    const std::string long_one = "campaign.name =~ '" + std::string(4097, 'a') + "'";
    const auto refused = hookspect::query::Expression::parse(long_one, 0);
    REQUIRE(std::holds_alternative<hookspect::base::TextError>(refused));
    CHECK(std::get<hookspect::base::TextError>(refused).message ==
          "a regular expression has at most 4096 bytes");
}
