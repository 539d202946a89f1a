#include "ops/sample_break.h"

#include "check/check.h"
#include "event/form_decoder.h"
#include "event/json_decoder.h"
#include "event/json_scanner.h"
#include "ops/sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace hookspect {
namespace {

/// The rules that a body breaks.
class Judge {
public:
    std::vector<Rule> rules_of(const std::string& text, Encoding encoding) {
        std::string padded = text;
        padded.append(padding, ' ');
        const std::string_view body = std::string_view(padded).substr(0, text.size());
        if (encoding == Encoding::form) {
            if (const auto fault = form_.decode(body, event_)) return {fault->rule};
        } else if (!json_.decode(body, event_)) {
            JsonScanner scanner{Limits{}};
            if (scanner.feed(body) == JsonScanner::Status::more) (void)scanner.finish();
            return {scanner.describe(body).rule};
        }
        std::vector<Issue> issues;
        check(event_, issues);
        std::vector<Rule> rules;
        rules.reserve(issues.size());
        for (const Issue& issue : issues) rules.push_back(issue.rule);
        return rules;
    }

private:
    JsonDecoder json_{Limits{}};
    FormDecoder form_{Limits{}};
    Event event_;
};

Encoding encoding_of(SampleLayout layout) {
    return layout == SampleLayout::form ? Encoding::form : Encoding::json;
}

void check_breaks(Judge& judge, SampleOptions options) {
    Sampler sampler(options);
    for (std::uint64_t i = 0; i < 40; ++i) {
        std::string text;
        sampler.append(text, i);
        const auto broken = judge.rules_of(text, encoding_of(options.layout));
        CHECK_MESSAGE(!broken.empty(), text);
        for (const Rule rule : broken) {
            CHECK_MESSAGE(rule == *options.broken, rule_info(rule).name << " in " << text);
        }
    }
}

TEST_CASE("a sample that breaks a rule breaks that one and no other, not even with a note") {
    Judge judge;
    for (const RuleInfo& info : rules()) {
        CAPTURE(info.name);
        const SampleBreaker breaker(info.rule);
        for (const SampleLayout layout : {SampleLayout::line, SampleLayout::indented, SampleLayout::form}) {
            CAPTURE(static_cast<int>(layout));
            if (!breaker.can_occur_in(encoding_of(layout))) continue;
            for (const std::string_view resource : {"", "campaign", "interaction", "conversion", "person"}) {
                CAPTURE(resource);
                for (const SampleSize size : {SampleSize::small, SampleSize::typical}) {
                    SampleOptions options;
                    options.scene.resource = resource;
                    options.scene.size = size;
                    options.broken = info.rule;
                    options.layout = layout;
                    if (breaker.conflict(options.scene).empty()) check_breaks(judge, options);
                }
            }
        }
    }
}

TEST_CASE("rules that an encoding cannot break, and kinds of events that cannot") {
    const auto told = [](Rule rule) {
        const SampleBreaker breaker(rule);
        return std::string(breaker.can_occur_in(Encoding::json) ? "json " : "") +
               (breaker.can_occur_in(Encoding::form) ? "form" : "");
    };
    CHECK(told(Rule::json_syntax) == "json ");
    CHECK(told(Rule::duplicate_key) == "json ");
    CHECK(told(Rule::empty_url) == "json ");
    CHECK(told(Rule::form_syntax) == "form");
    CHECK(told(Rule::form_conflict) == "form");
    CHECK(told(Rule::utf8) == "json form");

    SceneOptions campaign{.resource = "campaign"};
    CHECK(SampleBreaker(Rule::event_mismatch).conflict(campaign) == "a campaign can be published");
    SceneOptions removed{.resource = "person", .name = "removed"};
    CHECK(SampleBreaker(Rule::missing_resource).conflict(removed) == "what was removed need not be there");
    CHECK(SampleBreaker(Rule::missing_resource).conflict(campaign).empty());
}

TEST_CASE("an undeclared language is found even where all languages are asked for") {
    SampleOptions options;
    options.scene.languages.assign(languages().begin(), languages().end());
    options.broken = Rule::extra_language;
    Judge judge;
    check_breaks(judge, options);
}

}  // namespace
}  // namespace hookspect
