#include "output/unfinished_file.h"

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace hookspect::output {
namespace {

// The one file that a signal must not leave behind. Only async-signal-safe things touch it in the handler.
std::array<char, 4096> unfinished_path{};
std::atomic<bool> unfinished = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void remove_unfinished(int signal_number) {
    if (unfinished.load()) ::unlink(unfinished_path.data());
    std::raise(signal_number);  // the handler was for one time: now it ends the program
}

/// The signals that end a program unless it says otherwise, but SIGKILL, which nothing can catch.
constexpr std::array ending_signals{
    SIGHUP,  SIGINT,  SIGQUIT, SIGILL,  SIGTRAP,   SIGABRT, SIGBUS,  SIGFPE,    SIGUSR1, SIGSEGV, SIGUSR2,
    SIGPIPE, SIGALRM, SIGTERM, SIGXCPU, SIGVTALRM, SIGPROF, SIGXFSZ, SIGSTKFLT, SIGPOLL, SIGPWR,  SIGSYS};

/// A signal that is ignored, as nohup does, ends nothing and stays ignored.
void guard(const std::string& path) {
    if (path.size() >= unfinished_path.size()) return;
    std::memcpy(unfinished_path.data(), path.c_str(), path.size() + 1);
    unfinished.store(true);
    struct sigaction removing {};
    removing.sa_handler = remove_unfinished;
    removing.sa_flags = SA_RESETHAND;
    for (const int signal_number : ending_signals) {
        struct sigaction old {};
        if (::sigaction(signal_number, nullptr, &old) == 0 && old.sa_handler == SIG_DFL)
            ::sigaction(signal_number, &removing, nullptr);
    }
}

mode_t mode_of_new_files() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

/// Whether a file may be written as it is: its permissions, and that it is not a program that runs.
bool may_write(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    return descriptor >= 0 && ::close(descriptor) == 0;
}

/// Gives a new file the owner and the mode of the old one. False where that is not allowed.
bool take_over(int descriptor, const struct stat& old) {
    struct stat now {};
    if (::fstat(descriptor, &now) != 0) return false;
    const bool same = now.st_uid == old.st_uid && now.st_gid == old.st_gid;
    if (!same && ::fchown(descriptor, old.st_uid, old.st_gid) != 0) return false;
    return ::fchmod(descriptor, old.st_mode & 07777U) == 0;
}

}  // namespace

UnfinishedFile::UnfinishedFile(std::string beside, std::string name, bool replaces)
    : beside_(std::move(beside)), name_(std::move(name)), replaces_(replaces) {
    guard(beside_);
}

std::unique_ptr<UnfinishedFile> UnfinishedFile::create(const std::string& path, int& descriptor) {
    struct stat old {};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (!exists && errno != ENOENT)
        return nullptr;  // a name that is too long, at the start and not at the end
    if (exists && !may_write(path)) return nullptr;
    // Not made of the name, which may be as long as a name can be.
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::string beside = (folder / ".hookspect.XXXXXX").native();
    descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
    if (descriptor < 0) return nullptr;
    std::unique_ptr<UnfinishedFile> file(new UnfinishedFile(std::move(beside), path, exists));
    if (exists) {
        file->copies_ = !take_over(descriptor, old);
    } else {
        ::fchmod(descriptor, mode_of_new_files());
    }
    return file;
}

UnfinishedFile::~UnfinishedFile() {
    if (!beside_.empty()) ::unlink(beside_.c_str());
    unfinished.store(false);
}

bool UnfinishedFile::take_name() {
    if (copies_) return copy();
    if (::rename(beside_.c_str(), name_.c_str()) != 0) return false;
    beside_.clear();
    unfinished.store(false);
    return true;
}

bool UnfinishedFile::copy() {
    const int from = ::open(beside_.c_str(), O_RDONLY | O_CLOEXEC);
    const int to = ::open(name_.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    ssize_t count = from >= 0 && to >= 0 ? 1 : -1;
    constexpr std::size_t piece = std::size_t{1} << 30;
    while (count > 0) count = ::sendfile(to, from, nullptr, piece);
    const int fault = errno;
    if (from >= 0) ::close(from);
    const bool closed = to >= 0 && ::close(to) == 0;
    if (count < 0) errno = fault;
    return count == 0 && closed;
}

}  // namespace hookspect::output
