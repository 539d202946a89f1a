#pragma once

#include "base/result.h"

#include <memory>
#include <string>

namespace hookspect::output {

/// A file that is written beside its name and takes it when it is complete. Destroyed before, it is removed;
/// a signal that ends the program removes it too. There is one at a time.
class UnfinishedFile {
public:
    /// Creates it empty, with the mode of the file of that name, or of a new one, and opens it for writing as
    /// `descriptor`, which is the caller's. A name that is a symbolic link stays one: its target is replaced.
    /// Null where that fails; errno says why.
    [[nodiscard]] static std::unique_ptr<UnfinishedFile> create(const std::string& path, int& descriptor);

    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    ~UnfinishedFile();

    /// Gives it its name. Returns false where that fails; errno says why.
    [[nodiscard]] bool take_name();

private:
    UnfinishedFile(std::string beside, std::string name);

    std::string beside_;  // empty: it has its name
    std::string name_;
};

}  // namespace hookspect::output
