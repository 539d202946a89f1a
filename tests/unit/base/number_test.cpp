#include "base/number.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using hookspect::base::compare_numbers;

TEST_CASE("a number is the JSON grammar's number") {
    for (const char* good :
         {"0", "-0", "1", "10", "0.5", "-1.25", "1e3", "1E+3", "1.0e-3", "9007199254740993"}) {
        CAPTURE(good);
        CHECK(hookspect::base::is_number(good));
    }
    for (const char* bad :
         {"", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x10", " 1", "1 ", "NaN", "1,5", "1e5x"}) {
        CAPTURE(bad);
        CHECK_FALSE(hookspect::base::is_number(bad));
    }
}

TEST_CASE("a number without a fraction is whole, however it is written") {
    for (const char* whole : {"0", "-0", "0.0", "0e-5", "1", "-7", "1.0", "1e3", "1.5e1", "100e-2", "1.50e1",
                              "120.00", "1e400", "1.25e2", "0.001e3", "12300e-2", "0e99999999999999999999"}) {
        CAPTURE(whole);
        CHECK(hookspect::base::is_whole(whole));
    }
    for (const char* broken : {"0.5", "1.5", "1e-1", "-0.1", "1.25e1", "10e-2", "0.0001e3",
                               "1e-99999999999999999999", "9007199254740993.5"}) {
        CAPTURE(broken);
        CHECK_FALSE(hookspect::base::is_whole(broken));
    }
}

TEST_CASE("negative is below zero") {
    CHECK(hookspect::base::is_negative("-1"));
    CHECK(hookspect::base::is_negative("-0.001"));
    CHECK_FALSE(hookspect::base::is_negative("-0"));
    CHECK_FALSE(hookspect::base::is_negative("-0.00e5"));
    CHECK_FALSE(hookspect::base::is_negative("1"));
}

TEST_CASE("numbers compare by their exact value") {
    // Ascending; what stands in one row is equal.
    const std::vector<std::vector<std::string>> rows{
        {"-1e30", "-10e29"},
        {"-2", "-2.0", "-0.2e1"},
        {"-1.5"},
        {"0", "-0", "0.0", "0e7", "-0e-7"},
        {"1e-99999999999999999999"},
        {"0.05", "5e-2", "0.50e-1"},
        {"0.5", "5e-1", "0.500"},
        {"1", "1.0", "10e-1", "0.1e1"},
        {"1.000000000000000000001"},
        {"99"},
        {"100", "1e2", "1.00e+2"},
        {"100.5", "1005e-1"},
        {"9007199254740992"},
        {"9007199254740993", "9007199254740993.0", "9.007199254740993e15"},
        {"1e400", "10e399"},
        {"1.1e400"},
        {"1e99999999999999999999"},
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            for (const auto& a : rows[i]) {
                for (const auto& b : rows[j]) {
                    CAPTURE(a);
                    CAPTURE(b);
                    CHECK(compare_numbers(a, b) == (i <=> j));
                }
            }
        }
    }
}

TEST_CASE("the value of a whole number of at most 18 digits") {
    CHECK(hookspect::base::small_whole_value("0") == 0);
    CHECK(hookspect::base::small_whole_value("-42") == -42);
    CHECK(hookspect::base::small_whole_value("1.5e3") == 1500);
    CHECK(hookspect::base::small_whole_value("1730568041000") == 1'730'568'041'000);
    CHECK(hookspect::base::small_whole_value("999999999999999999") == 999'999'999'999'999'999);
    CHECK_FALSE(hookspect::base::small_whole_value("1000000000000000000"));
    CHECK_FALSE(hookspect::base::small_whole_value("1.5"));
    CHECK_FALSE(hookspect::base::small_whole_value("1e99999999999999999999"));
}

TEST_CASE("numbers of megabytes are read in one go") {
    const std::string long_number = "1" + std::string(4'000'000, '0');
    CHECK(hookspect::base::is_whole(long_number + ".0"));
    CHECK(compare_numbers(long_number, "1e4000000") == 0);
    CHECK(compare_numbers(long_number, long_number + ".5") < 0);
    CHECK(compare_numbers("1e" + std::string(4'000'000, '9'), "1") > 0);
}

TEST_CASE("one text for all texts of a value") {
    const auto normal = [](std::string_view number) {
        std::string text;
        hookspect::base::append_normal_number(text, number);
        return text;
    };
    for (const std::string_view one : {"1", "1.0", "10e-1", "0.1E1", "0.001e+3", "1000e-3"})
        CHECK(normal(one) == normal("1"));
    for (const std::string_view zero : {"0", "-0", "0.000", "0e99", "-0.0E-5"})
        CHECK(normal(zero) == normal("0"));
    CHECK(normal("10") != normal("1"));
    CHECK(normal("-1") != normal("1"));
    CHECK(normal("1.01") != normal("11e-1"));
    CHECK(normal("9007199254740993") != normal("9007199254740992"));
    CHECK(normal("-12.50") == normal("-1250e-2"));
}

TEST_CASE("the difference of two numbers") {
    const auto difference = [](std::string_view before, std::string_view after) {
        return hookspect::base::number_difference(before, after).value_or("none");
    };
    CHECK(difference("340", "365") == "+25");
    CHECK(difference("365", "340") == "-25");
    CHECK(difference("-5", "5") == "+10");
    CHECK(difference("0", "-1.50") == "-1.5");
    CHECK(difference("2.25", "1.5") == "-0.75");
    CHECK(difference("0.1", "0.3") == "+0.2");
    CHECK(difference("0.5", "2.5") == "+2");
    CHECK(difference("1e3", "1e-3") == "-999.999");
    CHECK(difference("9007199254740992", "9007199254740993") == "+1");
    CHECK(difference("-999999999999999999", "999999999999999999") == "+1999999999999999998");
    CHECK(difference("999999999999999999", "1") == "-999999999999999998");
    CHECK(difference("1000000000000000000", "1") == "none");
    CHECK(difference("10000000000000000000", "1") == "none");
    CHECK(difference("0", "1e-18") == "+0.000000000000000001");
    CHECK(difference("0", "1e-19") == "none");
    CHECK(difference("1", "1e-99999999999") == "none");
    CHECK(difference("0", "1e99999999999") == "none");
}
