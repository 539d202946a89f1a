#include "cli/diff_patch.h"

#include "run/messages.h"
#include "run/status.h"

namespace hookspect::cli {

run::Status print_patch(const DiffSettings& settings, const event::Event& before, const event::Event& after,
                        output::Output& output) {
    const ops::MergePatch patch = settings.format->patch(before, after);
    for (const std::string& pointer : patch.unsayable) {
        const bool last = &pointer == &patch.unsayable.back();
        run::tell({"a merge patch cannot set " + pointer + " to null", last ? "use -f json-patch" : ""});
    }
    if (!patch.unsayable.empty()) {
        output.discard("a merge patch cannot hold these changes");
        return run::Status::unreadable;
    }
    const bool same = patch.text == "[]" || patch.text == "{}";
    if (!settings.quiet) output.text().append(patch.text).push_back('\n');
    return same ? run::Status::good : run::Status::found;
}

}  // namespace hookspect::cli
