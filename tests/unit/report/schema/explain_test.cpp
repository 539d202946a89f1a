#include "report/schema/explain.h"

#include "base/utf8.h"
#include "report/schema/tree.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using hookspect::report::Presentation;

namespace {

std::string explained(std::string_view name, const Presentation& presentation = {}) {
    const auto found = hookspect::schema::find_name(name);
    REQUIRE(found.has_value());
    std::string out;
    hookspect::report::append_explanation(out, *found, presentation);
    return out;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// The text with every run of blanks and newlines as one blank: as if nothing had been wrapped.
std::string unwrapped(const std::string& text) {
    std::istringstream words(text);
    std::string all;
    for (std::string word; words >> word;) all.append(all.empty() ? "" : " ").append(word);
    return all;
}

std::string tree(const Presentation& presentation) {
    std::string out;
    hookspect::report::append_schema_tree(out, hookspect::schema::ObjectType::event, presentation);
    return out;
}

}  // namespace

TEST_CASE("every field can be explained, with its type, its values and the documented text") {
    for (const hookspect::schema::Field& row : hookspect::schema::fields()) {
        const std::string path = hookspect::schema::field_path(hookspect::schema::id_of(row));
        CAPTURE(path);
        const std::string text = unwrapped(explained(path));
        CHECK(contains(text, path));
        CHECK(contains(text, "type " + std::string(hookspect::schema::type_name(row))));
        CHECK(contains(text, row.text));
        for (const std::string_view value : row.values) CHECK(contains(text, value));
        CHECK(contains(text, "personal yes") == row.personal);
    }
}

TEST_CASE("every rule can be explained, with its severity and how to move it") {
    for (const hookspect::schema::RuleInfo& info : hookspect::schema::rules()) {
        CAPTURE(info.name);
        const std::string text = unwrapped(explained(info.name));
        CHECK(contains(text, info.summary));
        CHECK(contains(text, info.text));
        CHECK(contains(text, "severity " + std::string(hookspect::schema::severity_name(info.severity))));
        const bool fixed = info.name == "json-syntax" || info.name == "utf8" || info.name == "limit";
        CHECK(contains(text, "--ignore " + std::string(info.name)) == !fixed);
    }
}

TEST_CASE("a rule of two severities can be moved to each of them") {
    for (const std::string_view name : {"untranslated", "url", "type", "unknown-field"}) {
        CAPTURE(name);
        const std::string text = unwrapped(explained(name));
        for (const std::string_view option : {"--error ", "--warn ", "--note ", "--ignore "})
            CHECK(contains(text, std::string(option).append(name)));
    }
    // one that has one is not moved to where it is
    const std::string text = unwrapped(explained("enum"));
    CHECK_FALSE(contains(text, "--error enum"));
    CHECK(contains(text, "to move it --warn enum --note enum --ignore enum"));
}

TEST_CASE("the event's own resource is each of the four") {
    const std::string text =
        "\n"
        "  resource is the event's own resource: the object that event.resource names.\n"
        "\n";
    CHECK(explained("resource.created") ==
          "── resource.created ─────────────────────────────────────────────────── alias ──\n" + text +
              "  campaign.created     number, seconds\n"
              "  interaction.created  number, seconds\n"
              "  conversion.created   number, seconds\n"
              "  person.created       number, milliseconds\n");
    CHECK(explained("resource.title.nl") ==
          "── resource.title.nl ────────────────────────────────────────────────── alias ──\n" + text +
              "  campaign.title.nl  string\n");
    CHECK(explained("resource") ==
          "── resource ─────────────────────────────────────────────────────────── alias ──\n" + text +
              "  campaign     Campaign\n"
              "  interaction  Interaction\n"
              "  conversion   Conversion\n"
              "  person       Person\n");
    CHECK(explained("resource.metadata.foo") ==
          "── resource.metadata.foo ────────────────────────────────────────────── alias ──\n" + text +
              "  interaction.metadata  object, where any key is allowed\n"
              "  conversion.metadata   object, where any key is allowed\n");
    CHECK(!hookspect::schema::find_name("resource.nothing"));
    CHECK(!hookspect::schema::find_name("resources"));
    CHECK(!hookspect::schema::find_name("/resource/created"));  // no alias for get either
}

TEST_CASE("an explanation asserted whole") {
    CHECK(explained("campaign.config.community.publishOn") ==
          "── campaign.config.community.publishOn ──────────────────────────────── field ──\n"
          "\n"
          "  The unix timestamp (in seconds) indicating when the campaign will be first\n"
          "  available.\n"
          "\n"
          "  type        number\n"
          "  unit        seconds since 1970-01-01 00:00:00Z; 0 means never\n"
          "  rules       type whole-number timestamp-unit schedule\n"
          "  example     1795420800  2026-11-23 08:00:00Z\n");
}

TEST_CASE("a type's unit and definition are told") {
    CHECK(contains(explained("person.created"), "milliseconds since 1970"));
    CHECK(contains(unwrapped(explained("UUID")), "A string following UUIDv4 format"));
    CHECK(contains(unwrapped(explained("PersonID")),
                   "A unique identifier for Person in the form of a UUID or [anonymous]"));
    CHECK(contains(unwrapped(explained("URL")), "A valid absolute HTTP / HTTPS url or a relative URL."));
    const std::string action = unwrapped(explained("SchemaOrgAction"));
    CHECK(contains(action, "A valid action as described by schema.org actions"));
    CHECK(contains(action, "release 30.0"));
    CHECK(contains(action, "116 types"));
    CHECK(contains(unwrapped(explained("ShareAction")),
                   "CommunicateAction about inLanguage language recipient"));
    CHECK(contains(explained("nl"), "Dutch"));
}

TEST_CASE("what a path names below an open object cannot reach the terminal raw") {
    const std::string text = explained("person.optIn[\"\x1b[31m\"]");
    CHECK_FALSE(contains(text, "\x1b"));
}

TEST_CASE("colour only where it is asked for, other symbols only where the locale has them") {
    Presentation plain;
    plain.unicode = false;
    for (const std::string& text : {tree(plain), explained("person.created", plain)}) {
        for (const char c : text) CHECK((c == '\n' || (c >= ' ' && c <= '~')));
    }
    Presentation coloured;
    coloured.colour = true;
    CHECK(contains(tree(coloured), "\x1b[1mcampaign.config\x1b[0m"));
    CHECK_FALSE(contains(tree({}), "\x1b"));
}

TEST_CASE("the tree names every field and its text, within the width") {
    for (const int width : {60, 80, 100}) {
        Presentation presentation;
        presentation.width = width;
        std::istringstream lines(tree(presentation));
        for (std::string line; std::getline(lines, line);) {
            CAPTURE(line);
            CHECK(static_cast<int>(hookspect::base::count_code_points(line)) <= width);
            CHECK((line.empty() || line.back() != ' '));
        }
    }
    Presentation wide;
    wide.width = 110;
    const std::string text = unwrapped(tree(wide));
    for (const hookspect::schema::Field& row : hookspect::schema::fields()) {
        CAPTURE(row.text);
        CHECK(contains(text, row.key));
        CHECK(contains(text, row.text));
    }
    for (const hookspect::schema::ObjectInfo& info : hookspect::schema::objects())
        CHECK(contains(text, info.text));
}

TEST_CASE("a heading and the key below it make a path") {
    std::istringstream lines(tree({}));
    std::string heading;
    int rows = 0;
    std::string line;
    while (std::getline(lines, line) && line.rfind("── ", 0) != 0) continue;  // the legend
    while (std::getline(lines, line)) {
        // Marks stand in the first columns: two code points and a blank.
        std::size_t at = 0;
        for (int i = 0; i < 3 && at < line.size(); ++i)
            at += hookspect::base::front_code_point(line.substr(at)).size;
        const std::string body = at < line.size() ? line.substr(at) : "";
        if (line.rfind("── ", 0) == 0) heading.clear();
        if (body.empty()) continue;
        const std::string word = body.substr(0, body.find(' '));
        if (!word.empty() && hookspect::schema::find_path(word) && body.find("  ") == word.size())
            heading = word;
        if (!word.empty() && body == word) heading = word;
        const bool is_row = body.rfind("  ", 0) == 0 && body.size() > 2 && body[2] != ' ' && !heading.empty();
        if (!is_row) continue;
        const std::string key = body.substr(2, body.find(' ', 2) - 2);
        CAPTURE(heading);
        CAPTURE(key);
        CHECK(hookspect::schema::find_path(heading + "." + key).has_value());
        ++rows;
    }
    CHECK(rows >= 60);
}
