#include "report/get/text.h"

#include "output/separated_values.h"
#include "report/get/value.h"
#include "term/safe_text.h"

namespace hookspect::report {
namespace {

/// One line: columns are added, and then written as the options want them.
class Line {
public:
    Line(std::string& out, const event::Body& body, const ops::GetOptions& options)
        : out_(out), options_(options) {
        if (!options.with_source) return;
        add(body.source);
        add(std::to_string(body.number));
    }

    void add(std::string_view column) { columns_.emplace_back(column); }

    void end() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            std::string text;
            columns_.size() == 1 ? void(text.append(columns_[i])) : output::append_column(text, columns_[i]);
            if (i > 0) out_.push_back('\t');
            options_.safe ? term::append_safe(out_, text, options_.unicode) : void(out_.append(text));
        }
        out_.push_back(options_.nul ? '\0' : '\n');
    }

private:
    std::string& out_;
    const ops::GetOptions& options_;
    std::vector<std::string> columns_;
};

/// The keys that lead to a match, with dots between them.
std::string key_of(const event::Event& event, const std::vector<schema::PathStep::Kind>& kinds,
                   const event::Wildcard* wildcards) {
    std::string key;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (i > 0) key.push_back('.');
        key.append(wildcard_key(event, kinds[i], wildcards[i]));
    }
    return key;
}

void append_matches(std::string& out, const event::Body& body, const ops::GetRow& row,
                    const ops::GetOptions& options) {
    const event::Event& event = *body.event;
    const ops::Got& got = row.paths.front();
    const auto kinds = wildcard_kinds(options.paths.front());
    for (std::size_t i = 0; i < got.matches.values.size(); ++i) {
        const event::SlotIndex value = got.matches.values[i];
        if (!event.is_set(value) && !options.fallback) continue;
        Line line(out, body, options);
        line.add(key_of(event, kinds, &got.matches.wildcards[i * kinds.size()]));
        std::string text;
        append_bare_value(text, event, value, options);
        line.add(text);
        line.end();
    }
}

}  // namespace

void append_get_text(std::string& out, const event::Body& body, const ops::GetRow& row,
                     const ops::GetOptions& options) {
    const bool matches = options.paths.size() == 1 && options.paths.front().several;
    if (matches && row.any) return append_matches(out, body, row, options);
    Line line(out, body, options);
    if (matches) line.add("");
    for (std::size_t i = 0; i < options.paths.size(); ++i) {
        std::string text;
        append_bare_values(text, *body.event, options.paths[i], row.paths[i], options);
        line.add(text);
        if (options.with_language && ops::ends_multilingual(options.paths[i]))
            line.add(row.paths[i].language);
    }
    line.end();
}

}  // namespace hookspect::report
