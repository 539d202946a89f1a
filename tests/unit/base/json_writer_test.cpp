#include "base/json_writer.h"

#include <doctest/doctest.h>

using hookspect::base::JsonWriter;

TEST_CASE("JsonWriter puts commas between members and elements, and none elsewhere") {
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("a", 1U).member("b", true).key("c").begin_array();
    json.null().value("x").begin_object().end_object().begin_array().end_array();
    json.end_array().key("d").value_or_null("").key("e").value_or_null("y").end_object();
    CHECK(out == R"({"a":1,"b":true,"c":[null,"x",{},[]],"d":null,"e":"y"})");
}

TEST_CASE("JsonWriter escapes keys and strings, and joins the parts of a string") {
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("a\"\n", "\\\x01").member("b", {"one", "; ", "tw\"o"});
    json.key("c").literal("1.50").end_object();
    CHECK(out == R"({"a\"\n":"\\\u0001","b":"one; tw\"o","c":1.50})");
}

TEST_CASE("JsonWriter puts elements on lines of their own where it is asked to") {
    std::string out;
    JsonWriter json(out);
    json.begin_array().line().value(1U).line().value(2U).end_lines(true);
    CHECK(out == "[\n1,\n2\n]");
    out.clear();
    JsonWriter(out).begin_array().end_lines(false);
    CHECK(out == "[]");
}

TEST_CASE("JsonWriter leaves room for a value that the caller appends") {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.key("a").raw() += "[0]";
    json.member("b", false).end_object();
    CHECK(out == R"({"a":[0],"b":false})");
}
