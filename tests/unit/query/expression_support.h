#pragma once

#include "event/form_decoder.h"
#include "event/json_decoder.h"
#include "event/structurals.h"
#include "query/expression.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hookspect::test {

/// 2026-11-30 12:00:00Z
inline constexpr std::int64_t now = 1'796'040'000;

/// A JSON body and its event.
class Body {
public:
    explicit Body(std::string_view json) : text_(json) {
        text_.append(event::padding, ' ');
        event::JsonDecoder decoder{event::Limits{}};
        REQUIRE_MESSAGE(decoder.decode(std::string_view(text_).substr(0, json.size()), event_), json);
    }

    [[nodiscard]] const event::Event& event() const { return event_; }

private:
    std::string text_;
    event::Event event_;
};

inline query::Expression parsed(std::string_view text) {
    auto expression = query::Expression::parse(text, now);
    const auto* error = std::get_if<base::TextError>(&expression);
    REQUIRE_MESSAGE(error == nullptr, text, ": ", error->message, " at ", error->offset);
    return std::move(*std::get_if<query::Expression>(&expression));
}

inline bool matches(std::string_view expression, const event::Event& event,
                    std::span<const finding::Finding> findings = {}) {
    return parsed(expression).matches({&event, findings});
}

/// An expression and whether it holds.
struct Case {
    std::string_view expression;
    bool holds;
};

inline void check(std::string_view json, std::initializer_list<Case> cases) {
    const Body body(json);
    for (const Case& one : cases) {
        CAPTURE(json);
        CAPTURE(one.expression);
        CHECK(matches(one.expression, body.event()) == one.holds);
    }
}

/// An expression and what is said against it; `marked` is the text at the error's place.
struct Refusal {
    std::string_view expression;
    std::string_view marked;
    std::string_view message;
    std::string_view hint;
};

inline void check(std::initializer_list<Refusal> refusals) {
    for (const Refusal& one : refusals) {
        CAPTURE(one.expression);
        auto expression = query::Expression::parse(one.expression, now);
        const auto* error = std::get_if<base::TextError>(&expression);
        CHECK(error != nullptr);
        if (error == nullptr) continue;
        CHECK(error->message == one.message);
        CHECK(error->hint == one.hint);
        CHECK(error->size >= 1);
        REQUIRE(error->offset <= one.expression.size());
        CHECK(one.expression.substr(error->offset, error->size) == one.marked);
    }
}

}  // namespace hookspect::test
