#include "term/pager.h"

#include "base/c_strings.h"
#include "base/utf8.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

namespace hookspect::term {
namespace {

constexpr std::string_view default_options = "LESS=FRX";

/// The words of a command that needs no shell, or those that give it to one.
std::vector<std::string> words_of(const std::string& command) {
    if (command.find_first_of("|&;<>()$`\\\"'*?[#~=%\n\t") != std::string::npos)
        return {"/bin/sh", "-c", command};
    std::vector<std::string> words;
    for (std::size_t at = command.find_first_not_of(' '); at < command.size();) {
        const std::size_t end = std::min(command.find(' ', at), command.size());
        words.push_back(command.substr(at, end - at));
        at = command.find_first_not_of(' ', end);
    }
    return words;
}

std::vector<std::string> environment_for_pager() {
    std::vector<std::string> variables;
    bool has_less = false;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        variables.emplace_back(*variable);
        has_less = has_less || variables.back().starts_with("LESS=");
    }
    if (!has_less) variables.emplace_back(default_options);
    return variables;
}

/// Starts it with `input` as its standard input. Returns errno, 0 where it runs.
int spawn(const std::string& command, int input, pid_t& process) {
    std::vector<std::string> words = words_of(command);
    if (words.empty()) return ENOENT;
    std::vector<std::string> variables = environment_for_pager();
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    // What is ignored here would be ignored there.
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    sigset_t ignored{};
    sigemptyset(&ignored);
    sigaddset(&ignored, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes, &ignored);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    const int fault = ::posix_spawnp(&process, words.front().c_str(), &actions, &attributes,
                                     base::pointers_to(words).data(), base::pointers_to(variables).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return fault;
}

// Whether the reader has interrupted the pager. A handler may touch nothing that is not lock-free.
std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void note_interrupt(int /*signal_number*/) {
    interrupted.store(true);
}

void close_if_open(int& descriptor) {
    if (descriptor >= 0) ::close(std::exchange(descriptor, -1));
}

}  // namespace

std::string decide_pager(const char* hookspect_pager, const char* pager) {
    std::string command(default_pager);
    if (pager != nullptr) command = pager;
    if (hookspect_pager != nullptr) command = hookspect_pager;
    command.erase(0, std::min(command.find_first_not_of(' '), command.size()));
    return command == "cat" ? std::string() : command;
}

bool is_less(std::string_view command) noexcept {
    const std::string_view program = command.substr(0, command.find(' '));
    return program.substr(program.rfind('/') + 1) == default_pager;
}

bool exceeds_screen(std::string_view text, int rows, int columns) noexcept {
    int used = 1;  // the prompt of the shell
    while (!text.empty()) {
        const std::size_t line = std::min(text.find('\n'), text.size());
        // Colours are counted as columns, too: a pager may be started for less than a screen, never too late.
        const auto width = static_cast<int>(base::count_code_points(text.substr(0, line)));
        used += 1 + std::max(width - 1, 0) / std::max(columns, 1);
        if (used > rows) return true;
        text.remove_prefix(std::min(line + 1, text.size()));
    }
    return false;
}

Pager::Pager(int descriptor, pid_t process, std::string command)
    : descriptor_(descriptor), process_(process), command_(std::move(command)) {
    interrupted.store(false);
    saved_interrupt_ = std::signal(SIGINT, note_interrupt);
    saved_pipe_ = std::signal(SIGPIPE, SIG_IGN);
    if (::isatty(STDERR_FILENO) == 0) return;
    saved_stderr_ = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (saved_stderr_ >= 0) ::dup2(descriptor_, STDERR_FILENO);
}

Pager::Pager(Pager&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      process_(std::exchange(other.process_, -1)),
      command_(std::move(other.command_)),
      saved_stderr_(std::exchange(other.saved_stderr_, -1)),
      saved_interrupt_(other.saved_interrupt_),
      saved_pipe_(other.saved_pipe_) {}

Pager::~Pager() {
    finish();
}

std::optional<base::Error> Pager::finish() {
    if (process_ < 0) return std::nullopt;
    if (saved_stderr_ >= 0) ::dup2(saved_stderr_, STDERR_FILENO);
    close_if_open(saved_stderr_);
    close_if_open(descriptor_);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    std::signal(SIGINT, saved_interrupt_);
    std::signal(SIGPIPE, saved_pipe_);
    if (interrupted.load()) return std::nullopt;
    const std::string pager = "the pager \"" + command_ + "\" ";
    if (WIFSIGNALED(status))
        return base::Error{pager + "was ended by signal " + std::to_string(WTERMSIG(status)), {}};
    if (WEXITSTATUS(status) != 0)
        return base::Error{pager + "failed with status " + std::to_string(WEXITSTATUS(status)), {}};
    return std::nullopt;
}

base::Result<Pager> Pager::start(const std::string& command) {
    std::array<int, 2> ends{-1, -1};
    pid_t process = -1;
    int fault = ::pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno;
    if (fault == 0) fault = spawn(command, ends[0], process);
    close_if_open(ends[0]);
    if (fault == 0) return Pager(ends[1], process, command);
    close_if_open(ends[1]);
    return base::Error{
        "cannot start the pager \"" + command + "\": " + std::generic_category().message(fault), {}};
}

}  // namespace hookspect::term
