#include "event/json_decoder.h"

#include "support/json_event.h"

#include <doctest/doctest.h>

namespace hookspect {
namespace {

using std::string_view;

/// What is left of a body when these fields alone are wanted; `fault` where it is refused.
std::string selected(string_view text, std::initializer_list<FieldId> wanted, Selection::Want undocumented) {
    Selection selection;
    for (const FieldId id : wanted) selection.want(id);
    selection.undocumented = undocumented;
    std::string padded(text);
    padded.append(padding, ' ');
    Event event;
    JsonDecoder decoder{Limits{}};
    if (!decoder.decode(string_view(padded).substr(0, text.size()), event, ObjectType::event, &selection))
        return "fault";
    std::string members;
    for (SlotIndex i = 1; i < event.count; ++i) {
        std::string scratch;
        members += event[i].key_size > 0 ? std::string(event.key(event[i], scratch)) : "-";
        if (event[i].next == i + 1 && event[i].kind != Kind::object)
            members += "=" + std::string(event.raw(event[i]));
        members += event[i].overridden ? "! " : " ";
    }
    return members;
}

FieldId id(ObjectType owner, string_view key) {
    return find_field(owner, key);
}

}  // namespace

TEST_CASE("a decoder keeps what is wanted, and passes over the rest") {
    const FieldId title = id(ObjectType::campaign, "title");
    const FieldId campaign_id = id(ObjectType::event, "campaign_id");
    const FieldId preset = id(ObjectType::campaign_config, "preset");
    const std::initializer_list<FieldId> fields{title, campaign_id, preset};
    const auto keep = [&](string_view text) { return selected(text, fields, Selection::Want::nothing); };
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
    for (SlotIndex i = 1; i < numbers.event.count; ++i) {
        if (numbers.event[i].whole) marked += std::string(numbers.event.raw(numbers.event[i])) + " ";
    }
    CHECK(marked == "0 7 9007199254740993 2 3 ");
}

TEST_CASE("an event is regular where no key repeats") {
    CHECK_FALSE(test::JsonEvent(R"({"event":{"name":"created"},"a":1,"b":2})").event.irregular);
    CHECK(test::JsonEvent(R"({"event":{"name":"created"},"a":1,"a":2})").event.irregular);
    CHECK(test::JsonEvent(R"({"x":{"y":{"a":1,"\u0061":2}}})").event.irregular);
}

TEST_CASE("keys are known whatever order the bodies before taught") {
    JsonDecoder decoder{Limits{}};
    for (const string_view text :
         {R"({"campaign_id":1,"campaign":2,"campaign_ids":3})",
          R"({"campaign":1,"campaign_id" :2,"campaign_i":3})",
          R"({"campaign_i":1,"organization_id":2,"organization_ie":3,"event":4})",
          R"({"organization_id":1,"organization_i":2,"person\u005fid":3,"person":4})",
          R"({"organization_id":1,"person_id":2,"person_id\"":3})"}) {
        const std::string padded = std::string(text).append(padding, ' ');
        Event event;
        REQUIRE(decoder.decode(string_view(padded).substr(0, text.size()), event));
        for (SlotIndex i = 1; i < event.count; ++i) {
            std::string scratch;
            CAPTURE(event.raw_key(event[i]));
            CHECK(event[i].field == id(ObjectType::event, event.key(event[i], scratch)));
        }
    }
}

TEST_CASE("undocumented members are kept where they are wanted") {
    const std::initializer_list<FieldId> fields{id(ObjectType::interaction, "metadata")};
    CHECK(selected(R"({"x":1,"interaction":{"id":2,"y":3,"metadata":{"a":{"b":4}}}})", fields,
                   Selection::Want::whole) == "x=1 interaction y=3 metadata a b=4 ");
}

TEST_CASE("what is left out must still be closed") {
    const std::initializer_list<FieldId> fields{id(ObjectType::event, "campaign_id")};
    const auto keep = [&](string_view text) { return selected(text, fields, Selection::Want::nothing); };
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
