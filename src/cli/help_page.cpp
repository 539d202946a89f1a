#include "cli/help_page.h"

#include "base/c_strings.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace hookspect::cli {
namespace {

namespace fs = std::filesystem;

/// share/man beside the folder of the program, empty where the page is not in it.
std::string folder_with(const std::string& page, const std::string& section) {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    const fs::path folder = program.parent_path().parent_path() / "share" / "man";
    const fs::path file = folder / ("man" + section) / (page + '.' + section);
    for (const char* const suffix : {"", ".gz"}) {
        if (!error && fs::exists(file.native() + suffix, error)) return folder.string();
    }
    return {};
}

/// The environment, with that folder before those of MANPATH. A MANPATH that ends with a colon goes on with
/// the folders of the system.
std::vector<std::string> environment_with(const std::string& folder) {
    std::vector<std::string> variables;
    const char* const given = std::getenv("MANPATH");
    if (!folder.empty()) variables.push_back("MANPATH=" + folder + ':' + (given == nullptr ? "" : given));
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const bool replaced = !folder.empty() && std::string_view(*variable).starts_with("MANPATH=");
        if (!replaced) variables.emplace_back(*variable);
    }
    return variables;
}

/// Whether these words run and end well.
bool succeeds(std::vector<std::string> words, std::vector<std::string>& environment, bool silent) {
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    if (silent) {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    pid_t process = -1;
    const int fault = ::posix_spawnp(&process, words.front().c_str(), &actions, nullptr,
                                     base::pointers_to(words).data(), base::pointers_to(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (fault != 0) return false;
    int status = 0;
    while (::waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) return false;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

bool open_manual(const std::string& page, char section) {
    if (::isatty(STDOUT_FILENO) == 0) return false;
    const std::string number(1, section);
    std::vector<std::string> environment = environment_with(folder_with(page, number));
    if (!succeeds({"man", "-w", number, page}, environment, true)) return false;
    const auto saved = std::signal(SIGINT, SIG_IGN);  // an interrupt is the pager's
    const bool opened = succeeds({"man", number, page}, environment, false);
    std::signal(SIGINT, saved);
    return opened;
}

}  // namespace hookspect::cli
