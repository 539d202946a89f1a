#pragma once

#include <memory>
#include <string>

namespace hookspect::output {

/// A file that is written beside its name and takes it when it is complete. Destroyed before, it is removed;
/// a signal that ends the program removes it too. There is one at a time.
class UnfinishedFile {
public:
    /// Creates it empty and opens it for writing as `descriptor`, which is the caller's. `path` is not a
    /// symbolic link. A file of that name must be one that may be written; its owner and mode stay. Null
    /// where that fails; errno says why.
    [[nodiscard]] static std::unique_ptr<UnfinishedFile> create(const std::string& path, int& descriptor);

    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    ~UnfinishedFile();

    /// Gives it its name. Returns false where that fails; errno says why.
    [[nodiscard]] bool take_name();

    /// Whether there is a file of that name, which is replaced.
    [[nodiscard]] bool replaces() const { return replaces_; }

private:
    UnfinishedFile(std::string beside, std::string name, bool replaces);

    std::string beside_;  // empty: it has its name
    std::string name_;
    bool replaces_;
    bool copies_ = false;  // into the old file, whose owner a new one cannot have

    [[nodiscard]] bool copy();
};

}  // namespace hookspect::output
