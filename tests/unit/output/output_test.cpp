#include "output/output.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
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

    [[nodiscard]] const fs::path& path() const { return path_; }
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

void write(const std::string& path, const std::string& text) {
    auto output = Output::open(path);
    REQUIRE(output);
    output->text() = text;
    CHECK_FALSE(output->commit());
}

/// Somebody who may do less than root, for as long as this lives.
class Nobody {
public:
    static constexpr uid_t id = 65534;
    Nobody() { REQUIRE(::seteuid(id) == 0); }
    Nobody(const Nobody&) = delete;
    Nobody& operator=(const Nobody&) = delete;
    ~Nobody() { static_cast<void>(::seteuid(0)); }
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
    output->discard("a test");
    output->printed().tell("");
    {
        Output moved = std::move(*output);
        CHECK(output->descriptor() == -1);
        moved.flush();
        CHECK(told == 1);
        CHECK_FALSE(moved.commit());
        REQUIRE(moved.discarded());
        CHECK(moved.discarded()->message == folder.file() + " stays as it was: a test");
    }
    CHECK(folder.content() == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("a path of a descriptor is written where the descriptor is, and other paths are files") {
    const Folder folder;
    const int descriptor = ::open(folder.file().c_str(), O_WRONLY | O_CLOEXEC);
    REQUIRE(descriptor > 2);
    REQUIRE(::write(descriptor, "head\n", 5) == 5);
    const std::string number = std::to_string(descriptor);
    const fs::path link = folder.path() / "link";
    for (const std::string& path : {"/dev/fd/" + number, "/proc/self/fd/" + number, link.native()}) {
        if (path == link) fs::create_symlink("/dev/fd/" + number, link);
        write(path, "body\n");
    }
    REQUIRE(::write(descriptor, "tail\n", 5) == 5);
    ::close(descriptor);
    CHECK(folder.content() == "head\nbody\nbody\nbody\ntail\n");
    for (const auto& path : {"/dev/fd/" + number, "/dev/fd/" + std::to_string(1 << 20)}) {
        const auto output = Output::open(path);
        REQUIRE_FALSE(output);
        CHECK(output.error().message == "cannot write " + path + ": Bad file descriptor");
    }
    write(folder.path() / "1", "a file\n");
    CHECK(fs::is_regular_file(folder.path() / "1"));
}

TEST_CASE("a descriptor that is open for reading only is refused") {
    const Folder folder;
    const int descriptor = ::open(folder.file().c_str(), O_RDONLY | O_CLOEXEC);
    REQUIRE(descriptor > 2);
    CHECK_FALSE(Output::open("/dev/fd/" + std::to_string(descriptor)));
    ::close(descriptor);
    CHECK(folder.content() == "old");
}

TEST_CASE("links lead to the file that is written, whether it exists or not") {
    const Folder folder;
    fs::create_directory(folder.path() / "inner");
    const struct {
        const char* link;
        const char* leads_to;
        const char* file;
    } cases[] = {
        {"there", "file", "file"},
        {"dangling", "inner/new", "inner/new"},
        {"inner/upward", "../other", "other"},
        {"second", "dangling-too", "third"},
        {"dangling-too", "third", "third"},
    };
    for (const auto& entry : cases) fs::create_symlink(entry.leads_to, folder.path() / entry.link);
    for (const auto& entry : cases) {
        CAPTURE(entry.link);
        const fs::path link = folder.path() / entry.link;
        write(link, entry.link);
        CHECK(fs::is_symlink(link));
        CHECK(fs::is_regular_file(folder.path() / entry.file));
        CHECK_FALSE(fs::is_symlink(folder.path() / entry.file));
        CHECK(fs::file_size(link) == std::string(entry.link).size());
    }
    fs::create_symlink("circle", folder.path() / "circle");
    CHECK_FALSE(Output::open(folder.path() / "circle"));
}

TEST_CASE("mode, owner and links of a file stay") {
    const Folder folder;
    for (const mode_t mode : {0600U, 0644U, 0755U, 0640U}) {
        REQUIRE(::chmod(folder.file().c_str(), mode) == 0);
        write(folder.file(), "new");
        struct stat status {};
        REQUIRE(::stat(folder.file().c_str(), &status) == 0);
        CHECK((status.st_mode & 07777U) == mode);
    }
    if (::geteuid() != 0) return;
    REQUIRE(::chown(folder.file().c_str(), Nobody::id, Nobody::id) == 0);
    write(folder.file(), "newer");
    struct stat status {};
    REQUIRE(::stat(folder.file().c_str(), &status) == 0);
    CHECK(status.st_uid == Nobody::id);
    CHECK(status.st_gid == Nobody::id);
}

TEST_CASE("a file of somebody else is written into, or refused") {
    if (::geteuid() != 0) return;
    const Folder folder;
    REQUIRE(::chmod(folder.path().c_str(), 0777) == 0);
    const auto as_nobody = [&](mode_t mode, bool commits) {
        REQUIRE(::chmod(folder.file().c_str(), mode) == 0);
        const Nobody nobody;
        auto output = Output::open(folder.file());
        if (!output) {
            CHECK(output.error().message == "cannot write " + folder.file() + ": Permission denied");
            return;
        }
        output->text() = "from nobody";
        if (!commits) output->discard("a test");
        CHECK_FALSE(output->commit());
    };
    as_nobody(0644, true);
    CHECK(folder.content() == "old");
    as_nobody(0666, false);
    CHECK(folder.content() == "old");
    as_nobody(0666, true);
    CHECK(folder.content() == "from nobody");
    CHECK(folder.files() == 1);
    struct stat status {};
    REQUIRE(::stat(folder.file().c_str(), &status) == 0);
    CHECK(status.st_uid == 0);
    CHECK((status.st_mode & 07777U) == 0666);
}
