#include "intake/source/gzip.h"

#include <dlfcn.h>
#include <zlib.h>

#if __has_include(<isa-l/igzip_lib.h>)
#include <isa-l/igzip_lib.h>
#define HOOKSPECT_HAS_ISAL_HEADER 1
#endif

#include <algorithm>
#include <limits>
#include <optional>

namespace hookspect::intake {
namespace {

base::Error corrupt() {
    return {"the gzip data is corrupt", {}};
}

/// What an inflating library did with some bytes of one member.
struct Inflated {
    StreamDecoder::Step step;
    bool ended = false;   // the member is complete, its checksum is right
    bool broken = false;  // these bytes are not gzip, or the checksum is wrong
};

template <typename Size>
Size clipped_to(std::size_t size) {
    return static_cast<Size>(std::min<std::size_t>(size, std::numeric_limits<Size>::max()));
}

class Zlib {
public:
    Zlib() { ready_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK; }  // 16: a gzip header is there
    Zlib(const Zlib&) = delete;
    Zlib& operator=(const Zlib&) = delete;
    ~Zlib() {
        if (ready_) inflateEnd(&stream_);
    }

    void restart() { inflateReset(&stream_); }

    Inflated inflate_member(std::string_view encoded, std::span<char> space) {
        if (!ready_) return {.step = {}, .ended = false, .broken = true};
        // zlib does not write to its input; its type predates const.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(encoded.data()));
        stream_.avail_in = clipped_to<uInt>(encoded.size());
        stream_.next_out = reinterpret_cast<Bytef*>(space.data());
        stream_.avail_out = clipped_to<uInt>(space.size());
        const uInt given = stream_.avail_in;
        const uInt room = stream_.avail_out;
        const int status = ::inflate(&stream_, Z_NO_FLUSH);
        return {.step = {given - stream_.avail_in, room - stream_.avail_out},
                .ended = status == Z_STREAM_END,
                .broken = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR};
    }

private:
    z_stream stream_{};
    bool ready_ = false;
};

#ifdef HOOKSPECT_HAS_ISAL_HEADER

/// The functions of ISA-L that are used, from the library as the system has it.
struct IsalFunctions {
    decltype(&isal_inflate_init) init = nullptr;
    decltype(&isal_inflate) inflate = nullptr;

    [[nodiscard]] static const IsalFunctions* get() {
        static const std::optional<IsalFunctions> loaded = load();
        return loaded ? &*loaded : nullptr;
    }

private:
    static std::optional<IsalFunctions> load() {
        void* library = ::dlopen("libisal.so.2", RTLD_NOW | RTLD_LOCAL);
        if (library == nullptr) return std::nullopt;
        const IsalFunctions functions{
            reinterpret_cast<decltype(&isal_inflate_init)>(::dlsym(library, "isal_inflate_init")),
            reinterpret_cast<decltype(&isal_inflate)>(::dlsym(library, "isal_inflate"))};
        if (functions.init == nullptr || functions.inflate == nullptr) return std::nullopt;
        return functions;
    }
};

class Isal {
public:
    explicit Isal(const IsalFunctions& functions) : functions_(&functions) { restart(); }

    void restart() {
        functions_->init(&state_);
        state_.crc_flag = ISAL_GZIP;
    }

    Inflated inflate_member(std::string_view encoded, std::span<char> space) {
        state_.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(encoded.data()));
        state_.avail_in = clipped_to<std::uint32_t>(encoded.size());
        state_.next_out = reinterpret_cast<std::uint8_t*>(space.data());
        state_.avail_out = clipped_to<std::uint32_t>(space.size());
        const std::uint32_t given = state_.avail_in;
        const std::uint32_t room = state_.avail_out;
        const int status = functions_->inflate(&state_);
        return {
            .step = {given - state_.avail_in, room - state_.avail_out},
            .ended = status == ISAL_DECOMP_OK && state_.block_state == ISAL_BLOCK_FINISH,
            .broken = status != ISAL_DECOMP_OK && status != ISAL_END_INPUT && status != ISAL_OUT_OVERFLOW};
    }

private:
    const IsalFunctions* functions_;
    inflate_state state_{};
};

#endif

/// The members of a gzip file, whichever library inflates each.
template <typename Library>
class GzipDecoder : public StreamDecoder {
public:
    template <typename... Arguments>
    explicit GzipDecoder(Arguments&&... arguments) : library_(std::forward<Arguments>(arguments)...) {}

    base::Result<Step> decode(std::string_view encoded, std::span<char> space) override {
        if (broken_) return corrupt();
        if (between_members_) {
            if (encoded.empty()) return Step{};
            if (encoded.front() == '\0') {  // padding, as tapes have it
                const std::size_t size = encoded.find_first_not_of('\0');
                return Step{std::min(size, encoded.size()), 0};
            }
            // The signature decides about the first member; of the others its first byte is enough, as the
            // library looks at the rest.
            if (encoded.front() != '\x1F')
                return base::Error{"bytes that are not gzip follow the gzip data", {}};
            library_.restart();
            between_members_ = false;
        }
        const Inflated inflated = library_.inflate_member(encoded, space);
        const bool idle = inflated.step.used == 0 && inflated.step.made == 0 && !inflated.ended;
        broken_ = inflated.broken || (idle && !encoded.empty());
        between_members_ = inflated.ended;
        // What was inflated before the fault is handed out first; the next step reports it.
        if (broken_ && inflated.step.made == 0) return corrupt();
        return inflated.step;
    }

    base::Result<Step> finish(std::span<char> space) override {
        auto rest = decode({}, space);
        if (!rest || rest->made > 0) return rest;
        if (!between_members_) return base::Error{"the gzip data is cut off", {}};
        return Step{};
    }

private:
    Library library_;
    bool between_members_ = false;
    bool broken_ = false;
};

}  // namespace

bool has_fast_inflater() {
#ifdef HOOKSPECT_HAS_ISAL_HEADER
    return IsalFunctions::get() != nullptr;
#else
    return false;
#endif
}

std::unique_ptr<StreamDecoder> make_gzip_decoder(Inflater inflater) {
#ifdef HOOKSPECT_HAS_ISAL_HEADER
    const IsalFunctions* isal = inflater == Inflater::fastest ? IsalFunctions::get() : nullptr;
    if (isal != nullptr) return std::make_unique<GzipDecoder<Isal>>(*isal);
#endif
    return std::make_unique<GzipDecoder<Zlib>>();
}

}  // namespace hookspect::intake
