#include "base/percent.h"
#include "base/utf8.h"
#include "form_support.h"

#include <string>
#include <string_view>

namespace hookspect {
namespace {

struct Piece {
    std::string_view written;
    std::string_view text;
    std::size_t bad = std::string_view::npos;  // offset as written of the first byte that is not UTF-8
    bool fault = false;                        // a `%` without two hex digits
};

// By hand, from application/x-www-form-urlencoded. Plain letters stand before and behind.
constexpr Piece pieces[] = {
    {"", ""},
    {"+", " "},
    {"++", "  "},
    {"%20", " "},
    {"%2B+%2b", "+ +"},
    {"%26%3D%25", "&=%"},
    {"=", "="},
    {"%41%4a%4A", "AJJ"},
    {"%C3%A9%E2%80%99", "\xC3\xA9\xE2\x80\x99"},
    {"\xC3\xA9", "\xC3\xA9"},
    {"\xC3%A9", "\xC3\xA9"},
    {"%F0%9F%8E%89", "\xF0\x9F\x8E\x89"},
    {"%zz", "%zz", std::string_view::npos, true},
    {"%2g", "%2g", std::string_view::npos, true},
    {"%%20", "% ", std::string_view::npos, true},
    {"%2%20", "%2 ", std::string_view::npos, true},
    {"%FF", "", 0},
    {"\xFF", "", 0},
    {"+%C3+", "", 1},
    {"%41%ED%A0%80", "", 3},
    {"%C3%A9%80", "", 6},
};

TEST_CASE("form: values of any size around what is escaped, and at the end of a body") {
    for (const Piece& piece : pieces) {
        for (std::size_t before = 0; before < 40; ++before) {
            for (const std::size_t behind : {0U, 1U, 2U, 7U, 15U, 16U, 17U, 40U}) {
                const std::string front(before, 'x');
                const std::string back(behind, 'y');
                for (const std::string_view rest : {"", "&", "&b=1", "&bcdefghijklmnopqrst=uvwxyz%41"}) {
                    const test::Form form("a=" + front + std::string(piece.written) + back +
                                          std::string(rest));
                    CAPTURE(form.body);
                    if (piece.bad != std::string_view::npos) {
                        REQUIRE(form.fault);
                        CHECK(form.fault->rule == schema::Rule::utf8);
                        CHECK(form.fault->offset == 2 + before + piece.bad);
                        continue;
                    }
                    REQUIRE_FALSE(form.fault);
                    CHECK(form.event.raw(form.event[form.at("a")]) == front + std::string(piece.text) + back);
                    CHECK(form.event.form_faults.empty() != piece.fault);
                }
            }
        }
    }
}

TEST_CASE("form: an escape that the end of the value or of the body cuts") {
    for (std::size_t before = 0; before < 40; ++before) {
        for (const std::string_view cut : {"%", "%4", "%C3%"}) {
            for (const std::string_view rest : {"", "&", "&41=1", "&b=00000000000000000000"}) {
                std::string text(before, 'x');
                std::string value = text + std::string(cut);
                const bool well_formed = base::append_percent_decoded(text, cut);
                const test::Form form("a=" + value + std::string(rest));
                CAPTURE(form.body);
                if (base::first_bad_utf8(text) != std::string_view::npos) {
                    REQUIRE(form.fault);
                    CHECK(form.fault->offset == 2 + before);
                    continue;
                }
                REQUIRE_FALSE(form.fault);
                CHECK_FALSE(well_formed);
                CHECK(form.event.raw(form.event[form.at("a")]) == text);
                REQUIRE(form.event.form_faults.size() == 1);
                CHECK_FALSE(form.event.form_faults[0].in_key);
            }
        }
    }
}

}  // namespace
}  // namespace hookspect
