#include "intake/source/stream_decoder.h"

#include "intake/source/gzip.h"
#include "intake/source/utf16.h"
#include "intake/source/zstd.h"

#include <array>

namespace hookspect::intake {
namespace {

struct Signature {
    std::string_view bytes;
    StreamEncoding encoding;
    std::string_view name;
};

// RFC 1952 with the only method there is, RFC 8878 section 3.1.1, and the byte order marks of Unicode.
constexpr auto signatures = std::to_array<Signature>({
    {"\x1F\x8B\x08", StreamEncoding::gzip, "gzip"},
    {"\x28\xB5\x2F\xFD", StreamEncoding::zstd, "zstd"},
    {"\xFF\xFE", StreamEncoding::utf16_little, "UTF-16"},
    {"\xFE\xFF", StreamEncoding::utf16_big, "UTF-16"},
});

}  // namespace

Recognised recognise_encoding(std::string_view front) noexcept {
    Recognised recognised;
    for (const Signature& signature : signatures) {
        if (front.starts_with(signature.bytes)) return {signature.encoding, false};
        if (signature.bytes.starts_with(front)) recognised.undecided = true;
    }
    return recognised;
}

std::string_view encoding_name(StreamEncoding encoding) noexcept {
    for (const Signature& signature : signatures) {
        if (signature.encoding == encoding) return signature.name;
    }
    return {};
}

std::unique_ptr<StreamDecoder> make_decoder(StreamEncoding encoding) {
    switch (encoding) {
        case StreamEncoding::gzip: return make_gzip_decoder();
        case StreamEncoding::zstd: return make_zstd_decoder();
        case StreamEncoding::utf16_little: return make_utf16_decoder(std::endian::little);
        case StreamEncoding::utf16_big: return make_utf16_decoder(std::endian::big);
        case StreamEncoding::plain: break;
    }
    return nullptr;
}

}  // namespace hookspect::intake
