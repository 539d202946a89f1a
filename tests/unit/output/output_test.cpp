#include "output/output.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using hookspect::output::Output;

namespace {

namespace fs = std::filesystem;

/// A folder of its own with one file, which holds `old`.
class Folder {
public:
    Folder() {
        std::string name = fs::temp_directory_path() / "hookspect-output-XXXXXX";
        path_ = ::mkdtemp(name.data());
        std::ofstream(file()) << "old";
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    [[nodiscard]] std::string file() const { return path_ / "file"; }
    [[nodiscard]] std::string content() const {
        std::ifstream in(file());
        return {std::istreambuf_iterator<char>(in), {}};
    }
    [[nodiscard]] auto files() const {
        return std::distance(fs::directory_iterator(path_), fs::directory_iterator());
    }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("a file keeps what it holds until the end of the run") {
    const Folder folder;
    {
        auto output = Output::open(folder.file());
        REQUIRE(output);
        output->text() = "new";
        output->flush();
        CHECK(folder.content() == "old");
        CHECK(folder.files() == 2);
        CHECK_FALSE(output->commit());
    }
    CHECK(folder.content() == "new");
    CHECK(folder.files() == 1);
    { REQUIRE(Output::open(folder.file())); }
    CHECK(folder.content() == "new");
    CHECK(folder.files() == 1);
}

TEST_CASE("an output that is moved stays what it was") {
    const Folder folder;
    auto output = Output::open(folder.file());
    REQUIRE(output);
    int told = 0;
    output->before_terminal([&told] { ++told; });
    output->discard();
    output->printed().tell("");
    {
        Output moved = std::move(*output);
        CHECK(output->descriptor() == -1);
        moved.flush();
        CHECK(told == 1);
        CHECK_FALSE(moved.commit());
    }
    CHECK(folder.content() == "old");
    CHECK(folder.files() == 1);
}
