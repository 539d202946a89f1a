#pragma once

#include "schema/fields.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace hookspect::schema {

// The fields that code asks for by name, looked up once at start: find_field reads constant tables only.

/// The fields that belong to one value of `event.resource`, in the order of its values. The four have these
/// in common; no_field where one has not.
struct ResourceFields {
    FieldId id;            // campaign_id
    FieldId object;        // campaign
    FieldId inner_id;      // campaign.id
    FieldId organization;  // campaign.organization, person.orgId
    FieldId campaign;      // interaction.campaign
    FieldId member;        // interaction.member
    FieldId preset;        // interaction.preset
    FieldId preset_id;     // interaction.metadata.presetId
    ObjectType type;
    std::string_view name;
};

struct ChannelFields {
    FieldId object;  // campaign.config.community
    FieldId enabled;
    FieldId publish_on;
    FieldId finish_on;
    std::string_view name;
};

namespace ids {

inline const FieldId event = find_field(ObjectType::event, "event");
inline const FieldId organization_id = find_field(ObjectType::event, "organization_id");
inline const FieldId event_name = find_field(ObjectType::event_head, "name");
inline const FieldId event_resource = find_field(ObjectType::event_head, "resource");

inline const FieldId campaign_name = find_field(ObjectType::campaign, "name");
inline const FieldId author_name = find_field(ObjectType::campaign_author, "name");
inline const FieldId title = find_field(ObjectType::campaign, "title");
inline const FieldId summary = find_field(ObjectType::campaign, "summary");
inline const FieldId image_location = find_field(ObjectType::campaign_image, "location");
inline const FieldId promote_title = find_field(ObjectType::campaign_promote, "title");
inline const FieldId link = find_field(ObjectType::campaign, "link");
inline const FieldId short_link = find_field(ObjectType::campaign, "shortLink");
inline const FieldId promote_description = find_field(ObjectType::campaign_promote, "description");
inline const FieldId promote_image = find_field(ObjectType::campaign_promote, "image");
/// All Multilingual fields, of which an event has each once, in documented order.
inline const std::vector<FieldId> translated = [] {
    std::vector<FieldId> found;
    for (const Field& row : fields()) {
        if (is_multilingual(row.object) && stands_once(row.owner)) found.push_back(id_of(row));
    }
    return found;
}();
inline const FieldId first_text_language = id_of(fields_of(ObjectType::multilingual_string).front());
inline const FieldId first_url_language = id_of(fields_of(ObjectType::multilingual_url).front());
inline const FieldId config_preset = find_field(ObjectType::campaign_config, "preset");
inline const FieldId languages = find_field(ObjectType::campaign_config, "languages");
inline const FieldId channels = find_field(ObjectType::campaign_config, "channels");

inline const FieldId interaction_ip = find_field(ObjectType::interaction_metadata, "ipAddress");
inline const FieldId conversion_ip = find_field(ObjectType::conversion_metadata, "ipAddress");
inline const FieldId property_key = find_field(ObjectType::person_property, "key");
inline const FieldId property_value = find_field(ObjectType::person_property, "value");
inline const FieldId property_properties = find_field(ObjectType::person_property, "properties");

[[nodiscard]] inline ResourceFields resource(std::string_view name, std::string_view id_key, ObjectType type,
                                             ObjectType metadata) {
    const bool person = type == ObjectType::person;
    return {find_field(ObjectType::event, id_key),
            find_field(ObjectType::event, name),
            find_field(type, "id"),
            find_field(type, person ? "orgId" : "organization"),
            find_field(type, "campaign"),
            find_field(type, "member"),
            find_field(type, "preset"),
            find_field(metadata, "presetId"),
            type,
            name};
}

inline const std::array<ResourceFields, 4> resources{
    resource("campaign", "campaign_id", ObjectType::campaign, ObjectType::none),
    resource("interaction", "interaction_id", ObjectType::interaction, ObjectType::interaction_metadata),
    resource("conversion", "conversion_id", ObjectType::conversion, ObjectType::conversion_metadata),
    resource("person", "person_id", ObjectType::person, ObjectType::none),
};
inline const ResourceFields& campaign = resources[0];
inline const ResourceFields& person = resources[3];

/// The resource that this value of `event.resource` names, or nullptr.
[[nodiscard]] inline const ResourceFields* resource_named(std::string_view name) noexcept {
    const auto* found = std::find_if(resources.begin(), resources.end(),
                                     [name](const ResourceFields& one) { return one.name == name; });
    return found == resources.end() ? nullptr : found;
}

[[nodiscard]] inline ChannelFields channel(std::string_view name, ObjectType type) {
    return {find_field(ObjectType::campaign_config, name), find_field(type, "enabled"),
            find_field(type, "publishOn"), find_field(type, "finishOn"), name};
}

inline const std::array<ChannelFields, 2> channel_fields{
    channel("community", ObjectType::campaign_community),
    channel("landing", ObjectType::campaign_landing),
};

}  // namespace ids
}  // namespace hookspect::schema
