#include "intake/source/foreign_format.h"

#include <array>

namespace hookspect::intake {
namespace {

struct Format {
    std::string_view begin;
    std::string_view hint;
};

constexpr auto formats = std::to_array<Format>({
    {"\xFF\xFE", "the input is UTF-16"},
    {"\xFE\xFF", "the input is UTF-16"},
    // RFC 1952, RFC 8878, and a local file header of APPNOTE.TXT
    {"\x1F\x8B", "the input is compressed with gzip: gzip -dc FILE | hookspect ..."},
    {"\x28\xB5\x2F\xFD", "the input is compressed with zstd: zstd -dc FILE | hookspect ..."},
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
