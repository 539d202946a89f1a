#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::output {

/// How the records of a table for programs are written.
struct RecordStyle {
    enum class Kind : std::uint8_t {
        csv,  // cells in quotes where they need them, CR LF behind a record (RFC 4180, section 2)
        tsv,  // cells with `\t`, `\n`, `\r` and `\\` for these characters
    };
    Kind kind = Kind::csv;
    bool safe = false;    // for a terminal: control and invisible characters are escaped
    bool unicode = true;  // of the terminal's locale; `safe` asks
};

/// A record of cells, written when it is complete.
class Record {
public:
    Record(std::string& out, RecordStyle style) : out_(&out), style_(style) {}

    void add(std::string_view cell) { cells_.emplace_back(cell); }
    /// Appends the record with its end. What is added next begins another one.
    void end();

private:
    std::string* out_;
    RecordStyle style_;
    std::vector<std::string> cells_;

    void append_cell(std::string_view cell) const;
};

/// Appends text with `\t`, `\n`, `\r` and `\\` for these characters, so that it fits into a column between
/// tabs.
void append_column(std::string& out, std::string_view text);

}  // namespace hookspect::output
