#include "cli/diff_patch.h"

#include "cli/options.h"
#include "ops/json_patch.h"
#include "ops/merge_patch.h"
#include "run/messages.h"

namespace hookspect::cli {

int print_patch(const Settings& settings, const event::Event& before, const event::Event& after,
                output::Output& output) {
    std::string patch;
    if (settings.format == "json-patch") {
        patch = ops::json_patch(before, after);
    } else {
        ops::MergePatch merge = ops::merge_patch(before, after);
        for (const std::string& pointer : merge.unsayable) {
            const bool last = &pointer == &merge.unsayable.back();
            run::tell({"a merge patch cannot make null of " + pointer, last ? "-f json-patch can" : ""});
        }
        if (!merge.unsayable.empty()) {
            output.discard("a merge patch cannot hold these changes");
            return Status::unreadable;
        }
        patch = std::move(merge.text);
    }
    const bool same = patch == "[]" || patch == "{}";
    if (!settings.quiet) output.text().append(patch).push_back('\n');
    return same ? Status::good : Status::found;
}

}  // namespace hookspect::cli
