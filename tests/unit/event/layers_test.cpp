#include "event/layers.h"

#include "event/structurals.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace hookspect {
namespace {

using event::Layer;
using std::string_view;

}  // namespace

TEST_CASE("what a layer decodes, and where each byte comes from") {
    struct Row {
        Layer::Kind kind;
        string_view encoded;
        string_view decoded;
        std::vector<std::size_t> offsets;  // of each decoded byte, and of the end
    };
    const std::vector<Row> rows{
        {Layer::Kind::slice, "abc", "abc", {0, 1, 2, 3}},
        {Layer::Kind::json_string,
         R"(a\"\u00e9b)",
         "a\"\xC3\xA9"
         "b",
         {0, 1, 3, 3, 9, 10}},
        {Layer::Kind::json_string, R"(\ud83c\udf89x)", "\xF0\x9F\x8E\x89x", {0, 0, 0, 0, 12, 13}},
        {Layer::Kind::percent, "a%22+%zz", "a\" %zz", {0, 1, 4, 5, 6, 7, 8}},
        {Layer::Kind::base64, "eyJhIjoxfQ==", "{\"a\":1}", {0, 1, 2, 4, 5, 6, 8, 12}},
        {Layer::Kind::base64, "eyJhIjoxfQ", "{\"a\":1}", {0, 1, 2, 4, 5, 6, 8, 10}},
        {Layer::Kind::base64, "eyJh\r\nIjox\nfQ==\n", "{\"a\":1}", {0, 1, 2, 6, 7, 8, 11, 16}},
        {Layer::Kind::base64, "-_8=", "\xFB\xFF", {0, 1, 4}},
        {Layer::Kind::base64, "", "", {0}},
        {Layer::Kind::hex_escapes,
         R"({\x22a\x5C\x22\\\'\n\u00e9)",
         "{\"a\\\"\\'\n\\u00e9",
         {0, 1, 5, 6, 10, 14, 16, 18, 20, 21, 22, 23, 24, 25, 26}},
        {Layer::Kind::hex_escapes, R"(\xZZ\x2)", R"(\xZZ\x2)", {0, 1, 2, 3, 4, 5, 6, 7}},
        {Layer::Kind::doubled_quotes, R"({""a"":1})", R"({"a":1})", {0, 1, 3, 4, 6, 7, 8, 9}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.encoded);
        event::Layers layers;
        const std::string message = "<>" + std::string(row.encoded) + "<" + std::string(event::padding, '\0');
        REQUIRE(layers.add(row.kind, message, 2, row.encoded.size()));
        CHECK(layers.text(message) == row.decoded);
        std::vector<std::size_t> every;
        for (std::size_t i = 0; i <= row.decoded.size(); ++i) {
            every.push_back(i);
            CHECK(layers.outer_offset(message, i) == 2 + row.offsets[i]);
        }
        const auto together = layers.outer_offsets(message, every);
        for (std::size_t i = 0; i < every.size(); ++i) CHECK(together[i] == 2 + row.offsets[i]);
    }
}

TEST_CASE("what is not encoded so is refused, and leaves the layers as they were") {
    struct Row {
        Layer::Kind kind;
        string_view encoded;
    };
    for (const Row& row : {Row{Layer::Kind::base64, "eyJ!"}, Row{Layer::Kind::base64, "eyJhI"},
                           Row{Layer::Kind::base64, "eyJhIj==x"}, Row{Layer::Kind::json_string, R"(\q)"},
                           Row{Layer::Kind::doubled_quotes, R"(a"b)"}}) {
        CAPTURE(row.encoded);
        event::Layers layers;
        CHECK(!layers.add(row.kind, row.encoded, 0, row.encoded.size()));
        CHECK(layers.empty());
    }
}

TEST_CASE("layers in layers: a place goes through all of them") {
    // {"event":{}} in base64, in a member of JSON, in a JSON string.
    const std::string message =
        R"(log "{\"b\":\"eyJldmVudCI6e319\"}" end)" + std::string(event::padding, '\0');
    event::Layers layers;
    REQUIRE(layers.add(Layer::Kind::json_string, message, 5, 28));
    CHECK(layers.text(message) == R"({"b":"eyJldmVudCI6e319"})");
    REQUIRE(layers.add(Layer::Kind::base64, message, 6, 16));
    CHECK(layers.text(message) == R"({"event":{}})");
    REQUIRE(layers.add(Layer::Kind::slice, message, 9, 2));
    CHECK(layers.text(message) == "{}");
    CHECK(layers.outer_offset(message, 0) == 5 + 9 + 12);
    CHECK(layers.outer_offsets(message, {0, 1, 1}) == std::vector<std::size_t>{26, 27, 27});
    event::Layers made = layers;
    made.add_opaque(0, 2, "a=1");
    CHECK(made.text(message) == "a=1");
    CHECK(made.outer_offset(message, 2) == 26);
    CHECK(layers.text(message) == "{}");
}

}  // namespace hookspect
