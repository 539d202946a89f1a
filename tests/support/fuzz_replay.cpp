// Stands in for libFuzzer's main: feeds stored inputs to a fuzz target, once each.
//
//     fuzz/NAME PATH...
//
// Each PATH is a file, or a folder that is read with all below it. One that does not exist or holds no input
// is an error: a replay of nothing proves nothing. The empty input is run before all others, and not counted.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

void run(const std::string& bytes) {
    // A copy of its own on the heap: a sanitizer then sees each read past the end.
    const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(copy.data(), copy.size());
}

void run_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    run(std::string(std::istreambuf_iterator<char>(in), {}));
}

/// Runs all inputs at `path`. Returns how many these were.
int run_all(const fs::path& path) {
    if (!fs::is_directory(path)) {
        if (!fs::is_regular_file(path)) throw std::runtime_error(path.string() + " is not there");
        run_file(path);
        return 1;
    }
    int count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        if (!entry.is_regular_file()) continue;
        run_file(entry.path());
        ++count;
    }
    if (count == 0) throw std::runtime_error(path.string() + " holds no input");
    return count;
}

int replay(const std::vector<fs::path>& paths) {
    if (paths.empty()) throw std::runtime_error("no path was given");
    run("");
    int count = 0;
    for (const fs::path& path : paths) count += run_all(path);
    return count;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        std::printf("%d inputs replayed\n", replay({argv + 1, argv + argc}));
        return 0;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "replay: %s\n", fault.what());
        return 1;
    }
}
