#pragma once

#include "event/form_key.h"
#include "event/form_names.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// One step of the path that a known key spells.
struct FormStep {
    FormNames::Id path = 0;   // FormTree's: what the steps up to here lead to; of a last `[]` without meaning
    std::uint32_t begin = 0;  // of the part's text in the decoded key
    std::uint32_t size = 0;
    FormKeyPart::Kind kind = FormKeyPart::Kind::name;
};

/// Keys that form bodies have brought before, by the way they are written: their ends, their decoded text and
/// their parts need not be found again.
class FormKeys {
public:
    using Id = FormNames::Id;

    FormKeys() { clear(); }
    void clear();

    /// The known key that `fields` begins with, its `=` behind it, or 0. `before`: the id of the key before
    /// it in the body, 0 where there is none: senders keep their order.
    [[nodiscard]] Id find(std::string_view fields, Id before);

    /// Remembers a key that can be known (see FormField::lasting), unless it is very long.
    void remember(std::string_view written, std::string_view text, std::span<const FormStep> steps);

    [[nodiscard]] std::size_t written_size(Id id) const { return written_.text(id).size() - 1; }
    [[nodiscard]] std::string_view text(Id id) const {
        return {texts_.data() + known_[id].text, known_[id].text_size};
    }
    [[nodiscard]] std::span<const FormStep> steps(Id id) const {
        return std::span(steps_).subspan(known_[id].steps, known_[id].step_count);
    }
    [[nodiscard]] bool has_brackets(Id id) const { return known_[id].brackets; }
    [[nodiscard]] std::size_t end() const { return known_.size(); }

private:
    struct Known {
        Id follower = 0;  // the known key that came behind it the last time
        std::uint32_t text = 0;
        std::uint32_t text_size = 0;
        std::uint32_t steps = 0;
        std::uint32_t step_count = 0;
        bool brackets = false;
    };

    FormNames written_;         // with the `=` behind them
    std::vector<Known> known_;  // by their ids; the first one is what stands before a body
    std::vector<char> texts_;   // decoded
    std::vector<FormStep> steps_;
};

}  // namespace hookspect::event
