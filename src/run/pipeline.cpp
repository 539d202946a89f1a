#include "run/pipeline.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace hookspect::run {

Pipeline::Pipeline(const intake::ReadOptions& reading, const Options& options,
                   std::function<void()> before_waiting, std::function<Share()> make_share)
    : reading_(reading),
      options_(options),
      make_share_(std::move(make_share)),
      chunker_(reading.framing, options.chunk),
      reader_(reading, std::move(before_waiting)),
      worker_(reading, [] {}) {
    if (!make_share_) options_.threads = 1;
}

Pipeline::~Pipeline() {
    give_up();
}

void Pipeline::start(intake::Source& source) {
    give_up();
    while (!jobs_.empty()) drop_front();
    name_ = source.name();
    chunker_.start(source);
    most_ = 1;
    stopped_ = false;
    if (options_.threads == 1) return reader_.start(intake::stream_from(source), name_, {});
    reader_.start({[this](std::span<char> space) { return read(space); },
                   [this] { return jobs_.empty() && chunker_.would_wait(); }},
                  name_, {});
}

bool Pipeline::next(event::Body& body) {
    if (options_.threads != 1) {
        while (!reader_.settle() && join_front()) {
        }
    }
    return !stopped_ && reader_.next(body);
}

/// Bytes for the reader, up to the end of a chunk.
base::Result<std::size_t> Pipeline::read(std::span<char> space) {
    if (jobs_.empty()) add(chunker_.any(), false);
    Job& front = *jobs_.front();
    const std::size_t count = front.chunk->own_text().substr(front.taken).copy(space.data(), space.size());
    front.taken += count;
    if (front.taken == front.chunk->end) drop_front();
    if (count == 0 && chunker_.error()) return *chunker_.error();
    return count;
}

// The jobs

void Pipeline::read_ahead() {
    while (jobs_.size() < most_) {
        const bool here = jobs_.empty();
        auto chunk = chunker_.whole(here ? &reader_.state() : nullptr, here);
        if (!chunk) return;
        const bool shared = chunk->begin.has_value();
        add(std::move(chunk), shared);
    }
}

void Pipeline::add(std::unique_ptr<intake::Chunk> chunk, bool shared) {
    auto job = std::make_unique<Job>();
    job->chunk = std::move(chunk);
    if (shared) {
        job->share = make_share_();
        job->status = Job::Status::queued;
    }
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    if (!shared) return;
    // The first job is this thread's own.
    if (jobs_.size() > helpers_.size() + 1 && helpers_.size() < most_helpers()) add_helper();
    queued_.notify_one();
}

std::size_t Pipeline::most_helpers() {
    if (!most_helpers_) {
        const std::size_t threads = options_.threads != 0 ? options_.threads : options_.count_processors();
        most_helpers_ = std::max<std::size_t>(threads, 1) - 1;
    }
    return *most_helpers_;
}

/// Where the system has no more threads, those that there are do the jobs: at least this one, see await().
void Pipeline::add_helper() {
    try {
        helpers_.push_back(options_.start([this](const std::stop_token& stop) { help(stop); }));
    } catch (const std::system_error&) {
        most_helpers_ = helpers_.size();
    }
}

/// Nothing that is under way will be joined.
void Pipeline::give_up() {
    for (const auto& job : jobs_) {
        job->given_up = true;
        job->share.join = nullptr;
    }
}

void Pipeline::drop_front() {
    std::unique_lock lock(mutex_);
    Job& front = *jobs_.front();
    front.given_up = true;
    done_.wait(lock, [&] { return front.status != Job::Status::busy; });
    chunker_.recycle(std::move(front.chunk));
    jobs_.pop_front();
}

/// Puts the reader behind the chunk at the front if that can be joined. False: the reader must read on.
bool Pipeline::join_front() {
    read_ahead();
    if (jobs_.empty() || !jobs_.front()->share.join || jobs_.front()->taken > 0) return false;
    Job& front = *jobs_.front();
    if (!stands_at(*front.chunk)) {
        give_up();
        most_ = 1;
        return false;
    }
    await(front);
    const auto joined = front.good ? front.share.join() : Answer::not_mine;
    if (joined == Answer::not_mine) {
        front.share.join = nullptr;
        if (!front.good) most_ = 1;
        return false;
    }
    stopped_ = joined == Answer::stop;
    reader_.go_on(front.behind);
    drop_front();
    most_ = most_ == 1 ? 2 : std::min(most_ + 1, 2 * most_helpers() + 3);
    return !stopped_;
}

/// The reader is where the chunk was thought to begin, in all that it would go by.
bool Pipeline::stands_at(const intake::Chunk& chunk) const {
    const intake::ReaderState& is = reader_.state();
    const intake::ReaderState& thought = *chunk.begin;
    // A search for the next line that begins a body ends here.
    const bool found = is.resync && is.place.column == 1 && chunk.text().front() == '{';
    const bool resync = is.resync && !found;
    const bool behind_text = is.behind_text && !found;
    const auto on_line = [](std::uint64_t line, const intake::ReaderState& state) {
        return line == state.place.line;
    };
    return is.place.offset == thought.place.offset && is.place.line == thought.place.line &&
           is.place.column == thought.place.column && is.number == thought.number &&
           is.array == thought.array && resync == thought.resync && behind_text == thought.behind_text &&
           on_line(is.last_line, is) == on_line(thought.last_line, thought) &&
           on_line(is.several_line, is) == on_line(thought.several_line, thought);
}

// The work

/// Waits for a job, and does others meanwhile.
void Pipeline::await(const Job& job) {
    std::unique_lock lock(mutex_);
    while (job.status != Job::Status::done) {
        Job* mine = take_queued();
        if (mine == nullptr) {
            done_.wait(lock, [&] { return job.status == Job::Status::done; });
            return;
        }
        lock.unlock();
        work(*mine, worker_);
        lock.lock();
        mine->status = Job::Status::done;
    }
}

/// The first job that nobody has taken. Under the lock.
Pipeline::Job* Pipeline::take_queued() {
    for (const auto& job : jobs_) {
        if (job->status != Job::Status::queued) continue;
        job->status = Job::Status::busy;
        return job.get();
    }
    return nullptr;
}

void Pipeline::help(const std::stop_token& stop) {
    intake::BodyReader reader(reading_, [] {});
    std::unique_lock lock(mutex_);
    for (;;) {
        Job* mine = nullptr;
        if (!queued_.wait(lock, stop, [&] { return (mine = take_queued()) != nullptr; })) return;
        lock.unlock();
        work(*mine, reader);
        lock.lock();
        mine->status = Job::Status::done;
        done_.notify_all();
    }
}

void Pipeline::work(Job& job, intake::BodyReader& reader) {
    try {
        job.good = use_bodies(job, reader);
    } catch (...) {
        job.good = false;  // what is wrong will show again when the bodies are read in order
    }
}

bool Pipeline::use_bodies(Job& job, intake::BodyReader& reader) const {
    bool wanted_more = false;
    const auto read = [&](std::span<char>) -> base::Result<std::size_t> {
        wanted_more = true;
        return std::size_t{0};
    };
    reader.start({read, [] { return false; }, job.chunk->text()}, name_, *job.chunk->begin);
    const std::uint64_t end = job.chunk->begin->place.offset + job.chunk->end;
    event::Body body;
    while (reader.find_body() && reader.state().place.offset < end) {
        if (job.given_up || !reader.next(body) || wanted_more || job.share.use(body) != Answer::go_on)
            return false;
    }
    job.behind = reader.state();
    return job.behind.place.offset == end;
}

}  // namespace hookspect::run
