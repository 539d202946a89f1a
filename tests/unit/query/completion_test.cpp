#include "query/completion.h"

#include "query/expression.h"
#include "query/expression_completion.h"
#include "query/operators.h"
#include "schema/path.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

using hookspect::query::Completion;

namespace {

struct Case {
    std::string_view text;
    std::string_view offered;  // with blanks between; + behind what is unfinished
};

std::string written(const std::vector<Completion>& completions, std::size_t fixed) {
    std::string text;
    for (const Completion& one : completions) {
        if (!text.empty()) text += ' ';
        text += one.text.substr(fixed) + (one.unfinished ? "+" : "");
    }
    return text;
}

/// Operands of which one suits, if the operator suits the path at all.
std::vector<std::string> operands_of(const hookspect::query::OperatorWord& word, const std::string& path) {
    using hookspect::query::OperandForm;
    if (word.form == OperandForm::none) return {""};
    if (word.form == OperandForm::pair) return {"(1, 2)", "(A, z)"};
    std::vector<std::string> operands{"1", "true", "'.'", "'[anonymous]'",
                                      "9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34"};
    const std::string front = path + " contains ";
    for (const Completion& value : hookspect::query::complete_expression(front))
        operands.push_back(value.text.substr(front.size()));
    if (word.form == OperandForm::list) {
        for (std::string& one : operands) one = "(" + one + ")";
    }
    return operands;
}

bool is_expression(const std::string& text) {
    return std::holds_alternative<hookspect::query::Expression>(hookspect::query::Expression::parse(text, 0));
}

}  // namespace

TEST_CASE("the operators offered behind a path are those that it takes") {
    std::size_t refused = 0;
    for (const hookspect::schema::ListedPath& listed : hookspect::schema::list_paths()) {
        std::string offered = " ";
        for (const Completion& one : hookspect::query::complete_expression(listed.path + " "))
            offered += one.text.substr(listed.path.size() + 1) + " ";
        for (const hookspect::query::OperatorWord& word : hookspect::query::operator_words()) {
            if (word.dialect != hookspect::query::Dialect::strict) continue;
            const std::string front = listed.path + " " + std::string(word.word) + " ";
            CAPTURE(front);
            const auto operands = operands_of(word, listed.path);
            const bool taken = std::any_of(operands.begin(), operands.end(), [&](const std::string& one) {
                return is_expression(front + one);
            });
            CHECK((offered.find(" " + std::string(word.word) + " ") != std::string::npos) == taken);
            if (!taken) ++refused;
        }
    }
    CHECK(refused > 300);
}

TEST_CASE("a path goes on one step further") {
    constexpr auto cases = std::to_array<Case>({
        {"camp", "campaign_id campaign+"},
        {"res", "resource+"},
        {"campaign.ti", "campaign.title+"},
        {"campaign.author", "campaign.author+ campaign.author.name"},
        {"campaign.config.c", "campaign.config.comments campaign.config.channels campaign.config.community+"},
        {"campaign.title.f", "campaign.title.fr campaign.title.fi"},
        {"campaign.title.*", "campaign.title.*"},
        {"person.properties[0].k", "person.properties[0].key"},
        {"resource.m", "resource.metadata+ resource.member"},
        {"/campaign/ti", "/campaign/title+"},
        {"person.properties.", ""},  // the keys are the sender's
        {"campaign.id.", ""},
        {"campaign.nothing.", ""},
        {"campaign..", ""},
        {"[", ""},
    });
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const auto found = hookspect::query::complete_path(one.text);
        // The order of two fields is the schema's; here only whether they are there.
        const std::string offered = written(found, 0);
        CHECK(offered.size() == one.offered.size());
        for (std::string_view rest = one.offered; !rest.empty();) {
            const std::string_view word = rest.substr(0, rest.find(' '));
            CHECK((" " + offered + " ").find(" " + std::string(word) + " ") != std::string::npos);
            rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        }
    }
}

