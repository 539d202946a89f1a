#include "run/engine.h"

#include "run/finish.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace hookspect {
namespace {

namespace fs = std::filesystem;
using run::Answer;

/// A file without a name that holds `text`.
intake::Source source_of(std::string_view text, const std::string& name) {
    std::FILE* file = std::tmpfile();
    REQUIRE(file != nullptr);
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
    const int descriptor = ::dup(::fileno(file));
    std::fclose(file);
    ::lseek(descriptor, 0, SEEK_SET);
    return intake::Source::adopt(descriptor, name);
}

/// A file that is removed.
class Target {
public:
    Target() : path_(fs::temp_directory_path() / "hookspect-engine-XXXXXX") {
        const int descriptor = ::mkstemp(path_.data());
        REQUIRE(descriptor >= 0);
        ::close(descriptor);
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    ~Target() { fs::remove(path_); }

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string content() const {
        std::ifstream in(path_);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    std::string path_;
};

/// A command: prints the number of each body and counts them. A part that began to count before `most` bodies
/// were seen takes it that there will be no more, and is not joined where there are.
struct Numbers {
    std::uint64_t most = run::unlimited;
    std::uint64_t stop_at = run::unlimited;         // a number
    std::uint64_t next_source_at = run::unlimited;  // a number
    std::uint64_t seen = 0;

    Answer use(const event::Body& body, output::Printed& printed) {
        if (seen >= most) return Answer::stop;
        ++seen;
        if (body.number % 3 != 0) printed.text += fmt::format("{}{}", body.source, body.number);
        if (body.number == stop_at) return Answer::stop;
        return body.number == next_source_at ? Answer::next_source : Answer::go_on;
    }
    [[nodiscard]] Numbers part() const {
        Numbers part(*this);
        part.seen = 0;
        return part;
    }
    Answer join(const Numbers& part) {
        if (part.seen > most - seen) return Answer::not_mine;
        seen += part.seen;
        return Answer::go_on;
    }
};

struct Outcome {
    std::string text;
    std::uint64_t seen = 0;
    run::RunResult result;
    std::vector<std::string> ended;  // sources
};

using Inputs = std::map<std::string, std::string>;

Outcome read(const Inputs& inputs, Numbers numbers, run::Options options, const run::Choice& choice = {}) {
    const Target target;
    auto output = output::Output::open(target.path());
    REQUIRE(output);
    run::BodyUser user = run::shared(numbers, nullptr, " ");
    Outcome outcome;
    user.source_ended = [&](const std::string& source) { outcome.ended.push_back(source); };
    user.open = [&](const std::string& path) -> base::Result<intake::Source> {
        return source_of(inputs.at(path), path);
    };
    std::vector<std::string> files;
    for (const auto& [name, text] : inputs) files.push_back(name);
    outcome.result = run::read_bodies(options, files, choice, *output, user);
    CHECK(run::finish(*output, run::Status::good) == run::Status::good);
    outcome.text = target.content();
    outcome.seen = numbers.seen;
    return outcome;
}

std::string events(std::size_t count, std::string_view resource, std::size_t ids) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += fmt::format(
            "{{\"event\":{{\"name\":\"changed\",\"resource\":\"{0}\"}},\"{0}_id\":{1},\"padding\":\"{2:200}"
            "\"}}\n",
            resource, i % ids, "");
    }
    return text;
}

}  // namespace

