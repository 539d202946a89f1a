#include "ops/sample.h"

#include "check/checker.h"
#include "event/form_decoder.h"
#include "event/json_decoder.h"
#include "ops/sample_phrases.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect {
namespace {

constexpr std::uint64_t many = 10'000;

/// What the rules say of samples, and what the samples hold.
class Examiner {
public:
    std::set<schema::FieldId> seen;
    std::set<std::string> values;  // `campaign.config.channels=landing`
    std::size_t bytes = 0;

    void examine(const std::string& text, event::Encoding encoding) {
        bytes += text.size();
        padded_ = text;
        padded_.append(event::padding, ' ');
        const std::string_view body = std::string_view(padded_).substr(0, text.size());
        const bool form = encoding == event::Encoding::form;
        REQUIRE_MESSAGE((form ? !form_.decode(body, event_) : json_.decode(body, event_)), text);
        event::Body checked;
        checked.bytes = body;
        checked.encoding = encoding;
        checked.event = &event_;
        findings_.clear();
        checker_.check(checked, findings_);
        if (!findings_.empty())
            FAIL(findings_.front().pointer << " " << findings_.front().message << " in " << text);
        note();
    }

private:
    event::JsonDecoder json_{event::Limits{}};
    event::FormDecoder form_{event::Limits{}};
    event::Event event_;
    check::Checker checker_;
    std::vector<finding::Finding> findings_;
    std::string padded_;

    void note() {
        std::string scratch;
        for (event::SlotIndex i = 1; i < event_.count; ++i) {
            const event::Slot& slot = event_[i];
            if (slot.field == schema::no_field || slot.kind == event::Kind::null) continue;
            seen.insert(slot.field);
            if (schema::field(slot.field).values.empty() || slot.kind != event::Kind::string) continue;
            values.insert(schema::field_path(slot.field) + "=" + std::string(event_.text(slot, scratch)));
        }
    }
};

ops::SampleOptions options_of(ops::SampleSize size, ops::SampleLayout layout = ops::SampleLayout::line) {
    ops::SampleOptions options;
    options.scene.size = size;
    options.layout = layout;
    return options;
}

/// The first samples, one on each line.
std::string lines(const ops::SampleOptions& options, std::uint64_t count) {
    ops::Sampler sampler(options);
    std::string text;
    for (std::uint64_t i = 0; i < count; ++i) {
        sampler.append(text, i);
        text += '\n';
    }
    return text;
}

void check_samples(const ops::SampleOptions& options) {
    const event::Encoding encoding =
        options.layout == ops::SampleLayout::form ? event::Encoding::form : event::Encoding::json;
    ops::Sampler sampler(options);
    Examiner examiner;
    std::string text;
    for (std::uint64_t i = 0; i < many; ++i) {
        text.clear();
        sampler.append(text, i);
        examiner.examine(text, encoding);
    }
    for (const schema::Field& row : schema::fields()) {
        CHECK_MESSAGE(examiner.seen.count(schema::id_of(row)) == 1, schema::field_path(schema::id_of(row)));
        for (const std::string_view value : row.values) {
            const std::string there = schema::field_path(schema::id_of(row)) + "=" + std::string(value);
            CHECK_MESSAGE(examiner.values.count(there) == 1, there);
        }
    }
}

TEST_CASE("10,000 samples are valid, without a note, and hold every documented field and value") {
    SUBCASE("small JSON") {
        check_samples(options_of(ops::SampleSize::small));
    }
    SUBCASE("typical JSON") {
        check_samples(options_of(ops::SampleSize::typical));
    }
    SUBCASE("large JSON") {
        check_samples(options_of(ops::SampleSize::large));
    }
    SUBCASE("small forms") {
        check_samples(options_of(ops::SampleSize::small, ops::SampleLayout::form));
    }
    SUBCASE("typical forms") {
        check_samples(options_of(ops::SampleSize::typical, ops::SampleLayout::form));
    }
    SUBCASE("large forms") {
        check_samples(options_of(ops::SampleSize::large, ops::SampleLayout::form));
    }
}

TEST_CASE("sizes are what the manual says, on average") {
    const auto average = [](ops::SampleSize size) { return lines(options_of(size), 2000).size() / 2000; };
    CHECK(average(ops::SampleSize::small) > 350);
    CHECK(average(ops::SampleSize::small) < 600);
    CHECK(average(ops::SampleSize::typical) > 1800);
    CHECK(average(ops::SampleSize::typical) < 2400);
    CHECK(average(ops::SampleSize::large) > 10'000);
    CHECK(average(ops::SampleSize::large) < 30'000);
}

/// FNV-1a.
std::uint64_t checksum(std::string_view text) {
    std::uint64_t sum = 0xcbf29ce484222325;
    for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return sum;
}

TEST_CASE("the same seed gives the same bytes, here and everywhere") {
    ops::SampleOptions options;
    CHECK(checksum(lines(options, 100)) == 557551948016192849U);
    options.seed = 2;
    CHECK(checksum(lines(options, 100)) == 14323899784884042256U);
}

TEST_CASE("a sample does not depend on those before it") {
    const ops::SampleOptions options;
    std::string alone;
    ops::Sampler(options).append(alone, 7);
    const std::string all = lines(options, 8);
    CHECK(all.substr(all.rfind('\n', all.size() - 2) + 1) == alone + "\n");
}

TEST_CASE("the languages that are asked for are those that a campaign has, each once") {
    ops::SampleOptions options;
    options.scene.resource = "campaign";
    options.scene.name = "published_landing";
    options.scene.languages = {"pl", "fi", "pl"};
    options.edits.push_back(std::get<ops::SampleEdit>(ops::parse_sample_removal("campaign.config")));
    const std::string text = lines(options, 20);
    for (const std::string_view language : {"en", "nl", "fr", "de", "es", "it", "da", "sv", "no"}) {
        CAPTURE(language);
        CHECK(text.find("\"" + std::string(language) + "\":") == std::string::npos);
    }
    CHECK(text.find(R"("title":{"pl":)") != std::string::npos);
    CHECK(text.find(R"("fi":)") != std::string::npos);
}

TEST_CASE("every language of the schema has phrases of its own") {
    for (const std::string_view language : schema::languages()) {
        CAPTURE(language);
        CHECK(ops::sample_phrases_in(language).language == language);
    }
}

}  // namespace
}  // namespace hookspect
