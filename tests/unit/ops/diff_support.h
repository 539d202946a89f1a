#pragma once

#include "event/form_decoder.h"
#include "event/json_writer.h"
#include "ops/diff.h"
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
        bytes.append(padding, ' ');
        REQUIRE_FALSE(decoder.decode(std::string_view(bytes).substr(0, text.size()), event));
    }
    FormEvent(const FormEvent&) = delete;

    std::string bytes;
    FormDecoder decoder{Limits{}};
    Event event;
};

/// Each change as `~ PATH BEFORE → AFTER`, `+ PATH VALUE` or `- PATH VALUE`.
inline Lines lines_of(const Difference& difference) {
    Lines lines;
    for (const Change& change : difference.changes) {
        constexpr std::string_view marks = "~+-";
        std::string line(1, marks[static_cast<std::size_t>(change.kind)]);
        line.append(" ").append(path_of(difference, change)).append(" ");
        if (change.slot.before != no_slot) append_json(line, *difference.event.before, change.slot.before);
        if (change.kind == ChangeKind::changed) line.append(" → ");
        if (change.slot.after != no_slot) append_json(line, *difference.event.after, change.slot.after);
        lines.push_back(std::move(line));
    }
    return lines;
}

/// What the form could not carry: `PATH VALUE`.
inline Lines uncarried_in(const Difference& difference) {
    Lines lines;
    for (const Uncarried& value : difference.uncarried) {
        std::string line = path_of(difference, value) + " ";
        append_json(line, *difference.event[difference.json_side], value.slot);
        lines.push_back(std::move(line));
    }
    return lines;
}

inline std::vector<Path> paths(std::string_view text) {
    auto parsed = parse_paths(text);
    REQUIRE(std::holds_alternative<std::vector<Path>>(parsed));
    return std::get<std::vector<Path>>(std::move(parsed));
}

inline Lines changes(std::string_view before, std::string_view after, const DiffOptions& options = {}) {
    const JsonEvent a(before);
    const JsonEvent b(after);
    return lines_of(diff(a.event, b.event, options));
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
