#pragma once

#include "intake/framing/chunker.h"
#include "intake/framing/reader.h"
#include "run/answer.h"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace hookspect::run {

/// What is done with the bodies of one chunk, by whichever thread has time. Anything but `go_on` of `use`,
/// and `not_mine` of `join`: the bodies are given out one by one instead. `stop`: nothing more is wanted.
struct Share {
    std::function<Answer(const event::Body&)> use;
    std::function<Answer()> join;  // adds what came of it to the whole, in the order of the input
};

/// Reads a source in chunks, and lets several threads decode and use their bodies. A chunk ends where a body
/// seems to begin, and what was found in the next one counts only if the reading before it came to stand
/// exactly there. Otherwise its bodies are read in order and given out one by one. So what comes out depends
/// neither on the threads nor on where chunks end. With one thread this is a BodyReader.
class Pipeline {
public:
    using Helper = std::function<void(const std::stop_token&)>;

    struct Options {
        /// This one among them; fewer where no more can be started. 0: as many as there are processors, which
        /// are counted only where there is work for a second thread.
        std::size_t threads = 1;
        std::size_t chunk = 256 * 1024;  // bytes
        unsigned (*count_processors)() = std::thread::hardware_concurrency;
        /// Throws std::system_error where the system has no more threads.
        std::jthread (*start)(Helper) = [](Helper helper) { return std::jthread(std::move(helper)); };
    };

    /// `make_share` is called for each chunk, in this thread; null is one thread. `before_waiting` is called
    /// before a read that may wait for somebody to write. What `reading` points at is used by all threads.
    Pipeline(const intake::ReadOptions& reading, const Options& options, std::function<void()> before_waiting,
             std::function<Share()> make_share);
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    /// Begins a new source, which must live as long as it is read.
    void start(intake::Source& source);

    /// Joins the shares of chunks as far as they go, then gives the next body that is in none, valid until
    /// the next call. False at the end of the source, when it cannot be read further, or when a share said
    /// stop.
    [[nodiscard]] bool next(event::Body& body);

    /// How far the source is read: what is joined or was given out.
    [[nodiscard]] const intake::ReaderState& state() const { return reader_.state(); }

    /// Why the source could not be read to its end.
    [[nodiscard]] const std::optional<base::Error>& error() const { return reader_.error(); }

private:
    /// A chunk on its way.
    struct Job {
        enum class Status : std::uint8_t { apart, queued, busy, done };

        std::unique_ptr<intake::Chunk> chunk;
        Share share{};                  // none: the bodies are given out one by one
        Status status = Status::apart;  // `apart`: not for the helpers; guarded by mutex_
        std::atomic<bool> given_up = false;
        std::size_t taken = 0;       // bytes that the reader has
        bool good = false;           // all bodies that begin in the chunk were used
        intake::ReaderState behind;  // how the worker then stood
    };

    intake::ReadOptions reading_;
    Options options_;
    std::function<Share()> make_share_;
    std::string name_;  // of the source
    intake::Chunker chunker_;
    std::size_t most_ = 1;  // jobs on their way: fewer while borders are guessed wrong
    bool stopped_ = false;
    intake::BodyReader reader_;  // of what is not joined
    intake::BodyReader worker_;  // of this thread's jobs

    std::mutex mutex_;
    std::condition_variable_any queued_;
    std::condition_variable_any done_;
    std::deque<std::unique_ptr<Job>> jobs_;  // in the order of the source; guarded by mutex_ for the helpers
    std::optional<std::size_t> most_helpers_;  // once it was needed
    std::vector<std::jthread> helpers_;        // last, so that they end first

    [[nodiscard]] base::Result<std::size_t> read(std::span<char> space);
    void read_ahead();
    void add(std::unique_ptr<intake::Chunk> chunk, bool shared);
    [[nodiscard]] std::size_t most_helpers();
    void add_helper();
    void drop_front();
    void give_up();
    [[nodiscard]] bool join_front();
    [[nodiscard]] bool stands_at(const intake::Chunk& chunk) const;
    void await(const Job& job);
    [[nodiscard]] Job* take_queued();
    void help(const std::stop_token& stop);
    void work(Job& job, intake::BodyReader& reader);
    [[nodiscard]] bool use_bodies(Job& job, intake::BodyReader& reader) const;
};

}  // namespace hookspect::run
