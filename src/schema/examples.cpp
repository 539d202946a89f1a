#include "schema/examples.h"

#include <array>

namespace hookspect::schema {
namespace {

using std::string_view;
using enum ObjectType;

struct Row {
    ObjectType owner;
    string_view key;
    string_view json;
    string_view date = {};
};

constexpr string_view member_id = R"("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34")";

constexpr auto table = std::to_array<Row>({
    {event, "organization_id", "1207"},
    {event, "campaign_id", "48213"},
    {event, "interaction_id", "5530917"},
    {event, "conversion_id", "771204"},
    {event, "person_id", member_id},
    {event_head, "name", R"("published_community")"},
    {event_head, "resource", R"("campaign")"},

    {campaign, "id", "48213"},
    {campaign, "name", R"("Winter 2026, wave 1")"},
    {campaign, "created", "1794820443", "2026-11-16 09:14:03Z"},
    {campaign, "organization", "1207"},
    {campaign, "title", R"({"en":"Share our winter campaign","nl":"Deel onze wintercampagne"})"},
    {campaign, "summary", R"({"en":"Help us reach more people before the holidays."})"},
    {campaign, "link", R"({"en":"https://www.example.com/winter","nl":"https://www.example.com/nl/winter"})"},
    {campaign, "shortLink", R"({"en":"https://exmpl.link/w26"})"},
    {campaign_author, "name", R"("Anaïs Lefèvre")"},
    {campaign_image, "location", R"({"en":"https://cdn.example.com/c/48213/winter_1200x630.jpg"})"},
    {campaign_config, "preset", R"("share-link")"},
    {campaign_config, "comments", "true"},
    {campaign_config, "fistbump", "false"},
    {campaign_config, "languages", R"(["en","nl","fr"])"},
    {campaign_config, "channels", R"(["community"])"},
    {campaign_community, "enabled", "true"},
    {campaign_community, "publishOn", "1795420800", "2026-11-23 08:00:00Z"},
    {campaign_community, "finishOn", "1797890400", "2026-12-21 22:00:00Z"},
    {campaign_landing, "enabled", "false"},
    {campaign_landing, "publishOn", "1795420800", "2026-11-23 08:00:00Z"},
    {campaign_landing, "finishOn", "1797890400", "2026-12-21 22:00:00Z"},
    {campaign_promote, "title", R"({"en":"Winter is here, share the warmth"})"},
    {campaign_promote, "description", R"({"en":"Three ideas for the cold months."})"},
    {campaign_promote, "image", R"({"en":"https://cdn.example.com/c/48213/promote.jpg"})"},

    {interaction, "id", "5530917"},
    {interaction, "member", member_id},
    {interaction, "organization", "1207"},
    {interaction, "campaign", "48213"},
    {interaction, "preset", R"("share-link")"},
    {interaction, "points", "25"},
    {interaction, "state", R"("PENDING")"},
    {interaction, "created", "1795423277", "2026-11-23 08:41:17Z"},
    {interaction_metadata, "presetId", R"("share-link")"},
    {interaction_metadata, "ipAddress", R"("203.0.113.24")"},
    {interaction_metadata, "source", R"("community")"},
    {interaction_metadata, "challenge_type", R"("share")"},

    {conversion, "id", "771204"},
    {conversion, "member", member_id},
    {conversion, "organization", "1207"},
    {conversion, "campaign", "48213"},
    {conversion, "preset", R"("survey")"},
    {conversion, "points", "50"},
    {conversion, "created", "1795426512", "2026-11-23 09:35:12Z"},
    {conversion_metadata, "presetId", R"("survey")"},
    {conversion_metadata, "ipAddress", R"("2001:db8::1")"},
    {conversion_response, "action",
     R"({"@type":"ShareAction","actionStatus":"CompletedActionStatus","startTime":"2026-11-23T09:35:10Z"})"},

    {person, "id", member_id},
    {person, "orgId", "1207"},
    {person, "created", "1730568041250", "2024-11-02 17:20:41.250Z"},
    {person, "points", "340"},
    {person, "groups", R"(["employees","Benelux"])"},
    {person, "role", R"("advocate")"},
    {person, "hidden", "false"},
    {person, "firstCommunityAccess", "1730707929007", "2024-11-04 08:12:09.007Z"},
    {person, "profile", R"({"email":"zoe.muller@example.com","name":{"first":"Zoë"}})"},
    {person, "optIn", R"({"email":true,"newsletter":true,"sms":false})"},
    {person, "properties", R"([{"key":"email","primary":true,"value":"zoe.muller@example.com"}])"},
    {person_property, "key", R"("email")"},
    {person_property, "primary", "true"},
    {person_property, "value", R"("zoe.muller@example.com")"},
    {person_property, "properties", R"([{"key":"city","value":"Gent"}])"},

    {multilingual_string, "en", R"("Share our winter campaign")"},
    {multilingual_string, "nl", R"("Deel onze wintercampagne")"},
    {multilingual_string, "fr", R"("Partagez notre campagne d’hiver")"},
    {multilingual_string, "de", R"("Teilt unsere Winterkampagne")"},
    {multilingual_string, "pl", R"("Udostępnij naszą zimową kampanię")"},
    {multilingual_string, "es", R"("Comparte nuestra campaña de invierno")"},
    {multilingual_string, "it", R"("Condividi la nostra campagna invernale")"},
    {multilingual_string, "da", R"("Del vores vinterkampagne")"},
    {multilingual_string, "sv", R"("Dela vår vinterkampanj")"},
    {multilingual_string, "fi", R"("Jaa talvikampanjamme")"},
    {multilingual_string, "no", R"("Del vinterkampanjen vår")"},
});

constexpr string_view url_example = R"("https://www.example.com/winter")";
constexpr string_view image_example = R"("https://cdn.example.com/c/48213/winter_1200x630.jpg")";

Example find_example(const Field& row) {
    for (const Row& one : table) {
        if (one.owner == row.owner && one.key == row.key) return {one.json, one.date};
    }
    return {};
}

}  // namespace

Example example_of(FieldId id, FieldId parent) noexcept {
    const Field& row = field(id);
    // A URL by its description, a string by its type.
    const bool in_image = parent != no_field && field(parent).owner == campaign_image;
    const bool in_promote_image = parent != no_field && field(parent).key == "image";
    if (row.owner == multilingual_string && in_image) return {image_example, {}};
    if (row.owner == multilingual_url) return {in_promote_image ? image_example : url_example, {}};
    return find_example(row);
}

}  // namespace hookspect::schema
