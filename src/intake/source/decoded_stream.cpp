#include "intake/source/decoded_stream.h"

#include <algorithm>
#include <utility>

namespace hookspect::intake {
namespace {

constexpr std::size_t piece = 64 * 1024;  // bytes read at a time

bool is_compressed(StreamEncoding encoding) {
    return encoding == StreamEncoding::gzip || encoding == StreamEncoding::zstd;
}

}  // namespace

base::Result<std::size_t> DecodedStream::read(std::span<char> space) {
    if (!encoding_) return read_first(space);
    if (inner_) return inner_->read(space);
    return decoder_ ? decode(space) : read_plain(space);
}

/// Plain bytes, the usual case, are where they should be after one read. Others move into memory of this
/// stream.
base::Result<std::size_t> DecodedStream::read_first(std::span<char> space) {
    const auto count = read_(space);
    if (!count) return count.error();
    Recognised recognised = recognise_encoding({space.data(), *count});
    if (*count == 0 || (recognised.encoding == StreamEncoding::plain && !recognised.undecided)) {
        encoding_ = StreamEncoding::plain;
        return count;
    }
    input_.assign(space.begin(), space.begin() + static_cast<std::ptrdiff_t>(*count));
    input_.resize(std::max(piece, *count));
    end_ = *count;
    while (recognised.undecided) {
        const auto more = refill();
        if (!more) return more.error();
        if (*more == 0) break;
        recognised = recognise_encoding(pending());
    }
    begin(recognised.encoding);
    return read(space);
}

void DecodedStream::begin(StreamEncoding encoding) {
    if (inflated_ && is_compressed(encoding)) encoding = StreamEncoding::plain;
    encoding_ = encoding;
    decoder_ = make_decoder(encoding);
    if (!is_compressed(encoding)) return;
    inner_ = std::make_unique<DecodedStream>(name_, [this](std::span<char> space) { return decode(space); });
    inner_->inflated_ = true;
}

/// Reads more after what is pending. 0 at the end.
base::Result<std::size_t> DecodedStream::refill() {
    if (begin_ == end_) begin_ = end_ = 0;
    auto count = read_({input_.data() + end_, input_.size() - end_});
    if (count) end_ += *count;
    return count;
}

base::Result<std::size_t> DecodedStream::read_plain(std::span<char> space) {
    if (pending().empty()) return read_(space);
    const std::size_t count = pending().copy(space.data(), space.size());
    begin_ += count;
    return count;
}

base::Result<std::size_t> DecodedStream::decode(std::span<char> space) {
    for (;;) {
        if (ended_ || !pending().empty() || filled_) {
            const auto step = ended_ ? decoder_->finish(space) : decoder_->decode(pending(), space);
            if (!step)
                return base::Error{"cannot read " + name_ + ": " + step.error().message, step.error().hint};
            begin_ += step->used;
            filled_ = step->made == space.size();
            if (step->made > 0 || ended_) return step->made;
            if (!pending().empty()) continue;
        }
        const auto count = refill();
        if (!count) return count.error();
        ended_ = *count == 0;
    }
}

}  // namespace hookspect::intake
