#include "run/messages.h"

#include "term/safe_text.h"

#include <cstdio>
#include <string>

namespace hookspect::run {

void tell(const base::Error& error, std::string_view place) {
    std::string text = "hookspect: ";
    term::append_safe(text, error.message);
    text += '\n';
    text += place;
    if (!error.hint.empty()) {
        text += "  help: ";
        term::append_safe(text, error.hint);
        text += '\n';
    }
    std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace hookspect::run
