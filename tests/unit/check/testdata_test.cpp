#include "check/checker.h"
#include "finding/policy.h"
#include "intake/framing/reader.h"
#include "schema/rules.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::string testdata = HOOKSPECT_TESTDATA;

std::vector<hookspect::finding::Finding> findings_in(const std::string& path) {
    auto source = hookspect::intake::Source::open(path);
    REQUIRE(source);
    hookspect::intake::BodyReader reader({}, [] {});
    reader.start(*source);
    std::vector<hookspect::finding::Finding> findings;
    hookspect::event::Body body;
    while (reader.next(body)) hookspect::check::Checker().check(body, findings);
    return findings;
}

/// A row of `expected.tsv`, without the name of the file.
std::string row_of(const hookspect::finding::Finding& finding) {
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}", hookspect::schema::rule_info(finding.rule).name,
                       hookspect::schema::severity_name(finding.severity), finding.event, finding.place.line,
                       finding.place.column, finding.place.offset, finding.pointer,
                       finding.key.value_or("-"));
}

std::vector<fs::path> files_in(const std::string& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(testdata + folder)) {
        const std::string ending = entry.path().extension();
        if (ending == ".json" || ending == ".form") paths.push_back(entry.path());
    }
    REQUIRE(!paths.empty());
    return paths;
}

}  // namespace

TEST_CASE("each broken body has the one finding that it was made for") {
    std::ifstream table(testdata + "/broken/expected.tsv");
    REQUIRE(table);
    std::size_t rows = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line[0] == '#' || line.starts_with("file\t")) continue;
        ++rows;
        const std::size_t tab = line.find('\t');
        const std::string file = line.substr(0, tab);
        CAPTURE(file);
        std::string told;
        for (const auto& finding : findings_in(testdata + "/broken/" + file)) {
            told += row_of(finding) + '\n';
            CHECK(!finding.message.empty());
        }
        CHECK(told == line.substr(tab + 1) + '\n');
    }
    CHECK(rows > 150);
}

TEST_CASE("healthy bodies have nothing above a note") {
    for (const fs::path& path : files_in("/valid")) {
        CAPTURE(path.string());
        for (const auto& finding : findings_in(path)) {
            CHECK_MESSAGE(finding.severity == hookspect::schema::Severity::note, finding.message);
        }
    }
}
