// What a command costs, from its start to its end:
//
//     bench/rusage TIMES COMMAND [ARGS...]
//
// Runs COMMAND that many times, one run after the other, its output thrown away. Prints a line with the
// processor time of all runs (user and system, of COMMAND and of what it waited for), their wall time, both
// in seconds, the peak memory of the largest run in KiB, and the exit status of the last one.
//
// A program of its own, as small as this, because Linux counts the peak of the parent to that of a child that
// it starts.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    double processor = 0;
    long peak = 0;
    int status = 0;
    const auto begin = std::chrono::steady_clock::now();
    for (long left = std::strtol(argv[1], nullptr, 10); left > 0; --left) {
        pid_t child = 0;
        if (::posix_spawnp(&child, argv[2], &actions, nullptr, argv + 2, environ) != 0) return 127;
        rusage usage{};
        if (::wait4(child, &status, 0, &usage) != child) return 127;
        processor += seconds(usage.ru_utime) + seconds(usage.ru_stime);
        peak = std::max(peak, usage.ru_maxrss);
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    std::printf("%.6f %.6f %ld %d\n", processor, wall.count(), peak,
                WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    posix_spawn_file_actions_destroy(&actions);
    return 0;
}
