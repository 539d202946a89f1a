#include "intake/framing/reader.h"

#include "support/pieces.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace hookspect {
namespace {

using std::string_view;

/// `number@line:column+offset json "bytes"`, or the fault in place of the encoding.
std::string read(string_view text, const intake::ReadOptions& options, std::size_t piece) {
    intake::Source source = test::source_of(text, piece);
    intake::BodyReader reader(options, [] {});
    reader.start(source);
    std::string bodies;
    event::Body body;
    while (reader.next(body)) {
        std::string what = body.encoding == event::Encoding::json ? "json" : "form";
        if (body.fault) {
            what = fmt::format("{} at {}", schema::rule_info(body.fault->rule).name,
                               body.start.offset + body.fault->offset);
        }
        bodies += fmt::format("{}@{}:{}+{} {}\n", body.number, body.start.line, body.start.column,
                              body.start.offset, what);
    }
    return bodies;
}

struct Case {
    string_view name;
    string_view text;
    std::string bodies;
    intake::ReadOptions options{};
};

intake::ReadOptions framed(intake::Framing framing) {
    intake::ReadOptions options;
    options.framing = framing;
    return options;
}

intake::ReadOptions limited(std::size_t body) {
    intake::ReadOptions options;
    options.limits.body = body;
    return options;
}

const std::vector<Case>& cases() {
    static const std::vector<Case> table{
        {"nothing", "", ""},
        {"blanks alone", " \n\r\n\t\n", ""},
        {"one line", "{\"a\":1}\n", "1@1:1+0 json\n"},
        {"no line end", "{\"a\":1}", "1@1:1+0 json\n"},
        {"byte order mark", "\xEF\xBB\xBF{\"a\":1}", "1@1:1+3 json\n"},
        {"blank lines and CRLF", "{}\r\n\r\n{}\r\n",
         "1@1:1+0 json\n"
         "2@3:1+6 json\n"},
        {"over several lines", "{\n \"a\":\n1}\n{}\n",
         "1@1:1+0 json\n"
         "2@4:1+11 json\n"},
        {"indented", "  {}\n", "1@1:3+2 json\n"},
        {"several on a line", "{\"a\":1} {\"b\":2}{}\n{}",
         "1@1:1+0 json\n"
         "2@1:9+8 json\n"
         "3@1:16+15 json\n"
         "4@2:1+18 json\n"},
        {"characters before", "{\"a\":\"\xC3\xA9\xF0\x9F\x8E\x89\"}{}",
         "1@1:1+0 json\n"
         "2@1:11+14 json\n"},
        {"array on a line", "[{},{ }, {}]\n{}",
         "1@1:2+1 json\n"
         "2@1:5+4 json\n"
         "3@1:10+9 json\n"
         "4@2:1+13 json\n"},
        {"array over lines", "[\n{},\n{}\n]\n",
         "1@2:1+2 json\n"
         "2@3:1+6 json\n"},
        {"array of anything", "[1,\"x\",[2],null]",
         "1@1:2+1 json\n"
         "2@1:4+3 json\n"
         "3@1:8+7 json\n"
         "4@1:12+11 json\n"},
        {"empty array", "[]\n[ ]", ""},
        {"two arrays", "[{}][{}]",
         "1@1:2+1 json\n"
         "2@1:6+5 json\n"},
        {"form line", "a=1&b=2\n", "1@1:1+0 form\n"},
        {"mixed lines", "{}\na=1\n[{}]\nb[c]=2\n",
         "1@1:1+0 json\n"
         "2@2:1+3 form\n"
         "3@3:2+8 json\n"
         "4@4:1+12 form\n"},
        {"a line that is neither", "hello\n{}\n",
         "1@1:1+0 json-syntax at 0\n"
         "2@2:1+6 json\n"},
        {"form lines behind one that is neither", "POST / HTTP/1.1\na=1\nb=2\n",
         "1@1:1+0 json-syntax at 0\n"
         "2@2:1+16 form\n"
         "3@3:1+20 form\n"},
        {"encoded twice", "\"{}\"\n{}",
         "1@1:1+0 json\n"
         "2@2:1+5 json\n"},
        {"a broken line costs itself", "{\"a\":1}\n{\"a\":01}\n{\"a\":2}\n",
         "1@1:1+0 json\n"
         "2@2:1+8 json-syntax at 14\n"
         "3@3:1+17 json\n"},
        {"cut behind a comma", "{\"a\":1,\n{\"b\":2}\n",
         "1@1:1+0 json-syntax at 8\n"
         "2@2:1+8 json\n"},
        {"cut inside a string", "{\"a\":\"x\n{\"b\":2}\n",
         "1@1:1+0 json-syntax at 7\n"
         "2@2:1+8 json\n"},
        {"cut behind a colon", "{\"a\":\n{\"b\":2}\n{\"c\":3}\n",
         "1@1:1+0 json-syntax at 14\n"
         "2@2:1+6 json\n"
         "3@3:1+14 json\n"},
        {"cut behind a colon, then the end", "{\"a\":\n{\"b\":2}\n",
         "1@1:1+0 json-syntax at 13\n"
         "2@2:1+6 json\n"},
        {"form lines behind a broken body", "{\"a\":\na=1\nb=2",
         "1@1:1+0 json-syntax at 6\n"
         "2@2:1+6 form\n"
         "3@3:1+10 form\n"},
        {"pretty body broken", "{\n  \"a\": 1,\n  \"b\" 2,\n  \"c\": {\n  }\n}\n{}\n",
         "1@1:1+0 json-syntax at 18\n"
         "2@7:1+36 json\n"},
        {"text behind", "{} x\n{}\n",
         "1@1:1+0 json-syntax at 3\n"
         "2@2:1+5 json\n"},
        {"one brace too many", "{\"a\":1}}\n{}\n",
         "1@1:1+0 json-syntax at 7\n"
         "2@2:1+9 json\n"},
        {"text behind an array", "[{}] x\n{}\n",
         "1@1:2+1 json\n"
         "2@1:6+5 json-syntax at 5\n"
         "3@2:1+7 json\n"},
        {"a missing comma in an array", "[{} {}]\n{}\n",
         "1@1:2+1 json\n"
         "2@1:5+4 json-syntax at 4\n"
         "3@2:1+8 json\n"},
        {"a broken element", "[\n{},\n{]},\n{}\n]\n{}\n",
         "1@2:1+2 json\n"
         "2@3:1+6 json-syntax at 7\n"
         "3@4:1+11 json\n"
         "4@6:1+16 json\n"},
        {"an unclosed array", "[\n{},\n{}\n",
         "1@2:1+2 json\n"
         "2@3:1+6 json\n"
         "3@4:1+9 json-syntax at 9\n"},
        {"a comma at the end of an array", "[{},]\n{}\n",
         "1@1:2+1 json\n"
         "2@1:5+4 json-syntax at 4\n"
         "3@2:1+6 json\n"},
        {"ndjson: each line is a body", "{\"a\":\n1}\n{}\n",
         "1@1:1+0 json-syntax at 5\n"
         "2@2:1+6 json-syntax at 7\n"
         "3@3:1+9 json\n",
         framed(intake::Framing::ndjson)},
        {"ndjson: any line may begin a body", "x=1\n{}\n",
         "1@1:1+0 json-syntax at 0\n"
         "2@2:1+4 json\n",
         framed(intake::Framing::ndjson)},
        {"ndjson: an array ends with its line", "[{},\n{}\n",
         "1@1:2+1 json\n"
         "2@1:5+4 json-syntax at 4\n"
         "3@2:1+5 json\n",
         framed(intake::Framing::ndjson)},
        {"form: a key alone", "abc\n{}\n",
         "1@1:1+0 form\n"
         "2@2:1+4 json\n",
         framed(intake::Framing::form)},
        {"json: a form body is none", "a=1\n{}\n", "1@1:1+0 json-syntax at 0\n2@2:1+4 json\n",
         framed(intake::Framing::json)},
        {"json: a number", "12 \n", "1@1:1+0 json\n", framed(intake::Framing::json)},
        {"too large, on a line", "{\"a\":\"0123456789\"}\n{}\n",
         "1@1:1+0 limit at 8\n"
         "2@2:1+19 json\n",
         limited(8)},
        {"too large, over lines", "{\"a\":\n[\n1,\n2\n]}{}\n",
         "1@1:1+0 limit at 8\n"
         "2@5:3+15 json\n",
         limited(8)},
        {"exactly as large as allowed", "{\"a\":12}\n", "1@1:1+0 json\n", limited(8)},
        {"a form body too large", "a=1234567\nb=2\n",
         "1@1:1+0 limit at 8\n"
         "2@2:1+10 form\n",
         limited(8)},
        {"a form body as large as allowed", "a=123456\r\nb=2\n",
         "1@1:1+0 form\n"
         "2@2:1+10 form\n",
         limited(8)},
        {"UTF-16", string_view("\xFF\xFE{\0}\0", 6), "1@1:1+0 json\n"},
        {"not UTF-8 outside strings", "{\xFF}\n{}",
         "1@1:1+0 utf8 at 1\n"
         "2@2:1+4 json\n"},
    };
    return table;
}

}  // namespace

