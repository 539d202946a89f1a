#include "ops/sample.h"

#include "check/check.h"
#include "event/json_decoder.h"
#include "schema/actions.h"

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
    std::set<FieldId> seen;
    std::set<std::string> values;  // `campaign.config.channels=landing`
    std::size_t bytes = 0;

    void examine(const std::string& text) {
        bytes += text.size();
        padded_ = text;
        padded_.append(padding, ' ');
        const std::string_view body = std::string_view(padded_).substr(0, text.size());
        REQUIRE_MESSAGE(decoder_.decode(body, event_), text);
        issues_.clear();
        check(event_, issues_);
        if (!issues_.empty())
            FAIL(issues_.front().pointer << " " << issues_.front().message << " in " << text);
        note();
    }

private:
    JsonDecoder decoder_{Limits{}};
    Event event_;
    std::vector<Issue> issues_;
    std::string padded_;

    void note() {
        std::string scratch;
        for (SlotIndex i = 1; i < event_.count; ++i) {
            const Slot& slot = event_[i];
            if (slot.field == no_field || slot.kind == Kind::null) continue;
            seen.insert(slot.field);
            if (field(slot.field).values.empty() || slot.kind != Kind::string) continue;
            values.insert(field_path(slot.field) + "=" + std::string(event_.text(slot, scratch)));
        }
    }
};

SampleOptions options_of(SampleSize size) {
    SampleOptions options;
    options.scene.size = size;
    return options;
}

TEST_CASE("samples of every size are valid, without a note, and hold all that is documented") {
    for (const SampleSize size : {SampleSize::small, SampleSize::typical, SampleSize::large}) {
        CAPTURE(static_cast<int>(size));
        Sampler sampler(options_of(size));
        Examiner examiner;
        std::string text;
        for (std::uint64_t i = 0; i < many; ++i) {
            text.clear();
            sampler.append(text, i);
            examiner.examine(text);
        }
        for (const Field& row : fields()) {
            CHECK_MESSAGE(examiner.seen.count(id_of(row)) == 1, field_path(id_of(row)));
            for (const std::string_view value : row.values) {
                const std::string there = field_path(id_of(row)) + "=" + std::string(value);
                CHECK_MESSAGE(examiner.values.count(there) == 1, there);
            }
        }
    }
}

}  // namespace
}  // namespace hookspect
