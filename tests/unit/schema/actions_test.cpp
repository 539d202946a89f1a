#include "schema/actions.h"

#include <doctest/doctest.h>

#include <array>

using namespace std::string_view_literals;
using hookspect::schema::action_has_property;
using hookspect::schema::action_name;
using hookspect::schema::ActionType;
using hookspect::schema::find_action;
using hookspect::schema::nearest_action;

namespace {

ActionType action(std::string_view name) {
    const auto type = find_action(name);
    REQUIRE(type.has_value());
    return *type;
}

}  // namespace

TEST_CASE("the vocabulary is schema.org release 30.0") {
    CHECK(hookspect::schema::action_vocabulary_release() == "30.0");
    CHECK(hookspect::schema::action_names().size() == 116);
    for (const std::string_view name : hookspect::schema::action_names())
        CHECK(action_name(action(name)) == name);
}

TEST_CASE("types are found by their exact bare name") {
    for (const std::string_view name :
         {"Action", "ShareAction", "MoneyTransfer", "LoginAction", "WriteAction"}) {
        CHECK(find_action(name).has_value());
    }
    for (const std::string_view name : {"", "Thing", "shareAction", "Person", "ShareActio", "ShareActions"}) {
        CHECK_FALSE(find_action(name).has_value());
    }
}

TEST_CASE("a type has its own properties, those of all types above it, and Thing's") {
    struct Case {
        std::string_view type;
        std::string_view property;
        bool has;
    };
    constexpr auto cases = std::to_array<Case>({
        {"ShareAction", "about", true},      // CommunicateAction
        {"ShareAction", "agent", true},      // Action
        {"ShareAction", "url", true},        // Thing
        {"ShareAction", "followee", false},  // FollowAction
        {"FollowAction", "followee", true},  // its own
        {"VoteAction", "candidate", true},
        {"VoteAction", "actionOption", true},  // ChooseAction
        {"RsvpAction", "event", true},         // InformAction
        {"RsvpAction", "inLanguage", true},    // CommunicateAction
        {"Action", "inLanguage", false},
        {"Action", "actionStatus", true},
        {"MoneyTransfer", "beneficiaryBank", true},
        {"MoneyTransfer", "fromLocation", true},      // TransferAction
        {"PrependAction", "targetCollection", true},  // UpdateAction, four types up
        {"ShareAction", "", false},
        {"ShareAction", "Agent", false},
        {"ShareAction", "noSuchProperty", false},
    });
    for (const Case& one : cases) {
        CAPTURE(one.type);
        CAPTURE(one.property);
        CHECK(action_has_property(action(one.type), one.property) == one.has);
    }
}

TEST_CASE("every type has Thing's 13 properties and Action's 13") {
    CHECK(hookspect::schema::thing_properties().size() == 13);
    CHECK(hookspect::schema::action_own_properties(action("Action")).size() == 13);
    for (const std::string_view name : hookspect::schema::action_names()) {
        CAPTURE(name);
        for (const auto property : hookspect::schema::thing_properties())
            CHECK(action_has_property(action(name), property));
        for (const auto property : hookspect::schema::action_own_properties(action("Action"))) {
            CHECK(action_has_property(action(name), property));
        }
    }
}

TEST_CASE("parents lead up to Action") {
    const auto only_parent = [](std::string_view name) {
        const auto parents = hookspect::schema::action_parents(action(name));
        return parents.size() == 1 ? action_name(parents.front()) : std::string_view("-");
    };
    CHECK(only_parent("ShareAction") == "CommunicateAction");
    CHECK(only_parent("CommunicateAction") == "InteractAction");
    CHECK(only_parent("InteractAction") == "Action");
    CHECK(only_parent("MoneyTransfer") == "TransferAction");
    CHECK(hookspect::schema::action_parents(action("Action")).empty());
}

TEST_CASE("names are bare, prefixed, or IRIs of schema.org") {
    struct Case {
        std::string_view text;
        std::string_view name;
    };
    constexpr auto cases = std::to_array<Case>({
        {"ShareAction", "ShareAction"},
        {"schema:ShareAction", "ShareAction"},
        {"https://schema.org/ShareAction", "ShareAction"},
        {"http://schema.org/ShareAction", "ShareAction"},
        {"query-input", "query-input"},
        {"", ""},
        {"schema:", ""},
        {"https://schema.org/", ""},
        {"https://schema.org/Share/Action", ""},
        {"https://example.com/ShareAction", ""},
        {"https://www.schema.org/ShareAction", ""},
        {"other:ShareAction", ""},
        {"schema:schema:ShareAction", ""},
    });
    for (const Case& one : cases) {
        CAPTURE(one.text);
        CHECK(hookspect::schema::bare_schema_org_name(one.text) == one.name);
    }
}

TEST_CASE("a near miss of a type is recognised in any notation") {
    CHECK(nearest_action("ShareActoin") == "ShareAction");
    CHECK(nearest_action("shareAction") == "ShareAction");
    CHECK(nearest_action("schema:ShareActon") == "ShareAction");
    CHECK(nearest_action("https://www.schema.org/ShareAction") == "ShareAction");
    CHECK(nearest_action("Share") == "ShareAction");
    CHECK(nearest_action("Person").empty());
    CHECK(nearest_action("foo").empty());
    CHECK(nearest_action("").empty());
    CHECK(nearest_action("x").empty());
}

TEST_CASE("the four action statuses") {
    for (const auto name : {"ActiveActionStatus"sv, "CompletedActionStatus"sv, "FailedActionStatus"sv,
                            "PotentialActionStatus"sv}) {
        CHECK(hookspect::schema::is_action_status(name));
    }
    CHECK_FALSE(hookspect::schema::is_action_status("CompletedAction"));
    CHECK_FALSE(hookspect::schema::is_action_status("completedActionStatus"));
    CHECK_FALSE(hookspect::schema::is_action_status(""));
}
