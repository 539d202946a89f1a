#include "report/get/table.h"

#include "output/separated_values.h"
#include "report/get/value.h"

namespace hookspect::report {
namespace {

output::RecordStyle style_of(const ops::GetOptions& options) {
    const bool csv = options.format == ops::GetFormat::csv;
    return {csv ? output::RecordStyle::Kind::csv : output::RecordStyle::Kind::tsv, options.safe,
            options.unicode};
}

/// The value of one language, or 0.
event::SlotIndex value_in(const event::Event& event, const ops::Got& got, std::string_view language) {
    for (std::size_t i = 0; i < got.matches.values.size(); ++i) {
        if (wildcard_key(event, schema::PathStep::Kind::any_member, got.matches.wildcards[i]) == language) {
            return got.matches.values[i];
        }
    }
    return 0;
}

void add_languages(output::Record& cells, const event::Event& event, const ops::Got& got,
                   const ops::GetOptions& options) {
    for (const std::string_view language : schema::languages()) {
        std::string text;
        append_bare_value(text, event, value_in(event, got, language), options);
        cells.add(text);
    }
}

}  // namespace

void append_get_header(std::string& out, const ops::GetOptions& options) {
    output::Record cells(out, style_of(options));
    if (options.with_source) {
        cells.add("source");
        cells.add("number");
    }
    for (const schema::Path& path : options.paths) {
        if (ops::is_every_language(path)) {
            const std::string prefix = path.text.substr(0, path.text.size() - 1);  // `campaign.title.*`
            for (const std::string_view language : schema::languages())
                cells.add(prefix + std::string(language));
            continue;
        }
        cells.add(path.text);
        if (options.with_language && ops::ends_multilingual(path)) cells.add(path.text + ".lang");
    }
    cells.end();
}

void append_get_row(std::string& out, const event::Body& body, const ops::GetRow& row,
                    const ops::GetOptions& options) {
    output::Record cells(out, style_of(options));
    if (options.with_source) {
        cells.add(body.source);
        cells.add(std::to_string(body.number));
    }
    for (std::size_t i = 0; i < options.paths.size(); ++i) {
        const schema::Path& path = options.paths[i];
        if (ops::is_every_language(path)) {
            add_languages(cells, *body.event, row.paths[i], options);
            continue;
        }
        std::string text;
        append_bare_values(text, *body.event, path, row.paths[i], options);
        cells.add(text);
        if (options.with_language && ops::ends_multilingual(path)) cells.add(row.paths[i].language);
    }
    cells.end();
}

}  // namespace hookspect::report
