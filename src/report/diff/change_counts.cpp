#include "report/diff/change_counts.h"

#include "base/count.h"

#include <array>

namespace hookspect::report {
namespace {

constexpr std::array<std::string_view, 3> words{"changed", "added", "removed"};

}  // namespace

std::string_view change_word(ops::ChangeKind kind) noexcept {
    return words[static_cast<std::size_t>(kind)];
}

void append_change_counts(std::string& out, const ops::ChangeCounts& counts) {
    std::string_view between;
    for (std::size_t kind = 0; kind < words.size(); ++kind) {
        if (counts.of[kind] == 0) continue;
        base::append_count(out.append(between), counts.of[kind]);
        out.append(" ").append(words[kind]);
        between = ", ";
    }
}

void add_change_counts(base::JsonWriter& json, const ops::ChangeCounts& counts) {
    for (std::size_t kind = 0; kind < words.size(); ++kind) json.member(words[kind], counts.of[kind]);
}

}  // namespace hookspect::report