TEST_CASE("what comes out of a run does not depend on the threads") {
    // More than a chunk each, so that threads have work.
    const Inputs inputs{{"a", events(3000, "campaign", 3000)},
                        {"b", events(10, "person", 10)},
                        {"c", events(4000, "interaction", 4000)}};
    const struct {
        const char* name;
        Numbers numbers;
        std::uint64_t limit;
    } cases[] = {
        {"all", {}, run::unlimited},
        {"a limit in the first input", {}, 2900},
        {"a limit in the last one", {}, 6000},
        {"no body at all", {}, 0},
        {"the command stops", {.stop_at = 3500}, run::unlimited},
        {"the command wants no more of an input", {.next_source_at = 7}, run::unlimited},
        {"a part that cannot be joined", {.most = 5000}, run::unlimited},
    };
    for (const auto& entry : cases) {
        CAPTURE(entry.name);
        run::Options options;
        options.limit = entry.limit;
        options.threads = 1;
        const Outcome whole = read(inputs, entry.numbers, options);
        for (const std::size_t threads : {2U, 5U, 0U}) {
            CAPTURE(threads);
            options.threads = threads;
            const Outcome outcome = read(inputs, entry.numbers, options);
            CHECK(outcome.text == whole.text);
            CHECK(outcome.seen == whole.seen);
            CHECK(outcome.result.bodies == whole.result.bodies);
            CHECK(outcome.result.printed == whole.result.printed);
            CHECK(outcome.ended == whole.ended);
        }
    }
}

TEST_CASE("a run hands over what was chosen, in order, with separators between") {
    const Inputs inputs{{"a",
                         "{\"event\":{\"resource\":\"campaign\"},\"campaign_id\":1}\n"
                         "{\"event\":{\"resource\":\"person\"}}\n"
                         "{\"event\":{\"resource\":\"campaign\"},\"campaign_id\":2}\n"
                         "{\"event\":{\"resource\":\"campaign\"},\"campaign_id\":1}\n"},
                        {"b",
                         "{\"event\":{\"resource\":\"campaign\"},\"campaign_id\":2}\n"
                         "{\"event\":{\"resource\":\"campaign\"},\"campaign_id\":3}\n"}};
    run::Options options;
    const auto text_of = [&](const run::Choice& choice) { return read(inputs, {}, options, choice).text; };
    CHECK(text_of({}) == "a1 a2 a4 b1 b2");  // the command prints nothing for a3
    CHECK(text_of({.events = {{"campaign", {}}}}) == "a1 a4 b1 b2");
    CHECK(text_of({.events = {{"person", {}}}}) == "a2");
    CHECK(text_of({.events = {{"campaign", "created"}}}).empty());
    CHECK(text_of({.latest = true}) == "a2 a4 b1 b2");
    CHECK(text_of({.events = {{"campaign", {}}}, .latest = true}) == "a4 b1 b2");
    options.limit = 2;
    CHECK(text_of({.latest = true}) == "a2 a4");
    const Outcome outcome = read(inputs, {}, options);
    CHECK(outcome.result.bodies == 2);
    CHECK(outcome.ended == std::vector<std::string>{"a"});
}

TEST_CASE("of each event the last one is used, whatever the threads") {
    const Inputs inputs{{"a", events(5000, "campaign", 700)}, {"b", events(3000, "campaign", 5)}};
    run::Options options;
    options.threads = 1;
    const run::Choice latest{.latest = true};
    const Outcome whole = read(inputs, {}, options, latest);
    CHECK(whole.seen == 700);
    CHECK(whole.ended == std::vector<std::string>{"a", "b"});
    for (const std::size_t threads : {2U, 4U}) {
        options.threads = threads;
        CHECK(read(inputs, {}, options, latest).text == whole.text);
    }
}

TEST_CASE("an input that cannot be opened is no end of the run") {
    const Target target;
    auto output = output::Output::open(target.path());
    REQUIRE(output);
    Numbers numbers;
    run::BodyUser user = run::shared(numbers);
    user.open = [](const std::string& path) -> base::Result<intake::Source> {
        if (path == "gone") return base::Error{"cannot open gone: a test", {}};
        return source_of("{\"event\":{}}\n", path);
    };
    const std::vector<std::string> files{"a", "gone", "b"};
    const run::RunResult result = run::read_bodies({}, files, {}, *output, user);
    CHECK(result.bodies == 2);
    CHECK(result.unreadable_input);
    CHECK(run::end_run(*output, result, run::Needs::events, run::Status::found) == run::Status::unreadable);
    CHECK(target.content().empty());  // the old file stays
}

}  // namespace hookspect
