// Stands in for libFuzzer's main: feeds stored inputs to a fuzz target, once each.
//
//     fuzz/NAME PATH...
//
// Each PATH is a file or a folder that is read with all below it. A path that does not exist is
// passed over, so that a new target needs no corpus. The empty input is always run.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
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

int replay(const std::vector<fs::path>& paths) {
    run("");
    int count = 1;
    for (const fs::path& path : paths) {
        if (fs::is_regular_file(path)) {
            run_file(path);
            ++count;
        } else if (fs::is_directory(path)) {
            for (const auto& entry : fs::recursive_directory_iterator(path)) {
                if (!entry.is_regular_file()) continue;
                run_file(entry.path());
                ++count;
            }
        }
    }
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
