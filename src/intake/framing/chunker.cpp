#include "intake/framing/chunker.h"

#include "event/structurals.h"
#include "intake/framing/body_start_guess.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <utility>

namespace hookspect::intake {
namespace {

using std::chrono::steady_clock;

/// How long a chunk may take to fill, so that a busy pipe is not read in small change.
constexpr std::chrono::milliseconds patience{3};

/// How a reader stands at a border, if it stood so at `begin` and read `text` up to there.
ReaderState state_at(const Border& border, const ReaderState& begin, std::string_view text) {
    ReaderState state;
    state.place = base::advance(begin.place, text.substr(0, border.at));
    state.number = begin.number + border.bodies;
    // Behind a fault in an array nothing ends it but its bracket.
    const bool torn = begin.array == ReaderState::Array::torn;
    if (border.in_array) state.array = torn ? begin.array : ReaderState::Array::element;
    if (border.in_line) state.last_line = state.several_line = state.place.line;
    return state;
}

}  // namespace

void Chunker::start(Source& source) {
    source_ = &source;
    ended_ = false;
    error_.reset();
    if (next_) recycle(std::move(next_));
}

void Chunker::begin_next() {
    if (spare_.empty()) {
        next_ = std::make_unique<Chunk>();
        // Not cleared: a small source never touches most of it.
        next_->bytes = std::make_unique_for_overwrite<char[]>(size_ + event::padding);
        std::memset(next_->bytes.get() + size_, 0, event::padding);
        return;
    }
    next_ = std::move(spare_.back());
    spare_.pop_back();
    next_->size = 0;
    next_->begin.reset();
}

void Chunker::read() {
    if (!next_) begin_next();
    const auto count = source_->read({next_->bytes.get() + next_->size, size_ - next_->size});
    if (!count) error_ = count.error();
    ended_ = !count || *count == 0;
    if (!ended_) next_->size += *count;
}

/// False when the chunk is not full yet.
bool Chunker::fill(bool patient) {
    const auto start = steady_clock::now();
    while (filled() < size_) {
        if (ended_) return false;
        if (source_->would_block()) {
            if (!patient || steady_clock::now() - start >= patience || source_->would_block(patience))
                return false;
        }
        read();
    }
    return true;
}

/// The chunk up to `end`; the bytes behind begin the next one.
std::unique_ptr<Chunk> Chunker::take(std::size_t end) {
    auto chunk = std::move(next_);
    chunk->end = end;
    const std::string_view rest = chunk->text().substr(end);
    if (!rest.empty()) {
        begin_next();
        next_->size = rest.copy(next_->bytes.get(), rest.size());
    }
    return chunk;
}

/// A full chunk up to its last border.
std::unique_ptr<Chunk> Chunker::cut() {
    std::optional<std::size_t> column;
    if (next_->begin) column = next_->begin->place.column;
    const auto border = find_border(next_->text(), column, framing_);
    auto chunk = take(border ? border->at : next_->size);
    if (border && chunk->begin) {
        if (!next_) begin_next();
        next_->begin = state_at(*border, *chunk->begin, chunk->text());
    }
    if (!border) chunk->begin.reset();
    return chunk;
}

std::unique_ptr<Chunk> Chunker::whole(const ReaderState* here, bool patient) {
    if (!fill(patient)) return nullptr;
    if (here != nullptr) next_->begin = *here;
    return cut();
}

std::unique_ptr<Chunk> Chunker::any() {
    if (filled() == 0 && !ended_) read();
    if (fill(false)) return cut();
    if (!next_) begin_next();
    next_->begin.reset();
    return take(next_->size);
}

}  // namespace hookspect::intake
