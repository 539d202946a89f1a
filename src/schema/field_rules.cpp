#include "schema/field_rules.h"

#include <algorithm>
#include <array>

namespace hookspect::schema {
namespace {

using std::string_view;

/// A rule and a field that it picks out by name.
struct Row {
    Rule rule;
    string_view path;
};

constexpr auto table = std::to_array<Row>({
    {Rule::not_an_event, "event"},
    {Rule::required, "event.name"},
    {Rule::required, "event.resource"},
    {Rule::orphan_resource, "campaign_id"},
    {Rule::orphan_resource, "campaign"},
    {Rule::orphan_resource, "interaction_id"},
    {Rule::orphan_resource, "interaction"},
    {Rule::orphan_resource, "conversion_id"},
    {Rule::orphan_resource, "conversion"},
    {Rule::orphan_resource, "person_id"},
    {Rule::orphan_resource, "person"},
    {Rule::value_and_properties, "PersonProperty.value"},
    {Rule::value_and_properties, "PersonProperty.properties"},
    {Rule::missing_id, "event.resource"},
    {Rule::missing_id, "organization_id"},
    {Rule::missing_id, "campaign_id"},
    {Rule::missing_id, "interaction_id"},
    {Rule::missing_id, "conversion_id"},
    {Rule::missing_id, "person_id"},
    {Rule::missing_resource, "event.name"},
    {Rule::missing_resource, "event.resource"},
    {Rule::missing_resource, "campaign"},
    {Rule::missing_resource, "campaign.id"},
    {Rule::missing_resource, "interaction"},
    {Rule::missing_resource, "interaction.id"},
    {Rule::missing_resource, "conversion"},
    {Rule::missing_resource, "conversion.id"},
    {Rule::missing_resource, "person"},
    {Rule::missing_resource, "person.id"},
    {Rule::id_mismatch, "organization_id"},
    {Rule::id_mismatch, "campaign_id"},
    {Rule::id_mismatch, "interaction_id"},
    {Rule::id_mismatch, "conversion_id"},
    {Rule::id_mismatch, "person_id"},
    {Rule::id_mismatch, "campaign.id"},
    {Rule::id_mismatch, "campaign.organization"},
    {Rule::id_mismatch, "interaction.id"},
    {Rule::id_mismatch, "interaction.member"},
    {Rule::id_mismatch, "interaction.organization"},
    {Rule::id_mismatch, "interaction.campaign"},
    {Rule::id_mismatch, "conversion.id"},
    {Rule::id_mismatch, "conversion.member"},
    {Rule::id_mismatch, "conversion.organization"},
    {Rule::id_mismatch, "conversion.campaign"},
    {Rule::id_mismatch, "person.id"},
    {Rule::id_mismatch, "person.orgId"},
    {Rule::event_mismatch, "event.name"},
    {Rule::event_mismatch, "event.resource"},
    {Rule::schedule, "campaign.config.community.publishOn"},
    {Rule::schedule, "campaign.config.community.finishOn"},
    {Rule::schedule, "campaign.config.landing.publishOn"},
    {Rule::schedule, "campaign.config.landing.finishOn"},
    {Rule::channel, "campaign.config.channels"},
    {Rule::channel, "campaign.config.community.enabled"},
    {Rule::channel, "campaign.config.landing.enabled"},
    {Rule::untranslated, "event.name"},
    {Rule::untranslated, "campaign.config.languages"},
    {Rule::untranslated, "campaign.title"},
    {Rule::garbled_text, "campaign.name"},
    {Rule::garbled_text, "campaign.title"},
    {Rule::garbled_text, "campaign.author.name"},
    {Rule::garbled_text, "campaign.summary"},
    {Rule::garbled_text, "campaign.promote.title"},
    {Rule::garbled_text, "campaign.promote.description"},
    {Rule::ip_address, "interaction.metadata.ipAddress"},
    {Rule::ip_address, "conversion.metadata.ipAddress"},
    {Rule::missing_key, "PersonProperty.key"},
    {Rule::extra_language, "campaign.config.languages"},
    {Rule::preset_mismatch, "campaign.config.preset"},
    {Rule::preset_mismatch, "interaction.preset"},
    {Rule::preset_mismatch, "interaction.metadata.presetId"},
    {Rule::preset_mismatch, "conversion.preset"},
    {Rule::preset_mismatch, "conversion.metadata.presetId"},
    {Rule::unlisted_channel, "campaign.config.channels"},
    {Rule::unlisted_channel, "campaign.config.community.enabled"},
    {Rule::unlisted_channel, "campaign.config.landing.enabled"},
});

/// Whether a field's value is a URL, or holds URLs by language. `image.location` is one by its description.
bool is_url(const Field& row, const Field* parent) {
    if (row.type == ValueType::url || row.object == ObjectType::multilingual_url) return true;
    const ObjectType owner = parent == nullptr ? row.owner : parent->owner;
    return row.owner == ObjectType::campaign_image || owner == ObjectType::campaign_image;
}

/// What follows from the type, the unit and the values of a field.
bool applies_by_type(Rule rule, const Field& row, const Field* parent) {
    const bool has_keys =
        row.type == ValueType::properties ||
        (row.type == ValueType::object && !object(row.object).open && !is_multilingual(row.object));
    switch (rule) {
        // An event head that is no object is told by `not-an-event`.
        case Rule::type: return row.type != ValueType::any && row.object != ObjectType::event_head;
        case Rule::enumeration: return !row.values.empty();
        case Rule::language: return is_multilingual(row.object);
        case Rule::extra_language: return is_multilingual(row.object) || is_multilingual(row.owner);
        case Rule::url:
        case Rule::url_characters:
        case Rule::schemeless_url:
        case Rule::empty_url: return is_url(row, parent);
        case Rule::person_id: return row.type == ValueType::person_id;
        case Rule::action:
        case Rule::action_property: return row.object == ObjectType::schema_org_action;
        case Rule::whole_number: return row.unit != Unit::plain;
        case Rule::timestamp_unit: return row.unit == Unit::seconds || row.unit == Unit::milliseconds;
        case Rule::unknown_field: return has_keys;
        default: return false;
    }
}

bool is_listed(Rule rule, FieldId id) {
    const std::string path = field_path(id);
    return std::any_of(table.begin(), table.end(),
                       [&](const Row& row) { return row.rule == rule && row.path == path; });
}

}  // namespace

std::vector<Rule> rules_at(const FieldName& name) {
    const Field& row = field(name.id());
    const Field* parent = name.trail.size() > 1 ? &field(name.trail[name.trail.size() - 2]) : nullptr;
    // What a rule says of a Multilingual value, it says of its languages.
    const bool translation = parent != nullptr && is_multilingual(row.owner);
    std::vector<Rule> found;
    for (const RuleInfo& info : rules()) {
        const bool listed =
            is_listed(info.rule, name.id()) || (translation && is_listed(info.rule, id_of(*parent)));
        if (listed || applies_by_type(info.rule, row, parent)) found.push_back(info.rule);
    }
    return found;
}

std::vector<std::string> paths_of(Rule rule) {
    std::vector<std::string> paths;
    for (const Row& row : table) {
        if (row.rule == rule) paths.emplace_back(row.path);
    }
    return paths;
}

}  // namespace hookspect::schema
