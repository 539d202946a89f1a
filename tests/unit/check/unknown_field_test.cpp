// The rule `unknown-field` on keys that senders add, and on keys that somebody misspelled: the former are
// notes, the latter warnings.

#include "support.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace {

using hookspect::schema::Rule;
using hookspect::schema::Severity;

/// Keys that senders add, with spaces between them, and the value that they have.
struct Extras {
    std::string_view value;
    std::string_view keys;
};

constexpr std::array<Extras, 5> extras{{
    {R"("text")",
     "version reason type kind status slug locale description body content excerpt subtitle "
     "heading label caption message text note comment remark footer header updatedBy date "
     "timezone currency attempt delivery signature nonce hash checksum token secret uuid guid "
     "externalId external_id reference ref code key_name handle username nickname firstName "
     "lastName fullName email phone mobile address street city zip country region company "
     "department team office job position_title gender birthday avatar picture photo logo icon "
     "banner cover thumbnail video audio file filename mimeType extension alt colour color theme "
     "template layout style format encoding charset domain hostname path query fragment method "
     "userAgent referrer device browser os platform app sdk client server environment tenant "
     "workspace account project folder category subcategory segment audience goal objective "
     "strategy stage phase step flow journey cohort experiment variant feature plan tier medium "
     "term utm provider network integration connector webhook endpoint callback topic queue "
     "partition shard cluster"},
    {"1730568041",
     "authorId created_by updated updatedAt updated_at modified modified_at deleted_at "
     "archived_at expires expiresAt startsAt endsAt startDate endDate deadline duration timestamp "
     "time day month year offset size length width height depth weight count total sum average "
     "rank score level rating likes shares views clicks visits reach budget price cost priority "
     "position order index page limit attempts retries"},
    {"true",
     "promoted active archived draft visible locked pinned featured verified confirmed approved "
     "deleted test sandbox live public private internal external automatic manual recurring "
     "mandatory required optional anonymous isAdmin isDraft hasVideo canShare canComment "
     "sendEmail notify muted blocked banned invited onboarded subscribed consented redacted final "
     "dirty read seen opened bounced"},
    {R"([{"id":1}])",
     "documents tags labels categories segments audiences attachments files images videos "
     "comments_list reactions mentions hashtags keywords questions answers choices steps rewards "
     "badges prizes rules conditions filters triggers actions events history changes errors "
     "warnings notes teams members admins owners editors followers friends invites devices "
     "sessions countries regions cities"},
    {R"({"id":1})",
     "links options author_info creator owner editor manager settings preferences permissions "
     "privacy security limits quota usage stats statistics metrics analytics totals counts extra "
     "custom customFields data payload context meta attributes details info summary_stats "
     "location_info geo coordinates schedule calendar reward challenge survey poll quiz form "
     "content_block design social facebook linkedin twitter instagram whatsapp translations "
     "parent child previous diff changeset request transport headers trace"},
}};

/// An object of an event, with % where members are put in: with each documented field, and with what it must
/// have.
struct Object {
    std::string_view name;
    std::string full;
    std::string small;
};

const std::string uuid = R"("9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34")";

std::string in_campaign(const std::string& members) {
    return check_test::event_with(R"("campaign":{"id":48213,)" + members + "}");
}
std::string in_config(const std::string& members) {
    return in_campaign(R"("config":{)" + members + "}");
}
std::string in_person(const std::string& members) {
    return check_test::event_with("\"person_id\":" + uuid + R"(,"person":{"id":)" + uuid + "," + members +
                                  "}");
}

