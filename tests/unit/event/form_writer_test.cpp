#include "event/form_writer.h"

#include "event/form_decoder.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect {
namespace {

/// The form, then what it does not carry: `a=1 | 2 nulls`.
std::string written(std::string_view json) {
    const test::JsonEvent body(json);
    event::FormWriter writer;
    std::string out = "before ";
    writer.append(out, body.event);
    out.erase(0, 7);
    std::array<std::uint64_t, event::form_losses> counts{};
    for (const event::LostInForm& lost : writer.lost()) ++counts[static_cast<std::size_t>(lost.loss)];
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        out += " | ";
        event::append_form_loss(out, static_cast<event::FormLoss>(i), counts[i]);
    }
    return out;
}

struct Example {
    std::string_view json;
    std::string_view form;
};

template <std::size_t size>
void check_all(const Example (&examples)[size]) {
    for (const Example& example : examples) {
        CAPTURE(example.json);
        CHECK(written(example.json) == example.form);
    }
}

TEST_CASE("form writer: nesting, escapes and order") {
    check_all({
        {R"({"b":"1","a":{"c":["x",{"d":"y"}]}})", "b=1&a%5Bc%5D%5B0%5D=x&a%5Bc%5D%5B1%5D%5Bd%5D=y"},
        {R"({"k &":"azAZ09-._~ !'()*+/"})", "k%20%26=azAZ09-._~%20%21%27%28%29%2A%2B%2F"},
        {R"({"\u00e9":"\ud83d\ude00\n\u0000"})", "%C3%A9=%F0%9F%98%80%0A%00"},
        {R"({"10":"a","9":"b"})", "10=a&9=b"},
    });
}

TEST_CASE("form writer: the schema says what a text is read as") {
    check_all({
        {R"({"campaign_id":1.50E2,"campaign":{"id":null,"config":{"comments":false}}})",
         "campaign_id=1.50E2&campaign%5Bid%5D=&campaign%5Bconfig%5D%5Bcomments%5D=false"},
        {R"({"campaign_id":"12"})", "campaign_id=12 | the type of 1 value"},
        {R"({"campaign_id":"twelve"})", "campaign_id=twelve"},
        {R"({"x":12,"y":true})", "x=12&y=true | the type of 2 values"},
        {R"({"person":{"hidden":"1"}})", "person%5Bhidden%5D=1 | the type of 1 value"},
        {R"({"person":{"optIn":{"sms":false,"more":{"sms":false}}}})",
         "person%5BoptIn%5D%5Bsms%5D=false&person%5BoptIn%5D%5Bmore%5D%5Bsms%5D=false | the type of 1 value"},
        {R"({"person":{"groups":"vip"}})", "person%5Bgroups%5D=vip | the type of 1 value"},
        {R"({"person":{"groups":null}})", "person%5Bgroups%5D="},
        {R"({"person":{"groups":["vip"]}})", "person%5Bgroups%5D%5B0%5D=vip"},
        {R"({"person":{"groups":[null]}})", "person%5Bgroups%5D%5B0%5D= | 1 null"},
        {R"({"campaign":{"name":"","link":{"en":""},"title":{"en":""}}})",
         "campaign%5Bname%5D=&campaign%5Blink%5D%5Ben%5D=&campaign%5Btitle%5D%5Ben%5D= | 1 empty string"},
        {R"({"campaign":{"name":null}})", "campaign%5Bname%5D= | 1 null"},
    });
}

TEST_CASE("form writer: what is left out") {
    check_all({
        {R"({})", " | 1 empty object"},
        {R"({"a":[],"b":{},"c":[[],"x",{}]})", "c%5B1%5D=x | 2 empty lists | 2 empty objects"},
        {R"([["a"]])", "0%5B0%5D=a | the type of 1 value"},
        {R"("a")", " | the type of 1 value"},
    });
}

TEST_CASE("form writer: keys") {
    check_all({
        {R"({"a":"1","a":"2"})", "a=1&a=2 | 1 repeated key"},
        {R"({"":"a"})", "=a | 1 key"},
        {R"({"a":{"":"b"}})", "a%5B%5D=b | 1 key"},
        {R"({"a[b]":"c"})", "a%5Bb%5D=c | 1 key"},
        // Brackets that close stay one key in brackets, as npm qs reads them.
        {R"({"a":{"b[c]":"d"}})", "a%5Bb%5Bc%5D%5D=d"},
        {R"({"a":{"b]":"c"}})", "a%5Bb%5D%5D=c | 1 key"},
        // An object is a list where all keys that are written are indices.
        {R"({"a":{"0":"b","1":"c"}})", "a%5B0%5D=b&a%5B1%5D=c | 1 key"},
        {R"({"a":{"0":"b","x":"c"}})", "a%5B0%5D=b&a%5Bx%5D=c"},
        {R"({"a":{"0":"b","x":[]}})", "a%5B0%5D=b | 1 empty list | 1 key"},
        {R"({"a":{"00":"b"}})", "a%5B00%5D=b"},
        // Dots are nesting where no key has brackets and the first part is documented.
        {R"({"campaign.name":"a"})", "campaign.name=a | 1 key"},
        {R"({"campaign.name":"a","b":{"c":"d"}})", "campaign.name=a&b%5Bc%5D=d"},
        {R"({"other.name":"a"})", "other.name=a"},
        // One field that holds JSON is that JSON.
        {R"({"payload":"{}"})", "payload=%7B%7D | the type of 1 value"},
        {R"({"payload":"{}","x":"y"})", "payload=%7B%7D&x=y"},
    });
}

TEST_CASE("form writer: an event that came as a form, and losses in their order") {
    const std::string body = "person[hidden]=1&x[3]=a&x[9]=%7B";
    event::FormDecoder decoder{event::Limits{}};
    event::Event event;
    REQUIRE_FALSE(decoder.decode(body, event));
    event::FormWriter writer;
    std::string out;
    writer.append(out, event);
    CHECK(out == "person%5Bhidden%5D=true&x%5B0%5D=a&x%5B1%5D=%7B");
    CHECK(writer.lost().empty());

    const test::JsonEvent json(R"({"a":[{"0":1}],"b":null})");
    out.clear();
    writer.append(out, json.event);
    CHECK(out == "a%5B0%5D%5B0%5D=1&b=");
    std::vector<event::SlotIndex> slots;
    for (const event::LostInForm& lost : writer.lost()) slots.push_back(lost.slot);
    CHECK(slots == std::vector<event::SlotIndex>{3, 3, 4});  // the 1, as a number and for its key; null
}

}  // namespace
}  // namespace hookspect
