#pragma once

#include "event/form_decoder.h"
#include "event/json_value.h"
#include "ops/diff_names.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hookspect::test {

using Lines = std::vector<std::string>;

/// An event made of a form body, with all that it views.
struct FormEvent {
    explicit FormEvent(std::string_view text) : bytes(text) {
        bytes.append(event::padding, ' ');
        REQUIRE_FALSE(decoder.decode(std::string_view(bytes).substr(0, text.size()), event));
    }
    FormEvent(const FormEvent&) = delete;

    std::string bytes;
    event::FormDecoder decoder{event::Limits{}};
    event::Event event;
};

/// Each change as `~ PATH BEFORE → AFTER`, `+ PATH VALUE` or `- PATH VALUE`.
inline Lines lines_of(const ops::Difference& difference) {
    Lines lines;
    for (const ops::Change& change : difference.changes) {
        constexpr std::string_view marks = "~+-";
        std::string line(1, marks[static_cast<std::size_t>(change.kind)]);
        line.append(" ").append(ops::path_of(difference, change)).append(" ");
        if (change.slot.before != ops::no_slot)
            event::append_json(line, *difference.event.before, change.slot.before);
        if (change.kind == ops::ChangeKind::changed) line.append(" → ");
        if (change.slot.after != ops::no_slot)
            event::append_json(line, *difference.event.after, change.slot.after);
        lines.push_back(std::move(line));
    }
    return lines;
}

/// What the form could not carry: `PATH VALUE`.
inline Lines uncarried_in(const ops::Difference& difference) {
    Lines lines;
    for (const ops::Uncarried& value : difference.uncarried) {
        std::string line = ops::path_of(difference, value) + " ";
        event::append_json(line, *difference.event[difference.json_side], value.slot);
        lines.push_back(std::move(line));
    }
    return lines;
}

inline std::vector<schema::Path> paths(std::string_view text) {
    auto parsed = schema::parse_paths(text);
    REQUIRE(std::holds_alternative<std::vector<schema::Path>>(parsed));
    return std::get<std::vector<schema::Path>>(std::move(parsed));
}

inline Lines changes(std::string_view before, std::string_view after, const ops::DiffOptions& options = {}) {
    const JsonEvent a(before);
    const JsonEvent b(after);
    return lines_of(ops::diff(a.event, b.event, options));
}

}  // namespace hookspect::test

template <>
struct doctest::StringMaker<hookspect::test::Lines> {
    static String convert(const hookspect::test::Lines& lines) {
        std::string text;
        for (const std::string& line : lines) text.append("\n    ").append(line);
        return text.c_str();
    }
};
