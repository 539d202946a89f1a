#include "schema/fields.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <type_traits>

namespace hookspect::schema {
namespace {

using std::string_view;
using enum ObjectType;
using enum Unit;

constexpr std::array<string_view, 11> language_codes{"en", "nl", "fr", "de", "pl", "es",
                                                     "it", "da", "sv", "fi", "no"};
constexpr std::array<string_view, 5> event_names{"created", "changed", "removed", "published_community",
                                                 "published_landing"};
constexpr std::array<string_view, 4> resources{"campaign", "interaction", "conversion", "person"};
constexpr std::array<string_view, 2> channels{"community", "landing"};
constexpr std::array<string_view, 3> interaction_states{"REWARDED", "PENDING", "REJECTED"};
constexpr std::array<string_view, 4> person_roles{"contact", "advocate", "manager", "administrator"};

struct Traits {
    std::span<const string_view> values{};
    bool personal = false;
};
constexpr Traits is_personal{.personal = true};

constexpr string_view member_id = R"("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34")";
constexpr string_view url_example = R"("https://www.example.com/winter")";
constexpr string_view image_example = R"("https://cdn.example.com/c/48213/winter_1200x630.jpg")";

constexpr Field text(ObjectType owner, string_view key, string_view about, string_view example,
                     Traits traits = {}) {
    return {owner, key, ValueType::string, none, plain, traits.values, traits.personal, about, {example}};
}
constexpr Field number(ObjectType owner, string_view key, Unit unit, string_view about, string_view example,
                       string_view date = {}) {
    return {owner, key, ValueType::number, none, unit, {}, false, about, {example, date}};
}
constexpr Field flag(ObjectType owner, string_view key, string_view about, string_view example) {
    return {owner, key, ValueType::boolean, none, plain, {}, false, about, {example}};
}
constexpr Field member(ObjectType owner, string_view key, string_view about) {
    return {owner, key, ValueType::person_id, none, plain, {}, true, about, {member_id}};
}
constexpr Field nested(ObjectType owner, string_view key, ObjectType type, string_view about,
                       string_view example = {}, Traits traits = {}) {
    return {owner, key, ValueType::object, type, plain, {}, traits.personal, about, {example}};
}
constexpr Field strings(ObjectType owner, string_view key, string_view about, string_view example,
                        Traits traits = {}) {
    return {owner, key, ValueType::strings, none, plain, traits.values, traits.personal, about, {example}};
}
constexpr Field properties(ObjectType owner, string_view about, string_view example) {
    return {owner, "properties", ValueType::properties, person_property, plain, {}, true, about, {example}};
}
constexpr Field translation(string_view language, string_view example) {
    return text(multilingual_string, language, {}, example);
}
constexpr Field address(string_view language) {
    return {multilingual_url, language, ValueType::url, none, plain, {}, false, {}, {url_example}};
}

// clang-format off: a field is one line
constexpr auto table = std::to_array<Field>({
    nested(event, "event", event_head, ""),
    number(event, "organization_id", identifier, "", "1207"),
    number(event, "campaign_id", identifier, "", "48213"),
    nested(event, "campaign", campaign, "Only set if campaign_id is set"),
    number(event, "interaction_id", identifier, "", "5530917"),
    nested(event, "interaction", interaction, "Only set if interaction_id is set"),
    number(event, "conversion_id", identifier, "", "771204"),
    nested(event, "conversion", conversion, "Only set if conversion_id is set"),
    member(event, "person_id", ""),
    nested(event, "person", person, "Only set if person_id is set"),

    text(event_head, "name", "", R"("published_community")", {event_names}),
    text(event_head, "resource", "", R"("campaign")", {resources}),

    number(campaign, "id", identifier, "The unique identifier for this Campaign", "48213"),
    text(campaign, "name", "The name for this campaign as shown to the administrator",
         R"("Winter 2026, wave 1")"),
    number(campaign, "created", seconds, "The creation date for this campaign as a unix timestamp",
           "1794820443", "2026-11-16 09:14:03Z"),
    number(campaign, "organization", identifier, "This uniquely identifies your Ambassify account", "1207"),
    nested(campaign, "title", multilingual_string, "The title publicly shown for this campaign",
           R"({"en":"Share our winter campaign","nl":"Deel onze wintercampagne"})"),
    nested(campaign, "author", campaign_author, "Information available on the author of this campaign"),
    nested(campaign, "image", campaign_image, "Details about the image shown at the top of a campaign"),
    nested(campaign, "summary", multilingual_string, "Campaign summary as shown in the community dashboard",
           R"({"en":"Help us reach more people before the holidays."})"),
    nested(campaign, "link", multilingual_url,
           "If the campaign is linked to an external webpage, this field will contain its URL.",
           R"({"en":"https://www.example.com/winter","nl":"https://www.example.com/nl/winter"})"),
    nested(campaign, "shortLink", multilingual_url,
           "The non-personalized shortlink for the link provided in the link field.",
           R"({"en":"https://exmpl.link/w26"})"),
    nested(campaign, "config", campaign_config, ""),
    nested(campaign, "promote", campaign_promote, "Social media promotion settings"),

    text(campaign_author, "name", "The full name for the author of this campaign", R"("Anaïs Lefèvre")",
         is_personal),

    nested(campaign_image, "location", multilingual_string, "A URL to the location of the campaign image",
           R"({"en":"https://cdn.example.com/c/48213/winter_1200x630.jpg"})"),

    text(campaign_config, "preset",
         "Identifier for the Ambassify defined preset from which this campaign was created.",
         R"("share-link")"),
    flag(campaign_config, "comments", "Set to true if comments are available on this Campaign", "true"),
    flag(campaign_config, "fistbump", "Show the fistbump icon on this Campaign", "false"),
    strings(campaign_config, "languages", "", R"(["en","nl","fr"])", {language_codes}),
    strings(campaign_config, "channels", "", R"(["community"])", {channels}),
    nested(campaign_config, "community", campaign_community, "Community channel configuration"),
    nested(campaign_config, "landing", campaign_landing, "Landing channel configuration"),

    flag(campaign_community, "enabled", "This campaign is available in the community if set to true.",
         "true"),
    number(campaign_community, "publishOn", seconds,
           "The unix timestamp (in seconds) indicating when the campaign will be first available.",
           "1795420800", "2026-11-23 08:00:00Z"),
    number(campaign_community, "finishOn", seconds,
           "The unix timestamp (in seconds) indicating when the campaign challenge will be disabled.",
           "1797890400", "2026-12-21 22:00:00Z"),

    flag(campaign_landing, "enabled", "This campaign is available on the landing page if set to true.",
         "false"),
    number(campaign_landing, "publishOn", seconds,
           "The unix timestamp (in seconds) indicating when the campaign will be first available.",
           "1795420800", "2026-11-23 08:00:00Z"),
    number(campaign_landing, "finishOn", seconds,
           "The unix timestamp (in seconds) indicating when the campaign challenge will be disabled.",
           "1797890400", "2026-12-21 22:00:00Z"),

    nested(campaign_promote, "title", multilingual_string, "Title shown on social media posts",
           R"({"en":"Winter is here, share the warmth"})"),
    nested(campaign_promote, "description", multilingual_string, "The description used on social media posts",
           R"({"en":"Three ideas for the cold months."})"),
    nested(campaign_promote, "image", multilingual_url, "The image shown on social media posts",
           R"({"en":"https://cdn.example.com/c/48213/promote.jpg"})"),

    number(interaction, "id", identifier, "Unique identifier for this interaction", "5530917"),
    member(interaction, "member", "ID of the member associated with this interaction"),
    number(interaction, "organization", identifier, "This uniquely identifies your Ambassify account",
           "1207"),
    number(interaction, "campaign", identifier, "The unique identifier for a Campaign", "48213"),
    text(interaction, "preset",
         "Identifier for the Ambassify defined preset from which this campaign was created.",
         R"("share-link")"),
    number(interaction, "points", plain, "Amount of points rewarded for this interaction.", "25"),
    text(interaction, "state", "", R"("PENDING")", {interaction_states}),
    number(interaction, "created", seconds, "The creation datetime for this interaction as a unix timestamp",
           "1795423277", "2026-11-23 08:41:17Z"),
    nested(interaction, "metadata", interaction_metadata, "Metadata associated with this interaction"),
    nested(interaction, "response", interaction_response,
           "The information produced by the challenge attached to campaign", {}, is_personal),

    text(interaction_metadata, "presetId", "The preset of the campaign to which this interaction belongs.",
         R"("share-link")"),
    text(interaction_metadata, "ipAddress", "The IP address of the client creating the interaction",
         R"("203.0.113.24")", is_personal),
    text(interaction_metadata, "source", "Indicates the front-end used to interact with the campaign",
         R"("community")"),
    text(interaction_metadata, "challenge_type", "The type of challenge with which the user interacted",
         R"("share")"),

    number(conversion, "id", identifier, "Unique identifier for this conversion", "771204"),
    member(conversion, "member", "ID of the member associated with this conversion"),
    number(conversion, "organization", identifier, "This uniquely identifies your Ambassify account", "1207"),
    number(conversion, "campaign", identifier, "The unique identifier for a Campaign", "48213"),
    text(conversion, "preset",
         "Identifier for the Ambassify defined preset from which this campaign was created.", R"("survey")"),
    number(conversion, "points", plain, "Amount of points rewarded for this conversion.", "50"),
    number(conversion, "created", seconds, "The creation datetime for this conversion as a unix timestamp",
           "1795426512", "2026-11-23 09:35:12Z"),
    nested(conversion, "metadata", conversion_metadata, "Metadata associated with this conversion"),
    nested(conversion, "response", conversion_response,
           "Information associated with this conversion, depends on campaign challenge type.", {},
           is_personal),

    text(conversion_metadata, "presetId", "The preset of the campaign to which this conversion belongs.",
         R"("survey")"),
    text(conversion_metadata, "ipAddress", "The IP address of the client creating the conversion",
         R"("2001:db8::1")", is_personal),

    nested(
        conversion_response, "action", schema_org_action, "",
        R"({"@type":"ShareAction","actionStatus":"CompletedActionStatus","startTime":"2026-11-23T09:35:10Z"})",
        is_personal),

    member(person, "id", "ID of the member"),
    number(person, "orgId", identifier, "This uniquely identifies your Ambassify account", "1207"),
    number(person, "created", milliseconds, "Member creation date in milliseconds", "1730568041250",
           "2024-11-02 17:20:41.250Z"),
    number(person, "points", plain, "Earned points", "340"),
    strings(person, "groups", "A list of groups to which the user belongs", R"(["employees","Benelux"])"),
    text(person, "role", "", R"("advocate")", {person_roles}),
    flag(person, "hidden", "Hide account from being visible in the community", "false"),
    number(person, "firstCommunityAccess", milliseconds,
           "The first time this member accessed the private community in milliseconds", "1730707929007",
           "2024-11-04 08:12:09.007Z"),
    nested(person, "profile", person_profile, "Read-only aggregate of properties in an easy to use object",
           R"({"email":"zoe.muller@example.com","name":{"first":"Zoë"}})", is_personal),
    nested(person, "optIn", person_opt_in, "User opted out if value is explicitly set to false",
           R"({"email":true,"newsletter":true,"sms":false})"),
    properties(person, "An array of all properties collected for a member",
               R"([{"key":"email","primary":true,"value":"zoe.muller@example.com"}])"),

    text(person_property, "key", "The key for the property being set.", R"("email")"),
    {person_property,
     "primary",
     ValueType::primary,
     none,
     plain,
     {},
     false,
     "Indicates whether this property will included in profile",
     {"true"}},
    {person_property,
     "value",
     ValueType::any,
     none,
     plain,
     {},
     true,
     "The value set for key",
     {R"("zoe.muller@example.com")"}},
    properties(person_property,
               "An array of all properties nested under this key. Can only be set if value is empty",
               R"([{"key":"city","value":"Gent"}])"),

    translation("en", R"("Share our winter campaign")"),
    translation("nl", R"("Deel onze wintercampagne")"),
    translation("fr", R"("Partagez notre campagne d’hiver")"),
    translation("de", R"("Teilt unsere Winterkampagne")"),
    translation("pl", R"("Udostępnij naszą zimową kampanię")"),
    translation("es", R"("Comparte nuestra campaña de invierno")"),
    translation("it", R"("Condividi la nostra campagna invernale")"),
    translation("da", R"("Del vores vinterkampagne")"),
    translation("sv", R"("Dela vår vinterkampanj")"),
    translation("fi", R"("Jaa talvikampanjamme")"),
    translation("no", R"("Del vinterkampanjen vår")"),

    address("en"),
    address("nl"),
    address("fr"),
    address("de"),
    address("pl"),
    address("es"),
    address("it"),
    address("da"),
    address("sv"),
    address("fi"),
    address("no"),
});
// clang-format on
static_assert(table.size() < no_field);

constexpr bool closed = false;
constexpr bool open = true;

constexpr auto object_table = std::to_array<ObjectInfo>({
    {none, "object", "", open, ""},
    {event, "Event", "", closed,
     "Each event is published as a Event resource which wraps the resource and eventName."},
    {event_head, "event", "event", closed, ""},
    {campaign, "Campaign", "campaign", closed, "Represents a single campaign on the Ambassify platform"},
    {campaign_author, "campaign.author", "campaign.author", closed, ""},
    {campaign_image, "campaign.image", "campaign.image", closed, ""},
    {campaign_config, "campaign.config", "campaign.config", closed, ""},
    {campaign_community, "campaign.config.community", "campaign.config.community", closed, ""},
    {campaign_landing, "campaign.config.landing", "campaign.config.landing", closed, ""},
    {campaign_promote, "campaign.promote", "campaign.promote", closed, ""},
    {interaction, "Interaction", "interaction", closed,
     "Describes an advocate interaction with a campaign directly"},
    {interaction_metadata, "interaction.metadata", "interaction.metadata", open, ""},
    {interaction_response, "interaction.response", "interaction.response", open, ""},
    {conversion, "Conversion", "conversion", closed, "Describes a conversion on a campaign"},
    {conversion_metadata, "conversion.metadata", "conversion.metadata", open, ""},
    {conversion_response, "conversion.response", "conversion.response", open, ""},
    {person, "Person", "person", closed, "Describes a member account in your community"},
    {person_profile, "person.profile", "person.profile", open, ""},
    {person_opt_in, "person.optIn", "person.optIn", open, ""},
    {person_property, "PersonProperty", "", closed, "Describes a property for a user"},
    {multilingual_string, "MultilingualString", "", closed,
     "Describes the value of a string that is available in multiple languages"},
    {multilingual_url, "MultilingualURL", "", closed,
     "Describes the value of a URL that is available in multiple languages"},
    {schema_org_action, "SchemaOrgAction", "conversion.response.action", open,
     "A valid action as described by schema.org actions"},
});

constexpr std::size_t index_of(ObjectType type) {
    return static_cast<std::size_t>(type);
}

constexpr bool objects_stand_at_their_number() {
    for (std::size_t i = 0; i < object_table.size(); ++i) {
        if (index_of(object_table[i].type) != i) return false;
    }
    return true;
}
static_assert(objects_stand_at_their_number());

struct Range {
    FieldId begin = 0;
    FieldId end = 0;
};

constexpr auto field_ranges = [] {
    std::array<Range, object_table.size()> ranges{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        Range& range = ranges[index_of(table[i].owner)];
        if (range.end == 0) range.begin = static_cast<FieldId>(i);
        range.end = static_cast<FieldId>(i + 1);
    }
    return ranges;
}();

constexpr bool owners_are_neighbours() {
    for (std::size_t i = 1; i < table.size(); ++i) {
        const bool starts = table[i].owner != table[i - 1].owner;
        if (starts && field_ranges[index_of(table[i].owner)].begin != i) return false;
    }
    return true;
}
static_assert(owners_are_neighbours());

// A perfect hash: the multiplier is searched at compile time, so that a lookup is one probe and one
// comparison.
constexpr std::uint64_t leading_bytes(string_view key) {
    const auto byte = [key](std::size_t i) {
        return std::uint64_t{static_cast<unsigned char>(key[i])} << (8 * i);
    };
    std::uint64_t word = 0;
    if (key.size() < 4) return byte(0) | byte(key.size() / 2) | byte(key.size() - 1);
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
        for (std::size_t i = 0; i < key.size() && i < 8; ++i) word |= byte(i);
    } else if (key.size() >= 8) {
        std::memcpy(&word, key.data(), 8);
    } else {
        std::uint32_t front = 0;
        std::uint32_t back = 0;
        std::memcpy(&front, key.data(), 4);
        std::memcpy(&back, key.data() + key.size() - 4, 4);
        word = front | std::uint64_t{back} << (8 * (key.size() - 4));
    }
    return word;
}

constexpr std::size_t hash_bits = 11;

/// `leading`: the key's leading bytes.
constexpr std::size_t probe(ObjectType owner, string_view key, std::uint64_t leading,
                            std::uint64_t multiplier) {
    const std::uint64_t last = static_cast<unsigned char>(key.back());
    const std::uint64_t mixed =
        leading ^ (std::uint64_t{index_of(owner)} << 56) ^ (key.size() << 48) ^ (last << 40);
    return static_cast<std::size_t>((mixed * multiplier) >> (64 - hash_bits));
}

constexpr auto row_leading = [] {
    std::array<std::uint64_t, table.size()> words{};
    for (std::size_t i = 0; i < table.size(); ++i) words[i] = leading_bytes(table[i].key);
    return words;
}();

struct HashTable {
    std::uint64_t multiplier = 0;
    std::array<FieldId, std::size_t{1} << hash_bits> slots{};
};

constexpr HashTable hash_table = [] {
    HashTable hash;
    hash.multiplier = 0x9e3779b97f4a7c15;
    for (;;) {
        hash.slots.fill(no_field);
        std::size_t placed = 0;
        while (placed < table.size()) {
            const Field& row = table[placed];
            FieldId& slot = hash.slots[probe(row.owner, row.key, row_leading[placed], hash.multiplier)];
            if (slot != no_field) break;
            slot = static_cast<FieldId>(placed++);
        }
        if (placed == table.size()) return hash;
        hash.multiplier = hash.multiplier * 0xd1342543de82ef95 + 2;
    }
}();

}  // namespace

bool stands_once(ObjectType type) noexcept {
    return type == event || !object(type).path.empty();
}

std::span<const std::string_view> languages() noexcept {
    return language_codes;
}

std::span<const Field> fields() noexcept {
    return table;
}

const Field& field(FieldId id) noexcept {
    return table[id];
}

std::span<const ObjectInfo> objects() noexcept {
    return object_table;
}

const ObjectInfo& object(ObjectType type) noexcept {
    return object_table[index_of(type)];
}

FieldId find_field(ObjectType owner, std::string_view key) noexcept {
    if (owner == ObjectType::none || key.empty()) return no_field;
    const std::uint64_t leading = leading_bytes(key);
    const FieldId id = hash_table.slots[probe(owner, key, leading, hash_table.multiplier)];
    if (id == no_field || row_leading[id] != leading || table[id].owner != owner ||
        table[id].key.size() != key.size()) {
        return no_field;
    }
    return key.size() <= 8 || table[id].key == key ? id : no_field;
}

std::span<const Field> fields_of(ObjectType owner) noexcept {
    const Range range = field_ranges[index_of(owner)];
    return std::span(table).subspan(range.begin, static_cast<std::size_t>(range.end - range.begin));
}

FieldId id_of(const Field& row) noexcept {
    return static_cast<FieldId>(&row - table.data());
}

Example example_of(FieldId id, FieldId parent) noexcept {
    const Field& row = field(id);
    if (parent == no_field || !is_multilingual(row.owner)) return row.example;
    // A URL by its description, a string by its type.
    const bool image = field(parent).owner == campaign_image ||
                       (row.owner == multilingual_url && field(parent).key == "image");
    return image ? Example{image_example} : row.example;
}

std::string field_path(FieldId id) {
    const Field& row = table[id];
    const ObjectInfo& owner = object(row.owner);
    if (row.owner == event) return std::string(row.key);
    const string_view prefix = owner.path.empty() ? owner.name : owner.path;
    return std::string(prefix).append(".").append(row.key);
}

std::string_view type_name(const Field& row) noexcept {
    switch (row.type) {
        case ValueType::string:
        case ValueType::primary: return "string";
        case ValueType::number: return "number";
        case ValueType::boolean: return "boolean";
        case ValueType::url: return "URL";
        case ValueType::person_id: return "PersonID";
        case ValueType::strings: return "string[]";
        case ValueType::properties: return "PersonProperty[]";
        case ValueType::any: return "any";
        case ValueType::object: break;
    }
    const string_view name = object(row.object).name;
    const bool named = !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
    return named ? name : "object";
}

}  // namespace hookspect::schema
