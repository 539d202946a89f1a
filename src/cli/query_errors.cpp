#include "cli/query_errors.h"

#include "report/source_window.h"
#include "term/safe_text.h"
#include "term/terminal.h"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace hookspect {

void tell_query_error(const QueryError& error, std::string_view text, std::string_view what) {
    const Presentation presentation = decide_presentation(read_terminal_state(STDERR_FILENO));
    std::string out = "hookspect: ";
    append_safe(out, what);
    out += ": ";
    append_safe(out, error.message);
    out += '\n';
    append_source_window(out, text, {error.offset, error.size}, Role::error, presentation);
    if (!error.hint.empty()) {
        out += "  help: ";
        append_safe(out, error.hint);
        out += '\n';
    }
    std::fwrite(out.data(), 1, out.size(), stderr);
}

}  // namespace hookspect
