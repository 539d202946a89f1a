#include "event/json_decoder.h"

#include "base/ascii.h"
#include "base/byte_block.h"
#include "base/json_text.h"
#include "event/duplicates.h"
#include "event/field_hints.h"

#include <cstring>
#include <utility>

namespace hookspect::event {
namespace {

enum : std::uint8_t { blank = 1, delimiter = 2 };

/// What may stand behind a number or literal: a blank or a delimiter.
constexpr auto byte_class = [] {
    std::array<std::uint8_t, 256> classes{};
    for (const char c : {' ', '\t', '\n', '\r'}) classes[static_cast<unsigned char>(c)] = blank;
    for (const char c : {',', ':', ']', '}', '[', '{'}) classes[static_cast<unsigned char>(c)] = delimiter;
    return classes;
}();

/// How much deeper a structural leads.
constexpr auto nesting = [] {
    std::array<std::int8_t, 256> steps{};
    steps['{'] = steps['['] = 1;
    steps['}'] = steps[']'] = -1;
    return steps;
}();

constexpr std::uint8_t class_of(char c) {
    return byte_class[static_cast<unsigned char>(c)];
}

/// One past the digits at `at`. `block_size` bytes must be readable behind them.
const char* skip_digits(const char* at) {
    for (;; at += base::block_size) {
        const base::BlockMask other = base::load_block(at) - '0' > 9;
        if (base::any(other)) return at + base::bytes_before(other);
    }
}

struct NumberEnd {
    const char* at;      // one past the number, or null
    bool whole = false;  // it is digits alone
};

/// Reads the number that begins at `at` (RFC 8259, section 6).
NumberEnd end_of_number(const char* at) {
    const bool negative = *at == '-';
    if (negative) ++at;
    if (*at == '0') {
        ++at;
    } else {
        if (!base::is_digit(*at)) return {nullptr};
        at = skip_digits(at);
    }
    const char* const digits_end = at;
    if (*at == '.') {
        if (!base::is_digit(*++at)) return {nullptr};
        at = skip_digits(at);
    }
    if (*at == 'e' || *at == 'E') {
        ++at;
        if (*at == '+' || *at == '-') ++at;
        if (!base::is_digit(*at)) return {nullptr};
        at = skip_digits(at);
    }
    return {at, !negative && at == digits_end};
}

/// Where a member's key is: its opening quote, and the bytes between the quotes. Elements have none.
struct KeyPlace {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    bool escaped = false;
};

/// One decoding. What reads is handed the structural that is next, and gives the one behind what it has read,
/// or null at the first fault: so it stays in a register. Nobody looks whether there is a structural before
/// each step: behind the last one stands the text's end, where a byte may be read, and each member, element
/// and container asks once.
class Run {
public:
    Run(Event& event, std::span<const std::uint32_t> structurals, const Limits& limits,
        std::array<schema::FieldId, 512>& predicted, std::vector<SlotIndex>& suspects,
        const Selection* selection)
        : event_(event),
          selection_(selection),
          text_(event.body.data()),
          end_(structurals.data() + structurals.size()),
          slots_(event.slots.data()),
          depth_left_(limits.depth),
          predicted_(predicted),
          suspects_(suspects) {
        if (selection == nullptr) find_escape(text_, text_end());
    }

    /// `begin`: the first structural.
    bool root(const std::uint32_t* begin, schema::ObjectType type) {
        if (value(begin, {}, schema::no_field, type) != end_) return false;
        event_.count = count_;
        event_.unknown_keys = unknown_keys_;
        // Nothing stands behind a root that is a number, which may go on in what is not the text.
        return slots_[0].text + slots_[0].size <= event_.body.size();
    }

    [[nodiscard]] bool lost_documented() const { return lost_documented_; }

private:
    using At = const std::uint32_t*;

    Event& event_;
    const Selection* selection_;  // null: all is wanted
    const char* const text_;
    const At end_;
    Slot* const slots_;
    std::size_t depth_left_;
    std::array<schema::FieldId, 512>& predicted_;
    std::vector<SlotIndex>& suspects_;
    const std::array<KeyWords, 256>& key_words_ = key_words();
    const std::array<Expected, 256>& expectations_ = expectations();
    const char* next_escape_ =
        nullptr;  // a backslash that was not yet looked at, or a place before which there is none
    SlotIndex count_ = 0;
    bool unknown_keys_ = false;
    bool lost_documented_ = false;  // a container was overridden whose fields Event::documented may point to

    [[nodiscard]] const char* text_end() const { return text_ + event_.body.size(); }

    void find_escape(const char* from, const char* end) {
        const auto* found = std::memchr(from, '\\', static_cast<std::size_t>(end - from));
        next_escape_ = found != nullptr ? static_cast<const char*>(found) : end;
    }

    enum class Escapes : std::uint8_t { none, some, faulty };

