#pragma once

#include "event/path_values.h"
#include "query/operand.h"
#include "query/operators.h"
#include "query/pattern.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::query {

/// A strict comparison: only values of one type are equal or have an order, and text is compared with case.
struct Comparison {
    schema::Path path;
    Operator op = Operator::known;
    std::vector<Operand> operands;
    std::optional<Pattern> pattern;
    bool ignores_case = false;  // of ASCII letters; the operands' texts are then in lower case
};

/// Memory that is used again from event to event.
struct Scratch {
    std::vector<event::SlotIndex> values;
    std::string text;
};

/// Whether the comparison holds for any value at its path. Missing and null make all but `unknown` and
/// `empty` false.
[[nodiscard]] bool holds(const Comparison& comparison, const event::Event& event, Scratch& scratch);

/// Whether it holds for a text.
[[nodiscard]] bool holds_for_text(const Comparison& comparison, std::string_view text);

}  // namespace hookspect::query
