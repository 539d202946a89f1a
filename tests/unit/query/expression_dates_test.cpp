#include "unit/query/expression_support.h"

#include <initializer_list>

using hookspect::test::Case;
using hookspect::test::check;

TEST_CASE("a day is all of it, in seconds") {
    // 2026-01-31 12:00:00Z
    check(R"({"campaign": {"created": 1769860800}})",
          {
              {"campaign.created == 2026-01-31", true},
              {"campaign.created != 2026-01-31", false},
              {"campaign.created < 2026-01-31", false},
              {"campaign.created <= 2026-01-31", true},
              {"campaign.created > 2026-01-31", false},
              {"campaign.created >= 2026-01-31", true},
              {"campaign.created > 2026-01-30", true},
              {"campaign.created < 2026-02-01", true},
              {"campaign.created between (2026-01-31, 2026-01-31)", true},
              {"campaign.created between (2026-02-01, 2026-02-02)", false},
              {"campaign.created in (2026-01-30, 2026-01-31)", true},
              {"campaign.created == 2026-01-31T12:00:00Z", true},
              {"campaign.created == '2026-01-31 12:00:00Z'", true},
              {"campaign.created == 2026-01-31T13:00:00+01:00", true},
              {"campaign.created == '2026-01-31 07:00:00-0500'", true},
              {"campaign.created == 2026-01-31T12:00Z", true},
              {"campaign.created < 2026-01-31T12:00:00.001Z", true},
              {"campaign.created > '2026-01-31 11:59:59.999Z'", true},
              {"campaign.created == 1769860800", true},
              {"campaign.created gte 2026-01-31", true},
              {"campaign.created gt 2026-01-31", false},
              {"campaign.created notIn (2026-01-31)", false},
          });
}

TEST_CASE("a person's times are milliseconds") {
    // 2024-11-02 17:20:41.250Z
    check(R"({"event": {"resource": "person"}, "person": {"created": 1730568041250}})",
          {
              {"person.created == 2024-11-02", true},
              {"person.created == '2024-11-02 17:20:41.250Z'", true},
              {"person.created > '2024-11-02 17:20:41Z'", true},
              {"person.created < '2024-11-02 17:20:41.251Z'", true},
              {"person.created > 2024-11-02", false},
              {"person.created == 1730568041250", true},
              {"resource.created == 2024-11-02", true},
              {"resource.created >= 2024-11-03", false},
              {"resource.created between (2024-11-01, 2024-11-02T17:20:42Z)", true},
          });
    check(R"({"event": {"resource": "campaign"}, "campaign": {"created": 1730568041}})",
          {{"resource.created == 2024-11-02", true}, {"resource.created > 2024-11-02", false}});
}

TEST_CASE("the edges of a day") {
    check(R"({"campaign": {"created": 1769817600}})",
          {{"campaign.created == 2026-01-31", true}, {"campaign.created > 2026-01-30", true}});
    check(R"({"campaign": {"created": 1769903999.999}})",
          {{"campaign.created == 2026-01-31", true}, {"campaign.created < 2026-02-01", true}});
    check(R"({"campaign": {"created": 1769904000}})",
          {{"campaign.created == 2026-01-31", false}, {"campaign.created > 2026-01-31", true}});
    check(R"({"campaign": {"created": -1.5}})", {{"campaign.created == 1969-12-31", true},
                                                 {"campaign.created == '1969-12-31 23:59:58.500Z'", true},
                                                 {"campaign.created < '1969-12-31 23:59:59Z'", true}});
}

TEST_CASE("ages count back from now") {
    // An hour before now.
    check(R"({"campaign": {"created": 1796036400}})", {
                                                          {"campaign.created == -1h", true},
                                                          {"campaign.created == -60m", true},
                                                          {"campaign.created == -3600s", true},
                                                          {"campaign.created > -1d", true},
                                                          {"campaign.created > -59m", false},
                                                          {"campaign.created between (-1w, -1m)", true},
                                                          {"campaign.created < -7d", false},
                                                          {"campaign.created > -100000w", true},
                                                          {"campaign.created < -0s", true},
                                                          {"campaign.created > '-007d'", true},
                                                      });
}

TEST_CASE("0 means never and has no order") {
    for (const std::string_view zero : {"0", "0.0", "-0", "0e5"}) {
        const std::string body =
            R"({"campaign": {"config": {"community": {"finishOn": )" + std::string(zero) + "}}}}";
        check(body, {
                        {"campaign.config.community.finishOn == 0", true},
                        {"campaign.config.community.finishOn != 0", false},
                        {"campaign.config.community.finishOn in (0, 1)", true},
                        {"campaign.config.community.finishOn known", true},
                        {"campaign.config.community.finishOn < 2026-01-01", false},
                        {"campaign.config.community.finishOn <= 2026-01-01", false},
                        {"campaign.config.community.finishOn > 2026-01-01", false},
                        {"campaign.config.community.finishOn < 5", false},
                        {"campaign.config.community.finishOn <= 0", false},
                        {"campaign.config.community.finishOn >= 0", false},
                        {"campaign.config.community.finishOn between (1960-01-01, 2026-01-01)", false},
                        {"campaign.config.community.finishOn == 1970-01-01", false},
                        {"campaign.config.community.finishOn != 1970-01-01", true},
                    });
    }
    check(R"({"campaign": {"config": {"community": {"finishOn": 5}}}})",
          {{"campaign.config.community.finishOn > 0", true},
           {"campaign.config.community.finishOn == 1970-01-01", true}});
    // Points have an order at 0.
    check(R"({"person": {"points": 0}})", {{"person.points < 5", true}, {"person.points >= 0", true}});
}
