#pragma once

#include "base/calendar.h"
#include "base/result.h"
#include "event/event.h"
#include "event/path_values.h"
#include "schema/path.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hookspect::ops {

enum class GetFormat : std::uint8_t { text, json, ndjson, csv, tsv };

/// What `get` is to find, and how it is printed.
struct GetOptions {
    std::vector<schema::Path> paths;
    std::vector<std::string>
        languages;  // of a Multilingual value the text of the first that has one; empty: all of it
    std::optional<std::string> fallback;  // printed in place of what is missing
    bool with_language = false;           // name the language that was found
    bool all = false;                     // events in which no path is set, too

    GetFormat format = GetFormat::text;
    base::Dates dates =
        base::Dates::raw;      // of timestamps asked for by themselves; 0, which means never, stays 0
    bool with_source = false;  // the input's name and the event's number come first
    bool nul = false;          // text: records end in NUL instead of a newline
    bool safe = false;         // text, CSV, TSV for a terminal: control and invisible characters are escaped
    bool unicode = true;       // of the terminal's locale; `safe` asks
};

/// What an event has at one path.
struct Got {
    event::Matches
        matches;  // a value may be slot 0: a Multilingual value that has no text in any language asked for
    bool set = false;             // some value is there and not null
    std::string_view language{};  // that was found; a view of GetOptions::languages
};

/// What an event has at each path. Recycled from event to event.
struct GetRow {
    std::vector<Got> paths;
    bool any = false;  // some path is set
    bool every = true;
};

/// Finds the values of an event.
void get(const event::Event& event, const GetOptions& options, GetRow& row);

/// The text of a Multilingual value in one of several languages.
struct LanguageText {
    event::SlotIndex slot = 0;    // 0: none of them has a text that is neither missing nor blank
    std::string_view language{};  // a view of what was asked for
};

/// Of the object of a Multilingual value the text of the first of these languages that has one.
[[nodiscard]] LanguageText first_text(const event::Event& event, event::SlotIndex multilingual,
                                      std::span<const std::string> languages);

/// Whether the path ends at a Multilingual value, so that --with-language has something to name.
[[nodiscard]] bool ends_multilingual(const schema::Path& path);

/// Whether the last step of the path is the `*` over the languages of one Multilingual value, and its only
/// one.
[[nodiscard]] bool is_every_language(const schema::Path& path);

/// What cannot be asked for together. Nothing if all is well.
[[nodiscard]] std::optional<base::Error> check_get_options(const GetOptions& options);

/// Reads `nl,fr,en`. Errors: what is none of the documented languages.
[[nodiscard]] std::variant<std::vector<std::string>, base::TextError> parse_languages(std::string_view text);

}  // namespace hookspect::ops
