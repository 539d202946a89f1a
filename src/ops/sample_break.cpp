#include "ops/sample_break.h"

#include "schema/fields.h"
#include "schema/ids.h"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <string_view>

namespace hookspect::ops {
namespace {

using std::string_view;

// Changes are written with what the scene has in their place: $R the event's own resource, $L the first
// language of the campaign, $A the list of all, $X a language that the campaign does not have, $O the
// organization, $P the preset.

/// `json` empty: the path is not set any more.
struct Change {
    string_view path;
    string_view json;
};

struct Way {
    schema::Rule rule;
    std::optional<ResourceNumber> needs;  // the event has this resource; none: its own
    std::array<Change, 4> changes;
};

constexpr std::optional<ResourceNumber> own = std::nullopt;

// Where a rule has several ways, the one for the event's own resource is taken, else the first.
constexpr auto ways = std::to_array<Way>({
    {schema::Rule::not_an_event, own, {{{"event", R"("created")"}}}},
    {schema::Rule::required, own, {{{"event.name", ""}}}},
    {schema::Rule::type, of_campaign, {{{"campaign.config.comments", R"("maybe")"}}}},
    {schema::Rule::type, of_interaction, {{{"interaction.points", R"("many")"}}}},
    {schema::Rule::type, of_conversion, {{{"conversion.points", R"("many")"}}}},
    {schema::Rule::type, of_person, {{{"person.hidden", R"("maybe")"}}}},
    {schema::Rule::enumeration, own, {{{"event.name", R"("creatd")"}}}},
    {schema::Rule::language,
     of_campaign,
     {{{"campaign.promote.description", R"({"en-US":"Share the color."})"}}}},
    {schema::Rule::url, of_campaign, {{{"campaign.link", R"({"$L":"mailto:team@example.com"})"}}}},
    {schema::Rule::person_id, own, {{{"person_id", R"("anonymous")"}}}},
    {schema::Rule::orphan_resource, own, {{{"$R_id", ""}}}},
    {schema::Rule::value_and_properties,
     of_person,
     {{{"person.properties",
        R"([{"key":"address","value":"Gent","properties":[{"key":"city","value":"Gent"}]}])"}}}},
    {schema::Rule::action, of_conversion, {{{"conversion.response.action", R"({"@type":"ShareActon"})"}}}},
    {schema::Rule::missing_id, own, {{{"organization_id", ""}}}},
    {schema::Rule::missing_resource, own, {{{"$R", ""}}}},
    {schema::Rule::id_mismatch, own, {{{"resource.organization", "$O0"}}}},
    {schema::Rule::id_mismatch, of_person, {{{"person.orgId", "$O0"}}}},
    {schema::Rule::event_mismatch, own, {{{"event.name", R"("published_community")"}}}},
    {schema::Rule::whole_number, own, {{{"resource.created", "-1"}}}},
    {schema::Rule::timestamp_unit, own, {{{"resource.created", "1794820443250"}}}},
    {schema::Rule::timestamp_unit, of_person, {{{"person.created", "1794820443"}}}},
    {schema::Rule::schedule,
     of_campaign,
     {{{"campaign.config.community.publishOn", "1797890400"},
       {"campaign.config.community.finishOn", "1795420800"}}}},
    {schema::Rule::channel,
     of_campaign,
     {{{"campaign.config.channels", R"(["community"])"},
       {"campaign.config.community.enabled", "true"},
       {"campaign.config.landing.enabled", "true"}}}},
    {schema::Rule::untranslated,
     of_campaign,
     {{{"campaign.config.languages", "$A"}, {"campaign.title.$L", R"("")"}}}},
    {schema::Rule::url_characters,
     of_campaign,
     {{{"campaign.link", R"({"$L":"https://www.example.com/{{member.id}}"})"}}}},
    {schema::Rule::schemeless_url, of_campaign, {{{"campaign.link", R"({"$L":"www.example.com/winter"})"}}}},
    {schema::Rule::garbled_text,
     of_campaign,
     {{{"campaign.summary", R"({"$L":"Rendez-vous au cafÃ© du coin."})"}}}},
    {schema::Rule::ip_address,
     of_interaction,
     {{{"interaction.metadata.ipAddress", R"("203.0.113.24, 10.0.0.7")"}}}},
    {schema::Rule::ip_address,
     of_conversion,
     {{{"conversion.metadata.ipAddress", R"("203.0.113.24, 10.0.0.7")"}}}},
    {schema::Rule::missing_key, of_person, {{{"person.properties", R"([{"value":"Gent"}])"}}}},
    {schema::Rule::unknown_field, own, {{{"event", R"({"name":"$E","resource":"$R","version":2})"}}}},
    {schema::Rule::action_property,
     of_conversion,
     {{{"conversion.response.action", R"({"@type":"ShareAction","followee":"Zoë"})"}}}},
    {schema::Rule::extra_language,
     of_campaign,
     {{{"campaign.config.languages", "$A"}, {"campaign.promote.description", R"({"$X":"2026"})"}}}},
    {schema::Rule::preset_mismatch,
     of_interaction,
     {{{"interaction.preset", R"("$P")"}, {"interaction.metadata.presetId", R"("$P-2")"}}}},
    {schema::Rule::preset_mismatch,
     of_conversion,
     {{{"conversion.preset", R"("$P")"}, {"conversion.metadata.presetId", R"("$P-2")"}}}},
    {schema::Rule::unlisted_channel,
     of_campaign,
     {{{"campaign.config.channels", R"(["community","landing"])"},
       {"campaign.config.community.enabled", "true"},
       {"campaign.config.landing.enabled", "false"}}}},
    {schema::Rule::empty_url, of_campaign, {{{"campaign.link", R"({"$L":""})"}}}},

    // The others are broken by a change to the text; the profile is open to any key.
    {schema::Rule::json_syntax, own, {}},
    {schema::Rule::form_syntax, of_person, {}},
    {schema::Rule::utf8, own, {}},
    {schema::Rule::limit, of_person, {{{"person.profile", "$D"}}}},
    {schema::Rule::form_conflict, of_person, {}},
    {schema::Rule::duplicate_key, own, {}},
});

// With the event and the person around it.
constexpr std::size_t depth_over_limit = event::Limits{}.depth;

const Way& way_to(schema::Rule rule, std::size_t resource) {
    const Way* first = nullptr;
    for (const Way& way : ways) {
        if (way.rule != rule) continue;
        if (first == nullptr) first = &way;
        if (way.needs && *way.needs == resource) return way;
    }
    if (first == nullptr) throw std::logic_error("a rule that samples do not know how to break");
    return *first;
}

string_view undeclared(const Scene& scene) {
    const auto& declared = scene.languages;
    for (const string_view language : schema::languages()) {
        if (std::find(declared.begin(), declared.end(), language) == declared.end()) return language;
    }
    return {};
}

std::string list_of(const std::vector<string_view>& words) {
    std::string out;
    for (const string_view word : words) out.append(out.empty() ? "[\"" : ",\"").append(word).append("\"");
    return out + "]";
}

std::string nested_too_deep() {
    std::string out;
    for (std::size_t i = 0; i < depth_over_limit; ++i) out += R"({"a":)";
    return out.append("1").append(depth_over_limit, '}');
}

std::string filled(string_view text, const Scene& scene) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '$') {
            out.push_back(text[at]);
            continue;
        }
        switch (text[++at]) {
            case 'A': out += list_of(scene.languages); break;
            case 'D': out += nested_too_deep(); break;
            case 'E': out += scene.name; break;
            case 'L': out += scene.languages.front(); break;
            case 'O': out += std::to_string(scene.organization); break;
            case 'P': out += scene.preset->preset; break;
            case 'R': out += schema::ids::resources[scene.resource].name; break;
            case 'X': out += undeclared(scene); break;
            default: throw std::logic_error("a change with an unknown place");
        }
    }
    return out;
}

/// Puts text behind the last member of a JSON text, before the end of its root.
void put_last(std::string& text, string_view addition) {
    const std::size_t last = text.find_last_not_of(" \n", text.rfind('}') - 1);
    text.insert(last + 1, addition);
}

}  // namespace

bool SampleBreaker::can_occur_in(event::Encoding encoding) const {
    switch (rule_) {
        case schema::Rule::form_syntax:
        case schema::Rule::form_conflict: return encoding == event::Encoding::form;
        case schema::Rule::json_syntax:
        case schema::Rule::duplicate_key:
        case schema::Rule::empty_url: return encoding == event::Encoding::json;
        default: return true;
    }
}

std::string SampleBreaker::conflict(const SceneOptions& options) const {
    if (rule_ == schema::Rule::event_mismatch && options.resource == schema::ids::campaign.name)
        return "a campaign can be published";
    if (rule_ == schema::Rule::missing_resource && options.name == "removed")
        return "what was removed need not be there";
    return {};
}

void SampleBreaker::restrict(SceneOptions& options) const {
    options.no_campaign = rule_ == schema::Rule::event_mismatch;
    options.no_removed = rule_ == schema::Rule::missing_resource;
}

void SampleBreaker::prepare(Scene& scene) const {
    const std::size_t needed =
        way_to(rule_, scene.resource).needs.value_or(static_cast<ResourceNumber>(scene.resource));
    scene.mention(needed);
    scene.has_object[needed] = true;
    scene.has_object[scene.resource] = true;
    if (rule_ == schema::Rule::extra_language && scene.languages.size() == schema::languages().size())
        scene.languages.pop_back();
}

std::vector<SampleEdit> SampleBreaker::edits(const Scene& scene) const {
    std::vector<SampleEdit> edits;
    for (const Change& change : way_to(rule_, scene.resource).changes) {
        if (change.path.empty()) continue;
        auto path = schema::parse_path(filled(change.path, scene));
        SampleEdit& edit = edits.emplace_back();
        edit.path = std::get<schema::Path>(std::move(path));
        if (!change.json.empty()) edit.json = filled(change.json, scene);
    }
    return edits;
}

void SampleBreaker::change_text(std::string& text, event::Encoding encoding, const Scene& scene) const {
    switch (rule_) {
        case schema::Rule::json_syntax: return put_last(text, ",");
        case schema::Rule::duplicate_key:
            return put_last(text, ",\"organization_id\":" + std::to_string(scene.organization));
        case schema::Rule::utf8:
            if (encoding == event::Encoding::json) return put_last(text, ",\"source\":\"Caf\xE9\"");
            text.append("&source=Caf%E9");
            return;
        case schema::Rule::form_syntax: text.append("&person%5Bprofile%5D%5Bdiscount%5D=5%"); return;
        case schema::Rule::form_conflict:
            text.append("&person%5Bprofile%5D%5Bclub%5D=gold&person%5Bprofile%5D%5Bclub%5D%5Bsince%5D=2024");
            return;
        default: return;
    }
}

}  // namespace hookspect::ops
