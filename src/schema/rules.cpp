#include "schema/rules.h"

#include "schema/names.h"

#include <algorithm>
#include <array>
#include <string>

namespace hookspect::schema {
namespace {

using std::string_view;
using enum Severity;

// --- fields that rules look at by what their rows say -----------------------------------------------

// An event head that is not an object breaks `not-an-event`.
constexpr bool has_type(const Field& row, const Field*) {
    return row.type != ValueType::any && row.object != ObjectType::event_head;
}
constexpr bool is_listed(const Field& row, const Field*) {
    return !row.values.empty();
}
constexpr bool is_translated(const Field& row, const Field*) {
    return is_multilingual(row.object);
}
constexpr bool is_in_languages(const Field& row, const Field*) {
    return is_multilingual(row.object) || is_multilingual(row.owner);
}
/// A URL, or URLs by language. `image.location` is one by its description.
constexpr bool is_url(const Field& row, const Field* parent) {
    if (row.type == ValueType::url || row.object == ObjectType::multilingual_url) return true;
    const ObjectType owner = parent == nullptr ? row.owner : parent->owner;
    return row.owner == ObjectType::campaign_image || owner == ObjectType::campaign_image;
}
constexpr bool is_person_id(const Field& row, const Field*) {
    return row.type == ValueType::person_id;
}
constexpr bool is_action(const Field& row, const Field*) {
    return row.object == ObjectType::schema_org_action;
}
constexpr bool is_whole(const Field& row, const Field*) {
    return row.unit != Unit::plain;
}
constexpr bool is_timestamp(const Field& row, const Field*) {
    return row.unit == Unit::seconds || row.unit == Unit::milliseconds;
}
bool has_closed_keys(const Field& row, const Field*) {
    return row.type == ValueType::properties ||
           (row.type == ValueType::object && !object(row.object).open && !is_multilingual(row.object));
}

// --- the table --------------------------------------------------------------------------------------

// The resource that an event must have to break a rule.
constexpr string_view own{};
constexpr string_view campaign = "campaign";
constexpr string_view interaction = "interaction";
constexpr string_view conversion = "conversion";
constexpr string_view person = "person";

constexpr auto table = std::to_array<RuleInfo>({
    {.rule = Rule::json_syntax,
     .name = "json-syntax",
     .severity = error,
     .movable = false,
     .summary = "the body is not one JSON text",
     .text =
         "The body breaks the JSON grammar of RFC 8259 somewhere, in a documented field or not: a missing "
         "brace, a trailing comma, a number such as `01`, a bare `NaN`. Nothing else is reported for such "
         "a body, because what follows the fault cannot be trusted. The finding points at the first wrong "
         "byte and names the value that was begun. Common causes have their own hint: a body cut short by "
         "a logger, one encoded twice, `[object Object]`, or an event inside an envelope (see `--at`).",
     .text_edit = {","},
     .encodings = Encodings::json},
    {.rule = Rule::form_syntax,
     .name = "form-syntax",
     .severity = error,
     .summary = "a form body has a bad % escape or an unclosed bracket",
     .text =
         "In a form body a `%` must be followed by two hexadecimal digits, and each `[` in a key needs its "
         "`]`. `campaign[name=Winter` and `100%+off` break this; the second one must be written "
         "`100%25+off`. A reader has to guess what was meant, and two readers guess differently. Look at "
         "the code that wrote the body: it most likely did not escape a value.",
     .ways = {{{person}}},
     .text_edit = {"", "&person%5Bprofile%5D%5Bdiscount%5D=5%"},
     .encodings = Encodings::form},
    {.rule = Rule::utf8,
     .name = "utf8",
     .severity = error,
     .movable = false,
     .summary = "the body contains bytes that are not UTF-8, or half of a surrogate pair",
     .text = "JSON and form bodies are UTF-8. The rule fires at the first byte that is not, before or after "
             "percent-decoding (`%E9` alone is Latin-1, not UTF-8), and at an escaped surrogate without its "
             "partner, such as `\\ud83d` without `\\ude00` after it. It is the only finding on its body. "
             "Usually a proxy or a logger has re-encoded the text or cut it in the middle of a character.",
     .text_edit = {",\"source\":\"Caf\xE9\"", "&source=Caf%E9"}},
    {.rule = Rule::limit,
     .name = "limit",
     .severity = error,
     .movable = false,
     .summary = "the body exceeds the limit on depth, size or number of values",
     .text =
         "A body may not nest deeper than `--max-depth`, be larger than `--max-body`, or contain more values "
         "than `--max-fields`. The limits keep one hostile or broken delivery from using all memory; real "
         "events stay far below them. The message names the option that raises the limit. The event is "
         "skipped and the next one is read.",
     .ways = {{{person, {"person.profile=$D"}}}}},
    {.rule = Rule::not_an_event,
     .name = "not-an-event",
     .severity = error,
     .summary = "the root is not an object, or `event` is not an object",
     .text =
         "The root resource of a webhook body is always an Event: an object whose `event` is an object "
         "too. `[]`, `\"ok\"`, `{}` and `{\"event\":\"created\"}` are not events. Nothing else is reported "
         "for such a body. If the event is deeper, in an envelope that your queue or gateway added, point "
         "at it with `--at`.",
     .fields = "event",
     .ways = {{{own, {R"(event="created")"}}}}},
    {.rule = Rule::required,
     .name = "required",
     .severity = error,
     .summary = "`event.name` or `event.resource` is not set",
     .text =
         "Every event says what happened (`event.name`) and to what (`event.resource`). Without one of the "
         "two a receiver cannot route the event. Absent and `null` are the same here. The place of the "
         "finding is the opening brace of `event`, with the pointer of the missing member, for example "
         "`/event/name`.",
     .fields = "event.name event.resource",
     .ways = {{{own, {"event.name="}}}}},
    {.rule = Rule::type,
     .name = "type",
     .severity = error,
     .otherwise = {warning, ", a warning under person.optIn"},
     .summary = "a value does not have the documented JSON type",
     .text =
         "A documented field has another kind of value: `\"points\":\"25\"` where a number is "
         "documented, or a string where an object is. `null` is fine, since it only means not set, but not "
         "as a member of a list. A number or a boolean inside a string is hinted at, because that is the "
         "usual mistake. Under `person.optIn` this is a warning: the values there should be booleans.",
     .looks_at = has_type,
     .ways = {{{campaign, {R"(campaign.config.comments="maybe")"}},
               {interaction, {R"(interaction.points="many")"}},
               {conversion, {R"(conversion.points="many")"}},
               {person, {R"(person.hidden="maybe")"}}}}},
    {.rule = Rule::enumeration,
     .name = "enum",
     .severity = error,
     .values_repeat = true,
     .summary = "a value is not in the documented list",
     .text = "The documentation lists the values that this field can have, and this is not one of them: "
             "`\"state\":\"PENDNG\"`, `\"resource\":\"Campaign\"`. Letter case counts. A receiver that "
             "switches over the value will fall through. The hint names the nearest documented value; "
             "`hookspect explain interaction.state` lists all values of a field.",
     .looks_at = is_listed,
     .ways = {{{own, {R"(event.name="creatd")"}}}}},
    {.rule = Rule::language,
     .name = "language",
     .severity = error,
     .values_repeat = true,
     .summary = "a key of a Multilingual value is not one of the eleven languages",
     .text =
         "MultilingualString and MultilingualURL have the keys en, nl, fr, de, pl, es, it, da, sv, fi and "
         "no, and nothing else. A text under another key, such as `en-US` or `nb`, will never be shown to "
         "anyone. The hint names the key that was most likely meant: `en` for `en-US`, `no` for `nb`.",
     .looks_at = is_translated,
     .ways = {{{campaign, {R"(campaign.promote.description={"en-US":"Share the color."})"}}}}},
    {.rule = Rule::url,
     .name = "url",
     .severity = error,
     .otherwise = {warning, ", a warning in campaign.image.location"},
     .summary = "a value that must be a URL is not one",
     .text = "A URL is either absolute, with `http://` or `https://`, a host and a port up to 65535, or "
             "relative, both as in RFC 3986; letters outside ASCII are fine. `mailto:team@example.com`, "
             "`https:///path` and `http://example.com:99999` are not. Characters that only need escaping do "
             "not count here; the rule `url-characters` reports them. Under `campaign.image.location`, which "
             "is typed as a string but described as a URL, this is a warning.",
     .looks_at = is_url,
     .ways = {{{campaign, {R"(campaign.link={"$L":"mailto:team@example.com"})"}}}}},
    {.rule = Rule::person_id,
     .name = "person-id",
     .severity = error,
     .summary = "a PersonID is neither a UUID nor [anonymous]",
     .text = "A PersonID is a UUID of version 4, such as `9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34`, or exactly "
             "`[anonymous]`. The message says which part is wrong: the length, a hyphen, the version digit, "
             "the variant digit. Case does not matter. A value such as `anonymous` or `0` means that the "
             "sender used a different kind of identifier.",
     .looks_at = is_person_id,
     .ways = {{{own, {R"(person_id="anonymous")"}}}}},
    {.rule = Rule::orphan_resource,
     .name = "orphan-resource",
     .severity = error,
     .summary = "a resource is set, but its id is not",
     .text = "`campaign` is documented as set only if `campaign_id` is set, and so are `interaction`, "
             "`conversion` and `person` with their ids. This event has the object without the id. A "
             "receiver that looks at the ids first, as the documentation invites, will miss the object. Set "
             "`campaign_id` to the value of `campaign.id`, or leave the object out.",
     .fields = "campaign_id campaign interaction_id interaction conversion_id conversion person_id person",
     .ways = {{{own, {"$R_id="}}}}},
    {.rule = Rule::value_and_properties,
     .name = "value-and-properties",
     .severity = error,
     .summary = "a PersonProperty has both a value and nested properties",
     .text =
         "The nested `properties` of a PersonProperty can only be set if its `value` is empty, because it "
         "is either a leaf or a group. "
         "`{\"key\":\"address\",\"value\":\"Gent\",\"properties\":[{\"key\":\"city\"}]}` is both. Empty "
         "means not set, `\"\"`, `[]` or `{}`; `false` and `0` are values. Move the value into a nested "
         "property with a key of its own.",
     .fields = "PersonProperty.value PersonProperty.properties",
     .ways =
         {{{person,
            {R"(person.properties=[{"key":"address","value":"Gent","properties":[{"key":"city","value":"Gent"}]}])"}}}}},
    {.rule = Rule::action,
     .name = "action",
     .severity = error,
     .values_repeat = true,
     .summary = "`conversion.response.action` does not name an Action type of schema.org",
     .text =
         "The action must say its type in `@type` (or `type`), and the type must be Action or one of its "
         "subtypes in schema.org: `ShareAction`, `schema:ShareAction` or `https://schema.org/ShareAction`. "
         "It fires if there is no type, if `@type` and `type` differ, if the type is not a text or a list "
         "of texts, or if no listed type is an Action. Case matters; a hint names a similar type. "
         "`hookspect explain SchemaOrgAction` says more.",
     .looks_at = is_action,
     .ways = {{{conversion, {R"(conversion.response.action={"@type":"ShareActon"})"}}}}},
    {.rule = Rule::form_conflict,
     .name = "form-conflict",
     .severity = warning,
     .summary = "a form key is used both as a scalar and as an object or list",
     .text = "`campaign=5&campaign[id]=5` gives `campaign` two shapes at once. Readers resolve this "
             "differently: some drop the first, some the second. Write the key in one shape only.",
     .ways = {{{person}}},
     .text_edit = {"", "&person%5Bprofile%5D%5Bclub%5D=gold&person%5Bprofile%5D%5Bclub%5D%5Bsince%5D=2024"},
     .encodings = Encodings::form},
    {.rule = Rule::duplicate_key,
     .name = "duplicate-key",
     .severity = warning,
     .summary = "a JSON object contains a key twice",
     .text = "Two members of one object have the same key, compared after decoding escapes: "
             "`{\"points\":1,\"points\":2}`. The last one counts here, as in most readers, but some take the "
             "first, so two systems can see different events. Findings inside the overwritten value are "
             "dropped. The place of the finding is the later key.",
     .text_edit = {",\"organization_id\":$O"},
     .encodings = Encodings::json},
    {.rule = Rule::missing_id,
     .name = "missing-id",
     .severity = warning,
     .summary = "`organization_id` or the id of the event's own resource is not set",
     .text =
         "An event about an interaction should have `interaction_id`, and every event should have "
         "`organization_id`. The documentation does not demand it, but without them a receiver cannot tell "
         "which account or record the event is about. The rule does not fire where `orphan-resource` does.",
     .fields = "event.resource organization_id campaign_id interaction_id conversion_id person_id",
     .ways = {{{own, {"organization_id="}}}}},
    {.rule = Rule::missing_resource,
     .name = "missing-resource",
     .severity = warning,
     .summary = "the object of the event's own resource is not set or has no id",
     .text = "An event whose `event.resource` is `campaign` should carry `campaign` with its `id`. A "
             "`removed` event need not, because there is nothing left to send. Receivers that read only the "
             "object will find nothing in this event.",
     .fields = "event.name event.resource campaign campaign.id interaction interaction.id conversion "
               "conversion.id person person.id",
     .ways = {{{own, {"$R="}}}},
     .unbreakable = {.name = "removed", .why = "removed events may lack the object"}},
    {.rule = Rule::id_mismatch,
     .name = "id-mismatch",
     .severity = warning,
     .summary = "two ids that must be the same differ",
     .text =
         "The same id is written in several places and two of them disagree, such as `campaign_id` 48213 "
         "beside `campaign.id` 48212. The rule compares each `*_id` with the `id` of its object, "
         "`organization_id` with each `organization` and `orgId`, `campaign_id` with the `campaign` of an "
         "interaction or conversion, and `person_id` with their `member`. `[anonymous]` differs from "
         "nothing. Find out which of the two is right before you store either.",
     .fields = "organization_id campaign_id interaction_id conversion_id person_id campaign.id "
               "campaign.organization interaction.id interaction.member interaction.organization "
               "interaction.campaign conversion.id conversion.member conversion.organization "
               "conversion.campaign person.id person.orgId",
     .ways = {{{own, {"resource.organization=$O0"}}, {person, {"person.orgId=$O0"}}}}},
    {.rule = Rule::event_mismatch,
     .name = "event-mismatch",
     .severity = warning,
     .values_repeat = true,
     .summary = "a published event is about something other than a campaign",
     .text = "`published_community` and `published_landing` make sense for a campaign only: interactions, "
             "conversions and persons are not published. With `\"resource\":\"person\"`, one of "
             "`event.name` and `event.resource` is wrong.",
     .fields = "event.name event.resource",
     .ways = {{{own, {R"(event.name="published_community")"}}}},
     .unbreakable = {.resource = "campaign", .why = "it needs a campaign event"}},
    {.rule = Rule::whole_number,
     .name = "whole-number",
     .severity = warning,
     .summary = "an id or a time is negative or has a fraction",
     .text = "Ids and timestamps are whole numbers and not negative. `48213.5` and `-1` are faults; `1.0` "
             "and `1e3` are whole numbers, however they are written. A fraction in a timestamp usually means "
             "that somebody divided milliseconds by 1000 without rounding.",
     .looks_at = is_whole,
     .ways = {{{own, {"resource.created=-1"}}}}},
    {.rule = Rule::timestamp_unit,
     .name = "timestamp-unit",
     .severity = warning,
     .summary = "a time is in another unit than documented",
     .text =
         "Times are in seconds since 1970, but in milliseconds in `person.created` and "
         "`person.firstCommunityAccess`. A value over 100,000,000,000 counts as milliseconds. Read in the "
         "wrong unit, 1730568041 becomes a day in January 1970, and 1730568041250 becomes a day tens of "
         "thousands of years away. The message says which day it would be either way. Values that are only "
         "plausible as microseconds or nanoseconds are named as such. 0 means never and has no unit.",
     .looks_at = is_timestamp,
     .ways = {{{own, {"resource.created=1794820443250"}}, {person, {"person.created=1794820443"}}}}},
    {.rule = Rule::schedule,
     .name = "schedule",
     .severity = warning,
     .summary = "a channel finishes before it is published",
     .text = "`finishOn` is earlier than `publishOn` in the same channel, so the campaign can never be open "
             "there. The two may have been swapped. 0 means never, and is not compared.",
     .fields = "campaign.config.community.publishOn campaign.config.community.finishOn "
               "campaign.config.landing.publishOn campaign.config.landing.finishOn",
     .ways = {{{campaign,
                {"campaign.config.community.publishOn=1797890400",
                 "campaign.config.community.finishOn=1795420800"}}}}},
    {.rule = Rule::channel,
     .name = "channel",
     .severity = warning,
     .summary = "a channel is enabled but `config.channels` does not list it",
     .text =
         "`campaign.config.landing.enabled` is true while `campaign.config.channels` is `[\"community\"]`: "
         "two places that say where the campaign runs disagree. A receiver that trusts the list will treat "
         "the campaign as not available there. The rule is silent if `config.channels` is not set; "
         "`unlisted-channel` reports the reverse.",
     .fields = "campaign.config.channels campaign.config.community.enabled campaign.config.landing.enabled",
     .ways = {{{campaign,
                {R"(campaign.config.channels=["community"])", "campaign.config.community.enabled=true",
                 "campaign.config.landing.enabled=true"}}}}},
    {.rule = Rule::untranslated,
     .name = "untranslated",
     .severity = warning,
     .otherwise = {note, " on published_community and published_landing, else note"},
     .summary = "the title lacks a language that the campaign declares",
     .text =
         "`campaign.config.languages` lists a language in which `campaign.title` is absent, null, empty or "
         "blank, so members who read that language see no title. In the two `published_*` events this is a "
         "warning, because the campaign is public; in all others it is a note, because a draft may well be "
         "unfinished. `hookspect translations` shows all campaigns at once.",
     .fields = "event.name campaign.config.languages campaign.title",
     .ways = {{{campaign, {"campaign.config.languages=$A", R"(campaign.title.$L="")"}}}}},
    {.rule = Rule::url_characters,
     .name = "url-characters",
     .severity = warning,
     .summary = "a URL contains characters that are not allowed in a URL",
     .text = "Browsers accept the URL, stricter programs do not: it contains spaces, a bare `%`, `|`, "
             "backslashes, or a placeholder such as `{{member.id}}` that nobody filled in. Escape them "
             "(`%20` for a space inside, `%25` for `%`), remove spaces at the ends, or look for the step "
             "that should have replaced the placeholder.",
     .looks_at = is_url,
     .ways = {{{campaign, {R"(campaign.link={"$L":"https://www.example.com/{{member.id}}"})"}}}}},
    {.rule = Rule::schemeless_url,
     .name = "schemeless-url",
     .severity = warning,
     .summary = "a URL such as www.example.com/x has no scheme",
     .text =
         "Without `https://` in front, `www.example.com/x` is a relative reference: a browser looks for it "
         "below the page it is on, and finds nothing. Relative URLs are allowed, but this one is surely "
         "not meant. Put `https://` in front. An e-mail address is reported too: it is not a URL.",
     .looks_at = is_url,
     .ways = {{{campaign, {R"(campaign.link={"$L":"www.example.com/winter"})"}}}}},
    {.rule = Rule::garbled_text,
     .name = "garbled-text",
     .severity = warning,
     .summary = "text was decoded or escaped one time too many or too few",
     .text = "The text shows traces of a wrong step between two programs: `CafÃ©` or `Caf├®` (UTF-8 read in "
             "another encoding) or U+FFFD (bytes that could not be read), in any text that people write; "
             "`Caf%C3%A9` (percent escapes left in) in a title, summary or name, and `&amp;` (HTML escapes "
             "left in) there if the text has no tags. People will see it exactly like this. The hint undoes "
             "all wrong steps. Fix the program that wrote the text, not the capture.",
     .fields = "campaign.name campaign.title campaign.author.name campaign.summary campaign.promote.title "
               "campaign.promote.description "
               "person.groups person.profile PersonProperty.value",
     .ways = {{{campaign, {R"(campaign.summary={"$L":"Rendez-vous au cafÃ© du coin."})"}}}}},
    {.rule = Rule::ip_address,
     .name = "ip-address",
     .severity = warning,
     .summary = "`ipAddress` is neither an IPv4 nor an IPv6 address",
     .text =
         "`metadata.ipAddress` should be one address, such as `203.0.113.24` or `2001:db8::1`. A list such "
         "as `203.0.113.24, 10.0.0.7` comes from a header that each proxy extends; the first address is "
         "usually the client. Programs that join on this field or look up the country will fail.",
     .fields = "interaction.metadata.ipAddress conversion.metadata.ipAddress",
     .ways = {{{interaction, {R"(interaction.metadata.ipAddress="203.0.113.24, 10.0.0.7")"}},
               {conversion, {R"(conversion.metadata.ipAddress="203.0.113.24, 10.0.0.7")"}}}}},
    {.rule = Rule::missing_key,
     .name = "missing-key",
     .severity = warning,
     .summary = "a PersonProperty has no `key`",
     .text = "A member's property is known by its `key`; one without a key cannot be addressed, shown or "
             "stored under a name: `{\"value\":\"Gent\"}`. A missing value and null are the same here.",
     .fields = "PersonProperty.key",
     .ways = {{{person, {R"(person.properties=[{"value":"Gent"}])"}}}}},
    {.rule = Rule::unknown_field,
     .name = "unknown-field",
     .severity = note,
     .otherwise = {warning, ", a warning where a documented key was most likely meant"},
     .summary = "a key is not documented for its object",
     .text =
         "The key is not documented for its object. That is normal, since senders add fields over time, so "
         "it is only a note. The objects `metadata`, `response`, `profile` and `optIn` and everything in a "
         "`value` may hold any key and are not checked. It is a warning where the key was most likely "
         "meant to be a documented one, which the hint names: a key of the same object that differs by one "
         "letter (two in long keys), or only in case and separators, is not set, and has the type of the "
         "value (`organisation_id`); or a key of several words that is documented for another object "
         "(`orgId`).",
     .looks_at = has_closed_keys,
     .ways = {{{own, {R"(event={"name":"$E","resource":"$R","version":2})"}}}}},
    {.rule = Rule::action_property,
     .name = "action-property",
     .severity = note,
     .summary = "an action has a property, context or status unknown to schema.org",
     .text =
         "The property belongs neither to the action's type in schema.org nor to the types above it: "
         "`followee` in a ShareAction, for example. A foreign `@context` and an `actionStatus` that is not "
         "one of the four are reported by the same rule. Keys that begin with `@`, `type`, `id`, and names "
         "that end in `-input` or `-output` are fine. `hookspect explain ShareAction` lists the properties "
         "of a type.",
     .looks_at = is_action,
     .ways = {{{conversion, {R"(conversion.response.action={"@type":"ShareAction","followee":"Zoë"})"}}}}},
    {.rule = Rule::extra_language,
     .name = "extra-language",
     .severity = note,
     .summary = "a text has a language that the campaign does not list",
     .text = "A Multilingual field of the campaign has a language that `campaign.config.languages` does not "
             "list, for example `it` in `campaign.promote.title`. The translation is stored but not offered. "
             "Add the language to the list, or ignore the note: the text is often left over from an earlier "
             "version of the campaign.",
     .looks_at = is_in_languages,
     .fields = "campaign.config.languages",
     .ways = {{{campaign,
                {"campaign.config.languages=$A", R"(campaign.promote.description={"$X":"2026"})"}}}}},
    {.rule = Rule::preset_mismatch,
     .name = "preset-mismatch",
     .severity = note,
     .summary = "several places name different presets",
     .text =
         "`preset`, `metadata.presetId` and `campaign.config.preset` all name the preset the campaign was "
         "created from, and two of them differ: `share-link` here, `survey` there. If you group by preset, "
         "decide which of them you use.",
     .fields = "campaign.config.preset interaction.preset interaction.metadata.presetId conversion.preset "
               "conversion.metadata.presetId",
     .ways = {{{interaction, {R"(interaction.preset="$P")", R"(interaction.metadata.presetId="$P-2")"}},
               {conversion, {R"(conversion.preset="$P")", R"(conversion.metadata.presetId="$P-2")"}}}}},
    {.rule = Rule::unlisted_channel,
     .name = "unlisted-channel",
     .severity = note,
     .summary = "`config.channels` lists a channel that is not enabled",
     .text =
         "`campaign.config.channels` has `landing` while `campaign.config.landing.enabled` is false. That "
         "is usual for a channel that is prepared but not open yet. `channel` reports the reverse.",
     .fields = "campaign.config.channels campaign.config.community.enabled campaign.config.landing.enabled",
     .ways = {{{campaign,
                {R"(campaign.config.channels=["community","landing"])",
                 "campaign.config.community.enabled=true", "campaign.config.landing.enabled=false"}}}}},
    {.rule = Rule::empty_url,
     .name = "empty-url",
     .severity = note,
     .summary = "a URL is the empty string",
     .text = "In JSON, a URL that is not set is best left out or null; this one is `\"\"`. As a relative URL "
             "it means \"this page\", and a link made from it leads nowhere. Treat it as not set. In a form "
             "body an empty value means not set, so the rule does not fire there.",
     .looks_at = is_url,
     .ways = {{{campaign, {R"(campaign.link={"$L":""})"}}}},
     .encodings = Encodings::json},
});

constexpr std::size_t index_of(Rule rule) {
    return static_cast<std::size_t>(rule);
}

constexpr bool rules_are_at_their_number() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (index_of(table[i].rule) != i) return false;
    }
    return table.size() == rule_count;
}
static_assert(rules_are_at_their_number());

/// The words of a list with spaces between them.
std::vector<string_view> words_of(string_view list) {
    std::vector<string_view> words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        words.push_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

bool is_named(const RuleInfo& info, const std::string& path) {
    const auto paths = words_of(info.fields);
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

}  // namespace

std::span<const RuleInfo> rules() noexcept {
    return table;
}

const RuleInfo& rule_info(Rule rule) noexcept {
    return table[index_of(rule)];
}

std::optional<Rule> find_rule(std::string_view name) noexcept {
    for (const RuleInfo& info : table) {
        if (info.name == name) return info.rule;
    }
    return std::nullopt;
}

std::string_view severity_name(Severity severity) noexcept {
    switch (severity) {
        case ignored: return "ignored";
        case note: return "note";
        case warning: return "warning";
        case error: break;
    }
    return "error";
}

std::vector<Rule> rules_at(const FieldName& name) {
    const Field& row = field(name.id());
    const Field* parent = name.trail.size() > 1 ? &field(name.trail[name.trail.size() - 2]) : nullptr;
    const std::string path = field_path(name.id());
    // A rule on a Multilingual value is one on its languages too.
    const std::string outer =
        parent != nullptr && is_multilingual(row.owner) ? field_path(id_of(*parent)) : path;
    std::vector<Rule> found;
    for (const RuleInfo& info : table) {
        const bool looks = info.looks_at != nullptr && info.looks_at(row, parent);
        if (looks || is_named(info, path) || is_named(info, outer)) found.push_back(info.rule);
    }
    return found;
}

std::vector<std::string_view> paths_of(Rule rule) {
    return words_of(rule_info(rule).fields);
}

}  // namespace hookspect::schema
