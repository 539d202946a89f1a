#pragma once

#include "ops/sample_job.h"

#include <string_view>
#include <vector>

namespace hookspect::ops {

/// The schema.org vocabulary as actions are drawn from it.
struct SampleActions {
    SampleActions();

    struct Type {
        std::string_view name;
        std::vector<std::string_view> properties;  // its own, or where it has none, its nearest parent's
    };
    std::vector<Type> types;
};

/// What a challenge made of an interaction: free content.
void append_response(const SampleJob& job);

/// A schema.org action, with properties that its type has.
void append_action(const SampleJob& job, const SampleActions& actions);

}  // namespace hookspect::ops
