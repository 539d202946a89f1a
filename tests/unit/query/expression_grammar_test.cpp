#include "unit/query/expression_support.h"

#include <initializer_list>

using hookspect::test::Case;
using hookspect::test::check;
using hookspect::test::matches;

namespace {

constexpr std::string_view campaign = R"({
    "event": {"name": "created", "resource": "campaign"}, "organization_id": 12, "campaign_id": 7,
    "campaign": {"id": 7, "name": "Wave \"1\" \u00e9t\u00e9", "title": {"en": "Summer", "nl": "zomer"},
                 "config": {"comments": true, "fistbump": false, "languages": ["en", "nl"]}}})";

}  // namespace

TEST_CASE("the examples of the manual") {
    check(campaign,
          {
              {"event.resource == campaign and campaign.config.languages contains nl", true},
              {"event.resource == campaign and campaign.config.languages contains fr", false},
              {"campaign.title.* contains 'zomer' or interaction.state in (PENDING, REJECTED)", true},
              {"person.created >= 2026-01-01 and not person.hidden", false},
              {"campaign.title.de empty", true},
              {"campaign.title.* != x", true},
          });
}

TEST_CASE("not binds before and, and before or") {
    check(campaign,
          {
              {"campaign.config.comments", true},
              {"campaign.config.fistbump", false},
              {"not campaign.config.fistbump", true},
              {"not not campaign.config.comments", true},
              {"not campaign.config.fistbump and campaign.config.comments", true},
              {"not (campaign.config.comments and campaign.config.fistbump)", true},
              {"not(campaign.config.comments or campaign.config.fistbump)", false},
              {"campaign.id == 7 or campaign.id == 8 and campaign.id == 9", true},
              {"(campaign.id == 7 or campaign.id == 8) and campaign.id == 9", false},
              {"campaign.id == 9 and campaign.id == 8 or campaign.id == 7", true},
              {"campaign.id == 1 or campaign.id == 2 or (campaign.id == 7 and not (campaign.id == 3))", true},
              {"not (not (campaign.id == 7) or campaign.id == 3) and campaign.id in (1, 7)", true},
          });
}

TEST_CASE("every combination of three tests with and, or and not is what it says") {
    const hookspect::test::Body body(campaign);
    constexpr std::array<std::string_view, 2> tests{"campaign.id == 8", "campaign.id == 7"};
    for (unsigned bits = 0; bits < 256; ++bits) {
        const auto bit = [bits](unsigned number) { return ((bits >> number) & 1U) != 0; };
        const auto term = [&](unsigned truth, unsigned negation) {
            return (bit(negation) ? "not " : "") + std::string(tests[bit(truth) ? 1 : 0]);
        };
        const bool a = bit(0) != bit(3);
        const bool b = bit(1) != bit(4);
        const bool c = bit(2) != bit(5);
        const bool first_and = bit(6);
        const bool second_and = bit(7);
        const std::string text = term(0, 3) + (first_and ? " and " : " or ") + term(1, 4) +
                                 (second_and ? " and " : " or ") + term(2, 5);
        const std::string left = "not (" + term(0, 3) + (first_and ? " and " : " or ") + term(1, 4) + ")" +
                                 (second_and ? " and " : " or ") + term(2, 5);
        const bool pair = first_and ? a && b : a || b;
        const bool straight = first_and == second_and ? (first_and ? a && b && c : a || b || c)
                                                      : (first_and ? (a && b) || c : a || (b && c));
        CAPTURE(text);
        CHECK(matches(text, body.event()) == straight);
        CHECK(matches(left, body.event()) == (second_and ? !pair && c : !pair || c));
    }
}

TEST_CASE("blanks, quotes and escapes") {
    check(campaign, {
                        {"campaign.id==7", true},
                        {"\n\tcampaign.id\r\n == \t7  ", true},
                        {"campaign.id in(7,8)", true},
                        {"campaign.name == 'Wave \"1\" été'", true},
                        {R"(campaign.name == "Wave \"1\" été")", true},
                        {R"(campaign.name contains '\"')", false},
                        {R"(campaign.name contains '"1"')", true},
                        {R"(campaign.name =~ '^\w+ "\d" été$')", true},
                        {R"(campaign.name =~ '\\w')", true},
                        {R"(campaign.name contains '\\')", false},
                        {"(((campaign.id == 7)))", true},
                        {"campaign.title.nl=='zomer'", true},
                        {"/campaign/title/nl == zomer", true},
                    });
}

TEST_CASE("barewords") {
    check(R"({"campaign": {"name": "a_B@c.9:+-"}, "person": {"groups": ["true", "2026", "-7d", "1e3"]}})",
          {
              {"campaign.name == a_B@c.9:+-", true},
              {"person.groups contains true", true},
              {"person.groups contains 2026", true},
              {"person.groups contains -7d", true},
              {"person.groups contains 1000", false},
              {"person.groups contains 1e3", true},
              {"person.groups[1] in (2025, 2026)", true},
          });
}

TEST_CASE("words are read as long as they go") {
    check(campaign, {
                        {"campaign.title.en contains Sum and campaign.title.en contains 'mer'", true},
                        {"campaign.title.en contains'mer'", true},
                        {"not campaign.title.en contains notorious", true},
                    });
}

TEST_CASE("deep and long expressions") {
    const hookspect::test::Body body(campaign);
    const auto repeated = [](std::string_view text, std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += text;
        return out;
    };
    CHECK(matches(repeated("(", 500) + "campaign.id == 7" + repeated(")", 500), body.event()));
    CHECK(matches(repeated("not ", 100'000) + "campaign.id == 7", body.event()));
    CHECK(matches("campaign.id == 7" + repeated(" and campaign.id == 7", 20'000), body.event()));
    CHECK(matches("campaign.id == 1" + repeated(" or campaign.id == 2", 20'000) + " or campaign.id == 7",
                  body.event()));
    const auto deep =
        hookspect::query::Expression::parse(repeated("(", 501) + "campaign.id == 7", hookspect::test::now);
    REQUIRE(std::holds_alternative<hookspect::base::TextError>(deep));
    const auto& error = std::get<hookspect::base::TextError>(deep);
    CHECK(error.message == "parentheses are more than 500 deep");
    CHECK(error.offset == 500);
}

TEST_CASE("bytes of every kind are an expression or an error inside the text") {
    for (unsigned first = 0; first < 256; ++first) {
        for (const std::string_view frame :
             {"%", "person.hidden %", "person.points > %", "person.id == '%", "%'", "rule %"}) {
            std::string text(frame);
            text.replace(text.find('%'), 1, std::string{static_cast<char>(first), '('});
            const auto parsed = hookspect::query::Expression::parse(text, 0);
            const auto* error = std::get_if<hookspect::base::TextError>(&parsed);
            CAPTURE(text);
            REQUIRE(error != nullptr);
            CHECK(error->offset <= text.size());
            CHECK(!error->message.empty());
        }
    }
}
