#include "report/get/json.h"

#include "base/json_writer.h"
#include "report/get/value.h"

#include <algorithm>

namespace hookspect::report {
namespace {

bool is_repeated(const std::vector<schema::Path>& paths, std::size_t index) {
    const auto same = [&](const schema::Path& other) { return other.text == paths[index].text; };
    return std::any_of(paths.begin(), paths.begin() + static_cast<std::ptrdiff_t>(index), same);
}

}  // namespace

void append_get_json(std::string& out, const event::Body& body, const ops::GetRow& row,
                     const ops::GetOptions& options) {
    base::JsonWriter json(out);
    json.begin_object();
    if (options.with_source) json.member("source", body.source).member("number", body.number);
    for (std::size_t i = 0; i < options.paths.size(); ++i) {
        const schema::Path& path = options.paths[i];
        if (is_repeated(options.paths, i)) continue;
        append_json_values(json.key(path.text).raw(), *body.event, path, row.paths[i], options);
        if (!options.with_language || !ops::ends_multilingual(path)) continue;
        json.key(path.text + ".lang").value_or_null(row.paths[i].language);
    }
    json.end_object();
}

}  // namespace hookspect::report
