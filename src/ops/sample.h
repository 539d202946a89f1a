#pragma once

#include "event/form_writer.h"
#include "event/json_printer.h"
#include "ops/sample_break.h"
#include "ops/sample_edit.h"
#include "ops/sample_plan.h"
#include "ops/sample_response.h"
#include "ops/sample_scene.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hookspect::ops {

/// How a sample is written.
enum class SampleLayout : std::uint8_t {
    line,      // JSON without blanks
    indented,  // JSON over several lines
    form,      // a form body
};

struct SampleOptions {
    SceneOptions scene;
    std::uint64_t seed = 1;
    SampleLayout layout = SampleLayout::line;
    std::optional<schema::Rule>
        broken{};                     // the one rule that samples break; it must be possible in all of them
    std::vector<SampleEdit> edits{};  // made one after the other
};

/// Makes events from the schema alone. The same options give the same bytes, on every machine.
class Sampler {
public:
    explicit Sampler(const SampleOptions& options);

    /// Appends event `number`, without a newline. Events do not depend on each other: number 7 is the same
    /// however many are made.
    void append(std::string& out, std::uint64_t number);

private:
    SampleOptions options_;
    SamplePlan plan_;
    SampleActions actions_;
    Scene scene_;
    SampleEditor editor_;
    std::string text_;
    event::JsonPrinter printer_{event::JsonLayout::indented};
    event::FormWriter form_;

    void edit();
    void append_encoded(std::string& out);
};

}  // namespace hookspect::ops
