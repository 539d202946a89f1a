#include "cli/diff_side.h"

#include "base/seeded_hash.h"

#include <span>
#include <vector>

namespace hookspect::cli {

void read_side(DiffSideInput& side, const run::Options& options, const std::string& input,
               const run::Choice& choice, ops::PairingKeys& keys, output::Output& output) {
    const base::SeededHash hash;
    const bool by = !keys.by().empty();
    std::vector<bool> seen;  // by identity
    const auto use = [&](const event::Body& body, output::Printed& printed) {
        if (!side.left_out.takes(body, printed)) {
            side.places.push_back(side.stored.place_of(body));
            const ops::PairingKeys::Key key = keys.key_of(*body.event);
            side.marks.push_back({key.identity, hash(body.bytes)});
            if (by && !key.by_path) ++side.without_key;
            if (key.identity >= seen.size()) seen.resize(key.identity + std::size_t{1});
            if (key.by_path && seen[key.identity]) ++side.repeated;
            seen[key.identity] = true;
        }
        return run::Answer::go_on;
    };
    const auto open = [&](const std::string& path) { return side.stored.open(path); };
    side.result = run::read_bodies(options, std::span(&input, 1), choice, output, {.use = use, .open = open});
}

}  // namespace hookspect::cli
