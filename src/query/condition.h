#pragma once

#include "query/program.h"
#include "query/term.h"
#include "schema/rules.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace hookspect::query {

/// The validator has an error to tell.
struct IsInvalid {};
/// The validator tells of one of these rules.
struct BreaksRule {
    std::vector<schema::Rule> rules;
};
/// Every event.
struct Always {};

using Test = std::variant<Comparison, AqlTest, IsInvalid, BreaksRule, Always>;

/// A condition as it is compiled.
struct Condition {
    std::vector<Test> tests;
    Program program;

    Program::Part add(Test test, bool negated) {
        tests.push_back(std::move(test));
        return program.add(static_cast<std::uint32_t>(tests.size() - 1), negated);
    }
};

/// Reads the language of expressions. `now`: seconds since 1970.
[[nodiscard]] std::optional<base::TextError> read_expression(std::string_view text, std::int64_t now,
                                                             Condition& condition);

/// Reads an AQL condition in JSON. Messages begin with the JSON Pointer of what is wrong.
[[nodiscard]] std::optional<base::TextError> read_aql_condition(std::string_view text, Condition& condition);

}  // namespace hookspect::query
