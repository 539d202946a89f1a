#pragma once

#include "ops/sample_random.h"
#include "ops/sample_words.h"
#include "schema/fields.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::ops {

enum class SampleSize : std::uint8_t { small, typical, large };

/// What is asked of the scene of every sample.
struct SceneOptions {
    SampleSize size = SampleSize::typical;
    std::string_view resource{};                // of the schema; empty: any
    std::string_view name{};                    // of the schema; empty: any
    std::vector<std::string_view> languages{};  // of the schema; empty: drawn
    bool no_campaign = false;                   // not drawn
    bool no_removed = false;                    // likewise
};

/// Resources by the number that they have in schema/ids.h.
enum ResourceNumber : std::uint8_t { of_campaign, of_interaction, of_conversion, of_person };

/// What the fields of one event have to agree on, drawn before any of them is written. Resources and channels
/// are numbered as in schema/ids.h.
struct Scene {
    std::size_t resource = 0;
    std::string_view name;
    std::array<bool, 4> has_id{};
    std::array<bool, 4> has_object{};
    bool nulls = false;  // what the root does not have is written as null

    std::uint64_t organization = 0;
    std::array<std::uint64_t, 3> numbers{};  // the ids of the campaign, the interaction and the conversion
    std::string person;                      // a PersonID

    std::vector<std::string_view> languages;
    std::size_t title = 0;  // the place among the phrases
    const SamplePreset* preset = nullptr;
    const SamplePerson* author = nullptr;
    const SamplePerson* member = nullptr;
    std::uint64_t traits = 0;  // what is known of the member, for the profile and the properties alike

    // Times in seconds since 1970. Those of a channel are 0 for never.
    std::uint64_t made = 0;  // the campaign
    std::array<bool, 2> enabled{};
    std::array<std::uint64_t, 2> publish{};
    std::array<std::uint64_t, 2> finish{};
    std::uint64_t acted = 0;   // the interaction or the conversion
    std::uint64_t joined = 0;  // the member

    /// Draws all of it anew.
    void draw(const SceneOptions& options, SampleRandom& random);

    /// The event has the id of this resource, and those that belong to it.
    void mention(std::size_t index);
};

/// Whether a resource can have events of this name: only campaigns are published.
[[nodiscard]] bool can_happen(std::string_view resource, std::string_view name) noexcept;

/// Appends a UUID of version 4.
void append_uuid(std::string& out, SampleRandom& random);

}  // namespace hookspect::ops
