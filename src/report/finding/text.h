#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/finding/source_window.h"
#include "report/finding/totals.h"
#include "report/layout/presentation.h"
#include "term/style.h"

#include <span>
#include <string>

namespace hookspect::report {

/// Bytes in the body that a finding means.
[[nodiscard]] Stretch stretch_in(const event::Body& body, const finding::Finding& finding) noexcept;

/// The colour and the symbol of a severity.
[[nodiscard]] term::Role role_of(schema::Severity severity) noexcept;
[[nodiscard]] std::string_view symbol_of(schema::Severity severity,
                                         const Presentation& presentation) noexcept;

/// Appends one finding on `body`, with the empty line behind it. The first line, the one that editors parse,
/// is `file:line:column: severity: message [rule]` and never wraps; then the place in its source, what is
/// decoded there where the body is form-encoded, what was expected, and help.
void append_finding(std::string& out, const event::Body& body, const finding::Finding& finding,
                    const Presentation& presentation);

/// Appends all of them so.
void append_findings_text(std::string& out, const event::Body& body,
                          std::span<const finding::Finding> findings, const Presentation& presentation);

/// Appends words over as many lines as they need, all at column `indent`, where the first begins. The last
/// line is ended.
void append_hanging(std::string& out, std::string_view text, int indent, const Presentation& presentation);

/// Appends that first line, without its end.
void append_finding_headline(std::string& out, const event::Body& body, const finding::Finding& finding,
                             const Presentation& presentation);

/// Appends all of that but the first line and the empty one.
void append_finding_detail(std::string& out, const event::Body& body, const finding::Finding& finding,
                           const Presentation& presentation);

/// Appends the line that ends `validate`: `✓ 4 events valid, 5 notes (--notes)`.
void append_total(std::string& out, const Totals& totals, const Presentation& presentation);

}  // namespace hookspect::report
