#include "report/diff/value.h"

#include "base/calendar.h"
#include "base/number.h"
#include "base/utf8.h"
#include "event/json_value.h"
#include "report/diff/clipped_pair.h"
#include "report/diff/word_diff.h"
#include "term/safe_text.h"
#include "term/width.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace hookspect::report {
namespace {

constexpr std::size_t most_json = 8000;  // bytes on one row
constexpr int arrow_columns = 4;         // of the arrow and its blanks, at most
constexpr int context_columns = 12;      // of what is the same, beside what is not

schema::ValueType type_of(const event::Slot& slot) {
    return slot.field == schema::no_field ? schema::ValueType::any : schema::field(slot.field).type;
}

schema::Unit unit_of(const event::Slot& slot) {
    return slot.field == schema::no_field ? schema::Unit::plain : schema::field(slot.field).unit;
}

/// Milliseconds since 1970, of a number that is documented as a time.
std::optional<std::int64_t> time_of(const event::Event& event, const event::Slot& slot) {
    const schema::Unit unit = unit_of(slot);
    if (slot.kind != event::Kind::number ||
        (unit != schema::Unit::seconds && unit != schema::Unit::milliseconds))
        return std::nullopt;
    return base::parse_timestamp(event.raw(slot), unit == schema::Unit::seconds
                                                      ? base::TimeUnit::seconds
                                                      : base::TimeUnit::milliseconds);
}

std::string json_text(const event::Event& event, event::SlotIndex slot) {
    std::string json;
    event::append_readable_json(json, event, slot, most_json);
    return json;
}

/// The columns that a text takes once it is safe.
int width_of(std::string_view text, const Presentation& presentation) {
    return term::display_width(term::safe_text(text, presentation.unicode));
}

ops::Both<std::string> clipped(const ops::Both<std::string_view>& texts, const ops::Both<int>& columns,
                               const Presentation& presentation) {
    return clipped_pair({term::safe_text(texts.before, presentation.unicode),
                         term::safe_text(texts.after, presentation.unicode)},
                        columns, term::symbols(presentation).clipped);
}

/// `BEFORE → AFTER`; where both do not fit, each has its share.
void put_both(Rows& rows, const ops::Both<std::string>& texts, int room, const Presentation& presentation) {
    const std::string arrow = " " + std::string(term::symbols(presentation).arrow) + " ";
    const int left = room - term::display_width(arrow);
    const ops::Both<int> width{width_of(texts.before, presentation), width_of(texts.after, presentation)};
    ops::Both<int> share{width.before, width.after};
    if (!presentation.full && width.before + width.after > left) {
        const int half = std::max(left / 2, 4);
        share.before = std::min(width.before, std::max(half, left - width.after));
        share.after = std::min(width.after, std::max(half, left - share.before));
    }
    const ops::Both<std::string> shown = clipped({texts.before, texts.after}, share, presentation);
    rows.put(term::Role::removed, shown.before);
    rows.put(arrow);
    rows.put(term::Role::added, shown.after);
}

// Texts, word by word

/// What is the same is cut down to the words beside a change.
std::string context(std::string_view text, bool first, bool last, const Presentation& presentation) {
    std::string safe = term::safe_text(text, presentation.unicode);
    const std::string_view dots = term::symbols(presentation).clipped;
    const term::Fit front = first ? term::Fit{} : term::fit_front(safe, context_columns);
    const term::Fit back = last ? term::Fit{} : term::fit_back(safe, context_columns);
    if (front.bytes + back.bytes + dots.size() >= safe.size()) return safe;
    return safe.substr(0, front.bytes).append(dots).append(safe.substr(safe.size() - back.bytes));
}

struct Piece {
    term::Role role;
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
    const auto mark = [&](term::Role role, std::string_view open, std::string_view text,
                          std::string_view close) {
        if (!text.empty()) pieces.push_back({role, std::string(open).append(text).append(close)});
    };
    for (std::size_t i = 0; i < words.runs.size(); ++i) {
        const TextRun& run = words.runs[i];
        if (run.same) {
            const bool last = i + 1 == words.runs.size();
            pieces.push_back({term::Role::plain, most ? context(run.after, i == 0, last, presentation)
                                                      : std::string(run.after)});
        } else {
            ops::Both<std::string> shown{std::string(run.before), std::string(run.after)};
            if (most) shown = clipped({run.before, run.after}, {*most, *most}, presentation);
            mark(term::Role::removed, "[-", shown.before, "-]");
            mark(term::Role::added, "{+", shown.after, "+}");
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
bool is_prose(const event::Event& event, const event::Slot& slot) {
    if (slot.kind != event::Kind::string || slot.size == 0) return false;
    std::string scratch;
    if (base::is_blank(event.text(slot, scratch))) return false;
    const bool listed = slot.field != schema::no_field && !schema::field(slot.field).values.empty();
    return !listed && type_of(slot) != schema::ValueType::person_id;
}

bool put_words(Rows& rows, const ops::Difference& difference, const ops::Both<event::SlotIndex>& slot,
               int room, const Presentation& presentation) {
    const event::Event& before = *difference.event.before;
    const event::Event& after = *difference.event.after;
    if (!is_prose(before, before[slot.before]) || !is_prose(after, after[slot.after])) return false;
    std::string before_scratch;
    std::string after_scratch;
    const WordDiff words = word_diff(before.text(before[slot.before], before_scratch),
                                     after.text(after[slot.after], after_scratch));
    if (!words.any_word_same) return false;
    for (const Piece& piece : fitted(words, room, presentation)) rows.put(piece.role, piece.text);
    return true;
}

/// `  +7 days`, `  +25`; nothing where a distance says nothing.
std::string distance_text(const ops::Difference& difference, const ops::Both<event::SlotIndex>& slot) {
    const event::Event& before = *difference.event.before;
    const event::Event& after = *difference.event.after;
    const event::Slot& a = before[slot.before];
    const event::Slot& b = after[slot.after];
    if (a.kind != event::Kind::number || b.kind != event::Kind::number ||
        unit_of(a) == schema::Unit::identifier)
        return {};
    std::string text("  ");
    if (unit_of(a) != schema::Unit::plain) {
        const auto from = time_of(before, a);
        const auto to = time_of(after, b);
        if (!from || !to || *from == 0 || *to == 0) return {};  // 0 is never
        base::append_distance(text, *from, *to);
        return text;
    }
    const auto distance = base::number_difference(before.raw(a), after.raw(b));
    return distance ? text + *distance : std::string();
}

}  // namespace

std::string domain_text(const event::Event& event, event::SlotIndex index) {
    const event::Slot& slot = event[index];
    if (const auto time = time_of(event, slot)) {
        std::string date;
        return *time != 0 && base::append_date(date, *time) ? date : "never";
    }
    const schema::ValueType type = type_of(slot);
    if (slot.kind == event::Kind::boolean && type == schema::ValueType::boolean)
        return event.raw(slot) == "true" ? "yes" : "no";
    if (slot.kind != event::Kind::string || type == schema::ValueType::number ||
        type == schema::ValueType::boolean) {
        return json_text(event, index);
    }
    std::string scratch;
    const std::string_view text = event.text(slot, scratch);
    if (text.empty()) return "(empty)";
    return base::is_blank(text) ? json_text(event, index) : std::string(text);
}

void put_change(Rows& rows, const ops::Difference& difference, const ops::Both<event::SlotIndex>& slot,
                int room, const Presentation& presentation) {
    const event::Event& before = *difference.event.before;
    const event::Event& after = *difference.event.after;
    if (slot.before == ops::no_slot) return rows.put(domain_text(after, slot.after));
    if (slot.after == ops::no_slot) return rows.put(domain_text(before, slot.before));
    if (put_words(rows, difference, slot, room, presentation)) return;
    // A text and a number may look alike.
    const bool alike = before[slot.before].kind == after[slot.after].kind;
    const ops::Both<std::string> texts{
        alike ? domain_text(before, slot.before) : json_text(before, slot.before),
        alike ? domain_text(after, slot.after) : json_text(after, slot.after)};
    const std::string distance = distance_text(difference, slot);
    // Two dates that are cut look alike: the new one and the distance say as much.
    const bool only_after = !presentation.full && !distance.empty() &&
                            width_of(texts.before + texts.after, presentation) + arrow_columns > room;
    if (only_after) {
        rows.put(std::string(term::symbols(presentation).arrow) + " ");
        rows.put(term::Role::added, texts.after);
    } else {
        put_both(rows, texts, room, presentation);
    }
    if (!distance.empty()) rows.put_if_room(term::Role::dim, distance);
}

}  // namespace hookspect::report
