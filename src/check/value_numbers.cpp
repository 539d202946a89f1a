#include "base/calendar.h"
#include "base/number.h"
#include "base/wording.h"
#include "check/values.h"
#include "event/brief.h"

#include <fmt/format.h>

namespace hookspect::check {
namespace {

using std::string_view;

/// Year 5138; as milliseconds, March 1973. The least number of so many digits.
constexpr string_view last_seconds = "100000000000";

/// Zero in any notation: it means never.
bool is_zero(string_view number) {
    return base::compare_numbers(number, "0") == 0;
}

/// The day, or the year alone where seconds are milliseconds by mistake: then it lies some 50,000 years
/// ahead.
std::string day_of(std::int64_t milliseconds) {
    constexpr std::int64_t year = 31'556'952'000;  // 365.2425 days
    std::string date;
    if (!base::append_date(date, milliseconds))
        date = fmt::format("about the year {}", 1970 + milliseconds / year);
    return date;
}

void tell_unit(Context& context, event::SlotIndex slot, const schema::Field& row) {
    const string_view text = context.event.raw(context.event[slot]);
    const bool milliseconds = row.unit == schema::Unit::milliseconds;
    std::string expected = milliseconds ? "milliseconds" : "seconds";
    std::string hint;
    constexpr std::int64_t far =
        1'000'000'000'000'000;  // 30,000 years even as milliseconds: no date helps there
    if (const auto value = base::small_whole_value(text); value && *value < far) {
        const std::int64_t second = 1000;
        const std::int64_t stands = milliseconds ? *value / second * second : *value * second;
        const std::int64_t meant = milliseconds ? *value * second : *value / second;
        expected += fmt::format("; as it stands: {}", day_of(stands));
        hint = fmt::format("{} is {}", meant, day_of(milliseconds ? meant : meant * second));
    }
    context.tell({.rule = schema::Rule::timestamp_unit,
                  .slot = slot,
                  .message = milliseconds ? " is in seconds" : " is in milliseconds",
                  .expected = std::move(expected),
                  .hint = std::move(hint)});
}

}  // namespace

bool has_wrong_unit(const event::Event& event, event::SlotIndex number, schema::Unit unit) noexcept {
    const event::Slot& slot = event[number];
    const string_view text = event.raw(slot);
    bool late = false;
    if (slot.whole) {
        if (text == "0") return false;
        late =
            text.size() > last_seconds.size() || (text.size() == last_seconds.size() && text != last_seconds);
    } else {
        if (base::is_negative(text) || is_zero(text)) return false;
        late = base::compare_numbers(text, last_seconds) > 0;
    }
    return late == (unit == schema::Unit::seconds);
}

void check_number(Context& context, event::SlotIndex slot, const schema::Field& row) {
    if (row.unit == schema::Unit::plain) return;
    const string_view text = context.event.raw(context.event[slot]);
    if (!context.event[slot].whole && (!base::is_whole(text) || base::is_negative(text))) {
        context.tell({.rule = schema::Rule::whole_number,
                      .slot = slot,
                      .message = " is " + event::shown(context.event, slot),
                      .expected = "a whole number, 0 or more"});
    }
    if (row.unit != schema::Unit::identifier && has_wrong_unit(context.event, slot, row.unit)) {
        tell_unit(context, slot, row);
    }
}

}  // namespace hookspect::check