    Escapes escapes(const char* open, const char* close) {
        return next_escape_ >= close ? Escapes::none : check_next_escape(open, close);
    }

    [[gnu::noinline]] Escapes check_next_escape(const char* open, const char* close) {
        if (next_escape_ < open) find_escape(open, close);  // behind a value that was left out
        if (next_escape_ >= close) return Escapes::none;
        const std::string_view raw(open + 1, static_cast<std::size_t>(close - open - 1));
        if (base::find_escape_fault(raw).offset != std::string_view::npos) return Escapes::faulty;
        find_escape(close, text_end());
        return Escapes::some;
    }

    /// The closing quote of the string before the structural at `next`: only blanks can stand between them.
    [[nodiscard]] const char* closing_quote(std::uint32_t next) const {
        const char* close = text_ + next - 1;
        while (class_of(*close) == blank) --close;
        return close;
    }

    /// Each member of the slot is written, and none is read back: a copy of a slot just written in parts
    /// makes the processor wait, which cost half of all the time.
    void store(Slot& slot, const KeyPlace& key, schema::FieldId field, Kind kind, std::uint32_t begin) const {
        slot.text = begin;
        slot.size = 0;
        slot.key = key.begin + 1;
        slot.key_size = key.size;
        slot.place = begin;
        slot.key_place = key.begin;
        slot.next = count_;
        slot.field = field;
        slot.kind = kind;
        slot.escaped = false;
        slot.key_escaped = key.escaped;
        slot.repeats = false;
        slot.overridden = false;
        slot.conflict = false;
        slot.whole = false;
    }

    /// Reads the value at `at` into the next slot. Strings are asked for first, as most values are.
    [[gnu::always_inline]] At value(At at, const KeyPlace& key, schema::FieldId field,
                                    schema::ObjectType type) {
        const std::uint32_t begin = *at++;
        Slot& slot = slots_[count_++];
        switch (text_[begin]) {
            case '"': store(slot, key, field, Kind::string, begin); return string(at, slot, begin);
            case '{': store(slot, key, field, Kind::object, begin); return object(at, type);
            case '[': store(slot, key, field, Kind::array, begin); return list(at, field);
            case 't': store(slot, key, field, Kind::boolean, begin); return literal(at, slot, begin, "true");
            case 'f': store(slot, key, field, Kind::boolean, begin); return literal(at, slot, begin, "false");
            case 'n': store(slot, key, field, Kind::null, begin); return literal(at, slot, begin, "null");
            default: store(slot, key, field, Kind::number, begin); return number(at, slot, begin);
        }
    }

    At string(At at, Slot& slot, std::uint32_t begin) {
        const char* open = text_ + begin;
        const char* close = closing_quote(*at);
        if (close <= open) return nullptr;
        const Escapes found = escapes(open, close);
        slot.text = begin + 1;
        slot.size = static_cast<std::uint32_t>(close - open - 1);
        slot.escaped = found == Escapes::some;
        return found != Escapes::faulty ? at : nullptr;
    }

    At scalar(At at, Slot& slot, const char* begin, const char* end) const {
        if (class_of(*end) == 0 && end != text_end()) return nullptr;
        slot.size = static_cast<std::uint32_t>(end - begin);
        return at;
    }

    At number(At at, Slot& slot, std::uint32_t begin) const {
        const NumberEnd end = end_of_number(text_ + begin);
        if (end.at == nullptr) return nullptr;
        slot.whole = end.whole;
        return scalar(at, slot, text_ + begin, end.at);
    }

    At literal(At at, Slot& slot, std::uint32_t begin, std::string_view word) const {
        if (std::memcmp(text_ + begin, word.data(), word.size()) != 0) return nullptr;
        return scalar(at, slot, text_ + begin, text_ + begin + word.size());
    }

    // The two that call themselves; all else is compiled into them.

    [[gnu::noinline]] At object(At at, schema::ObjectType type) {
        const SlotIndex self = count_ - 1;
        if (depth_left_ == 0) return nullptr;
        --depth_left_;
        at = text_[*at] == '}' ? at + 1 : members(at, self, type);
        ++depth_left_;
        return close(at, self);
    }

    [[gnu::noinline]] At list(At at, schema::FieldId field) {
        const SlotIndex self = count_ - 1;
        if (depth_left_ == 0) return nullptr;
        --depth_left_;
        at = text_[*at] == ']' ? at + 1 : elements(at, expectations_[field]);
        ++depth_left_;
        return close(at, self);
    }

    At close(At at, SlotIndex self) {
        if (at == nullptr || at > end_) return nullptr;
        Slot& slot = slots_[self];
        slot.size = at[-1] + 1 - slot.text;
        slot.next = count_;
        return at;
    }

