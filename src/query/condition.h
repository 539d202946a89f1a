#pragma once

#include "query/program.h"
#include "query/term.h"
#include "schema/rules.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace hookspect::query {

/// The validator has an error to tell.
struct IsInvalid {};
/// The validator tells of one of these rules.
struct BreaksRule {
    std::vector<schema::Rule> rules;
};
/// The validator has a finding of one of these severities.
struct HasSeverity {
    std::vector<schema::Severity> severities;
};
/// Every event.
struct Always {};

using Test = std::variant<Comparison, AqlTest, IsInvalid, BreaksRule, HasSeverity, Always>;

/// A condition as it is compiled.
struct Condition {
    std::vector<Test> tests;
    Program program;

    Program::Part add(Test test, bool negated) {
        tests.push_back(std::move(test));
        return program.add(static_cast<std::uint32_t>(tests.size() - 1), negated);
    }
};

}  // namespace hookspect::query
