#pragma once

#include "ops/sample_plan.h"
#include "ops/sample_response.h"
#include "ops/sample_scene.h"

#include <cstdint>
#include <string>

namespace hookspect {

struct SampleOptions {
    SceneOptions scene;
    std::uint64_t seed = 1;
};

/// Makes events from the schema alone. The same options give the same bytes, on every machine.
class Sampler {
public:
    explicit Sampler(const SampleOptions& options);

    /// Appends event `number` as one line of JSON, without a newline. Events do not depend on each other:
    /// number 7 is the same however many are made.
    void append(std::string& out, std::uint64_t number);

private:
    SampleOptions options_;
    SamplePlan plan_;
    SampleActions actions_;
    Scene scene_;
};

}  // namespace hookspect
