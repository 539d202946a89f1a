#include "schema/rules.h"

#include <array>

namespace hookspect::schema {
namespace {

using enum Severity;

constexpr auto table = std::to_array<RuleInfo>({
    {Rule::json_syntax, "json-syntax", error, "the body is not one JSON text",
     "The body breaks the JSON grammar of RFC 8259 somewhere, in a documented field or not: a missing "
     "brace, a trailing comma, a number such as `01`, a bare `NaN`. Nothing else is told of such a body, "
     "because what stands behind the fault cannot be trusted. The finding points at the first wrong byte "
     "and names the value that had been begun. Common causes have a hint of their own: a body cut short by "
     "a logger, one encoded twice, `[object Object]`, or an event inside an envelope (see `--at`)."},
    {Rule::form_syntax, "form-syntax", error, "a form body has a bad % escape or an unclosed bracket",
     "In a form body a `%` must be followed by two hexadecimal digits, and each `[` in a key needs its "
     "`]`. `campaign[name=Winter` and `100%+off` break this; the second one should have been written "
     "`100%25+off`. A reader has to guess what was meant, and two readers guess differently. Look at the "
     "code that wrote the body: it most likely did not escape a value."},
    {Rule::utf8, "utf8", error, "bytes that are not UTF-8, or half of a surrogate pair",
     "JSON and form bodies are UTF-8. The rule fires at the first byte that is not, before or after "
     "percent-decoding (`%E9` alone is Latin-1, not UTF-8), and at an escaped surrogate without its "
     "partner, such as `\\ud83d` with no `\\ude00` behind it. It is the only finding on its body. Usually "
     "a proxy or a logger has re-encoded the text or cut it in the middle of a character."},
    {Rule::limit, "limit", error, "the body is deeper, larger or has more fields than the limit in force",
     "A body may not nest deeper than `--max-depth`, be larger than `--max-body`, or hold more values than "
     "`--max-fields`. The limits keep one hostile or broken delivery from eating the memory of the run; "
     "real events stay far below them. The message names the flag that raises the limit. The event is "
     "skipped and the next one is read."},
    {Rule::not_an_event, "not-an-event", error, "the root is no object, or `event` is no object",
     "The root resource of a webhook body is always an Event: an object whose `event` is an object too. "
     "`[]`, `\"ok\"`, `{}` and `{\"event\":\"created\"}` are none. Nothing else is told of such a body. If "
     "the event sits deeper, in an envelope that your queue or gateway added, point at it with `--at`."},
    {Rule::required, "required", error, "`event.name` or `event.resource` is not set",
     "Every event says what happened (`event.name`) and to what (`event.resource`). Without one of the two "
     "a receiver cannot route the event. Absent and `null` are the same here. The finding stands at the "
     "opening brace of `event`, with the pointer of the missing member, for example `/event/name`."},
    {Rule::type, "type", error, "a value is not of the documented JSON type",
     "A documented field holds another kind of value: `\"points\":\"25\"` where a number is documented, or "
     "a string where an object is. `null` is fine, since it only means not set, but not as a member of a "
     "list. A number or a boolean inside a string is hinted at, because that is the usual mistake. Under "
     "`person.optIn` this is a warning: the values there should be booleans."},
    {Rule::enumeration, "enum", error, "a value is outside the documented list",
     "The documentation lists the values that this field can have, and this is none of them: "
     "`\"state\":\"PENDNG\"`, `\"resource\":\"Campaign\"`. Letter case counts. A receiver that switches "
     "over the value will fall through. The hint names the nearest documented value; `hookspect explain "
     "interaction.state` lists all of a field."},
    {Rule::language, "language", error, "a key of a Multilingual value is none of the eleven languages",
     "MultilingualString and MultilingualURL have the keys en, nl, fr, de, pl, es, it, da, sv, fi and no, "
     "and nothing else. A text under another key, such as `en-US` or `nb`, will never be shown to anyone. "
     "The hint names the key that was most likely meant: `en` for `en-US`, `no` for `nb`."},
    {Rule::url, "url", error, "a value that must be a URL is none",
     "A URL is either absolute, with `http://` or `https://`, a host and a port up to 65535, or relative, "
     "both as in RFC 3986; letters outside ASCII are fine. `mailto:team@example.com`, `https:///path` and "
     "`http://example.com:99999` are not. Characters that only need escaping do not count here, the rule "
     "`url-characters` tells of them. Under `campaign.image.location`, which is typed as a string but "
     "described as a URL, this is a warning."},
    {Rule::person_id, "person-id", error, "a PersonID is neither a UUID nor [anonymous]",
     "A PersonID is a UUID of version 4, such as `9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34`, or exactly "
     "`[anonymous]`. The message says which part is wrong: the length, a hyphen, the version digit, the "
     "variant digit. Letter case does not matter. A value such as `anonymous` or `0` means that the sender "
     "has put another identifier there."},
    {Rule::orphan_resource, "orphan-resource", error, "a resource is set while its id is not",
     "`campaign` is documented as set only if `campaign_id` is set, and so are `interaction`, `conversion` "
     "and `person` with their ids. This event carries the object without the id. A receiver that looks at "
     "the ids first, as the documentation invites, will miss the object. Set `campaign_id` to the value of "
     "`campaign.id`, or leave the object out."},
    {Rule::value_and_properties, "value-and-properties", error,
     "a PersonProperty has both a value and nested properties",
     "The nested `properties` of a PersonProperty can only be set if its `value` is empty, for it is "
     "either a leaf or a group. "
     "`{\"key\":\"address\",\"value\":\"Gent\",\"properties\":[{\"key\":\"city\"}]}` is both. Empty means "
     "not set, `\"\"`, `[]` or `{}`; `false` and `0` are values. Move the value into a nested property "
     "with a key of its own."},
    {Rule::action, "action", error, "`conversion.response.action` names no schema.org Action type",
     "The action must say its type in `@type` (or `type`), and the type must be Action or one of its "
     "subtypes in schema.org: `ShareAction`, `schema:ShareAction` or `https://schema.org/ShareAction`. It "
     "fires where no type is given, where `@type` and `type` differ, where the type is no text or list of "
     "texts, and where no listed type is an Action. Letter case counts, and a near miss is hinted at. "
     "`hookspect explain SchemaOrgAction` says more."},
    {Rule::form_conflict, "form-conflict", warning,
     "a form key is used both as a scalar and as an object or list",
     "`campaign=5&campaign[id]=5` gives `campaign` two shapes at once. Readers resolve this differently: "
     "some drop the first, some the second. Write the key in one shape only."},
    {Rule::duplicate_key, "duplicate-key", warning, "one JSON object holds a key twice",
     "Two members of one object have the same key, compared after decoding escapes: "
     "`{\"points\":1,\"points\":2}`. The last one counts here, as in most readers, but some take the "
     "first, so two systems can see different events. Findings inside the overwritten value are dropped. "
     "The finding stands at the later key."},
    {Rule::missing_id, "missing-id", warning,
     "`organization_id` or the id of the event's own resource is not set",
     "An event about an interaction should have `interaction_id`, and every event should have "
     "`organization_id`. The documentation does not demand it, but without them a receiver cannot tell "
     "which account or record the event is about. The rule is silent where `orphan-resource` speaks "
     "already."},
    {Rule::missing_resource, "missing-resource", warning,
     "the object of the event's own resource is not set or has no id",
     "An event whose `event.resource` is `campaign` should carry `campaign` with its `id`. Only a "
     "`removed` event is excused, since there is nothing left to send. Receivers that read only the object "
     "will find nothing in this event."},
    {Rule::id_mismatch, "id-mismatch", warning, "two ids that must be the same differ",
     "The same id is written in several places and two of them disagree, such as `campaign_id` 48213 "
     "beside `campaign.id` 48212. Compared are each `*_id` with the `id` of its object, `organization_id` "
     "with each `organization` and `orgId`, `campaign_id` with the `campaign` of an interaction or "
     "conversion, and `person_id` with their `member`. `[anonymous]` differs from nothing. Find out which "
     "of the two is right before you store either."},
    {Rule::event_mismatch, "event-mismatch", warning,
     "a published event is about something other than a campaign",
     "`published_community` and `published_landing` make sense for a campaign only: interactions, "
     "conversions and persons are not published. With `\"resource\":\"person\"` beside it, one of "
     "`event.name` and `event.resource` is wrong."},
    {Rule::whole_number, "whole-number", warning, "an id or a time is negative or has a fraction",
     "Ids and timestamps are whole numbers, not negative. `48213.5` and `-1` are not; `1.0` and `1e3` are, "
     "however they are written. A fraction in a timestamp usually means that somebody divided milliseconds "
     "by 1000 without rounding."},
    {Rule::timestamp_unit, "timestamp-unit", warning,
     "seconds where milliseconds are documented, or the reverse",
     "Times are in seconds since 1970, but in milliseconds in `person.created` and "
     "`person.firstCommunityAccess`. A value over 100,000,000,000 counts as milliseconds. Read in the "
     "wrong unit, 1730568041 becomes a day in January 1970, and 1730568041250 one tens of thousands of "
     "years away. The message says which day it would be either way. 0 means never and has no unit."},
    {Rule::schedule, "schedule", warning, "a channel finishes before it is published",
     "`finishOn` is earlier than `publishOn` in the same channel, so that the campaign could never be open "
     "there. The two may have been swapped. 0 means never, and is not compared."},
    {Rule::channel, "channel", warning, "a channel is enabled but `config.channels` does not list it",
     "`campaign.config.landing.enabled` is true while `campaign.config.channels` is `[\"community\"]`: two "
     "places that say where the campaign runs disagree. A receiver that trusts the list will treat the "
     "campaign as not available there. The rule is silent if `config.channels` is not set; "
     "`unlisted-channel` tells of the reverse."},
    {Rule::untranslated, "untranslated", warning, "the title lacks a language that the campaign declares",
     "`campaign.config.languages` lists a language in which `campaign.title` is absent, null or empty, so "
     "members who read that language see no title. In the two `published_*` events this is a warning, for "
     "the campaign is out; in all others it is a note, because a draft may well be unfinished. `hookspect "
     "translations` shows all campaigns at once."},
    {Rule::url_characters, "url-characters", warning, "a URL holds characters that no valid URL has",
     "Browsers take the URL, stricter programs do not: it has spaces, a bare `%`, `|`, backslashes, or a "
     "placeholder such as `{{member.id}}` that nobody filled in. Escape them (`%20` for a space, `%25` for "
     "`%`), or look for the step that should have replaced the placeholder."},
    {Rule::schemeless_url, "schemeless-url", warning, "a URL such as www.example.com/x lacks its scheme",
     "Without `https://` in front, `www.example.com/x` is a relative reference: a browser looks for it "
     "below the page it is on, and finds nothing. It is allowed, since relative URLs are, but surely not "
     "meant. Put `https://` in front."},
    {Rule::garbled_text, "garbled-text", warning, "text was decoded or escaped once too few or too many",
     "The text shows traces of a wrong step between two programs: `CafÃ©` (UTF-8 read as Latin-1), U+FFFD "
     "(bytes that could not be read), `Caf%C3%A9` (percent escapes left in), or `&amp;` (HTML escapes left "
     "in a title, summary or name). People will see it just like this. Mend the program that wrote the "
     "text, not the capture."},
    {Rule::ip_address, "ip-address", warning, "`ipAddress` is neither an IPv4 nor an IPv6 address",
     "`metadata.ipAddress` should be one address, such as `203.0.113.24` or `2001:db8::1`. A list such as "
     "`203.0.113.24, 10.0.0.7` comes from the header of a chain of proxies; the first of them is usually "
     "the client. Whatever joins on this field or looks up the country will fail on it."},
    {Rule::missing_key, "missing-key", warning, "a PersonProperty has no `key`",
     "A member's property is known by its `key`; one without a key cannot be addressed, shown or stored "
     "under a name: `{\"value\":\"Gent\"}`. Absent and null are the same here."},
    {Rule::unknown_field, "unknown-field", note, "a key that the documentation does not know in this object",
     "The key is not documented for the object it stands in. That is normal, senders add fields over time, "
     "and so it is only a note; the objects `metadata`, `response`, `profile`, `optIn` and all that stands "
     "in a `value` may hold any key and are not looked at. It is a warning where the key was most likely "
     "meant to be a documented one, which the hint names. That is a key of the same object, spelled nearly "
     "so and not set (`organisation_id`); a key of the event or of another object in the same resource, if "
     "it is not set there and the value has its type (`languages` in a campaign, for "
     "`campaign.config.languages`); or a key of several words, wherever it is documented (`orgId`)."},
    {Rule::action_property, "action-property", note,
     "an action has a property, context or status unknown to schema.org",
     "The property belongs neither to the action's type in schema.org nor to the types above it: "
     "`followee` in a ShareAction, for example. A foreign `@context` and an `actionStatus` that is none of "
     "the four are told of by the same rule. Keys that begin with `@`, `type`, `id`, and names that end in "
     "`-input` or `-output` are fine. `hookspect explain ShareAction` lists the properties of a type."},
    {Rule::extra_language, "extra-language", note, "a text has a language that the campaign does not declare",
     "A Multilingual field of the campaign has a language that `campaign.config.languages` does not list, "
     "for example `it` in `campaign.promote.title`. The translation is stored but not offered. Declare the "
     "language or ignore the note: it is often left over from an earlier version of the campaign."},
    {Rule::preset_mismatch, "preset-mismatch", note, "the preset is written in several places that differ",
     "`preset`, `metadata.presetId` and `campaign.config.preset` all name the preset the campaign was "
     "created from, and two of them differ: `share-link` here, `survey` there. If you group by preset, "
     "decide which of them you use."},
    {Rule::unlisted_channel, "unlisted-channel", note, "`config.channels` lists a channel not enabled",
     "`campaign.config.channels` has `landing` while `campaign.config.landing.enabled` is false. That is "
     "usual for a channel that is prepared but not open yet. `channel` warns of the reverse."},
    {Rule::empty_url, "empty-url", note, "a URL is the empty string",
     "In JSON, a URL that is not set is best left out or null; this one is `\"\"`. As a relative URL it "
     "means \"this page\", and a link made from it leads nowhere. Treat it as not set. In form bodies an "
     "empty value means not set anyway, and nothing is told."},
});

constexpr std::size_t index_of(Rule rule) {
    return static_cast<std::size_t>(rule);
}

constexpr bool rules_stand_at_their_number() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (index_of(table[i].rule) != i) return false;
    }
    return table.size() == rule_count;
}
static_assert(rules_stand_at_their_number());

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

}  // namespace hookspect::schema
