#include "cli/edits.h"

#include "cli/query_errors.h"
#include "cli/value_kinds.h"

#include <array>
#include <variant>

namespace hookspect::cli {
namespace {

template <bool unset>
MaybeError store_edit(Edits& edits, std::string_view value) {
    edits.list.push_back({std::string(value), unset});
    return {};
}

constexpr ValueKind edit_value{"PATH=VALUE", complete_path};
constexpr ValueKind path_value{"PATH", complete_path};

constexpr auto rows = std::to_array<OptionRow<Edits>>({
    {{"set", '\0', edit_value, "set a field to this value, JSON of its type or text"}, store_edit<false>},
    {{"unset", '\0', path_value, "remove a field"}, store_edit<true>},
});

}  // namespace

constinit const OptionGroup<Edits> edit_options = group<rows>("changes");

std::optional<std::vector<ops::SampleEdit>> compile_edits(const Edits& edits) {
    std::vector<ops::SampleEdit> compiled;
    for (const auto& [text, unset] : edits.list) {
        auto edit = unset ? ops::parse_sample_removal(text) : ops::parse_sample_edit(text);
        if (const auto* error = std::get_if<base::TextError>(&edit)) {
            tell_query_error(*error, text, unset ? "--unset" : "--set");
            return std::nullopt;
        }
        compiled.push_back(std::get<ops::SampleEdit>(std::move(edit)));
    }
    return compiled;
}

}  // namespace hookspect::cli
