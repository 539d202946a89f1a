#include "intake/source/zstd.h"

#include <zstd.h>
#include <zstd_errors.h>

namespace hookspect::intake {
namespace {

struct FreeStream {
    void operator()(ZSTD_DStream* stream) const noexcept { ZSTD_freeDStream(stream); }
};

class ZstdDecoder : public StreamDecoder {
public:
    base::Result<Step> decode(std::string_view encoded, std::span<char> space) override {
        if (!stream_) return base::Error{"there is not enough memory to decode zstd", {}};
        ZSTD_inBuffer in{encoded.data(), encoded.size(), 0};
        ZSTD_outBuffer out{space.data(), space.size(), 0};
        const std::size_t wanted = ZSTD_decompressStream(stream_.get(), &out, &in);
        if (ZSTD_isError(wanted) != 0) {
            // The window of a frame is its author's choice; the library's own limit keeps memory bounded.
            if (ZSTD_getErrorCode(wanted) == ZSTD_error_frameParameter_windowTooLarge)
                return base::Error{"the zstd data needs a window of over 128 MiB",
                                   "decode it with zstd -dc --long=31 and pipe the result into hookspect"};
            return base::Error{"the zstd data is corrupt", {}};
        }
        if (in.pos > 0 || out.pos > 0) between_frames_ = wanted == 0;
        return Step{in.pos, out.pos};
    }

    base::Result<Step> finish(std::span<char> space) override {
        auto rest = decode({}, space);
        if (!rest || rest->made > 0) return rest;
        if (!between_frames_) return base::Error{"the zstd data is cut off", {}};
        return Step{};
    }

private:
    std::unique_ptr<ZSTD_DStream, FreeStream> stream_{ZSTD_createDStream()};
    bool between_frames_ = false;
};

}  // namespace

std::unique_ptr<StreamDecoder> make_zstd_decoder() {
    return std::make_unique<ZstdDecoder>();
}

}  // namespace hookspect::intake