    /// Passes over a value, by its brackets alone.
    At skip(At at) const {
        std::ptrdiff_t open = 0;
        do {
            if (at == end_) return nullptr;
            open += nesting[static_cast<unsigned char>(text_[*at++])];
        } while (open > 0);
        return open == 0 ? at : nullptr;
    }

    At elements(At at, const Expected& list) {
        do {
            if (at >= end_) return nullptr;
            at = value(at, {}, list.element, list.element_object);
            if (at == nullptr) return nullptr;
        } while (text_[*at++] == ',');
        return text_[at[-1]] == ']' ? at : nullptr;
    }

    /// What is known of an object's members while they are read.
    struct Members {
        std::size_t previous;  // the last documented field, or the object's type: an index into predicted_
        std::uint32_t seen =
            0;  // the documented fields, by the low bits of their id: an object has at most 13
        std::uint32_t unknown = 0;  // how many are undocumented
        bool once = false;  // an event has one such object, so that Event::documented lists its fields
        bool repeated = false;
    };

    [[gnu::always_inline]] At members(At at, SlotIndex self, schema::ObjectType type) {
        const char* const text = text_;
        Members all{.previous = 256 + static_cast<std::size_t>(type), .once = schema::stands_once(type)};
        do {
            if (end_ - at < 3 || text[at[0]] != '"' || text[at[1]] != ':') return nullptr;
            KeyPlace key{.begin = at[0]};
            schema::FieldId id = predicted_[all.previous];
            if (key_words_[id].stands_at(text + key.begin + 1)) {
                key.size = key_words_[id].size;
            } else {
                const char* close = closing_quote(at[1]);
                key.size = static_cast<std::uint32_t>(close - text - key.begin - 1);
                const Escapes found = escapes(text + key.begin, close);
                if (found == Escapes::faulty) return nullptr;
                key.escaped = found == Escapes::some;
                id = type == schema::ObjectType::none ? schema::no_field : find(key, type, all.previous);
            }
            at += 2;
            if (id != schema::no_field) all.previous = id;
            at = selection_ == nullptr ? member(at, key, id, all) : selected_member(at, key, id, all);
            if (at == nullptr) return nullptr;
        } while (text[*at++] == ',');
        if (text[at[-1]] != '}') return nullptr;
        if (all.unknown > 0) unknown_keys_ |= !schema::object(type).open;
        if (all.repeated || all.unknown > 1) {
            slots_[self].next = count_;
            lost_documented_ |= mark_duplicates(event_, self, suspects_);
        }
        return at;
    }

    [[gnu::noinline]] schema::FieldId find(KeyPlace place, schema::ObjectType type, std::size_t previous) {
        const std::string_view key(text_ + place.begin + 1, place.size);
        std::string scratch;
        if (place.escaped) base::append_unescaped(scratch, key);
        const schema::FieldId id = schema::find_field(type, place.escaped ? std::string_view(scratch) : key);
        if (id != schema::no_field) predicted_[previous] = id;
        return id;
    }

    [[gnu::always_inline]] At member(At at, const KeyPlace& key, schema::FieldId id, Members& all) {
        if (id == schema::no_field) {
            ++all.unknown;
        } else {
            const std::uint32_t bit = 1U << (id & 31U);
            all.repeated |= (all.seen & bit) != 0;
            all.seen |= bit;
            if (all.once) event_.documented[id] = count_;
        }
        return value(at, key, id, expectations_[id].object);
    }

    /// Reads a member as far as it is wanted.
    At selected_member(At at, const KeyPlace& key, schema::FieldId id, Members& all) {
        using Want = Selection::Want;
        const Want want = id == schema::no_field ? selection_->undocumented : selection_->fields[id];
        if (want == Want::nothing) return skip(at);
        if (want == Want::inside && text_[*at] == '{') return member(at, key, id, all);
        const Selection* outside = std::exchange(selection_, nullptr);
        at = member(at, key, id, all);
        selection_ = outside;
        return at;
    }
};

}  // namespace

JsonDecoder::JsonDecoder(const Limits& limits) : limits_(limits) {
    predicted_.fill(schema::no_field);
}

bool JsonDecoder::decode(std::string_view text, Event& event, schema::ObjectType root,
                         const Selection* selection) {
    const auto structurals = structurals_.find(text);
    if (!structurals || structurals->empty()) return false;
    event.reset(text, Encoding::json);
    // Each slot takes at least one structural, but for one that is begun before the text is found to have
    // ended.
    const std::size_t most_slots = structurals->size() + 1;
    if (event.slots.size() < most_slots) event.slots.resize(most_slots + most_slots / 2);
    Run run(event, *structurals, limits_, predicted_, suspects_, selection);
    if (!run.root(structurals->data(), root) || event.count > limits_.fields) return false;
    if (run.lost_documented()) list_documented(event);
    return true;
}

}  // namespace hookspect::event
