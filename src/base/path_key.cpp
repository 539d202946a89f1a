#include "base/path_key.h"

#include "base/hidden.h"
#include "base/json_text.h"
#include "base/utf8.h"

#include <algorithm>

namespace hookspect::base {
namespace {

bool holds_hidden(std::string_view text) {
    while (!text.empty()) {
        const CodePoint point = front_code_point(text);
        if (!point.valid || is_hidden(point.value)) return true;
        text.remove_prefix(point.size);
    }
    return false;
}

}  // namespace

void append_path_key(std::string& out, std::string_view key) {
    if (!key.empty() && std::all_of(key.begin(), key.end(), is_bare_in_path) && !holds_hidden(key)) {
        if (!out.empty()) out.push_back('.');
        out.append(key);
    } else {
        out.push_back('[');
        append_visible_json_string(out, key);
        out.push_back(']');
    }
}

}  // namespace hookspect::base
