#include "intake/stored_events.h"

#include "event/json_value.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using hookspect::intake::StoredEvent;
using hookspect::intake::StoredEvents;

namespace {

namespace fs = std::filesystem;

/// A folder that is gone at the end of the test.
struct Folder {
    Folder() {
        std::string name = (fs::temp_directory_path() / "hookspect-test.XXXXXX").native();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;

    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name, std::ios::binary) << text;
        return (path / name).native();
    }

    fs::path path;
};

/// Reads all events of an input.
std::vector<StoredEvent> read_all(StoredEvents& stored, const std::string& path,
                                  const hookspect::intake::ReadOptions& options = {}) {
    auto source = stored.open(path);
    REQUIRE(source);
    hookspect::intake::BodyReader reader(options, [] {});
    reader.start(*source);
    std::vector<StoredEvent> events;
    for (hookspect::event::Body body; reader.next(body);) {
        if (body.event != nullptr) events.push_back(stored.place_of(body));
    }
    return events;
}

std::string json_of(StoredEvents& stored, const StoredEvent& place) {
    const auto event = stored.event(place);
    if (!event) return event.error().message;
    std::string text;
    hookspect::event::append_json(text, **event, 0);
    return text;
}

}  // namespace

TEST_CASE("stored events: read again in any order, however they are framed") {
    const Folder folder;
    StoredEvents stored({});
    auto places = read_all(stored, folder.write("a",
                                                "\xEF\xBB\xBF{\"a\":1}\n{\"a\":2} {\"a\":\n3}\n"
                                                "broken}\ncampaign_id=4&b=x\n"));
    const auto more = read_all(stored, folder.write("b", "[{\"a\":5},\n {\"a\":6}]"));
    places.insert(places.end(), more.begin(), more.end());
    const std::vector<std::string> expected{
        R"({"a":1})", R"({"a":2})", R"({"a":3})", R"({"campaign_id":4,"b":"x"})", R"({"a":5})", R"({"a":6})"};
    REQUIRE(places.size() == expected.size());
    for (const std::size_t i : {5U, 0U, 3U, 4U, 1U, 2U, 2U}) {
        CAPTURE(i);
        CHECK(json_of(stored, places[i]) == expected[i]);
    }
    CHECK(*stored.bytes(places[2]) == "{\"a\":\n3}");
    CHECK(stored.name_of(places[4]) == (folder.path / "b").native());
    CHECK(places[4].number == 1);
}

TEST_CASE("stored events: inside an envelope, with the same limits") {
    const Folder folder;
    hookspect::intake::ReadOptions options;
    options.at = "/body";
    StoredEvents stored(options);
    const auto places =
        read_all(stored, folder.write("a", R"({"body":"{\"a\":1}"} {"body":{"a":2}})"), options);
    REQUIRE(places.size() == 2);
    CHECK(json_of(stored, places[1]) == R"({"a":2})");
    CHECK(json_of(stored, places[0]) == R"({"a":1})");
}

TEST_CASE("stored events: a pipe is copied, and its copy has no name") {
    const Folder folder;
    const std::string pipe = (folder.path / "pipe").native();
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::string text;
    for (int i = 0; i < 30'000; ++i) text += "{\"a\":" + std::to_string(i) + "}\n";
    std::thread writer([&] { std::ofstream(pipe) << text; });
    const fs::path temporary = folder.path / "temporary";
    fs::create_directory(temporary);
    const char* before = std::getenv("TMPDIR");
    const std::string kept = before == nullptr ? "" : before;
    ::setenv("TMPDIR", temporary.c_str(), 1);
    StoredEvents stored({});
    const auto places = read_all(stored, pipe);
    writer.join();
    CHECK(fs::is_empty(temporary));
    REQUIRE(places.size() == 30'000);
    CHECK(json_of(stored, places[29'999]) == R"({"a":29999})");
    CHECK(json_of(stored, places[0]) == R"({"a":0})");

    ::setenv("TMPDIR", (folder.path / "nowhere").c_str(), 1);
    const int held = ::open(pipe.c_str(), O_RDWR);  // so that opening it to read does not wait
    const auto failed = stored.open(pipe);
    ::close(held);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().message == "cannot keep a copy of " + pipe + " in " +
                                        (folder.path / "nowhere").native() + ": No such file or directory");
    CHECK(failed.error().hint == "TMPDIR names the folder for temporary files");
    before == nullptr ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", kept.c_str(), 1);
}

TEST_CASE("stored events: a file that changes is told, and no fault of the program") {
    const Folder folder;
    StoredEvents stored({});
    const std::string path = folder.write("a", "{\"a\":1}\n{\"a\":2}\n");
    const auto places = read_all(stored, path);
    REQUIRE(places.size() == 2);
    (void)folder.write("a", "{\"a\":1}\n{\"");
    CHECK(json_of(stored, places[0]) == R"({"a":1})");
    CHECK(json_of(stored, places[1]) == path + " changed while it was being read");
    (void)folder.write("a", "{\"a\":1]\n{\"a\":2}\n");
    CHECK(json_of(stored, places[0]) == path + " changed while it was being read");
}
