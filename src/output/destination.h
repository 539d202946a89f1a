#pragma once

#include <filesystem>
#include <optional>

namespace hookspect::output {

/// The descriptor that a path names: 1 for `/dev/stdout`, 2 for `/dev/stderr`, N for `/dev/fd/N` and
/// `/proc/self/fd/N`. Symbolic links are followed. Opening such a path would begin a file anew that the shell
/// has opened, so that what is written before and after is lost. Nothing for any other path.
[[nodiscard]] std::optional<int> named_descriptor(const std::filesystem::path& path);

/// The file that a path leads to when its last component is a symbolic link; also one that does not exist
/// yet. The path itself where it is not a link, or where the links form a circle.
[[nodiscard]] std::filesystem::path follow_links(const std::filesystem::path& path);

}  // namespace hookspect::output
