#include "report/get/json.h"

#include "base/json_text.h"
#include "report/get/value.h"

#include <algorithm>

namespace hookspect::report {
namespace {

void append_key(std::string& out, std::string_view key) {
    if (out.back() != '{') out.push_back(',');
    base::append_json_string(out, key);
    out.push_back(':');
}

bool is_repeated(const std::vector<schema::Path>& paths, std::size_t index) {
    const auto same = [&](const schema::Path& other) { return other.text == paths[index].text; };
    return std::any_of(paths.begin(), paths.begin() + static_cast<std::ptrdiff_t>(index), same);
}

}  // namespace

void append_get_json(std::string& out, const event::Body& body, const ops::GetRow& row,
                     const ops::GetOptions& options) {
    out.push_back('{');
    if (options.with_source) {
        append_key(out, "source");
        base::append_json_string(out, body.source);
        append_key(out, "number");
        out.append(std::to_string(body.number));
    }
    for (std::size_t i = 0; i < options.paths.size(); ++i) {
        const schema::Path& path = options.paths[i];
        if (is_repeated(options.paths, i)) continue;
        append_key(out, path.text);
        append_json_values(out, *body.event, path, row.paths[i], options);
        if (!options.with_language || !ops::ends_multilingual(path)) continue;
        append_key(out, path.text + ".lang");
        const std::string_view language = row.paths[i].language;
        language.empty() ? void(out.append("null")) : base::append_json_string(out, language);
    }
    out.push_back('}');
}

}  // namespace hookspect::report
