#include "run/messages.h"

#include "term/safe_text.h"

#include <cstdio>
#include <string>

namespace hookspect {

void tell(const Error& error, std::string_view place) {
    std::string text = "hookspect: ";
    append_safe(text, error.message);
    text += '\n';
    text += place;
    if (!error.hint.empty()) {
        text += "  help: ";
        append_safe(text, error.hint);
        text += '\n';
    }
    std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace hookspect