const std::array<Object, 10> objects{{
    {"event",
     R"({"event":{"name":"removed","resource":"campaign"},"organization_id":1207,"campaign_id":48213,
"interaction_id":1,"conversion_id":1,"person_id":)" +
         uuid + ",%}",
     R"({"event":{"name":"removed","resource":"campaign"},%})"},
    {"event_head",
     R"({"event":{"name":"removed","resource":"campaign",%},"organization_id":1207,"campaign_id":48213})",
     R"({"event":{"name":"removed","resource":"campaign",%},"organization_id":1207,"campaign_id":48213})"},
    {"campaign",
     in_campaign(
         R"("name":"a","created":1730568041,"organization":1207,"title":{"en":"a"},"author":{"name":"a"},
"image":{"location":{"en":"/a"}},"summary":{"en":"a"},"link":{"en":"/a"},"shortLink":{"en":"/a"},
"config":{"preset":"a"},"promote":{"title":{"en":"a"}},%)"),
     in_campaign("%")},
    {"author", in_campaign(R"("author":{"name":"a",%})"), in_campaign(R"("author":{%})")},
    {"config", in_config(R"("preset":"a","comments":true,"fistbump":true,"languages":["en"],"channels":[],
"community":{"enabled":false},"landing":{"enabled":false},%)"),
     in_config("%")},
    {"community", in_config(R"("community":{"enabled":false,"publishOn":0,"finishOn":0,%})"),
     in_config(R"("community":{%})")},
    {"interaction", check_test::event_with(R"("interaction_id":5,"interaction":{"id":5,"member":"[anonymous]",
"organization":1207,"campaign":48213,"preset":"a","points":1,"state":"PENDING","created":1730568041,
"metadata":{"a":1},"response":{"a":1},%})"),
     check_test::event_with(R"("interaction_id":5,"interaction":{"id":5,%})")},
    {"conversion", check_test::event_with(R"("conversion_id":5,"conversion":{"id":5,"member":"[anonymous]",
"organization":1207,"campaign":48213,"preset":"a","points":1,"created":1730568041,"metadata":{"a":1},
"response":{"a":1},%})"),
     check_test::event_with(R"("conversion_id":5,"conversion":{"id":5,%})")},
    {"person",
     in_person(
         R"("orgId":1207,"created":1730568041250,"points":1,"groups":["a"],"role":"contact","hidden":false,
"firstCommunityAccess":0,"profile":{"a":1},"optIn":{"a":true},"properties":[],%)"),
     in_person("%")},
    {"property", in_person(R"("properties":[{"key":"a","primary":true,"value":1,%}])"),
     in_person(R"("properties":[{%}])")},
}};

std::string with(std::string object, std::string_view key, std::string_view value) {
    return object.replace(object.find('%'), 1, "\"" + std::string(key) + "\":" + std::string(value));
}

/// The severity of the finding `unknown-field`, `ignored` where there is none, and its hint.
std::pair<Severity, std::string> verdict_on(const std::string& body) {
    for (const auto& finding : check_test::findings_in_json(body)) {
        if (finding.rule == Rule::unknown_field) return {finding.severity, finding.hint};
    }
    return {Severity::ignored, {}};
}

struct Typo {
    std::string_view object;
    std::string_view written;
    std::string_view meant;
};

