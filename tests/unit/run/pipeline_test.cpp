#include "run/pipeline.h"

#include "intake/framing/body_start_guess.h"
#include "support/bodies.h"
#include "support/captures.h"
#include "support/pieces.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <thread>
#include <utility>

namespace hookspect {
namespace {

/// A file without a name that holds `text`.
intake::Source file_of(std::string_view text) {
    std::FILE* file = std::tmpfile();
    REQUIRE(file != nullptr);
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
    const int descriptor = ::dup(::fileno(file));
    std::fclose(file);
    ::lseek(descriptor, 0, SEEK_SET);
    return intake::Source::adopt(descriptor, "test");
}

struct Read {
    std::string bodies;
    std::size_t given = 0;   // one by one
    std::size_t shared = 0;  // bodies
};

/// All bodies, as a run with these threads hands them out. A share refuses each body number that `refused`
/// divides, and none if that is 0.
Read read(intake::Source source, const intake::ReadOptions& reading, run::Pipeline::Options options,
          std::uint64_t refused = 0) {
    Read result;
    const auto share = [&] {
        struct Part {
            std::string text;
            std::size_t bodies = 0;
        };
        auto part = std::make_shared<Part>();
        return run::Share{[part, refused](const event::Body& body) {
                              part->text += test::described(body);
                              ++part->bodies;
                              return refused == 0 || body.number % refused != 0 ? run::Answer::go_on
                                                                                : run::Answer::not_mine;
                          },
                          [part, &result] {
                              result.bodies += part->text;
                              result.shared += part->bodies;
                              return run::Answer::go_on;
                          }};
    };
    run::Pipeline pipeline(
        reading, options, [] {}, share);
    pipeline.start(source);
    for (event::Body body; pipeline.next(body);) {
        result.bodies += test::described(body);
        ++result.given;
    }
    return result;
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("what comes out depends neither on the threads nor on the chunks") {
    test::Captures captures(2);
    std::size_t shared = 0;
    for (int round = 0; round < 2000; ++round) {
        const std::string text = captures.next();
        const intake::ReadOptions reading = test::some_options(captures);
        const std::string whole = read(file_of(text), reading, {.threads = 1}).bodies;
        for (const std::size_t threads : {2U, 3U, 8U}) {
            const std::size_t chunk = 16 + captures.below(400);
            const std::uint64_t refused = captures.below(3) == 0 ? 1 + captures.below(9) : 0;
            INFO("round " << round << ", " << threads << " threads, chunks of " << chunk << ":\n" << text);
            const Read result = read(file_of(text), reading, {.threads = threads, .chunk = chunk}, refused);
            REQUIRE(result.bodies == whole);
            shared += result.shared;
        }
    }
    CHECK(shared > 10'000);
}

TEST_CASE("healthy captures are shared, but for what is behind the last border") {
    constexpr std::size_t bodies = 2000;
    const std::string pretty = "  {\n    \"list\": [\n      {\"k\": 1},\n      {\"k\": 2}\n    ]\n  }";
    const struct {
        std::string_view name;
        std::string text;
    } cases[] = {
        {"lines", repeated("{\"event\":{}}\n", bodies)},
        {"lines with blank ones", repeated("{\"event\":{}}\r\n\r\n", bodies)},
        {"over lines", repeated("{\n \"event\": {\n }\n}\n", bodies)},
        {"forms", repeated("event[name]=created&a=1\n", bodies)},
        {"an array", "[\n" + repeated("{\"event\":{}},\n", bodies - 1) + "{}\n]\n"},
        {"a pretty array", "[\n" + repeated(pretty + ",\n", bodies - 1) + pretty + "\n]\n"},
        {"an array on a line", "[" + repeated("{\"event\":[{\"a\":1},{\"b\":2}]},", bodies - 1) + "{}]"},
        {"an array on a line with blanks", "[" + repeated("{\"event\": {}}, ", bodies - 1) + "{}]"},
    };
    for (const auto& entry : cases) {
        CAPTURE(entry.name);
        const Read result = read(file_of(entry.text), {}, {.threads = 3, .chunk = 1000});
        CHECK(result.shared + result.given == bodies);
        CHECK(result.given < 100);
        CHECK(result.bodies == read(file_of(entry.text), {}, {.threads = 1}).bodies);
    }
}

TEST_CASE("processors are counted only where there is work for a second thread") {
    static int counted;
    const auto count = [] {
        ++counted;
        return 3U;
    };
    const struct {
        std::size_t bodies;
        std::size_t threads;
        int counted;
    } cases[] = {{1, 0, 0}, {50, 0, 0}, {2000, 0, 1}, {2000, 2, 0}, {2000, 1, 0}};
    for (const auto& entry : cases) {
        CAPTURE(entry.bodies);
        CAPTURE(entry.threads);
        counted = 0;
        const std::string text = repeated("{\"event\":{}}\n", entry.bodies);
        const run::Pipeline::Options options{
            .threads = entry.threads, .chunk = 1000, .count_processors = count};
        CHECK(read(file_of(text), {}, options).bodies == read(file_of(text), {}, {.threads = 1}).bodies);
        CHECK(counted == entry.counted);
    }
}

TEST_CASE("where the system has no more threads, those that there are do the work") {
    constexpr std::size_t bodies = 2000;
    const std::string text = repeated("{\"event\":{}}\n", bodies);
    const std::string whole = read(file_of(text), {}, {.threads = 1}).bodies;
    static int left;
    static int asked;
    const auto start = [](run::Pipeline::Helper helper) {
        ++asked;
        if (left-- == 0) throw std::system_error(EAGAIN, std::generic_category());
        return std::jthread(std::move(helper));
    };
    for (const int there_are : {0, 1, 2}) {
        CAPTURE(there_are);
        left = there_are;
        asked = 0;
        const Read result = read(file_of(text), {}, {.threads = 4, .chunk = 1000, .start = start});
        CHECK(result.bodies == whole);
        CHECK(result.shared > bodies / 2);
        CHECK(asked == there_are + 1);
    }
}

TEST_CASE("a share that says stop ends the source, and the next one is read from its beginning") {
    const std::string text = repeated("{\"event\":{}}\n", 1000);
    intake::Source first = file_of(text);
    intake::Source second = file_of("{}\n{}\n");
    int joined = 0;
    const auto share = [&] {
        return run::Share{[](const event::Body&) { return run::Answer::go_on; },
                          [&] { return ++joined == 3 ? run::Answer::stop : run::Answer::go_on; }};
    };
    run::Pipeline pipeline(
        {}, {.threads = 4, .chunk = 200}, [] {}, share);
    event::Body body;
    pipeline.start(first);
    CHECK_FALSE(pipeline.next(body));
    CHECK(joined == 3);
    pipeline.start(second);
    REQUIRE(pipeline.next(body));
    CHECK(body.number == 1);
    REQUIRE(pipeline.next(body));
    CHECK_FALSE(pipeline.next(body));
    CHECK(joined == 3);
}

TEST_CASE("a fault in a share's own work shows when the bodies are given out one by one") {
    const std::string text = repeated("{\"event\":{}}\n", 100);
    intake::Source source = file_of(text);
    const auto share = [] {
        return run::Share{[](const event::Body&) -> run::Answer { throw std::bad_alloc(); },
                          [] { return run::Answer::go_on; }};
    };
    run::Pipeline pipeline(
        {}, {.threads = 2, .chunk = 100}, [] {}, share);
    pipeline.start(source);
    std::size_t given = 0;
    for (event::Body body; pipeline.next(body);) ++given;
    CHECK(given == 100);
}

TEST_CASE("a source that cannot be read further says so, behind what was read") {
    const int folder = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    intake::Source source = intake::Source::adopt(folder, "/");
    run::Pipeline pipeline(
        {}, {.threads = 2}, [] {}, [] { return run::Share{}; });
    pipeline.start(source);
    event::Body body;
    CHECK_FALSE(pipeline.next(body));
    REQUIRE(pipeline.error());
    CHECK(pipeline.error()->message == "cannot read /: Is a directory");
}

TEST_CASE("what a pipe has given is handed out before more is waited for") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    intake::Source source = intake::Source::adopt(ends[0], "test");
    int waits = 0;
    std::size_t bodies = 0;
    const auto write = [&](std::string_view text) {
        REQUIRE(::write(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    };
    write("{\"a\":1}\n{\"a\":2}\n{\"a\":3");
    const auto before_waiting = [&] {
        ++waits;
        if (waits == 1) {
            CHECK(bodies == 2);
            write("}\n[{\"a\":4}");
        } else {
            CHECK(bodies == 4);
            write("]\n");
            ::close(ends[1]);
        }
    };
    run::Pipeline pipeline({}, {.threads = 2}, before_waiting, [] { return run::Share{}; });
    pipeline.start(source);
    for (event::Body body; pipeline.next(body);) ++bodies;
    CHECK(bodies == 4);
    CHECK(waits == 2);
}

}  // namespace hookspect
