#pragma once

#include "event/body.h"
#include "ops/get.h"

#include <string>

namespace hookspect::report {

/// Appends the header of a table in CSV (RFC 4180: lines end in CR LF) or TSV. The columns depend on the
/// options alone: `source` and `number`, then for each path one, for a `*` over languages one for each, and
/// behind a Multilingual path `PATH.lang` where the language is to be named.
void append_get_header(std::string& out, const ops::GetOptions& options);

/// Appends the row of an event. What is missing is empty; several values that share a column are JSON.
void append_get_row(std::string& out, const event::Body& body, const ops::GetRow& row,
                    const ops::GetOptions& options);

}  // namespace hookspect::report
