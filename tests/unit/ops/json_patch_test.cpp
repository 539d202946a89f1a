#include "ops/json_patch.h"

#include "support/json_event.h"
#include "unit/event/form_support.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using hookspect::ops::json_patch;
using hookspect::test::JsonEvent;

namespace {

struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view operations;  // without the brackets and line ends of the list
};

std::string patched(std::string_view operations) {
    return operations.empty() ? "[]" : "[\n" + std::string(operations) + "\n]";
}

template <std::size_t size>
void check_all(const Row (&rows)[size]) {
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        CHECK(json_patch(JsonEvent(row.from).event, JsonEvent(row.to).event) == patched(row.operations));
    }
}

}  // namespace

TEST_CASE("json patch: members of objects") {
    check_all({
        {R"({})", R"({})", ""},
        {R"({"a":1,"b":2})", R"({"b":2,"a":1})", ""},
        {R"({"a":1})", R"({"a":2})", R"({"op":"replace","path":"/a","value":2})"},
        {R"({"a":1})", R"({})", R"({"op":"remove","path":"/a"})"},
        {R"({})", R"({"a":null})", R"({"op":"add","path":"/a","value":null})"},
        {R"({"a":null})", R"({})", R"({"op":"remove","path":"/a"})"},
        {R"({"a":null})", R"({"a":""})", R"({"op":"replace","path":"/a","value":""})"},
        {R"({"a":{"b":[]}})", R"({"a":{"b":{}}})", R"({"op":"replace","path":"/a/b","value":{}})"},
        {R"({"a":"1"})", R"({"a":1})", R"({"op":"replace","path":"/a","value":1})"},
    });
}

TEST_CASE("json patch: pointers escape what RFC 6901 says, and JSON what its strings need") {
    check_all({
        {R"({"~":1,"/":1,"":1})", R"({"~":2,"/":2,"":2})",
         "{\"op\":\"replace\",\"path\":\"/\",\"value\":2},\n"
         "{\"op\":\"replace\",\"path\":\"/~1\",\"value\":2},\n"
         "{\"op\":\"replace\",\"path\":\"/~0\",\"value\":2}"},
        {R"({})", R"({"\"\\\u0000é":1})", R"({"op":"add","path":"/\"\\\u0000é","value":1})"},
        {R"({"\u0061":1})", R"({"a":1})", ""},
        {R"({"~1":1})", R"({})", R"({"op":"remove","path":"/~01"})"},
    });
}

TEST_CASE("json patch: numbers count by their value and keep their text") {
    check_all({
        {R"({"a":1})", R"({"a":1.0})", ""},
        {R"({"a":[100,1e2]})", R"({"a":[1e2,100]})", ""},
        {R"({"a":9007199254740992})", R"({"a":9007199254740993})",
         R"({"op":"replace","path":"/a","value":9007199254740993})"},
        {R"({"a":0})", R"({"a":1.50e+400})", R"({"op":"replace","path":"/a","value":1.50e+400})"},
        {R"({"a":[1,2]})", R"({"a":[1,2,0.10]})", R"({"op":"add","path":"/a/2","value":0.10})"},
    });
}

TEST_CASE("json patch: an index counts in the list as the operations before have left it") {
    // Each letter stands for an element that is so long that replacing the list would take more.
    const auto element = [](char letter) { return "\"" + std::string(90, letter) + "\""; };
    const auto event = [&](std::string_view letters) {
        std::string json = R"({"a":[)";
        for (const char letter : letters) json.append(json.back() == '[' ? "" : ",").append(element(letter));
        return json + "]}";
    };
    const auto remove = [](const std::string& index) {
        return R"({"op":"remove","path":"/a/)" + index + "\"}";
    };
    const auto write = [&](const std::string& operation, const std::string& index, char letter) {
        return R"({"op":")" + operation + R"(","path":"/a/)" + index + R"(","value":)" + element(letter) +
               "}";
    };
    struct List {
        std::string_view from;
        std::string_view to;
        std::string operations;
    };
    const List lists[] = {
        {"abcd", "bce", remove("0") + ",\n" + write("replace", "2", 'e')},
        {"abc", "xyabc", write("add", "0", 'x') + ",\n" + write("add", "1", 'y')},
        {"abcde", "ae", remove("1") + ",\n" + remove("1") + ",\n" + remove("1")},
        {"abcdef", "bcxyef",
         remove("0") + ",\n" + write("replace", "2", 'x') + ",\n" + write("add", "3", 'y')},
    };
    for (const List& list : lists) {
        CAPTURE(list.from);
        CAPTURE(list.to);
        CHECK(json_patch(JsonEvent(event(list.from)).event, JsonEvent(event(list.to)).event) ==
              patched(list.operations));
    }
}

TEST_CASE("json patch: an element that changes is changed inside, where that is shorter") {
    check_all({
        {R"({"a":[0,{"id":1,"text":"some words that are long enough to be worth keeping","n":1}]})",
         R"({"a":[0,{"id":1,"text":"some words that are long enough to be worth keeping","n":2}]})",
         R"({"op":"replace","path":"/a/1/n","value":2})"},
        {R"({"a":[0,{"id":1,"n":1}]})", R"({"a":[0,{"id":1,"n":2}]})",
         R"({"op":"replace","path":"/a/1/n","value":2})"},
        {R"({"a":[0,{"id":1,"n":1}]})", R"({"a":[3,{"id":1,"n":2}]})",
         R"({"op":"replace","path":"/a","value":[3,{"id":1,"n":2}]})"},
    });
}

TEST_CASE("json patch: a container that changes throughout is replaced") {
    check_all({
        {R"({"a":{"b":1,"c":1,"d":1}})", R"({"a":{"e":1}})",
         R"({"op":"replace","path":"/a","value":{"e":1}})"},
        {R"({"a":1,"b":1,"c":1})", R"({"e":1})",
         "{\"op\":\"remove\",\"path\":\"/a\"},\n"
         "{\"op\":\"remove\",\"path\":\"/b\"},\n"
         "{\"op\":\"remove\",\"path\":\"/c\"},\n"
         "{\"op\":\"add\",\"path\":\"/e\",\"value\":1}"},
    });
}

TEST_CASE("json patch: of a repeated key the last member counts, and no value repeats one") {
    check_all({
        {R"({"a":1,"a":2})", R"({"a":2})", ""},
        {R"({"a":2})", R"({"a":{"x":0},"a":2})", ""},
        {R"({})", R"({"a":{"b":[1],"c":{"d":1,"d":2},"b":[ {"e":1, "\u0065":3} ]}})",
         R"({"op":"add","path":"/a","value":{"c":{"d":2},"b":[{"\u0065":3}]}})"},
    });
}

TEST_CASE("json patch: from and to a form") {
    const hookspect::test::Form form("campaign_id=12&campaign[title][nl]=a+%22b%22");
    CHECK(json_patch(form.event,
                     JsonEvent(R"({"campaign_id":12.0,"campaign":{"title":{"nl":"a \"b\""}}})").event) ==
          "[]");
    CHECK(json_patch(JsonEvent(R"({"campaign_id":12})").event, form.event) ==
          patched(R"({"op":"add","path":"/campaign","value":{"title":{"nl":"a \"b\""}}})"));
}
