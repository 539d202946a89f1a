#include "ops/sample_break.h"

#include "check/checker.h"
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
    std::vector<schema::Rule> rules_of(const std::string& text, event::Encoding encoding) {
        std::string padded = text;
        padded.append(event::padding, ' ');
        const std::string_view body = std::string_view(padded).substr(0, text.size());
        if (encoding == event::Encoding::form) {
            if (const auto fault = form_.decode(body, event_)) return {fault->rule};
        } else if (!json_.decode(body, event_)) {
            event::JsonScanner scanner{event::Limits{}};
            if (scanner.feed(body) == event::JsonScanner::Status::more) (void)scanner.finish();
            return {scanner.describe(body).rule};
        }
        event::Body checked;
        checked.bytes = body;
        checked.encoding = encoding;
        checked.event = &event_;
        std::vector<finding::Finding> findings;
        check::Checker().check(checked, findings);
        std::vector<schema::Rule> rules;
        rules.reserve(findings.size());
        for (const finding::Finding& finding : findings) rules.push_back(finding.rule);
        return rules;
    }

private:
    event::JsonDecoder json_{event::Limits{}};
    event::FormDecoder form_{event::Limits{}};
    event::Event event_;
};

event::Encoding encoding_of(ops::SampleLayout layout) {
    return layout == ops::SampleLayout::form ? event::Encoding::form : event::Encoding::json;
}

void check_breaks(Judge& judge, ops::SampleOptions options) {
    ops::Sampler sampler(options);
    for (std::uint64_t i = 0; i < 40; ++i) {
        std::string text;
        sampler.append(text, i);
        const auto broken = judge.rules_of(text, encoding_of(options.layout));
        CHECK_MESSAGE(!broken.empty(), text);
        for (const schema::Rule rule : broken) {
            CHECK_MESSAGE(rule == *options.broken, schema::rule_info(rule).name << " in " << text);
        }
    }
}

TEST_CASE("a sample that breaks a rule breaks that one and no other, not even with a note") {
    Judge judge;
    for (const schema::RuleInfo& info : schema::rules()) {
        CAPTURE(info.name);
        const ops::SampleBreaker breaker(info.rule);
        for (const ops::SampleLayout layout :
             {ops::SampleLayout::line, ops::SampleLayout::indented, ops::SampleLayout::form}) {
            CAPTURE(static_cast<int>(layout));
            if (!breaker.can_occur_in(encoding_of(layout))) continue;
            for (const std::string_view resource : {"", "campaign", "interaction", "conversion", "person"}) {
                CAPTURE(resource);
                for (const ops::SampleSize size : {ops::SampleSize::small, ops::SampleSize::typical}) {
                    ops::SampleOptions options;
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
    const auto told = [](schema::Rule rule) {
        const ops::SampleBreaker breaker(rule);
        return std::string(breaker.can_occur_in(event::Encoding::json) ? "json " : "") +
               (breaker.can_occur_in(event::Encoding::form) ? "form" : "");
    };
    CHECK(told(schema::Rule::json_syntax) == "json ");
    CHECK(told(schema::Rule::duplicate_key) == "json ");
    CHECK(told(schema::Rule::empty_url) == "json ");
    CHECK(told(schema::Rule::form_syntax) == "form");
    CHECK(told(schema::Rule::form_conflict) == "form");
    CHECK(told(schema::Rule::utf8) == "json form");

    ops::SceneOptions campaign{.resource = "campaign"};
    CHECK(ops::SampleBreaker(schema::Rule::event_mismatch).conflict(campaign) == "it needs a campaign event");
    ops::SceneOptions removed{.resource = "person", .name = "removed"};
    CHECK(ops::SampleBreaker(schema::Rule::missing_resource).conflict(removed) ==
          "removed events may lack the object");
    CHECK(ops::SampleBreaker(schema::Rule::missing_resource).conflict(campaign).empty());
}

TEST_CASE("an undeclared language is found even where all languages are asked for") {
    ops::SampleOptions options;
    options.scene.languages.assign(schema::languages().begin(), schema::languages().end());
    options.broken = schema::Rule::extra_language;
    Judge judge;
    check_breaks(judge, options);
}

}  // namespace
}  // namespace hookspect
