#include "intake/envelope/payload.h"

#include "event/structurals.h"

#include <doctest/doctest.h>

namespace hookspect {
namespace {

struct Padded {
    explicit Padded(std::string_view text) : bytes(text), size(text.size()) {
        bytes.append(event::padding, '\0');
    }
    [[nodiscard]] std::string_view view() const { return std::string_view(bytes).substr(0, size); }
    std::string bytes;
    std::size_t size;
};

}  // namespace

TEST_CASE("nothing of one body is left in the next, whatever kinds they are") {
    const Padded json(R"({"event":{"name":"created"},"campaign":{"id":1}})");
    const Padded form("event[name]=created&x=1");
    const Padded carried("payload=%7B%22event%22%3A%7B%7D%7D");
    const Padded broken_form("a%zz=1");
    const auto decode = [](intake::BodyDecoder& decoder, const Padded& body) {
        if (body.view().starts_with('{')) return decoder.decode_json(body.view());
        return !decoder.decode_form(body.view()).has_value();
    };
    for (const Padded* first : {&json, &form, &carried, &broken_form}) {
        for (const Padded* second : {&json, &form, &carried, &broken_form}) {
            CAPTURE(first->view());
            CAPTURE(second->view());
            intake::BodyDecoder fresh({}, std::nullopt);
            intake::BodyDecoder used({}, std::nullopt);
            REQUIRE(decode(used, *first));
            REQUIRE(decode(used, *second));
            REQUIRE(decode(fresh, *second));
            CHECK(used.event().layers.size() == fresh.event().layers.size());
            CHECK(used.event().carrier == fresh.event().carrier);
            CHECK(used.event().form_faults.size() == fresh.event().form_faults.size());
            CHECK(used.event().documented == fresh.event().documented);
            CHECK(used.event().count == fresh.event().count);
            CHECK(used.event().encoding == fresh.event().encoding);
        }
    }
}

TEST_CASE("a body inside a string of an envelope, twice") {
    const Padded envelope(R"({"body":"campaign_id=5&campaign[id]=x"})");
    intake::BodyDecoder decoder({}, "/body");
    for (int i = 0; i < 2; ++i) {
        REQUIRE(decoder.decode_json(envelope.view()));
        REQUIRE(!decoder.unwrap());
        CHECK(decoder.event().layers.size() == 1);
        const event::SlotIndex id = decoder.event().find(decoder.event().find(0, "campaign"), "id");
        // The x: nine bytes of the envelope before the text, and 27 in it.
        CHECK(decoder.event().layers.outer_offset(envelope.view(), decoder.event()[id].place) == 9 + 27);
    }
}

}  // namespace hookspect
