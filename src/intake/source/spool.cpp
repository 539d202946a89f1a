#include "intake/source/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>

namespace hookspect::intake {
namespace {

std::string temporary_folder() {
    const char* named = std::getenv("TMPDIR");
    return named != nullptr && *named != '\0' ? named : "/tmp";
}

base::Error no_copy(const std::string& name, int code) {
    return {"cannot keep a copy of " + name + " in " + temporary_folder() + ": " +
                std::generic_category().message(code),
            "TMPDIR names the folder for temporary files"};
}

/// The error number of a write that failed, or 0.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(count));
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

}  // namespace

base::Result<Source> spool(Source& source) {
    std::string path = temporary_folder() + "/hookspect.XXXXXX";
    const int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
    if (descriptor < 0) return no_copy(source.name(), errno);
    ::unlink(path.c_str());
    Source copy = Source::adopt(descriptor, source.name());

    constexpr std::size_t piece = 256 * 1024;
    const auto bytes = std::make_unique_for_overwrite<char[]>(piece);
    for (;;) {
        const auto count = source.read({bytes.get(), piece});
        if (!count) return count.error();
        if (*count == 0) break;
        if (const int code = write_all(descriptor, {bytes.get(), *count}); code != 0)
            return no_copy(source.name(), code);
    }
    if (::lseek(descriptor, 0, SEEK_SET) != 0) return no_copy(source.name(), errno);
    return copy;
}

}  // namespace hookspect::intake
