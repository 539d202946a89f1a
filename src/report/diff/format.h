#pragma once

#include "ops/json_patch.h"
#include "ops/merge_patch.h"
#include "report/diff/captures_json.h"
#include "report/diff/captures_text.h"
#include "report/diff/json.h"
#include "report/diff/text.h"
#include "report/format.h"

#include <array>

namespace hookspect::report {

/// How the comparison of two captures is printed: begin() once, one of the others for each difference, end()
/// once.
struct CapturesFormat {
    void (*begin)(std::string& out, const CapturesPage& page);  // null: nothing
    void (*add_lone)(std::string& out, const CapturesPage& page, ops::ChangeKind kind,
                     const event::Event& event, const EventSource& source);
    void (*add_changed)(std::string& out, const CapturesPage& page, const ops::Difference& difference,
                        const ops::Both<EventSource>& sources);
    void (*end)(std::string& out, const CapturesPage& page);
};

inline constexpr CapturesFormat captures_text{nullptr, append_lone_event, append_changed_event,
                                              append_captures_total};
inline constexpr CapturesFormat captures_json{begin_captures_json, append_lone_event_json,
                                              append_changed_event_json, end_captures_json};

/// A format of `diff`: differences, of events and of captures, or a patch that makes one event the other.
struct DiffFormat : Format {
    void (*append)(std::string& out, const ops::Difference& difference, const ops::Both<EventSource>& sources,
                   bool in_part, const Presentation& presentation);
    const CapturesFormat* captures;
    ops::MergePatch (*patch)(const event::Event& from, const event::Event& to);  // null where `append` is not
};

/// The formats of `diff`.
inline constexpr auto diff_formats = std::to_array<DiffFormat>({
    {{"text", Content::text, true, true}, append_diff_text, &captures_text, nullptr},
    {{"json", Content::json}, append_diff_json, &captures_json, nullptr},
    {{"json-patch", Content::json},
     nullptr,
     nullptr,
     [](const event::Event& from, const event::Event& to) {
         return ops::MergePatch{ops::json_patch(from, to), {}};
     }},
    {{"merge-patch", Content::json}, nullptr, nullptr, ops::merge_patch},
});

}  // namespace hookspect::report
