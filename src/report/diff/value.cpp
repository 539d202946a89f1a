#include "report/diff/value.h"

#include "base/calendar.h"
#include "base/number.h"
#include "base/utf8.h"
#include "report/diff/clipped_pair.h"
#include "report/diff/word_diff.h"
#include "report/get/json_value.h"
#include "term/safe_text.h"
#include "term/width.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace hookspect {
namespace {

constexpr std::size_t most_json = 8000;  // bytes on one row
constexpr int arrow_columns = 4;         // of the arrow and its blanks, at most
constexpr int context_columns = 12;      // of what is the same, beside what is not

ValueType type_of(const Slot& slot) {
    return slot.field == no_field ? ValueType::any : field(slot.field).type;
}

Unit unit_of(const Slot& slot) {
    return slot.field == no_field ? Unit::plain : field(slot.field).unit;
}

/// Milliseconds since 1970, of a number that is documented as a time.
std::optional<std::int64_t> time_of(const Event& event, const Slot& slot) {
    const Unit unit = unit_of(slot);
    if (slot.kind != Kind::number || (unit != Unit::seconds && unit != Unit::milliseconds))
        return std::nullopt;
    return parse_timestamp(event.raw(slot),
                           unit == Unit::seconds ? TimeUnit::seconds : TimeUnit::milliseconds);
}

std::string json_text(const Event& event, SlotIndex slot) {
    std::string json;
    append_json_value(json, event, slot, most_json);
    return json;
}

/// The columns that a text takes once it is safe.
int width_of(std::string_view text, const Presentation& presentation) {
    return display_width(safe_text(text, presentation.unicode));
}

Both<std::string> clipped(const Both<std::string_view>& texts, const Both<int>& columns,
                          const Presentation& presentation) {
    return clipped_pair(
        {safe_text(texts.before, presentation.unicode), safe_text(texts.after, presentation.unicode)},
        columns, symbols(presentation).clipped);
}

/// `BEFORE → AFTER`; where both do not fit, each has its share.
void put_both(Sheet& sheet, const Both<std::string>& texts, int room, const Presentation& presentation) {
    const std::string arrow = " " + std::string(symbols(presentation).arrow) + " ";
    const int left = room - display_width(arrow);
    const Both<int> width{width_of(texts.before, presentation), width_of(texts.after, presentation)};
    Both<int> share{width.before, width.after};
    if (!presentation.full && width.before + width.after > left) {
        const int half = std::max(left / 2, 4);
        share.before = std::min(width.before, std::max(half, left - width.after));
        share.after = std::min(width.after, std::max(half, left - share.before));
    }
    const Both<std::string> shown = clipped({texts.before, texts.after}, share, presentation);
    sheet.put(Role::removed, shown.before);
    sheet.put(arrow);
    sheet.put(Role::added, shown.after);
}

// Texts, word by word

/// What is the same is cut down to the words beside a change.
std::string context(std::string_view text, bool first, bool last, const Presentation& presentation) {
    std::string safe = safe_text(text, presentation.unicode);
    const std::string_view dots = symbols(presentation).clipped;
    const Fit front = first ? Fit{} : fit_front(safe, context_columns);
    const Fit back = last ? Fit{} : fit_back(safe, context_columns);
    if (front.bytes + back.bytes + dots.size() >= safe.size()) return safe;
    return safe.substr(0, front.bytes).append(dots).append(safe.substr(safe.size() - back.bytes));
}

struct Piece {
    Role role;
    std::string text;
};

int columns_of(const std::vector<Piece>& pieces, const Presentation& presentation) {
    int sum = 0;
    for (const Piece& piece : pieces) sum += width_of(piece.text, presentation);
    return sum;
}

/// What was removed in `[-…-]`, what was added in `{+…+}`, as git's word-diff marks them. With `most`, what
/// is the same is cut down, and what is not to so many columns.
std::vector<Piece> marked(const WordDiff& words, std::optional<int> most, const Presentation& presentation) {
    std::vector<Piece> pieces;
    const auto mark = [&](Role role, std::string_view open, std::string_view text, std::string_view close) {
        if (!text.empty()) pieces.push_back({role, std::string(open).append(text).append(close)});
    };
    for (std::size_t i = 0; i < words.runs.size(); ++i) {
        const TextRun& run = words.runs[i];
        if (run.same) {
            const bool last = i + 1 == words.runs.size();
            pieces.push_back({Role::plain, most ? context(run.after, i == 0, last, presentation)
                                                : std::string(run.after)});
        } else {
            Both<std::string> shown{std::string(run.before), std::string(run.after)};
            if (most) shown = clipped({run.before, run.after}, {*most, *most}, presentation);
            mark(Role::removed, "[-", shown.before, "-]");
            mark(Role::added, "{+", shown.after, "+}");
        }
    }
    return pieces;
}

/// As much of it as has room.
std::vector<Piece> fitted(const WordDiff& words, int room, const Presentation& presentation) {
    std::vector<Piece> pieces = marked(words, std::nullopt, presentation);
    for (const int most : {room, std::max(room / 4, 8)}) {
        if (presentation.full || columns_of(pieces, presentation) <= room) break;
        pieces = marked(words, most, presentation);
    }
    return pieces;
}

/// Two texts that say the same thing in other words; not two names out of a list.
bool is_prose(const Event& event, const Slot& slot) {
    if (slot.kind != Kind::string || slot.size == 0) return false;
    std::string scratch;
    if (is_blank(event.text(slot, scratch))) return false;
    const bool listed = slot.field != no_field && !field(slot.field).values.empty();
    return !listed && type_of(slot) != ValueType::person_id;
}

bool put_words(Sheet& sheet, const Difference& difference, const Both<SlotIndex>& slot, int room,
               const Presentation& presentation) {
    const Event& before = *difference.event.before;
    const Event& after = *difference.event.after;
    if (!is_prose(before, before[slot.before]) || !is_prose(after, after[slot.after])) return false;
    std::string before_scratch;
    std::string after_scratch;
    const WordDiff words = word_diff(before.text(before[slot.before], before_scratch),
                                     after.text(after[slot.after], after_scratch));
    if (!words.any_word_same) return false;
    for (const Piece& piece : fitted(words, room, presentation)) sheet.put(piece.role, piece.text);
    return true;
}

/// `  +7 days`, `  +25`; nothing where a distance says nothing.
std::string distance_text(const Difference& difference, const Both<SlotIndex>& slot) {
    const Event& before = *difference.event.before;
    const Event& after = *difference.event.after;
    const Slot& a = before[slot.before];
    const Slot& b = after[slot.after];
    if (a.kind != Kind::number || b.kind != Kind::number || unit_of(a) == Unit::identifier) return {};
    std::string text("  ");
    if (unit_of(a) != Unit::plain) {
        const auto from = time_of(before, a);
        const auto to = time_of(after, b);
        if (!from || !to || *from == 0 || *to == 0) return {};  // 0 is never
        append_distance(text, *from, *to);
        return text;
    }
    const auto distance = number_difference(before.raw(a), after.raw(b));
    return distance ? text + *distance : std::string();
}

}  // namespace