TEST_CASE("a source is cut into bodies, whatever the pieces in which it comes") {
    for (const Case& entry : cases()) {
        CAPTURE(entry.name);
        for (const std::size_t piece : {100'000U, 1U, 2U, 3U, 7U}) {
            CAPTURE(piece);
            CHECK(read(entry.text, entry.options, piece) == entry.bodies);
        }
    }
}

TEST_CASE(
    "a large body that is over the limit is skipped without being held, and places behind it are right") {
    std::string text = "{\"a\":\"";
    for (int i = 0; i < 20'000; ++i) text += "\xC3\xA9\\n ";
    text += "\",\n\"b\":1}\n{}\n";
    CHECK(read(text, limited(100), 8192) ==
          fmt::format("1@1:1+0 limit at 100\n2@3:1+{} json\n", text.size() - 3));
}

TEST_CASE("what is no body says what to do about it") {
    struct Hint {
        string_view text;
        string_view hint;
    };
    constexpr string_view zip = "the input is compressed with zip: unzip -p FILE | hookspect ...";
    const std::vector<Hint> hints{
        {"PK\x03\x04\x14", zip},
        {"2026-11-18 POST /h\xC3\xB6\xC3\xB6k {\"event\":{}}", "a body begins at column 23"},
        {"{tag} {\"event\":{}}", ""},  // JSON from its first byte on
        {"tag {x} {\"event\":{}}", "a body begins at column 9"},
        {"tag {x}", ""},
        {"\x1F", ""},
        {"PKZIP", ""},
    };
    for (const Hint& one : hints) {
        CAPTURE(one.text);
        for (const std::size_t piece : {1000U, 1U}) {
            intake::Source source = test::source_of(one.text, piece);
            intake::BodyReader reader({}, [] {});
            reader.start(source);
            event::Body body;
            REQUIRE(reader.next(body));
            REQUIRE(body.fault);
            CHECK(body.fault->hint == one.hint);
        }
    }
}

TEST_CASE("bodies that share a line say so") {
    intake::Source source = test::source_of("{}\n{} {}\n[{},\n{}]", 1000);
    intake::BodyReader reader({}, [] {});
    reader.start(source);
    event::Body body;
    for (const bool shared : {false, true, true, false, false}) {
        REQUIRE(reader.next(body));
        CAPTURE(body.number);
        CHECK(body.shares_line == shared);
    }
}

}  // namespace hookspect
