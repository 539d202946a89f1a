#include "term/progress.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <string>

namespace hookspect {
namespace {

/// All that can be read from a pipe now.
std::string drained(int descriptor) {
    std::array<char, 4096> bytes{};
    const ssize_t count = ::read(descriptor, bytes.data(), bytes.size());
    return {bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

}  // namespace

TEST_CASE("a line of progress is written over, cut to the width, and erased once") {
    int ends[2];
    REQUIRE(::pipe2(ends, O_NONBLOCK) == 0);
    ::setenv("COLUMNS", "20", 1);
    {
        term::ProgressLine line(ends[1], true);
        CHECK(line.due().has_value());
        line.show("12 events");
        CHECK(drained(ends[0]) == "\r12 events\x1b[K");
        CHECK_FALSE(line.due().has_value());
        line.show("12 events, 1.5 kB of 200 kB");
        CHECK(drained(ends[0]) == "\r12 events, 1.5 kB o\x1b[K");
        line.clear();
        line.clear();
        CHECK(drained(ends[0]) == "\r\x1b[K");
        line.show("13 events");
    }
    CHECK(drained(ends[0]) == "\r13 events\x1b[K\r\x1b[K");
    ::unsetenv("COLUMNS");
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("short work shows no progress") {
    const term::ProgressLine line(STDERR_FILENO, false);
    CHECK_FALSE(line.due().has_value());
}

}  // namespace hookspect
