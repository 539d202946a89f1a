#include "ops/sample_scene.h"

#include "base/uuid.h"
#include "ops/sample_phrases.h"
#include "schema/ids.h"

#include <algorithm>

namespace hookspect::ops {
namespace {

using std::string_view;

constexpr std::uint64_t day = 86'400;
constexpr std::uint64_t around = 1'795'420'800;  // 2026-11-23 08:00:00Z: samples do not ask the clock

// How many of 20 events are about each resource: members act more often than campaigns change.
constexpr std::array<std::uint64_t, 4> weights{5, 8, 4, 3};

std::size_t resource_named(string_view name) {
    return static_cast<std::size_t>(schema::ids::resource_named(name) - schema::ids::resources.data());
}

std::size_t drawn_resource(const SceneOptions& options, SampleRandom& random) {
    if (!options.resource.empty()) return resource_named(options.resource);
    std::uint64_t ticket = random.below(20);
    std::size_t index = 0;
    if (options.no_campaign && ticket < weights[of_campaign]) ticket += weights[of_campaign];
    while (ticket >= weights[index]) ticket -= weights[index++];
    return index;
}

string_view drawn_name(string_view resource, const SceneOptions& options, SampleRandom& random) {
    if (!options.name.empty()) return options.name;
    const auto names = schema::field(schema::ids::event_name).values;
    for (;;) {
        const string_view name = random.one_of(names);
        const bool excluded = options.no_removed && name == "removed";
        if (can_happen(resource, name) && !excluded) return name;
    }
}

/// Which other resources the event mentions, and which of them it carries.
void draw_company(Scene& scene, SampleSize size, SampleRandom& random) {
    constexpr std::array<std::uint64_t, 3> carried{0, 7, 15};  // of 16, by size
    scene.has_id = {};
    scene.has_object = {};
    scene.mention(scene.resource);
    scene.has_object[scene.resource] = scene.name != "removed" || random.in_16(8);
    if (scene.resource == of_conversion && random.in_16(8)) scene.mention(of_interaction);
    for (std::size_t i = 0; size == SampleSize::large && i < scene.has_id.size(); ++i) {
        if (random.in_16(8)) scene.mention(i);
    }
    const std::uint64_t chance = carried[static_cast<std::size_t>(size)];
    for (std::size_t i = 0; i < scene.has_id.size(); ++i) {
        if (i != scene.resource) scene.has_object[i] = scene.has_id[i] && random.in_16(chance);
    }
}

void draw_languages(std::vector<string_view>& drawn, const SceneOptions& options, SampleRandom& random) {
    if (!options.languages.empty()) {
        drawn = options.languages;
        return;
    }
    const auto all = schema::languages();
    drawn.assign(all.begin(), all.end());
    if (options.size == SampleSize::large) return;
    const std::uint64_t count = options.size == SampleSize::small ? 1 + random.below(2) : 2 + random.below(4);
    for (std::size_t i = 0; i < count; ++i) {
        std::swap(drawn[i], drawn[i + static_cast<std::size_t>(random.below(drawn.size() - i))]);
    }
    drawn.resize(static_cast<std::size_t>(count));
}

void draw_times(Scene& scene, SampleRandom& random) {
    scene.made = around - random.below(400 * day);
    for (std::size_t i = 0; i < scene.publish.size(); ++i) {
        scene.enabled[i] = random.in_16(11);
        scene.publish[i] =
            random.in_16(1) ? 0 : scene.made - scene.made % 3600 + random.between(1, 720) * 3600;
        const bool never = scene.publish[i] == 0 || random.in_16(3);
        scene.finish[i] = never ? 0 : scene.publish[i] + random.between(7, 90) * day;
    }
    scene.acted = scene.made + 30 * day + random.below(20 * day);
    scene.joined = scene.made - random.below(1200 * day);
}

}  // namespace

bool can_happen(std::string_view resource, std::string_view name) noexcept {
    return resource == schema::ids::campaign.name || !name.starts_with("published_");
}

void append_uuid(std::string& out, SampleRandom& random) {
    constexpr string_view digits = "0123456789abcdef";
    constexpr string_view variants = "89ab";
    std::array<char, 36> text{};
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % 12 == 0) bits = random.next();
        text[i] = digits[bits & 15];
        bits >>= 4;
    }
    for (const std::size_t hyphen : {8U, 13U, 18U, 23U}) text[hyphen] = '-';
    text[14] = '4';
    text[19] = variants[random.below(variants.size())];
    out.append(text.data(), text.size());
}

void Scene::mention(std::size_t index) {
    has_id[index] = true;
    if (index != of_interaction && index != of_conversion) return;
    has_id[of_campaign] = true;
    has_id[of_person] = true;
}

void Scene::draw(const SceneOptions& options, SampleRandom& random) {
    resource = drawn_resource(options, random);
    name = drawn_name(schema::ids::resources[resource].name, options, random);
    draw_company(*this, options.size, random);
    nulls = random.in_16(5);
    organization = random.between(100, 9'999);
    numbers = {random.between(10'000, 99'999), random.between(1'000'000, 9'999'999),
               random.between(100'000, 999'999)};
    person.clear();
    const bool hidden = resource != of_person && random.in_16(2);
    if (hidden) {
        person.append(base::anonymous);
        has_object[of_person] = false;
    } else {
        append_uuid(person, random);
    }
    draw_languages(languages, options, random);
    title = static_cast<std::size_t>(random.below(sample_words::slugs.size()));
    preset = &random.one_of(sample_words::presets);
    author = &random.one_of(sample_words::people);
    member = &random.one_of(sample_words::people);
    traits = random.next();
    draw_times(*this, random);
}

}  // namespace hookspect::ops
