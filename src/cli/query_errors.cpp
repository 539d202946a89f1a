#include "cli/query_errors.h"

#include "report/finding/source_window.h"
#include "run/messages.h"
#include "term/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace hookspect::cli {

namespace {

/// The first argument of `get` and `filter` is no file: it is easily forgotten, or put behind one.
std::string hint_for(const base::TextError& error, std::string_view text, std::string_view what) {
    std::error_code ignored;
    if (what.starts_with("--") || !std::filesystem::exists(text, ignored)) return error.hint;
    return fmt::format("{} is a {}: the {} stands before it", text,
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
