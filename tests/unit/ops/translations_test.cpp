#include "ops/translations.h"

#include "schema/ids.h"
#include "support/json_event.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect {
namespace {

using Events = std::span<const std::string_view>;

ops::Translations collected(Events events, const event::Selection* selection = nullptr) {
    ops::Translations translations;
    for (const std::string_view event : events) translations.add(test::JsonEvent(event, selection).event);
    return translations;
}

/// For each campaign `id title: en 2/3 fr 0/3 +it 1/3`, with `+` before languages that are not listed.
std::string described(const ops::Translations& translations) {
    std::string out;
    for (const ops::CampaignTexts* campaign : translations.campaigns()) {
        if (!out.empty()) out += "; ";
        out += campaign->id + " " + campaign->title + ":";
        for (std::size_t i = 0; i < schema::languages().size(); ++i) {
            const ops::Coverage coverage = campaign->in(i);
            if (!campaign->lists(i) && coverage.filled == 0) continue;
            out += campaign->lists(i) ? " " : " +";
            out += std::string(schema::languages()[i]) + " " + std::to_string(coverage.filled) + "/" +
                   std::to_string(coverage.of);
        }
    }
    return out;
}

/// The same of events, however they are decoded and into whatever parts the run is cut.
std::string read(std::initializer_list<std::string_view> list) {
    const Events events(list);
    std::string whole = described(collected(events));
    event::Selection selection;
    ops::select_translations(selection);
    CHECK(described(collected(events, &selection)) == whole);
    for (std::size_t cut = 0; cut <= events.size(); ++cut) {
        ops::Translations joined = collected(events.first(cut));
        joined.add(collected(events.subspan(cut)));
        CAPTURE(cut);
        CHECK(described(joined) == whole);
    }
    return whole;
}

TEST_CASE("translations: every Multilingual field of the schema counts") {
    std::vector<std::string> paths;
    for (const schema::FieldId id : schema::ids::translated) paths.push_back(schema::field_path(id));
    CHECK(paths == std::vector<std::string>{"campaign.title", "campaign.summary", "campaign.link",
                                            "campaign.shortLink", "campaign.image.location",
                                            "campaign.promote.title", "campaign.promote.description",
                                            "campaign.promote.image"});
    CHECK(read({R"({"campaign":{"id":1,"config":{"languages":["nl","fr"]},
        "title":{"nl":"a","fr":"b"},"summary":{"nl":"a"},"link":{"nl":"/a"},"shortLink":{"nl":"/a"},
        "image":{"location":{"nl":"/a"}},
        "promote":{"title":{"nl":"a"},"description":{"nl":"a"},"image":{"nl":"/a"}}}})"}) ==
          "1 a: nl 8/8 fr 1/8");
}

TEST_CASE("translations: what counts as a text, and which languages are looked at") {
    const auto campaign = [](std::string_view rest) {
        return R"({"campaign":{"id":1,)" + std::string(rest) + "}}";
    };
    struct Example {
        std::string_view rest;
        std::string_view read;
    };
    const Example examples[] = {
        {R"("config":{"languages":["en","nl"]},"title":{"en":"","nl":" \u00a0"})", "1 : en 0/0 nl 0/0"},
        {R"("config":{"languages":["en","nl"]},"title":{"en":null,"nl":7,"fr":"c"})",
         "1 c: en 0/1 nl 0/1 +fr 1/1"},
        // The title in the first language of config.languages.
        {R"("config":{"languages":["nl","en"]},"title":{"en":"a","nl":"b"})", "1 b: en 1/1 nl 1/1"},
        // A text under a key that is no language makes the field a used one.
        {R"("config":{"languages":["en"]},"title":{"en-US":"a"})", "1 a: en 0/1"},
        {R"("config":{"languages":["en","xx",5]},"title":{"en":"a","en":"b"})", "1 b: en 1/1"},
        // Without config.languages: those that have a text.
        {R"("title":{"en":"a","fr":"b"},"summary":{"fr":"c"})", "1 a: en 1/2 fr 2/2"},
        {R"("config":{"languages":[]},"title":{"en":"a"})", "1 a: +en 1/1"},
        {R"("title":"a")", "1 :"},
        {R"("title":[])", "1 :"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.rest);
        CHECK(read({campaign(example.rest)}) == example.read);
    }
}

TEST_CASE("translations: of each campaign the last event counts") {
    const std::string_view first =
        R"({"event":{"resource":"campaign"},"campaign":{"id":1,"title":{"en":"a"}}})";
    const std::string_view later =
        R"({"event":{"resource":"campaign"},"campaign":{"id":1,"title":{"nl":"b"}}})";
    const std::string_view part =
        R"({"event":{"resource":"interaction"},"campaign":{"id":1,"title":{"fr":"c"}}})";
    const std::string_view other = R"({"campaign_id":2,"campaign":{"title":{"en":"o"}}})";
    const std::string_view removed = R"({"event":{"resource":"campaign","name":"removed"},"campaign_id":1})";
    const std::string_view nobody = R"({"campaign":{"title":{"en":"n"}}})";
    CHECK(read({first, other, later}) == "1 b: nl 1/1; 2 o: en 1/1");
    CHECK(read({later, first}) == "1 a: en 1/1");
    // Other resources hold a part of the campaign alone.
    CHECK(read({first, part}) == "1 a: en 1/1");
    CHECK(read({part, first}) == "1 a: en 1/1");
    CHECK(read({part}) == "1 c: fr 1/1");
    CHECK(read({first, removed, part}) == "");
    CHECK(read({removed, first}) == "1 a: en 1/1");
    CHECK(read({first, other, removed}) == "2 o: en 1/1");
    CHECK(read({part, other, removed, part, later, part}) == "1 b: nl 1/1; 2 o: en 1/1");
    CHECK(read({nobody, nobody}) == " n: en 1/1;  n: en 1/1");
    CHECK(read({R"({"campaign_id":1})", R"({"campaign":null})", R"({"campaign":[]})", "[]"}) == "");
}

TEST_CASE("translations: coverage is rounded down, and compared exactly") {
    CHECK(ops::Coverage{0, 0}.percent() == 100);
    CHECK_FALSE(ops::Coverage{0, 0}.is_under(100));
    CHECK(ops::Coverage{199, 200}.percent() == 99);
    CHECK(ops::Coverage{199, 200}.is_under(100));
    CHECK(ops::Coverage{1, 3}.percent() == 33);
    CHECK(ops::Coverage{1, 3}.is_under(34));
    CHECK_FALSE(ops::Coverage{1, 3}.is_under(33));
    CHECK_FALSE(ops::Coverage{0, 5}.is_under(0));
}

}  // namespace
}  // namespace hookspect
