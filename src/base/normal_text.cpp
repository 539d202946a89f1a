#include "base/normal_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace hookspect::base {
namespace {

/// Code points below U+0300 neither combine nor decompose to anything else in form C. From there on, the
/// first byte is 0xCC or above.
bool may_change(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xCC; });
}

struct Free {
    void operator()(utf8proc_uint8_t* memory) const { std::free(memory); }  // as utf8proc's page asks
};

}  // namespace

std::string_view normal_text(std::string_view text, std::string& scratch) {
    if (!may_change(text)) return text;
    utf8proc_uint8_t* made = nullptr;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const auto size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &made, options);
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(made);
    if (size < 0) return text;
    scratch.assign(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size));
    return scratch;
}

}  // namespace hookspect::base
