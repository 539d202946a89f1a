#pragma once

#include "report/get/printer.h"
#include "run/pieces.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hookspect::test {

/// Options that ask for a list of paths.
inline ops::GetOptions asking(std::string_view paths, ops::GetFormat format) {
    ops::GetOptions options;
    auto parsed = schema::parse_paths(paths);
    REQUIRE(std::holds_alternative<std::vector<schema::Path>>(parsed));
    options.paths = std::get<std::vector<schema::Path>>(std::move(parsed));
    options.format = format;
    return options;
}

/// What `get` prints of these events, which come from `a.ndjson`.
inline std::string printed(const ops::GetOptions& options, std::initializer_list<std::string_view> events) {
    REQUIRE_FALSE(ops::check_get_options(options));
    output::Printed printed;
    report::GetPrinter printer(options);
    run::Pieces pieces(printer.separator());
    printer.begin(printed.text);
    event::Body body;
    body.source = "a.ndjson";
    for (const std::string_view text : events) {
        const JsonEvent json(text);
        body.number += 1;
        body.event = &json.event;
        pieces.print(printed, [&] {
            printer.add(printed.text, body);
            return true;
        });
    }
    printer.end(printed.text, pieces.any());
    return printed.text;
}

}  // namespace hookspect::test
