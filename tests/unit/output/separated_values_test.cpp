#include "output/separated_values.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace output = hookspect::output;
using output::RecordStyle;

namespace {

std::string record(RecordStyle::Kind kind, std::initializer_list<std::string_view> cells) {
    std::string out;
    output::Record record(out, {.kind = kind});
    for (const std::string_view cell : cells) record.add(cell);
    record.end();
    return out;
}

}  // namespace

TEST_CASE("a column holds no tab and no line break, and can be read back") {
    const struct {
        std::string_view text;
        std::string_view column;
    } cases[] = {
        {"", ""},          {"plain text", "plain text"}, {"a\tb", "a\\tb"},  {"a\nb", "a\\nb"},
        {"a\rb", "a\\rb"}, {"\r\n", "\\r\\n"},           {"\r\r", "\\r\\r"}, {"C:\\temp", "C:\\\\temp"},
        {"\\r", "\\\\r"},  {"\\\r", "\\\\\\r"},
    };
    for (const auto& entry : cases) {
        CAPTURE(entry.column);
        std::string out;
        output::append_column(out, entry.text);
        CHECK(out == entry.column);
        CHECK(record(RecordStyle::Kind::tsv, {entry.text, "x"}) == std::string(entry.column) + "\tx\n");
    }
}

TEST_CASE("a cell of CSV is quoted where a reader would end it") {
    const struct {
        std::string_view text;
        std::string_view cell;
    } cases[] = {
        {"plain text", "plain text"},       {"a,b", "\"a,b\""}, {"a\rb", "\"a\rb\""}, {"a\nb", "\"a\nb\""},
        {"say \"a\"", "\"say \"\"a\"\"\""}, {"a\tb", "a\tb"},
    };
    for (const auto& entry : cases) {
        CAPTURE(entry.cell);
        CHECK(record(RecordStyle::Kind::csv, {entry.text, "x"}) == std::string(entry.cell) + ",x\r\n");
    }
    CHECK(record(RecordStyle::Kind::csv, {""}) == "\"\"\r\n");
}
