#include "report/get_table.h"

#include "report/csv.h"
#include "report/get_value.h"
#include "term/safe_text.h"

namespace hookspect {
namespace {

/// A row of cells, written when it is complete.
class Row {
public:
    Row(std::string& out, const GetOptions& options) : out_(out), options_(options) {}

    void add(std::string_view cell) { cells_.emplace_back(cell); }

    void end() {
        const bool csv = options_.format == GetFormat::csv;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (i > 0) out_.push_back(csv ? ',' : '\t');
            std::string shown;
            if (!csv) append_column(shown, cells_[i]);
            const std::string& cell = csv ? cells_[i] : shown;
            std::string safe;
            if (options_.safe) append_safe(safe, cell, options_.unicode);
            const std::string& text = options_.safe ? safe : cell;
            csv ? append_csv(text) : void(out_.append(text));
        }
        out_.append(csv ? "\r\n" : "\n");
    }

private:
    std::string& out_;
    const GetOptions& options_;
    std::vector<std::string> cells_;

    void append_csv(std::string_view cell) {
        // A line with nothing on it is no record to many readers.
        const bool only = cells_.size() == 1 && cell.empty();
        only ? void(out_.append("\"\"")) : append_csv_field(out_, cell);
    }
};

/// The value of one language, or 0.
SlotIndex value_in(const Event& event, const Got& got, std::string_view language) {
    for (std::size_t i = 0; i < got.matches.values.size(); ++i) {
        if (wildcard_key(event, PathStep::Kind::any_member, got.matches.wildcards[i]) == language) {
            return got.matches.values[i];
        }
    }
    return 0;
}

void add_languages(Row& cells, const Event& event, const Got& got, const GetOptions& options) {
    for (const std::string_view language : languages()) {
        std::string text;
        append_bare_value(text, event, value_in(event, got, language), options);
        cells.add(text);
    }
}

}  // namespace

void append_get_header(std::string& out, const GetOptions& options) {
    Row cells(out, options);
    if (options.with_source) {
        cells.add("source");
        cells.add("number");
    }
    for (const Path& path : options.paths) {
        if (is_every_language(path)) {
            const std::string prefix = path.text.substr(0, path.text.size() - 1);  // `campaign.title.*`
            for (const std::string_view language : languages()) cells.add(prefix + std::string(language));
            continue;
        }
        cells.add(path.text);
        if (options.with_language && ends_multilingual(path)) cells.add(path.text + ".lang");
    }
    cells.end();
}

void append_get_row(std::string& out, const Body& body, const GetRow& row, const GetOptions& options) {
    Row cells(out, options);
    if (options.with_source) {
        cells.add(body.source);
        cells.add(std::to_string(body.number));
    }
    for (std::size_t i = 0; i < options.paths.size(); ++i) {
        const Path& path = options.paths[i];
        if (is_every_language(path)) {
            add_languages(cells, *body.event, row.paths[i], options);
            continue;
        }
        std::string text;
        append_bare_values(text, *body.event, path, row.paths[i], options);
        cells.add(text);
        if (options.with_language && ends_multilingual(path)) cells.add(row.paths[i].language);
    }
    cells.end();
}

}  // namespace hookspect
