#include "ops/sample_plan.h"

#include "base/json_text.h"
#include "schema/ids.h"

#include <string_view>

namespace hookspect::ops {
namespace {

using std::string_view;
using enum schema::ObjectType;

/// How often a field is there.
enum class Weight : std::uint8_t { always, often, seldom };
constexpr std::array<std::array<std::uint8_t, 3>, 3> chances{{{16, 16, 16}, {12, 15, 16}, {4, 13, 16}}};

/// Fields whose value would look odd if it were drawn by its type alone. `owner` none: wherever the key is.
struct Realism {
    schema::ObjectType owner;
    string_view key;
    Recipe recipe;
    Weight weight;
};

constexpr auto realism = std::to_array<Realism>({
    {campaign, "name", Recipe::campaign_name, Weight::always},
    {campaign_author, "name", Recipe::author, Weight::always},
    {campaign, "created", Recipe::made, Weight::often},
    {interaction, "created", Recipe::acted, Weight::often},
    {conversion, "created", Recipe::acted, Weight::often},
    {person, "created", Recipe::joined, Weight::often},
    {person, "firstCommunityAccess", Recipe::visited, Weight::often},
    {none, "ipAddress", Recipe::address, Weight::often},
    {none, "source", Recipe::source, Weight::often},
    {none, "challenge_type", Recipe::challenge, Weight::often},
    {person, "groups", Recipe::groups, Weight::often},
    {person, "profile", Recipe::profile, Weight::seldom},
    {person, "optIn", Recipe::opt_in, Weight::often},
    {interaction, "response", Recipe::response, Weight::seldom},
    {conversion_response, "action", Recipe::action, Weight::always},
    {conversion, "response", Recipe::object, Weight::often},
    {person_property, "key", Recipe::property_key, Weight::always},
    {person_property, "primary", Recipe::property_primary, Weight::often},
    {person_property, "value", Recipe::property_value, Weight::always},
    {person_property, "properties", Recipe::property_nested, Weight::always},
});

Recipe recipe_by_type(const schema::Field& row) {
    switch (row.type) {
        case schema::ValueType::string: return row.values.empty() ? Recipe::word : Recipe::listed;
        case schema::ValueType::number:
            if (row.unit == schema::Unit::plain) return Recipe::amount;
            return row.unit == schema::Unit::identifier ? Recipe::identifier : Recipe::time;
        case schema::ValueType::boolean:
        case schema::ValueType::primary: return Recipe::flag;
        case schema::ValueType::url: return Recipe::url;
        case schema::ValueType::person_id: return Recipe::uuid;
        case schema::ValueType::strings: return row.values.empty() ? Recipe::words : Recipe::listed_all;
        case schema::ValueType::properties: return Recipe::properties;
        case schema::ValueType::any: return Recipe::word;
        case schema::ValueType::object: break;
    }
    if (row.object == multilingual_string) return Recipe::remarks;
    return row.object == multilingual_url ? Recipe::links : Recipe::object;
}

class Planner {
public:
    Planner(std::vector<FieldPlan>& plans, SampleSize size) : plans_(plans), size_(size) {}

    void run() {
        by_type();
        for (const Realism& row : realism) real(row);
        resources();
        channels();
        texts();
        set(schema::ids::event, Recipe::object, Weight::always);
        set(schema::ids::event_name, Recipe::event_name, Weight::always);
        set(schema::ids::event_resource, Recipe::resource, Weight::always);
        set(schema::ids::organization_id, Recipe::organization, Weight::always);
        set(schema::ids::languages, Recipe::languages, Weight::often);
        set(schema::ids::channels, Recipe::channels, Weight::often);
        set(schema::ids::config_preset, Recipe::preset, Weight::often);
    }

private:
    std::vector<FieldPlan>& plans_;
    SampleSize size_;

    void set(schema::FieldId id, Recipe recipe, Weight weight, std::size_t which = 0) {
        if (id == schema::no_field) return;
        plans_[id].recipe = recipe;
        plans_[id].chance = chances[static_cast<std::size_t>(weight)][static_cast<std::size_t>(size_)];
        plans_[id].which = static_cast<std::uint8_t>(which);
    }

    void by_type() {
        for (const schema::Field& row : schema::fields()) {
            FieldPlan& plan = plans_.emplace_back();
            plan.lead = ",";
            base::append_json_string(plan.lead, row.key);
            plan.lead += ':';
            const bool large =
                row.type == schema::ValueType::object || row.type == schema::ValueType::properties;
            set(schema::id_of(row), recipe_by_type(row), large ? Weight::seldom : Weight::often);
        }
    }

    void real(const Realism& real) {
        for (const schema::Field& row : schema::fields()) {
            const bool meant = row.key == real.key && (real.owner == none || row.owner == real.owner);
            if (meant) set(schema::id_of(row), real.recipe, real.weight);
        }
    }

    void resources() {
        for (std::size_t i = 0; i < schema::ids::resources.size(); ++i) {
            const schema::ResourceFields& fields = schema::ids::resources[i];
            set(fields.id, Recipe::root_id, Weight::always, i);
            set(fields.object, Recipe::root_object, Weight::always, i);
            set(fields.inner_id, Recipe::id, Weight::always, i);
            set(fields.organization, Recipe::organization, Weight::often);
            set(fields.campaign, Recipe::id, Weight::often, of_campaign);
            set(fields.member, Recipe::id, Weight::often, of_person);
            set(fields.preset, Recipe::preset, Weight::often);
            set(fields.preset_id, Recipe::preset, Weight::often);
        }
    }

    void channels() {
        for (std::size_t i = 0; i < schema::ids::channel_fields.size(); ++i) {
            const schema::ChannelFields& fields = schema::ids::channel_fields[i];
            set(fields.enabled, Recipe::enabled, Weight::often, i);
            set(fields.publish_on, Recipe::publish, Weight::often, i);
            set(fields.finish_on, Recipe::finish, Weight::often, i);
        }
    }

    void texts() {
        set(schema::ids::title, Recipe::titles, Weight::always);
        set(schema::ids::summary, Recipe::summaries, Weight::seldom);
        set(schema::ids::image_location, Recipe::images, Weight::often);
        set(schema::ids::link, Recipe::links, Weight::seldom);
        set(schema::ids::short_link, Recipe::short_links, Weight::seldom);
        set(schema::ids::promote_title, Recipe::titles, Weight::often);
        set(schema::ids::promote_description, Recipe::remarks, Weight::often);
        set(schema::ids::promote_image, Recipe::images, Weight::often);
    }
};

}  // namespace

SamplePlan::SamplePlan(SampleSize size) {
    fields.reserve(schema::fields().size());
    Planner(fields, size).run();
}

}  // namespace hookspect::ops
