#pragma once

#include "event/event.h"
#include "query/comparison.h"
#include "query/operators.h"
#include "query/pattern.h"
#include "schema/path.h"

#include <memory>
#include <optional>
#include <string>

namespace hookspect::query {

/// A comparison as AQL's in-memory filter makes it, converting values as JavaScript does.
struct AqlTest {
    schema::Path path;
    Operator op = Operator::known;
    bool null_is_false = false;  // in an expression: missing and null make all but `unknown` false
    std::shared_ptr<const event::Event>
        literal;                   // what the operand stands in; none for `known` and `unknown`
    event::SlotIndex operand = 0;  // its slot there
    std::string lowered;           // its text in lower case, if the operator looks into texts
    std::optional<Pattern> pattern;
};

/// Gives the test its operand.
void set_operand(AqlTest& test, std::shared_ptr<const event::Event> literal, event::SlotIndex operand);

/// Whether the test holds for any value at its path, or where there is none, for `absent`.
[[nodiscard]] bool holds(const AqlTest& test, const event::Event& event, Scratch& scratch);

/// Decodes a JSON text, which is kept with its event. Null if it is none, or nested more than 500 deep.
[[nodiscard]] std::shared_ptr<const event::Event> decode_literal(std::string_view json);

/// The limits of that.
[[nodiscard]] event::Limits literal_limits();

}  // namespace hookspect::query
