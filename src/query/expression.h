#pragma once

#include "event/event.h"
#include "event/selection.h"
#include "finding/finding.h"
#include "schema/path.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <variant>

namespace hookspect::query {

/// What an expression may ask of a body beside its event: the validator's findings, asked for only where it
/// needs them.
struct Subject {
    const event::Event* event =
        nullptr;  // null: the body could not be read; then only `invalid` and `rule ==` hold
    std::span<const finding::Finding> findings{};
};

/// A condition on events, compiled once: `event.resource == campaign and campaign.config.languages contains
/// nl`, or an AQL condition in JSON.
class Expression {
public:
    /// `now`: seconds since 1970, for `-7d`. Checks the whole text against the schema. Errors have offsets in
    /// `text`.
    [[nodiscard]] static std::variant<Expression, base::TextError> parse(std::string_view text,
                                                                         std::int64_t now);

    Expression(Expression&&) noexcept;
    Expression& operator=(Expression&&) noexcept;
    ~Expression();

    [[nodiscard]] bool matches(const Subject& subject) const;

    /// It asks `valid`, `invalid` or `rule`, so that Subject::findings must be filled.
    [[nodiscard]] bool needs_findings() const;

    /// What a decoder must keep of an event for matches(); everything if needs_findings().
    void select(event::Selection& selection) const;

private:
    struct Node;
    explicit Expression(std::unique_ptr<Node> root);
    std::unique_ptr<Node> root_;
};

}  // namespace hookspect::query
