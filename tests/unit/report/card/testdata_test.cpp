// Cards of all the bodies that the project keeps, healthy and broken, JSON and form.

#include "base/utf8.h"
#include "report/card/card.h"
#include "support/sample_body.h"
#include "term/safe_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

using namespace hookspect;
using test::SampleBody;

namespace {

std::vector<std::filesystem::path> bodies_in(const char* folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(HOOKSPECT_TESTDATA) / folder)) {
        if (entry.path().extension() == ".json" || entry.path().extension() == ".form")
            files.push_back(entry.path());
    }
    REQUIRE_FALSE(files.empty());
    return files;
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

std::string card_of(SampleBody& body, int width) {
    hookspect::report::Presentation presentation;
    presentation.width = width;
    presentation.full = width > 500;
    std::string text;
    hookspect::report::append_card(text, body.body(), {}, presentation);
    return text;
}

bool is_printable(char c) {
    return c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
}

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

/// A text or a number that a card must have somewhere. Flags are words there, and strings in JSON have their
/// escapes.
bool is_told(const std::string& card, const hookspect::event::Event& event,
             hookspect::event::SlotIndex index) {
    const hookspect::event::Slot& slot = event[index];
    if (slot.kind != hookspect::event::Kind::string && slot.kind != hookspect::event::Kind::number)
        return true;
    if (slot.field != hookspect::schema::no_field &&
        hookspect::schema::field(slot.field).type == hookspect::schema::ValueType::primary)
        return true;
    std::string scratch;
    const std::string_view text = event.text(slot, scratch);
    std::string safe;
    hookspect::term::append_safe(safe, text);
    // Identifiers of persons are the same in either case, and told once.
    return lower(card).find(lower(safe)) != std::string::npos ||
           text.find_first_of("\n\t\"\\") != std::string_view::npos;
}

}  // namespace

TEST_CASE("nothing in a healthy event stays hidden") {
    for (const auto& path : bodies_in("valid")) {
        CAPTURE(path);
        const hookspect::event::Encoding encoding =
            path.extension() == ".form" ? hookspect::event::Encoding::form : hookspect::event::Encoding::json;
        SampleBody body(read(path), "x", 1, encoding);
        REQUIRE(body.body().event != nullptr);
        const hookspect::event::Event& event = *body.body().event;
        const std::string card = card_of(body, 900);
        for (hookspect::event::SlotIndex i = 1; i < event.count; ++i) {
            CAPTURE(event.raw(event[i]));
            CHECK(is_told(card, event, i));
        }
    }
}

TEST_CASE("every body has a card, at every width, of UTF-8 without control characters") {
    for (const char* folder : {"valid", "broken"}) {
        for (const auto& path : bodies_in(folder)) {
            CAPTURE(path);
            const hookspect::event::Encoding encoding = path.extension() == ".form"
                                                            ? hookspect::event::Encoding::form
                                                            : hookspect::event::Encoding::json;
            SampleBody body(read(path), "x", 1, encoding);
            for (const int width : {20, 60, 80, 900}) {
                const std::string card = card_of(body, width);
                CHECK(card.substr(0, 3) == "─");
                CHECK(card.back() == '\n');
                CHECK(card[card.size() - 2] != '\n');
                CHECK(hookspect::base::first_bad_utf8(card) == std::string::npos);
                CHECK(std::all_of(card.begin(), card.end(), is_printable));
            }
        }
    }
}
