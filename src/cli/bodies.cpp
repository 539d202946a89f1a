#include "cli/bodies.h"

#include "capture/inputs.h"
#include "capture/reader.h"
#include "capture/source.h"
#include "cli/messages.h"

#include <unistd.h>

#include <algorithm>

namespace hookspect {
namespace {

class EventFilter {
public:
    explicit EventFilter(const std::vector<EventKind>& kinds)
        : kinds_(&kinds),
          resource_(find_field(ObjectType::event_head, "resource")),
          name_(find_field(ObjectType::event_head, "name")) {}

    /// What cannot be decoded may be any event: it is never left out silently.
    [[nodiscard]] bool keeps(const Body& body) {
        if (kinds_->empty() || body.event == nullptr) return true;
        return std::any_of(kinds_->begin(), kinds_->end(), [&](const EventKind& kind) {
            return holds(*body.event, resource_, kind.resource) &&
                   (kind.name.empty() || holds(*body.event, name_, kind.name));
        });
    }

private:
    const std::vector<EventKind>* kinds_;
    FieldId resource_;
    FieldId name_;
    std::string scratch_;

    bool holds(const Event& event, FieldId field, std::string_view value) {
        const SlotIndex slot = event.at(field);
        return slot != 0 && event[slot].kind == Kind::string && event.text(event[slot], scratch_) == value;
    }
};

struct Inputs {
    std::vector<std::string> paths;
    bool unreadable = false;
};

Inputs list_inputs(const Settings& settings) {
    Inputs inputs;
    std::vector<std::string> named = settings.arguments;
    if (settings.files_from) {
        const auto names = read_names(*settings.files_from, settings.nul_separated);
        if (names) {
            named.insert(named.end(), names->begin(), names->end());
        } else {
            tell(names.error());
            inputs.unreadable = true;
        }
    } else if (named.empty()) {
        named.emplace_back("-");
    }
    for (const std::string& name : named) {
        std::vector<Error> problems;
        const auto files = expand_input(name, problems);
        if (!files) problems.push_back(files.error());
        if (files) inputs.paths.insert(inputs.paths.end(), files->begin(), files->end());
        for (const Error& problem : problems) tell(problem);
        inputs.unreadable |= !problems.empty();
    }
    return inputs;
}

}  // namespace

RunResult read_bodies(const Settings& settings, Output& output, const std::function<bool(const Body&)>& use) {
    RunResult result;
    if (settings.arguments.empty() && !settings.files_from && ::isatty(STDIN_FILENO) != 0) {
        result.nothing_to_read = true;
        return result;
    }
    const Inputs inputs = list_inputs(settings);
    result.unreadable_input = inputs.unreadable;
    EventFilter filter(settings.events);
    BodyReader reader(settings.reading, [&output] { output.flush(); });
    Body body;
    for (const std::string& path : inputs.paths) {
        if (result.bodies >= settings.limit || output.failed()) break;
        auto source = Source::open(path);
        if (!source) {
            tell(source.error());
            result.unreadable_input = true;
            continue;
        }
        reader.start(*source);
        while (result.bodies < settings.limit && !output.failed() && reader.next(body)) {
            if (!filter.keeps(body)) continue;
            ++result.bodies;
            if (!use(body)) return result;
            output.drain();
        }
        if (!reader.error()) continue;
        output.flush();
        tell(*reader.error());
        result.unreadable_input = true;
    }
    return result;
}

}  // namespace hookspect
