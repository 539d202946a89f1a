#include "event/form_carrier.h"
#include "form_support.h"

#include <doctest/doctest.h>

#include <vector>

using hookspect::event::Fault;
using hookspect::event::Limits;
using hookspect::schema::Rule;
using hookspect::test::Form;

TEST_CASE("form: places are bytes of the body as written") {
    const Form form("x=1&a%5Bb%5D=%41&a%5Bc%5D%5B0%5D=z&e");
    const auto place = [&form](std::string_view path) { return form.event[form.at(path)].place; };
    const auto key_place = [&form](std::string_view path) { return form.event[form.at(path)].key_place; };
    CHECK(place("x") == 2);
    CHECK(key_place("x") == 0);
    CHECK(place("a") == 4);
    CHECK(key_place("a") == 4);
    CHECK(place("a.b") == 13);
    CHECK(key_place("a.b") == 4);
    CHECK(place("a.c") == 17);
    CHECK(key_place("a.c") == 17);
    const auto element = form.event.first(form.at("a.c"));
    CHECK(form.event[element].place == 33);
    CHECK(form.event[element].key_place == 17);
    CHECK(place("e") == 36);
    CHECK(form.event[form.at("a")].size == 0);
    CHECK(form.event.chars.data() != form.event.body.data());
}

TEST_CASE("form: syntax faults stand in order, with their values") {
    const Form form("a=%&b%zz=1&c%=%4&d[e=2&a=%%");
    REQUIRE_FALSE(form.fault);
    struct Expected {
        hookspect::event::SlotIndex slot;
        bool in_key;
    };
    const auto a = form.event.first(form.at("a"));
    const std::vector<Expected> expected{{a, false},
                                         {form.at("b%zz"), true},
                                         {form.at("c%"), true},
                                         {form.at("c%"), false},
                                         {form.at("d.[e"), true},
                                         {form.event.next(a), false}};
    REQUIRE(form.event.form_faults.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(i);
        CHECK(form.event.form_faults[i].slot == expected[i].slot);
        CHECK(form.event.form_faults[i].in_key == expected[i].in_key);
    }
}

namespace {

struct Refused {
    std::string_view body;
    Rule rule;
    std::size_t offset;
    std::string_view pointer;
    std::string_view message;
    std::string_view hint;
};

}  // namespace

TEST_CASE("form: bytes that are not UTF-8, and crossed limits") {
    constexpr std::string_view utf8 = "bytes that are not UTF-8";
    constexpr std::string_view fields = "the body has more than 4 fields";
    constexpr std::string_view containers = "the body has more than 4 objects and lists";
    constexpr std::string_view depth = "the body nests deeper than 3 levels";
    constexpr std::string_view more_fields = "--max-fields raises the limit";
    constexpr std::string_view more_depth = "--max-depth raises the limit";
    constexpr Refused examples[] = {
        {"a=%FF", Rule::utf8, 2, "/a", utf8, ""},
        {"a=x+%C3%A9%c3", Rule::utf8, 10, "/a", utf8, ""},
        {"a=x\xE9z", Rule::utf8, 3, "/a", utf8, ""},
        {"a[b/c]=1&a[d]=%ED%A0%80", Rule::utf8, 14, "/a/d", utf8, ""},
        {"a[b%2F~]=%C0%80", Rule::utf8, 9, "/a/b~1~0", utf8, ""},
        {"a[5]=x&a[9]=%80", Rule::utf8, 12, "/a/1", utf8, ""},
        {"a[b]%5Bc%FF%5D=1", Rule::utf8, 8, "/a/b", utf8, ""},
        {"%FF=1", Rule::utf8, 0, "", utf8, ""},
        {"a=1&b=2&c=3&d=4&e=5", Rule::limit, 16, "", fields, more_fields},
        {"a=1&&=&b=2&c=3&d=4&e=%FF", Rule::limit, 19, "", fields, more_fields},
        {"a=1&b=%FF&c=3&d=4&e=5", Rule::utf8, 6, "/b", utf8, ""},
        {"a[x]=1&b[x]=2&c[x]=3&d[x]=4", Rule::limit, 21, "/d/x", containers, more_fields},
        {"a[b][c]=1&z[b][c][d]=2&a=%FF", Rule::limit, 10, "/z/b/c", depth, more_depth},
        {"a=1&z[b][c]=2&z[b][c]=3", Rule::limit, 4, "/z/b/c", depth, more_depth},
    };
    const Limits limits{.depth = 3, .fields = 4};
    for (const Refused& example : examples) {
        CAPTURE(example.body);
        const Form form(example.body, limits);
        REQUIRE(form.fault);
        const Fault& fault = *form.fault;
        CHECK(fault.rule == example.rule);
        CHECK(fault.offset == example.offset);
        CHECK(fault.pointer == example.pointer);
        CHECK(fault.message == example.message);
        CHECK(fault.expected == (fault.rule == Rule::utf8 ? "UTF-8 text" : ""));
        CHECK(fault.hint == example.hint);
    }
    CHECK(Form("a[b][c]=1&b=2&c=3&d=4", limits).json() == R"({"a":{"b":{"c":"1"}},"b":"2","c":"3","d":"4"})");
}

TEST_CASE("form: a long body") {
    std::string body;
    for (int i = 20'000; i-- > 0;) {
        body.append("&list[").append(std::to_string(i)).append("]=").append(std::to_string(i));
        body.append("&key").append(std::to_string(i)).append("=&same=x&last[]=y");
    }
    const Form form(body);
    REQUIRE_FALSE(form.fault);
    CHECK(form.event.count == 1 + 1 + 20'000 + 20'000 + 1 + 20'000 + 1 + 20'000);
    const auto first = form.event.first(form.at("list"));
    CHECK(form.event.raw(form.event[first]) == "0");
}

TEST_CASE("form: one field whose value begins as JSON carries it") {
    struct Carried {
        std::string_view body;
        std::string_view key;
        std::string_view value;
    };
    constexpr Carried examples[] = {
        {"payload=%7B%22a%22%3A1%7D", "payload", "%7B%22a%22%3A1%7D"},
        {"payload={\"a\":1}", "payload", "{\"a\":1}"},
        {"&p%61y=+%20%0d%0A\t%5b1%5D&&", "p%61y", "+%20%0d%0A\t%5b1%5D"},
        {"=x&a%5Bb%5D=[]", "a%5Bb%5D", "[]"},
    };
    for (const Carried& example : examples) {
        CAPTURE(example.body);
        const auto carrier = hookspect::event::json_carrier(example.body);
        REQUIRE(carrier);
        CHECK(carrier->key == example.key);
        CHECK(example.body.substr(carrier->begin, carrier->size) == example.value);
    }
    constexpr std::string_view others[] = {"",    "a",    "a=",        "a=1", "a=%7B&b=1",
                                           "={}", "a=+%", "a=%C2%A0{", "a=%2"};
    for (const std::string_view body : others) {
        CAPTURE(body);
        CHECK_FALSE(hookspect::event::json_carrier(body));
    }
}
