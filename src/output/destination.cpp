#include "output/destination.h"

#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

namespace hookspect::output {
namespace {

namespace fs = std::filesystem;

constexpr int most_links = 40;  // as the kernel follows

/// Where a symbolic link leads; nothing where `path` is not one.
std::optional<fs::path> target_of(const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::read_symlink(path, error);
    if (error) return std::nullopt;
    return path.parent_path() / target;  // `target` alone where it is absolute
}

std::optional<int> number_of(std::string_view name) {
    int number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error != std::errc() || end != name.data() + name.size() || number < 0) return std::nullopt;
    return number;
}

bool is_folder_of_descriptors(const fs::path& folder) {
    std::error_code error;
    const fs::path own = fs::canonical("/proc/self/fd", error);
    return !error && fs::canonical(folder, error) == own && !error;
}

}  // namespace

std::optional<int> named_descriptor(const fs::path& path) {
    fs::path at = path;
    for (int i = 0; i < most_links; ++i) {
        if (at == "/dev/stdout") return 1;
        if (at == "/dev/stderr") return 2;
        const auto number = number_of(at.filename().native());
        if (number && is_folder_of_descriptors(at.parent_path())) return number;
        const auto target = target_of(at);
        if (!target) return std::nullopt;
        at = *target;
    }
    return std::nullopt;
}

fs::path follow_links(const fs::path& path) {
    fs::path at = path;
    for (int i = 0; i < most_links; ++i) {
        const auto target = target_of(at);
        if (!target) return at;
        at = *target;
    }
    return path;
}

}  // namespace hookspect::output
