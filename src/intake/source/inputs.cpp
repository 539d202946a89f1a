#include "intake/source/inputs.h"

#include "intake/source/source.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace hookspect::intake {
namespace {

namespace fs = std::filesystem;

void walk(const fs::path& folder, std::vector<std::string>& files, std::vector<base::Error>& problems) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (!entry->path().filename().native().starts_with('.')) entries.push_back(*entry);
    }
    if (error) {
        problems.push_back({"cannot read " + folder.native() + ": " + error.message(), {}});
        return;
    }
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
    for (const fs::directory_entry& entry : entries) {
        if (entry.is_directory(error) && !entry.is_symlink(error)) {
            walk(entry.path(), files, problems);
        } else if (entry.is_regular_file(error)) {
            files.push_back(entry.path().native());
        }
    }
}

}  // namespace

base::Result<std::vector<std::string>> expand_input(const std::string& path,
                                                    std::vector<base::Error>& problems) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) return std::vector{path};
    std::vector<std::string> files;
    const std::size_t before = problems.size();
    walk(path, files, problems);
    if (files.empty() && problems.size() == before) return base::Error{"no file in " + path, {}};
    return files;
}

base::Result<std::string> read_text(const std::string& path) {
    auto source = Source::open(path);
    if (!source) return source.error();
    std::string text;
    std::array<char, 65536> chunk{};
    for (;;) {
        const auto count = source->read(chunk);
        if (!count) return count.error();
        if (*count == 0) return text;
        text.append(chunk.data(), *count);
    }
}

base::Result<std::vector<std::string>> read_names(const std::string& list, bool nul_separated) {
    const auto read = read_text(list);
    if (!read) return read.error();
    const std::string& text = *read;
    std::vector<std::string> names;
    const char separator = nul_separated ? '\0' : '\n';
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        std::string name = text.substr(begin, end - begin);
        if (!nul_separated && name.ends_with('\r')) name.pop_back();
        if (!name.empty()) names.push_back(std::move(name));
        begin = end + 1;
    }
    return names;
}

}  // namespace hookspect::intake
