#include "event/json_decoder.h"

#include "event/json_scanner.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

namespace hookspect {
namespace {

using std::string_view;

/// What is left of a body when these fields alone are wanted; `fault` where it is refused.
std::string selected(string_view text, std::initializer_list<schema::FieldId> wanted,
                     event::Selection::Want undocumented) {
    event::Selection selection;
    for (const schema::FieldId id : wanted) selection.want(id);
    selection.undocumented = undocumented;
    std::string padded(text);
    padded.append(event::padding, ' ');
    event::Event event;
    event::JsonDecoder decoder{event::Limits{}};
    if (!decoder.decode(string_view(padded).substr(0, text.size()), event, schema::ObjectType::event,
                        &selection))
        return "fault";
    std::string members;
    for (event::SlotIndex i = 1; i < event.count; ++i) {
        std::string scratch;
        members += event[i].key_size > 0 ? std::string(event.key(event[i], scratch)) : "-";
        if (event[i].next == i + 1 && event[i].kind != event::Kind::object)
            members += "=" + std::string(event.raw(event[i]));
        members += event[i].overridden ? "! " : " ";
    }
    return members;
}

/// Whether these bytes are JSON, with `behind` after them in memory.
bool decodes(string_view text, string_view behind, const event::Selection* selection = nullptr) {
    const std::string padded = std::string(text).append(behind).append(event::padding, '1');
    event::Event event;
    event::JsonDecoder decoder{event::Limits{}};
    return decoder.decode(string_view(padded).substr(0, text.size()), event, schema::ObjectType::event,
                          selection);
}

/// The same, from the reader that goes by single bytes.
bool scans(string_view text) {
    event::JsonScanner scanner{event::Limits{}};
    auto status = scanner.feed(text);
    if (status == event::JsonScanner::Status::more) status = scanner.finish();
    if (status != event::JsonScanner::Status::complete) return false;
    return text.find_first_not_of(" \n", scanner.offset()) == string_view::npos;
}

constexpr string_view lively =
    R"({"event":{"name":"created","x":[]},"campaign_id":9007199254740993, "":[1.5,{},)"
    R"(["a\"b",-0,true],null],"campaign":{"title":{"nl":"\u00e9"}} })";

schema::FieldId id(schema::ObjectType owner, string_view key) {
    return schema::find_field(owner, key);
}

}  // namespace

TEST_CASE("a decoder keeps what is wanted, and passes over the rest") {
    const schema::FieldId title = id(schema::ObjectType::campaign, "title");
    const schema::FieldId campaign_id = id(schema::ObjectType::event, "campaign_id");
    const schema::FieldId preset = id(schema::ObjectType::campaign_config, "preset");
    const std::initializer_list<schema::FieldId> fields{title, campaign_id, preset};
    const auto keep = [&](string_view text) {
        return selected(text, fields, event::Selection::Want::nothing);
    };
    CHECK(keep(R"({"campaign_id":5,"x":{"y":[1,{"z":2}]},"campaign":{"id":5,"title":{"nl":"a"}}})") ==
          "campaign_id=5 campaign title nl=a ");
    CHECK(
        keep(
            R"({"campaign":{"config":{"languages":["en"],"preset":"p","x":"\\\""},"name":"\"}"},"campaign_id":7})") ==
        "campaign config preset=p campaign_id=7 ");
    // A key that is written with escapes is the same key; so is one behind a value with escapes that was left
    // out.
    CHECK(keep(R"({"event":{"name":"\u00e9\\"},"campaign_\u0069d":8})") == "campaign_id=8 ");
    // The last of repeated keys counts here too.
    CHECK(keep(R"({"campaign_id":1,"x":0,"campaign_id":2})") == "campaign_id=1! campaign_id=2 ");
    // Where an object is expected and something else stands, that is kept.
    CHECK(keep(R"({"campaign":[1,"a"]})") == "campaign -=1 -=a ");
    CHECK(keep(R"({"campaign":"no"})") == "campaign=no ");
    CHECK(keep(R"({})") == "");
}

TEST_CASE("a number of digits alone is marked") {
    const test::JsonEvent numbers("[0,7,9007199254740993,-1,-0,1.0,1e3,0E1,2 , 3\n,\"4\",true]");
    std::string marked;
    for (event::SlotIndex i = 1; i < numbers.event.count; ++i) {
        if (numbers.event[i].whole) marked += std::string(numbers.event.raw(numbers.event[i])) + " ";
    }
    CHECK(marked == "0 7 9007199254740993 2 3 ");
}

TEST_CASE("digits end where they end, however many there are") {
    for (std::size_t count = 1; count <= 40; ++count) {
        const std::string digits(count, '7');
        for (const string_view behind : {"]", ",8]", " ]", ".5]", "e5]"}) {
            const test::JsonEvent numbers("[" + digits + std::string(behind));
            const event::Slot& number = numbers.event[1];
            CAPTURE(numbers.event.raw(number));
            const bool goes_on = behind.front() == '.' || behind.front() == 'e';
            CHECK(number.size == (goes_on ? count + 2 : count));
            CHECK(number.whole != goes_on);
        }
        for (const char bad : {'/', ':', 'a', '-', '"', '.'})
            CHECK_FALSE(decodes("[" + digits + bad + "]", ""));
    }
}

