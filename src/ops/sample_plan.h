#pragma once

#include "ops/sample_scene.h"
#include "schema/fields.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hookspect::ops {

/// How samples come by the value of a field.
enum class Recipe : std::uint8_t {
    // by the documented type, for every field that has none of the others
    word,        // of a string
    listed,      // one of the documented values
    amount,      // a plain number
    identifier,  // some other id
    time,        // in the field's unit
    flag,
    url,
    uuid,
    words,       // a list of strings
    listed_all,  // a list of documented values
    object,
    properties,

    // what the scene has settled; `which` is the resource or the channel
    event_name,
    resource,
    root_id,      // at the root, where it is only set for some resources
    root_object,  // likewise
    id,
    organization,
    preset,
    languages,
    channels,
    enabled,
    publish,
    finish,

    // realism
    campaign_name,
    author,
    titles,
    summaries,
    remarks,  // shorter than summaries
    images,
    links,
    short_links,
    address,
    source,
    challenge,
    groups,
    made,
    acted,
    joined,
    visited,
    profile,
    opt_in,
    response,
    action,
    property_key,
    property_primary,
    property_value,
    property_nested,
};

/// A field of the schema as samples write it.
struct FieldPlan {
    Recipe recipe = Recipe::word;
    std::uint8_t which = 0;
    std::uint8_t chance = 16;  // of 16: in how many of the objects that may have the field it is
    std::string lead;          // `,"key":`
};

/// All fields by FieldId, made from the schema: a field that is in its table is in the samples.
struct SamplePlan {
    explicit SamplePlan(SampleSize size);

    std::vector<FieldPlan> fields;

    [[nodiscard]] const FieldPlan& operator[](schema::FieldId id) const { return fields[id]; }
};

}  // namespace hookspect::ops
