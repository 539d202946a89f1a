#include "cli/query_errors.h"

#include "cli/messages.h"
#include "report/source_window.h"
#include "term/terminal.h"

#include <unistd.h>

#include <string>

namespace hookspect {

void tell_query_error(const QueryError& error, std::string_view text, std::string_view what) {
    const Presentation presentation = decide_presentation(read_terminal_state(STDERR_FILENO));
    std::string place;
    append_source_window(place, text, {error.offset, error.size}, Role::error, presentation);
    tell({std::string(what) + ": " + error.message, error.hint}, place);
}

}  // namespace hookspect