std::string domain_text(const Event& event, SlotIndex index) {
    const Slot& slot = event[index];
    if (const auto time = time_of(event, slot)) {
        std::string date;
        return *time != 0 && append_date(date, *time) ? date : "never";
    }
    const ValueType type = type_of(slot);
    if (slot.kind == Kind::boolean && type == ValueType::boolean)
        return event.raw(slot) == "true" ? "yes" : "no";
    if (slot.kind != Kind::string || type == ValueType::number || type == ValueType::boolean) {
        return json_text(event, index);
    }
    std::string scratch;
    const std::string_view text = event.text(slot, scratch);
    if (text.empty()) return "(empty)";
    return is_blank(text) ? json_text(event, index) : std::string(text);
}

void put_change(Sheet& sheet, const Difference& difference, const Both<SlotIndex>& slot, int room,
                const Presentation& presentation) {
    const Event& before = *difference.event.before;
    const Event& after = *difference.event.after;
    if (slot.before == no_slot) return sheet.put(domain_text(after, slot.after));
    if (slot.after == no_slot) return sheet.put(domain_text(before, slot.before));
    if (put_words(sheet, difference, slot, room, presentation)) return;
    // A text and a number may look alike.
    const bool alike = before[slot.before].kind == after[slot.after].kind;
    const Both<std::string> texts{alike ? domain_text(before, slot.before) : json_text(before, slot.before),
                                  alike ? domain_text(after, slot.after) : json_text(after, slot.after)};
    const std::string distance = distance_text(difference, slot);
    // Two dates that are cut look alike: the new one and the distance say as much.
    const bool only_after = !presentation.full && !distance.empty() &&
                            width_of(texts.before + texts.after, presentation) + arrow_columns > room;
    if (only_after) {
        sheet.put(std::string(symbols(presentation).arrow) + " ");
        sheet.put(Role::added, texts.after);
    } else {
        put_both(sheet, texts, room, presentation);
    }
    if (!distance.empty()) sheet.put_if_room(Role::dim, distance);
}

}  // namespace hookspect
