#pragma once

#include "event/event.h"
#include "ops/sample_edit.h"
#include "ops/sample_scene.h"
#include "schema/rules.h"

#include <optional>
#include <string>
#include <vector>

namespace hookspect::ops {

/// Makes samples break a rule, as the rule's row says: a value of the event is changed, or its text.
class SampleBreaker {
public:
    explicit SampleBreaker(schema::Rule rule);

    /// Whether an event in this encoding can break the rule at all.
    [[nodiscard]] bool can_occur_in(event::Encoding encoding) const;

    /// Why no event of this kind can break the rule; nothing if one can.
    [[nodiscard]] std::string conflict(const SceneOptions& options) const;

    /// Leaves out of the draw what cannot break the rule.
    void restrict(SceneOptions& options) const;

    /// Gives the scene what the rule looks at.
    void prepare(Scene& scene) const;

    /// The changes to an event of this scene.
    [[nodiscard]] std::vector<SampleEdit> edits(const Scene& scene) const;

    /// The change to the text of the event.
    void change_text(std::string& text, event::Encoding encoding, const Scene& scene) const;

private:
    const schema::RuleInfo* rule_;
};

}  // namespace hookspect::ops
