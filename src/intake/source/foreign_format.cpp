#include "intake/source/foreign_format.h"

#include <array>

namespace hookspect::intake {
namespace {

struct Format {
    std::string_view begin;
    std::string_view hint;
};

constexpr auto formats = std::to_array<Format>({
    // A local file header of APPNOTE.TXT
    {"PK\x03\x04", "the input is compressed with zip: unzip -p FILE | hookspect ..."},
});

}  // namespace

std::string_view foreign_format_hint(std::string_view bytes) noexcept {
    for (const Format& format : formats) {
        if (bytes.starts_with(format.begin)) return format.hint;
    }
    return {};
}

}  // namespace hookspect::intake
