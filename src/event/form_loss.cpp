#include "event/form_loss.h"

#include <string_view>

namespace hookspect::event {
namespace {

/// What stands before the count and behind it, for one and for several.
struct Words {
    std::string_view before;
    std::string_view one;
    std::string_view many;
};

constexpr std::array<Words, form_losses> words{{
    {"", "null", "nulls"},
    {"", "empty string", "empty strings"},
    {"", "empty list", "empty lists"},
    {"", "empty object", "empty objects"},
    {"the type of ", "value", "values"},
    {"", "key", "keys"},
    {"", "repeated key", "repeated keys"},
}};

}  // namespace

void append_form_loss(std::string& out, FormLoss loss, std::uint64_t count) {
    const Words& row = words[static_cast<std::size_t>(loss)];
    out.append(row.before).append(std::to_string(count)).append(" ").append(count == 1 ? row.one : row.many);
}

}  // namespace hookspect::event
