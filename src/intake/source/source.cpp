#include "intake/source/source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace hookspect::intake {
namespace {

base::Error system_error(const char* action, const std::string& name, int code) {
    const std::string shown = name.empty() ? "\"\"" : name;
    return {"cannot " + std::string(action) + " " + shown + ": " + std::generic_category().message(code), {}};
}

base::Result<std::size_t> read_descriptor(int descriptor, const std::string& name, std::span<char> space) {
    for (;;) {
        const ssize_t count = ::read(descriptor, space.data(), space.size());
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) return system_error("read", name, errno);
    }
}

}  // namespace

Source::Source(int descriptor, std::string name, bool regular)
    : descriptor_(descriptor),
      name_(std::move(name)),
      regular_(regular),
      decoded_(std::make_unique<DecodedStream>(name_, [descriptor, name = name_](std::span<char> space) {
          return read_descriptor(descriptor, name, space);
      })) {
    std::array<char, longest_signature> front{};
    if (!regular_) return;
    const auto count = read_at(position(), front);
    encoded_ = count && recognise_encoding({front.data(), *count}).encoding != StreamEncoding::plain;
}

Source::Source(Source&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      name_(std::move(other.name_)),
      regular_(other.regular_),
      encoded_(other.encoded_),
      decoded_(std::move(other.decoded_)) {}

Source& Source::operator=(Source&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(name_, other.name_);
    std::swap(regular_, other.regular_);
    std::swap(encoded_, other.encoded_);
    std::swap(decoded_, other.decoded_);
    return *this;
}

Source::~Source() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

base::Result<Source> Source::open(const std::string& path) {
    const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return system_error("open", path, errno);
    return adopt(descriptor, path);
}

Source Source::adopt(int descriptor, std::string name) {
    struct stat status {};
    const bool known = ::fstat(descriptor, &status) == 0;
    return {descriptor, std::move(name), known && S_ISREG(status.st_mode)};
}

std::optional<std::uint64_t> Source::size_of(const std::string& path) {
    const auto source = open(path);
    if (!source || !source->can_be_read_again()) return std::nullopt;
    struct stat status {};
    if (::fstat(source->descriptor_, &status) != 0) return std::nullopt;
    return static_cast<std::uint64_t>(status.st_size);
}

base::Result<std::size_t> Source::read(std::span<char> space) {
    return decoded_->read(space);
}

std::string_view Source::encoding() const {
    return encoding_name(decoded_->encoding().value_or(StreamEncoding::plain));
}

base::Result<std::size_t> Source::read_at(std::uint64_t offset, std::span<char> space) const {
    for (;;) {
        const ssize_t count = ::pread(descriptor_, space.data(), space.size(), static_cast<off_t>(offset));
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) return system_error("read", name_, errno);
    }
}

base::Result<Source> Source::duplicate() const {
    const int descriptor = ::fcntl(descriptor_, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (descriptor < 0) return system_error("open", name_, errno);
    return Source(descriptor, name_, regular_);
}

bool Source::is_file_of(int descriptor) const {
    struct stat own {};
    struct stat other {};
    return regular_ && ::fstat(descriptor_, &own) == 0 && ::fstat(descriptor, &other) == 0 &&
           own.st_dev == other.st_dev && own.st_ino == other.st_ino;
}

std::uint64_t Source::position() const {
    const off_t position = ::lseek(descriptor_, 0, SEEK_CUR);
    return position < 0 ? 0 : static_cast<std::uint64_t>(position);
}

bool Source::would_block(std::chrono::milliseconds patience) const {
    if (regular_ || decoded_->has_ready()) return false;
    pollfd poll_entry{descriptor_, POLLIN, 0};
    return ::poll(&poll_entry, 1, static_cast<int>(patience.count())) == 0;
}

}  // namespace hookspect::intake
