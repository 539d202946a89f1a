#include "ops/latest.h"

#include "support/captures.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace hookspect {
namespace {

void add(ops::Latest& latest, const std::string& lines) {
    intake::BodyReader reader({}, [] {});
    reader.start(test::stream_of(lines, 4096), "test", {});
    for (event::Body body; reader.next(body);) latest.add(body);
}

std::string left_of(ops::Latest& latest) {
    std::string left;
    latest.each([&](const event::Body& body) {
        CHECK(body.source == "test");
        CHECK((body.event == nullptr) == body.fault.has_value());
        left.append(body.bytes).push_back('\n');
        return true;
    });
    return left;
}

std::string about(std::string_view resource, std::string_view id, std::size_t number) {
    return fmt::format(R"({{"event":{{"resource":"{0}"}},"{0}_id":{1},"n":{2}}})", resource, id, number);
}

/// A line, and what it is about; empty: of nothing that a later line takes the place of.
struct Line {
    std::string text;
    std::string subject;
};

std::vector<Line> some_lines(std::mt19937& random) {
    std::vector<Line> lines(random() % 300);
    const std::size_t ids = 1 + random() % 20;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string id = std::to_string(random() % ids);
        switch (random() % 12) {
            case 0: lines[i] = {fmt::format(R"({{"n":{}}})", i), ""}; break;
            case 1: lines[i] = {fmt::format(R"({{"n":0{}}})", i), ""}; break;
            case 2: lines[i] = {about("interaction", id, i), "interaction " + id}; break;
            default: lines[i] = {about("campaign", id, i), "campaign " + id};
        }
    }
    return lines;
}

std::string last_of_each(const std::vector<Line>& lines) {
    std::string left;
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        const bool replaced = !line->subject.empty() &&
                              std::any_of(line + 1, lines.end(),
                                          [&](const Line& later) { return later.subject == line->subject; });
        if (!replaced) left.append(line->text).push_back('\n');
    }
    return left;
}

}  // namespace

TEST_CASE("latest: the last event of each, in the order of the input, in parts or not") {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        const std::vector<Line> lines = some_lines(random);
        ops::Latest whole({});
        ops::Latest joined({});
        ops::Latest part({});
        for (const Line& line : lines) {
            add(whole, line.text + "\n");
            add(part, line.text + "\n");
            if (random() % 40 == 0) joined.add(std::exchange(part, ops::Latest({})));
        }
        joined.add(std::move(part));
        const std::string expected = last_of_each(lines);
        CHECK(left_of(whole) == expected);
        CHECK(left_of(joined) == expected);
    }
}

TEST_CASE("latest: memory grows with the ids, not with the events") {
    constexpr std::size_t ids = 10;
    ops::Latest whole({});
    ops::Latest joined({});
    for (std::size_t round = 0; round < 200; ++round) {
        std::string lines;
        for (std::size_t id = 0; id < ids; ++id) lines += about("campaign", std::to_string(id), round) + "\n";
        add(whole, lines);
        ops::Latest part({});
        add(part, lines);
        joined.add(std::move(part));
        CHECK(whole.held() <= 2 * ids + 1);
        CHECK(joined.held() <= 2 * ids + 1);
    }
}

}  // namespace hookspect
