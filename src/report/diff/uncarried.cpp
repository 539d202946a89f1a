#include "report/diff/uncarried.h"

#include "base/count.h"
#include "base/json_writer.h"

#include <string_view>

namespace hookspect::report {
namespace {

struct KindName {
    event::Kind kind;
    std::string_view name;
};

/// In the order in which they are told.
constexpr std::array<KindName, 6> kinds{{
    {event::Kind::array, "list"},
    {event::Kind::object, "object"},
    {event::Kind::null, "null"},
    {event::Kind::string, "string"},
    {event::Kind::number, "number"},
    {event::Kind::boolean, "boolean"},
}};

}  // namespace

void UncarriedCounts::add(const ops::Difference& difference) {
    const event::Event& event = *difference.event[difference.json_side];
    for (const ops::Uncarried& value : difference.uncarried)
        ++of_[static_cast<std::size_t>(event[value.slot].kind)];
    any_ |= !difference.uncarried.empty();
}

void UncarriedCounts::append_to(std::string& out) const {
    std::string_view between;
    for (const KindName& row : kinds) {
        const std::uint64_t count = of_[static_cast<std::size_t>(row.kind)];
        if (count == 0) continue;
        base::append_count_of(out.append(between), count, row.name);
        between = ", ";
    }
}

void UncarriedCounts::append_json_to(std::string& out) const {
    base::JsonWriter json(out);
    json.begin_object();
    for (const KindName& row : kinds) json.member(row.name, of_[static_cast<std::size_t>(row.kind)]);
    json.end_object();
}

}  // namespace hookspect::report
