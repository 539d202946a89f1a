#include "cli/query_errors.h"

#include "report/finding/source_window.h"
#include "run/messages.h"
#include "schema/path.h"
#include "term/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace hookspect::cli {

namespace {

/// Paths as people write them who separate them by blanks, or their steps by slashes; empty where neither
/// helps.
std::string respelled_paths(std::string text) {
    for (const auto& [wrong, right] : {std::pair{' ', ','}, std::pair{'/', '.'}}) {
        std::string other = text;
        std::replace(other.begin(), other.end(), wrong, right);
        if (other != text && std::holds_alternative<std::vector<schema::Path>>(schema::parse_paths(other)))
            return other;
    }
    return {};
}

/// The first argument of `get` and `filter` is not a file: it is easily forgotten, or put after one.
std::string hint_for(const base::TextError& error, std::string_view text, std::string_view what) {
    std::error_code ignored;
    if (what == "get") {
        if (const std::string other = respelled_paths(std::string(text)); !other.empty())
            return fmt::format("did you mean {}?", other);
    }
    if (what.starts_with("--") || !std::filesystem::exists(text, ignored)) return error.hint;
    return fmt::format("{} is a {}: the {} comes before it", text,
                       std::filesystem::is_directory(text, ignored) ? "directory" : "file",
                       what == "get" ? "path" : "expression");
}

}  // namespace

void tell_query_error(const base::TextError& error, std::string_view text, std::string_view what) {
    const report::Presentation presentation =
        term::decide_presentation(term::read_terminal_state(STDERR_FILENO));
    std::string place;
    report::append_source_window(place, text, {error.offset, error.size}, term::Role::error, presentation);
    run::tell({std::string(what) + ": " + error.message, hint_for(error, text, what)}, place);
}

}  // namespace hookspect::cli