TEST_CASE("what stands behind a text is not read as a part of it") {
    event::Selection title;
    title.want(id(schema::ObjectType::campaign, "title"));
    REQUIRE(decodes(lively, ""));
    REQUIRE(decodes(lively, "", &title));
    for (std::size_t size = 0; size < lively.size(); ++size) {
        CAPTURE(lively.substr(0, size));
        for (const string_view behind : {lively.substr(size), string_view("}}}}"), string_view("]]]]"),
                                         string_view(",\"a\":1}"), string_view(",1]"), string_view(":1}")}) {
            CHECK_FALSE(decodes(lively.substr(0, size), behind));
            CHECK_FALSE(decodes(lively.substr(0, size), behind, &title));
        }
    }
    for (const string_view scalar : {"12", "-1", "true", "null", "\"a\"", "1.5"}) {
        CHECK(decodes(scalar, " "));
        CHECK(decodes(scalar, ","));
    }
    CHECK(decodes("1", "\n2"));
    CHECK_FALSE(decodes("", "1"));
}

TEST_CASE("the readers agree on each text that has one other byte") {
    REQUIRE(scans(lively));
    for (std::size_t at = 0; at < lively.size(); ++at) {
        for (const char c : string_view("{}[]:,\"\\ 0-.eatn\n\x01\x80")) {
            std::string text(lively);
            text[at] = c;
            CAPTURE(text);
            CHECK(decodes(text, " ") == scans(text));
            text = std::string(lively).insert(at, 1, c);
            CAPTURE(text);
            CHECK(decodes(text, " ") == scans(text));
        }
    }
}

TEST_CASE("an event tells whether closed objects have undocumented keys") {
    CHECK_FALSE(test::JsonEvent(R"({"event":{"name":"created"},"campaign_id":1})").event.unknown_keys);
    CHECK_FALSE(test::JsonEvent(R"({"interaction":{"metadata":{"x":1,"y":{"z":2}}}})").event.unknown_keys);
    CHECK(test::JsonEvent(R"({"event":{"name":"created"},"x":1})").event.unknown_keys);
    CHECK(test::JsonEvent(R"({"campaign":{"config":{"x":{}}}})").event.unknown_keys);
    CHECK(test::JsonEvent(R"({"person":{"properties":[{"key":"a"},{"kye":"a"}]}})").event.unknown_keys);
}

TEST_CASE("an event is regular where no key repeats") {
    CHECK_FALSE(test::JsonEvent(R"({"event":{"name":"created"},"a":1,"b":2})").event.irregular);
    CHECK(test::JsonEvent(R"({"event":{"name":"created"},"a":1,"a":2})").event.irregular);
    CHECK(test::JsonEvent(R"({"x":{"y":{"a":1,"\u0061":2}}})").event.irregular);
}

TEST_CASE("keys are known whatever order the bodies before taught") {
    event::JsonDecoder decoder{event::Limits{}};
    for (const string_view text :
         {R"({"campaign_id":1,"campaign":2,"campaign_ids":3})",
          R"({"campaign":1,"campaign_id" :2,"campaign_i":3})",
          R"({"campaign_i":1,"organization_id":2,"organization_ie":3,"event":4})",
          R"({"organization_id":1,"organization_i":2,"person\u005fid":3,"person":4})",
          R"({"organization_id":1,"person_id":2,"person_id\"":3})"}) {
        const std::string padded = std::string(text).append(event::padding, ' ');
        event::Event event;
        REQUIRE(decoder.decode(string_view(padded).substr(0, text.size()), event));
        for (event::SlotIndex i = 1; i < event.count; ++i) {
            std::string scratch;
            CAPTURE(event.raw_key(event[i]));
            CHECK(event[i].field == id(schema::ObjectType::event, event.key(event[i], scratch)));
        }
    }
}

TEST_CASE("undocumented members are kept where they are wanted") {
    const std::initializer_list<schema::FieldId> fields{id(schema::ObjectType::interaction, "metadata")};
    CHECK(selected(R"({"x":1,"interaction":{"id":2,"y":3,"metadata":{"a":{"b":4}}}})", fields,
                   event::Selection::Want::whole) == "x=1 interaction y=3 metadata a b=4 ");
}

TEST_CASE("what is left out must still be closed") {
    const std::initializer_list<schema::FieldId> fields{id(schema::ObjectType::event, "campaign_id")};
    const auto keep = [&](string_view text) {
        return selected(text, fields, event::Selection::Want::nothing);
    };
    CHECK(keep(R"({"x":[1,2})") == "fault");
    CHECK(keep(R"({"x":{"y":1})") == "fault");
    CHECK(keep(R"({"x":)") == "fault");
    CHECK(keep(R"({"x":1}})") == "fault");
    CHECK(keep(R"({"x")") == "fault");
    CHECK(keep(R"({"x":1 "campaign_id":1})") == "fault");
    // Its inside is not looked at: this is what makes it quick, and what `--check` is for.
    CHECK(keep(R"({"x":[01,tru],"campaign_id":1})") == "campaign_id=1 ");
}

}  // namespace hookspect
