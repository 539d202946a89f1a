// Whatever the values of documented fields are, an event is checked, printed, compared and counted without a
// crash, as JSON and as a form; what is told of it lies inside its body.
//
// An input is lines `PATH=VALUE` as `sample --set` takes them. Where there is no such path, the line's first
// byte chooses a documented one, so that most of what a search makes is an event.

#include "check/checker.h"
#include "event/form_writer.h"
#include "finding/policy.h"
#include "ops/diff.h"
#include "ops/sample_edit.h"
#include "ops/translations.h"
#include "report/card/card.h"
#include "report/card/oneline.h"
#include "report/diff/text.h"
#include "report/finding/format.h"
#include "report/translations/translations.h"
#include "schema/names.h"
#include "support/sample_body.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using hookspect::event::Body;
using hookspect::event::Encoding;
using hookspect::ops::SampleEdit;
using hookspect::report::Presentation;
using hookspect::schema::ObjectType;
using hookspect::test::SampleBody;

constexpr std::string_view start =
    R"({"event":{"name":"published_community","resource":"campaign"},"campaign_id":7,"campaign":{"id":7},)"
    R"("person":{"properties":[{}]}})";

void require(bool holds) {
    if (!holds) std::abort();
}

/// The paths of all values, those in Multilingual values at each of their places.
std::vector<std::string> make_paths() {
    std::vector<std::string> paths;
    for (const ObjectType type : {ObjectType::multilingual_string, ObjectType::multilingual_url}) {
        for (const std::string& place : hookspect::schema::places_of(type)) {
            for (const std::string_view language : hookspect::schema::languages()) {
                paths.push_back(place + "." + std::string(language));
            }
        }
    }
    const std::string_view property = hookspect::schema::object(ObjectType::person_property).name;
    for (const hookspect::schema::Field& row : hookspect::schema::fields()) {
        const std::string path = hookspect::schema::field_path(hookspect::schema::id_of(row));
        if (row.owner == ObjectType::person_property) {
            paths.push_back("person.properties[0]" + path.substr(property.size()));
        } else if (!hookspect::schema::is_multilingual(row.owner)) {
            paths.push_back(path);
        }
    }
    return paths;
}

const std::string& path_for(std::string_view line) {
    static const std::vector<std::string> paths = make_paths();
    return paths[static_cast<std::uint8_t>(line.front()) % paths.size()];
}

/// The event that these lines make, as JSON.
std::string event_of(std::string_view lines) {
    std::string text(start);
    hookspect::ops::SampleEditor editor;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        if (line.empty()) continue;
        auto edit = hookspect::ops::parse_sample_edit(line);
        if (!std::holds_alternative<SampleEdit>(edit)) {
            const std::size_t behind = line.find('=') + 1;  // 0 where there is none: all of it is the value
            edit = hookspect::ops::parse_sample_edit(path_for(line) + "=" + std::string(line.substr(behind)));
        }
        if (const auto* good = std::get_if<SampleEdit>(&edit)) editor.apply(*good, text);
    }
    return text;
}

/// Prints all that can be said of a body, for a terminal and for programs.
void tell(const Body& body) {
    std::vector<hookspect::finding::Finding> findings;
    hookspect::check::Checker().check(body, findings);
    for (const hookspect::finding::Finding& finding : findings) {
        require(finding.place.offset + finding.length <= body.bytes.size());
        require(!finding.message.empty());
    }
    const Presentation narrow{
        .colour = true, .width = 20, .notes = true, .ages = true, .links = true, .languages = {"nl", "en"}};
    const Presentation wide{
        .unicode = false, .width = 200, .full = true, .dates = hookspect::base::Dates::local};
    std::string out;
    for (const hookspect::report::FindingFormat& format : hookspect::report::finding_formats) {
        format.add(out, body, findings, narrow);
    }
    for (const Presentation& presentation : {narrow, wide}) {
        hookspect::report::append_card(out, body, findings, presentation);
        hookspect::report::append_oneline(out, body, true, findings, presentation);
    }
}

void compare(const Body& before, const Body& after) {
    std::string out;
    hookspect::report::append_diff_text(out, hookspect::ops::diff(*before.event, *after.event),
                                        {{"a"}, {"b"}}, false, {.colour = true, .width = 40});
}

void count(const Body& body) {
    hookspect::ops::Translations translations;
    translations.add(*body.event);
    std::string out;
    hookspect::report::append_translations_text(out, hookspect::report::TranslationTable(translations),
                                                {.missing = true}, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t longest = 4 * 1024;
    if (size > longest) return 0;
    static SampleBody untouched{std::string(start)};
    SampleBody json(event_of({reinterpret_cast<const char*>(data), size}));
    if (json.body().event == nullptr) return 0;  // too deep
    tell(json.body());
    compare(untouched.body(), json.body());
    count(json.body());

    std::string text;
    hookspect::event::FormWriter().append(text, *json.body().event);
    SampleBody form(text, "deliveries.form", 1, Encoding::form);
    if (form.body().event == nullptr) return 0;
    tell(form.body());
    compare(json.body(), form.body());
    return 0;
}
