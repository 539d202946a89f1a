#include "output/unfinished_file.h"

#include <fcntl.h>
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
#include <system_error>
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

/// A signal that is ignored, as nohup does, ends nothing and stays ignored.
void guard(const std::string& path) {
    if (path.size() >= unfinished_path.size()) return;
    std::memcpy(unfinished_path.data(), path.c_str(), path.size() + 1);
    unfinished.store(true);
    struct sigaction removing {};
    removing.sa_handler = remove_unfinished;
    removing.sa_flags = SA_RESETHAND;
    for (const int signal_number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) {
        struct sigaction old {};
        if (::sigaction(signal_number, nullptr, &old) == 0 && old.sa_handler != SIG_IGN)
            ::sigaction(signal_number, &removing, nullptr);
    }
}

mode_t mode_of_new_files() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

}  // namespace

UnfinishedFile::UnfinishedFile(std::string beside, std::string name)
    : beside_(std::move(beside)), name_(std::move(name)) {
    guard(beside_);
}

std::unique_ptr<UnfinishedFile> UnfinishedFile::create(const std::string& path, int& descriptor) {
    namespace fs = std::filesystem;
    std::error_code error;
    fs::path target = fs::weakly_canonical(path, error);
    if (error) target = path;
    struct stat status {};
    const bool exists = ::stat(target.c_str(), &status) == 0;
    if (!exists && errno != ENOENT)
        return nullptr;  // a name that is too long, at the start and not at the end
    // Not made of the name, which may be as long as a name can be.
    std::string beside = (target.parent_path() / ".hookspect.XXXXXX").native();
    descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
    if (descriptor < 0) return nullptr;
    ::fchmod(descriptor, exists ? status.st_mode & 07777U : mode_of_new_files());
    return std::unique_ptr<UnfinishedFile>(new UnfinishedFile(std::move(beside), target.native()));
}

UnfinishedFile::~UnfinishedFile() {
    if (!beside_.empty()) ::unlink(beside_.c_str());
    unfinished.store(false);
}

bool UnfinishedFile::take_name() {
    if (::rename(beside_.c_str(), name_.c_str()) != 0) return false;
    beside_.clear();
    unfinished.store(false);
    return true;
}

}  // namespace hookspect::output
