// Any text is an expression or an error inside it; an expression holds for an event exactly where its not
// does not, and of a body that could not be read never both do.

#include "query/expression.h"

#include "event/form_decoder.h"
#include "event/json_decoder.h"
#include "event/structurals.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using hookspect::base::TextError;
using hookspect::event::Event;
using hookspect::finding::Finding;
using hookspect::query::Expression;
using hookspect::query::Subject;

constexpr std::int64_t now = 1'796'040'000;  // 2026-11-30 12:00:00Z
constexpr std::size_t longest = 16 * 1024;

constexpr std::string_view campaign =
    R"({"event":{"name":"created","resource":"campaign"},"organization_id":1207,
"campaign_id":9007199254740993,"campaign":{"id":7,"name":"Wave \"1\" \u00e9t\u00e9 \ud83d\ude00","created":1769860800,
"title":{"en":"Summer","nl":"","fr":null},"config":{"comments":true,"languages":["en","nl"],"channels":[],
"community":{"enabled":true,"publishOn":0,"finishOn":1.5e9}}}})";
constexpr std::string_view person =
    R"({"event":{"name":"changed","resource":"person"},"person_id":"[anonymous]",
"person":{"created":1730568041250,"points":-0.5,"groups":["vip",null,5],"hidden":false,"role":"advocate",
"profile":{"age":"31","list":[1,[2,"x"],{}],"flag":true,"nothing":null,"blank":"  "},"optIn":{"email":false},
"properties":[{"key":"email","primary":"1","value":"a@b.c"},{"key":"address","properties":[{"key":"city","value":"Gent"}]}]}})";
constexpr std::string_view form =
    "event[name]=created&event[resource]=interaction&interaction[state]=PENDING"
    "&interaction[points]=25&interaction[response][a][]=1&person[hidden]=1";

struct Bodies {
    std::array<std::string, 2> texts{std::string(campaign), std::string(person)};
    std::array<Event, 3> events;
    std::array<Finding, 1> findings{};
    hookspect::event::FormDecoder forms{hookspect::event::Limits{}};

    Bodies() {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::size_t size = texts[i].size();
            texts[i].append(hookspect::event::padding, ' ');
            hookspect::event::JsonDecoder decoder{hookspect::event::Limits{}};
            if (!decoder.decode(std::string_view(texts[i]).substr(0, size), events[i])) std::abort();
        }
        if (forms.decode(form, events[2])) std::abort();
    }
};

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > longest) return 0;
    static const Bodies bodies;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto parsed = Expression::parse(text, now);
    if (const auto* error = std::get_if<TextError>(&parsed)) {
        require(!error->message.empty() && error->offset <= size);
        return 0;
    }
    const auto& expression = *std::get_if<Expression>(&parsed);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && text[first] == '{';
    const std::string negated =
        json ? R"({"operator":"not","value":)" + std::string(text) + "}" : "not (" + std::string(text) + ")";
    const auto opposite = Expression::parse(negated, now);
    // Nested as deep as it may be, it cannot be nested deeper.
    if (std::holds_alternative<TextError>(opposite)) return 0;
    const auto& other = *std::get_if<Expression>(&opposite);
    require(expression.needs_findings() == other.needs_findings());
    for (const Event& event : bodies.events) {
        for (const std::size_t count : {0U, 1U}) {
            const Subject subject{&event, std::span(bodies.findings).first(count)};
            require(expression.matches(subject) != other.matches(subject));
        }
    }
    const Subject unreadable{nullptr, bodies.findings};
    require(!expression.matches(unreadable) || !other.matches(unreadable));
    hookspect::event::Selection selection;
    expression.select(selection);
    return 0;
}
