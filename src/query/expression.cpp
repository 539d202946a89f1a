#include "query/expression.h"

#include "base/utf8.h"
#include "event/path_values.h"
#include "query/aql_condition.h"
#include "query/expression_reader.h"

#include <algorithm>
#include <utility>

namespace hookspect::query {
namespace {

/// Asks one test of one body. A body that could not be read has nothing to compare, and might break any rule:
/// neither a comparison nor its *not* holds, and of a rule only what the validator did tell.
class Asked {
public:
    Asked(const Subject& subject, Scratch& scratch) : subject_(subject), scratch_(scratch) {}

    bool operator()(const Test& test, bool negated) const {
        return std::visit([&](const auto& one) { return ask(one) == Answer(!negated); }, test);
    }

private:
    const Subject& subject_;
    Scratch& scratch_;

    using Answer = std::optional<bool>;

    template <typename Compared>
    [[nodiscard]] Answer ask(const Compared& compared) const {
        if (subject_.event == nullptr) return std::nullopt;
        return holds(compared, *subject_.event, scratch_);
    }

    [[nodiscard]] Answer ask(const Always&) const {
        return subject_.event == nullptr ? std::nullopt : std::optional(true);
    }

    [[nodiscard]] Answer ask(const IsInvalid&) const {
        return std::any_of(
            subject_.findings.begin(), subject_.findings.end(),
            [](const finding::Finding& finding) { return finding.severity == schema::Severity::error; });
    }

    [[nodiscard]] Answer ask(const BreaksRule& test) const {
        return ask_findings([&](const finding::Finding& finding) { return has(test.rules, finding.rule); });
    }

    [[nodiscard]] Answer ask(const HasSeverity& test) const {
        return ask_findings(
            [&](const finding::Finding& finding) { return has(test.severities, finding.severity); });
    }

    template <typename Value>
    static bool has(const std::vector<Value>& values, Value one) {
        return std::find(values.begin(), values.end(), one) != values.end();
    }

    /// Of a body that could not be read, only what the validator reports is known.
    template <typename Asks>
    [[nodiscard]] Answer ask_findings(Asks asks) const {
        const bool told = std::any_of(subject_.findings.begin(), subject_.findings.end(), asks);
        return told || subject_.event != nullptr ? Answer(told) : std::nullopt;
    }
};

bool asks_validator(const Test& test) {
    return std::holds_alternative<IsInvalid>(test) || std::holds_alternative<BreaksRule>(test) ||
           std::holds_alternative<HasSeverity>(test);
}

bool begins_as_json(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

}  // namespace

struct Expression::Node {
    Condition condition;
    bool needs_findings = false;
};

Expression::Expression(std::unique_ptr<Node> root) : root_(std::move(root)) {}
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;

std::variant<Expression, base::TextError> Expression::parse(std::string_view text, std::int64_t now) {
    if (const std::size_t bad = base::first_bad_utf8(text); bad != std::string_view::npos) {
        return base::TextError{"the expression is not UTF-8", bad, 1, {}};
    }
    auto root = std::make_unique<Node>();
    auto error = begins_as_json(text) ? read_aql_condition(text, root->condition)
                                      : read_expression(text, now, root->condition);
    if (error) return std::move(*error);
    const auto& tests = root->condition.tests;
    root->needs_findings = std::any_of(tests.begin(), tests.end(), asks_validator);
    return Expression(std::move(root));
}

bool Expression::matches(const Subject& subject) const {
    // Each thread has its own, so that a shared expression allocates nothing from event to event.
    thread_local Scratch scratch;
    const Asked asked(subject, scratch);
    const auto& tests = root_->condition.tests;
    return root_->condition.program.run(
        [&](std::uint32_t test, bool negated) { return asked(tests[test], negated); });
}

bool Expression::needs_findings() const {
    return root_->needs_findings;
}

void Expression::select(event::Selection& selection) const {
    if (root_->needs_findings) {
        selection.fields.fill(event::Selection::Want::whole);
        selection.undocumented = event::Selection::Want::whole;
        return;
    }
    for (const Test& test : root_->condition.tests) {
        if (const auto* comparison = std::get_if<Comparison>(&test))
            event::select(comparison->path, selection);
        if (const auto* aql = std::get_if<AqlTest>(&test)) event::select(aql->path, selection);
    }
}

}  // namespace hookspect::query
