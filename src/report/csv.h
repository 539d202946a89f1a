#pragma once

#include <string>
#include <string_view>

namespace hookspect {

/// Appends a field of CSV, in quotes where it needs them (RFC 4180, section 2).
inline void append_csv_field(std::string& out, std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
        out.append(field);
        return;
    }
    out.push_back('"');
    for (const char c : field) out.append(c == '"' ? 2 : 1, c);
    out.push_back('"');
}

}  // namespace hookspect
