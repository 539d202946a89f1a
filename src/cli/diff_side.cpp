#include "cli/diff_side.h"

#include <functional>

namespace hookspect::cli {

void read_side(DiffSideInput& side, const run::Options& options, const std::string& input,
               const run::Choice& choice, std::span<const schema::Path> by, output::Output& output) {
    const std::hash<std::string_view> hash;
    const auto use = [&](const event::Body& body, output::Printed& printed) {
        if (!side.left_out.takes(body, printed)) {
            side.places.push_back(side.stored.place_of(body));
            side.marks.push_back({hash(ops::pairing_identity(*body.event, by)), hash(body.bytes)});
        }
        return run::Answer::go_on;
    };
    const auto open = [&](const std::string& path) { return side.stored.open(path); };
    side.result = run::read_bodies(options, std::span(&input, 1), choice, output, {.use = use, .open = open});
}

}  // namespace hookspect::cli