constexpr auto typos = std::to_array<Typo>({
    {"event", "organisation_id", "organization_id"},
    {"event", "organizationId", "organization_id"},
    {"event", "organization-id", "organization_id"},
    {"event", "orgnization_id", "organization_id"},
    {"event", "campaignid", "campaign_id"},
    {"event", "campain_id", "campaign_id"},
    {"event", "campaignId", "campaign_id"},
    {"event", "interactionId", "interaction_id"},
    {"event", "interation_id", "interaction_id"},
    {"event", "conversionId", "conversion_id"},
    {"event", "convertion_id", "conversion_id"},
    {"event", "personId", "person_id"},
    {"event", "persoon_id", "person_id"},
    {"campaign", "Title", "title"},
    {"campaign", "titel", "title"},
    {"campaign", "tittle", "title"},
    {"campaign", "sumary", "summary"},
    {"campaign", "summery", "summary"},
    {"campaign", "Summary", "summary"},
    {"campaign", "shortlink", "shortLink"},
    {"campaign", "short_link", "shortLink"},
    {"campaign", "shortLnik", "shortLink"},
    {"campaign", "createdd", "created"},
    {"campaign", "creatd", "created"},
    {"campaign", "Created", "created"},
    {"campaign", "organisation", "organization"},
    {"campaign", "nme", "name"},
    {"campaign", "lnik", "link"},
    {"campaign", "imgae", "image"},
    {"campaign", "promot", "promote"},
    {"campaign", "confg", "config"},
    {"campaign", "auther", "author"},
    {"config", "presett", "preset"},
    {"config", "commments", "comments"},
    {"config", "coments", "comments"},
    {"config", "fist_bump", "fistbump"},
    {"config", "langauges", "languages"},
    {"config", "Languages", "languages"},
    {"config", "language", "languages"},
    {"config", "chanels", "channels"},
    {"config", "channnels", "channels"},
    {"config", "comunity", "community"},
    {"config", "landng", "landing"},
    {"community", "enable", "enabled"},
    {"community", "publish_on", "publishOn"},
    {"community", "publishon", "publishOn"},
    {"community", "publisOn", "publishOn"},
    {"community", "finish_on", "finishOn"},
    {"community", "finshOn", "finishOn"},
    {"interaction", "membr", "member"},
    {"interaction", "stat", "state"},
    {"interaction", "State", "state"},
    {"interaction", "point", "points"},
    {"interaction", "presset", "preset"},
    {"interaction", "metdata", "metadata"},
    {"interaction", "respons", "response"},
    {"conversion", "respnse", "response"},
    {"conversion", "Points", "points"},
    {"conversion", "cretaed", "created"},
    {"person", "org_id", "orgId"},
    {"person", "orgid", "orgId"},
    {"person", "rol", "role"},
    {"person", "hiden", "hidden"},
    {"person", "gruops", "groups"},
    {"person", "first_community_access", "firstCommunityAccess"},
    {"person", "firstCommunityAcces", "firstCommunityAccess"},
    {"person", "opt_in", "optIn"},
    {"person", "optin", "optIn"},
    {"person", "profil", "profile"},
    {"person", "propertis", "properties"},
    {"property", "kye", "key"},
    {"property", "primery", "primary"},
    {"property", "valeu", "value"},
});

/// A value of the documented type, from the example of the field.
std::string_view value_of(std::string_view object, std::string_view key) {
    using hookspect::schema::ObjectType;
    for (const auto& row : hookspect::schema::fields()) {
        const std::string_view path = hookspect::schema::object(row.owner).path;
        const bool here = object == "event"      ? row.owner == ObjectType::event
                          : object == "property" ? row.owner == ObjectType::person_property
                                                 : path.substr(path.rfind('.') + 1) == object;
        if (here && row.key == key) return row.example.json.empty() ? "{}" : row.example.json;
    }
    return {};
}

}  // namespace

TEST_CASE("keys that senders add are notes in every object, whatever is set beside them") {
    std::size_t count = 0;
    for (const Extras& some : extras) {
        for (std::size_t at = 0; at < some.keys.size();) {
            const std::size_t end = std::min(some.keys.find(' ', at), some.keys.size());
            const std::string_view key = some.keys.substr(at, end - at);
            at = end + 1;
            ++count;
            for (const Object& object : objects) {
                for (const std::string& outer : {object.full, object.small}) {
                    const std::string body = with(outer, key, some.value);
                    const auto [severity, hint] = verdict_on(body);
                    CAPTURE(body);
                    CAPTURE(hint);
                    CHECK(severity == Severity::note);
                }
            }
        }
    }
    CHECK(count >= 300);
}

TEST_CASE("a misspelled key is a warning that names the documented one, and a note beside that one") {
    CHECK(typos.size() >= 60);
    for (const Typo& typo : typos) {
        for (const Object& object : objects) {
            if (object.name != typo.object) continue;
            const std::string_view value = value_of(typo.object, typo.meant);
            CAPTURE(typo.written);
            REQUIRE_FALSE(value.empty());
            const auto [severity, hint] = verdict_on(with(object.small, typo.written, value));
            CHECK(severity == Severity::warning);
            CHECK(hint == "did you mean \"" + std::string(typo.meant) + "\"?");
            CHECK(verdict_on(with(object.small, typo.meant, value)).first == Severity::ignored);
            std::string both(typo.meant);
            both.append("\":").append(value).append(",\"").append(typo.written);
            CHECK(verdict_on(with(object.small, both, value)).first == Severity::note);
        }
    }
}
