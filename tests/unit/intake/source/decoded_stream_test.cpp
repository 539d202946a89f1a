#include "intake/source/decoded_stream.h"

#include "intake/source/gzip.h"

#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using hookspect::base::Result;
using hookspect::intake::DecodedStream;
using hookspect::intake::Inflater;

namespace {

using std::string;
using std::string_view;

string gzip(string_view text) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    string out(deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

string zstd(string_view text) {
    string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

string utf16(std::u16string_view text, bool big) {
    string out;
    for (const char16_t unit : text) {
        const auto high = static_cast<char>(unit >> 8);
        const auto low = static_cast<char>(unit & 0xFF);
        out += big ? high : low;
        out += big ? low : high;
    }
    return out;
}

/// Lines that do not compress to nothing, 200 kB: several pieces of each buffer.
string long_text() {
    std::mt19937 random(7);
    string text;
    while (text.size() < 200'000) text += "{\"id\":" + std::to_string(random()) + "}\n";
    return text;
}

struct Read {
    string text;
    string error;
};

/// Reads a stream whose input comes in pieces of `piece` bytes, into `space` bytes at a time.
Read read_all(string_view bytes, std::size_t piece, std::size_t space) {
    DecodedStream stream("capture", [&bytes, piece](std::span<char> into) -> Result<std::size_t> {
        const std::size_t count = bytes.copy(into.data(), std::min(into.size(), piece));
        bytes.remove_prefix(count);
        return count;
    });
    Read read;
    std::vector<char> buffer(space);
    for (;;) {
        const auto count = stream.read(buffer);
        if (!count) {
            read.error = count.error().message;
            return read;
        }
        if (*count == 0) return read;
        read.text.append(buffer.data(), *count);
    }
}

void check_read(string_view bytes, string_view text, string_view error = {}) {
    for (const std::size_t piece : {1, 3, 1000, 1'000'000}) {
        for (const std::size_t space : {1, 7, 4096, 1'000'000}) {
            if (piece == 1 && space == 1 && text.size() > 1000) continue;
            CAPTURE(piece);
            CAPTURE(space);
            const Read read = read_all(bytes, piece, space);
            CHECK(read.text == text);
            CHECK(read.error == error);
        }
    }
}

}  // namespace

TEST_CASE("decoded stream: plain bytes pass through") {
    for (const string_view text :
         {"", "{", "(", "\x1F", "\x28\xB5\x2F", "\xFF", "{\"event\":{}}\n", "\x1F\x8B"}) {
        check_read(text, text);
    }
    const string text = long_text();
    check_read(text, text);
}

TEST_CASE("decoded stream: gzip, members that follow each other, padding") {
    const string text = long_text();
    check_read(gzip(text), text);
    check_read(gzip("one\n") + gzip("") + gzip("two\n"), "one\ntwo\n");
    check_read(gzip("one\n") + string(512, '\0'), "one\n");
    check_read(gzip(""), "");
}

TEST_CASE("decoded stream: gzip that is cut off or corrupt gives what can be decoded") {
    const string cut_off = "cannot read capture: the gzip data is cut off";
    const string whole = gzip("one\n") + gzip("two\n");
    check_read(string_view(whole).substr(0, whole.size() - 1), "one\ntwo\n", cut_off);
    check_read(string_view(whole).substr(0, gzip("one\n").size() + 5), "one\n", cut_off);
    check_read(string_view(whole).substr(0, 3), "", cut_off);
    check_read(gzip("one\n") + "trailing", "one\n",
               "cannot read capture: bytes that are not gzip follow the gzip data");

    string wrong_sum = gzip("one\n");
    wrong_sum[wrong_sum.size() - 8] = static_cast<char>(wrong_sum[wrong_sum.size() - 8] ^ 1);
    check_read(wrong_sum, "one\n", "cannot read capture: the gzip data is corrupt");
    string wrong_block = gzip("one\n");
    wrong_block[10] = '\x07';  // a block type that does not exist
    check_read(wrong_block, "", "cannot read capture: the gzip data is corrupt");
}

TEST_CASE("decoded stream: both inflating libraries give the same") {
    const string text = long_text();
    const string bytes = gzip(text);
    for (const Inflater inflater : {Inflater::fastest, Inflater::zlib}) {
        const auto decoder = hookspect::intake::make_gzip_decoder(inflater);
        string out;
        string_view rest = bytes;
        std::vector<char> space(5000);
        while (out.size() < text.size()) {
            const auto step = decoder->decode(rest, space);
            REQUIRE(step);
            rest.remove_prefix(step->used);
            out.append(space.data(), step->made);
        }
        CHECK(out == text);
        const auto end = decoder->decode(rest, space);
        REQUIRE(end);
        rest.remove_prefix(end->used);
        CHECK(rest.empty());
        const auto finished = decoder->finish(space);
        REQUIRE(finished);
        CHECK(finished->made == 0);
    }
}

TEST_CASE("decoded stream: zstd, frames that follow each other, skippable frames") {
    const string text = long_text();
    check_read(zstd(text), text);
    const string skippable = string("\x50\x2A\x4D\x18\x03\0\0\0abc", 11);
    check_read(zstd("one\n") + skippable + zstd("two\n"), "one\ntwo\n");

    const string whole = zstd("one\n");
    check_read(string_view(whole).substr(0, whole.size() - 1), "one",
               "cannot read capture: the zstd data is cut off");
    check_read(zstd("one\n") + "trailing", "one\n", "cannot read capture: the zstd data is corrupt");
}

TEST_CASE("decoded stream: UTF-16 with a byte order mark becomes UTF-8") {
    const std::u16string text = u"\uFEFF{\"a\":\"é€\U0001F600\"}";
    for (const bool big : {false, true}) {
        check_read(utf16(text, big), "{\"a\":\"é€\U0001F600\"}");
        check_read(gzip(utf16(text, big)), "{\"a\":\"é€\U0001F600\"}");
    }
    // A lone surrogate keeps its place as three bytes that are not UTF-8.
    check_read(utf16(std::u16string(u"\uFEFFa") + char16_t{0xD83D}, true), "a\xED\xA0\xBD");
    check_read(utf16(std::u16string(u"\uFEFF") + char16_t{0xD83D} + u"b", false),
               "\xED\xA0\xBD"
               "b");
    check_read(utf16(std::u16string(u"\uFEFF") + char16_t{0xDE00}, false), "\xED\xB8\x80");
    check_read(utf16(u"\uFEFFab", false) + "c", "ab",
               "cannot read capture: the UTF-16 text is cut off in a character");
    check_read(utf16(u"\uFEFF", true), "");
}

TEST_CASE("decoded stream: an archive inside an archive is not unpacked") {
    const string inner = gzip("one\n");
    check_read(gzip(inner), inner);
    check_read(zstd(inner), inner);
}

TEST_CASE("decoded stream: a read that fails is reported as it is") {
    DecodedStream stream("capture", [](std::span<char>) -> Result<std::size_t> {
        return hookspect::base::Error{"cannot read capture: Input/output error", {}};
    });
    std::vector<char> space(16);
    const auto count = stream.read(space);
    REQUIRE_FALSE(count);
    CHECK(count.error().message == "cannot read capture: Input/output error");
}