TEST_CASE("everything offered is a path that get takes") {
    std::vector<Completion> open{{"", "", true}};
    std::size_t seen = 0;
    while (!open.empty()) {
        const std::string text = open.back().text;
        open.pop_back();
        for (const Completion& one : hookspect::query::complete_path(text.empty() ? text : text + ".")) {
            CAPTURE(one.text);
            ++seen;
            if (one.text != "resource")
                CHECK(
                    std::holds_alternative<hookspect::schema::Path>(hookspect::schema::parse_path(one.text)));
            if (one.unfinished) open.push_back(one);
        }
    }
    CHECK(seen > 150);  // no path of the schema is far from here
}

TEST_CASE("a list of paths goes on behind its commas and parentheses") {
    constexpr auto cases = std::to_array<Case>({
        {"campaign.id,campaign.ti", "campaign.title+"},
        {"campaign(id,na", "name"},
        {"campaign(title(n", "nl no"},
        {"campaign(title(nl),na", "name"},
        {"campaign(title(nl)),organ", "organization_id"},
    });
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const std::size_t fixed = one.text.find_last_of(",(") + 1;
        const auto found = hookspect::query::complete_paths(one.text);
        CHECK(written(found, fixed) == one.offered);
        for (const Completion& completion : found)
            CHECK(completion.text.starts_with(one.text.substr(0, fixed)));
    }
}

TEST_CASE("an expression goes on with what can stand there") {
    struct Line {
        std::string_view front;
        std::string_view word;
        std::string_view offered;
    };
    constexpr auto cases = std::to_array<Line>({
        {"", "inv", "invalid"},
        {"", "event.n", "event.name"},
        {"not (", "event.r", "event.resource"},
        {"event.resource ", "=", "== =~"},
        {"event.resource == ", "", "campaign interaction conversion person"},
        {"event.resource==", "c", "campaign conversion"},
        {"event.resource == ", "'c", "'campaign' 'conversion'"},
        {"event.resource in ", "", "("},
        {"event.resource in (", "p", "person"},
        {"event.resource in (person, ", "c", "campaign conversion"},
        {"event.resource in (person ", "", ", )"},
        {"event.resource in (person) ", "", "and or"},
        {"event.resource == person ", "", "and or"},
        {"event.resource == person an", "", "and"},
        {"event.resource == person and ", "inter", "interaction_id interaction"},
        {"person.hidden ", "a", "and"},
        {"person.hidden ", "", "== != in known unknown empty and or"},
        {"campaign.id ", "", "== != < <= > >= in between known unknown empty"},
        {"campaign.title ", "", "known unknown empty"},
        {"campaign.config.channels ", "", "contains known unknown empty"},
        {"interaction.response.anything ", "a", "and"},
        {"person.hidden == ", "", "true false"},
        {"person.hidden or ", "val", "valid"},
        {"campaign.config.channels contains ", "", "community landing"},
        {"rule == ", "enu", "enum"},
        {"rule in (enum, ", "utf", "utf8"},
        {"rule ", "", "== != in"},
        {"", "sev", "severity"},
        {"severity ", "", "== != in"},
        {"severity == ", "", "error warning note"},
        {"severity in (error, ", "w", "warning"},
        {"severity == error ", "", "and or"},
        {"", "an", "any"},
        {"any ", "c", "contains"},
        {"valid ", "", "and or"},
        {"campaign.title.nl contains 'and or' ", "o", "or"},
        {"campaign.title.nl contains 'and", "", ""},
        {"nonsense == ", "", ""},
        {"campaign.title.nl blah ", "", ""},
        {R"({"field":)", "", ""},
    });
    for (const Line& one : cases) {
        const std::string text = std::string(one.front) + std::string(one.word);
        CAPTURE(text);
        // `an` above is a word of its own: what is offered replaces it.
        const std::size_t fixed = one.front.ends_with("an") ? one.front.size() - 2 : one.front.size();
        auto found = hookspect::query::complete_expression(text);
        for (Completion& completion : found) {
            CHECK(completion.unfinished);  // whatever it is, the expression may go on
            completion.unfinished = false;
        }
        CHECK(written(found, fixed) == one.offered);
    }
}
