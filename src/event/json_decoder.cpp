#include "event/json_decoder.h"

#include "base/json_text.h"
#include "event/duplicates.h"

#include <cstring>
#include <utility>

namespace hookspect {
namespace {

enum : std::uint8_t { blank = 1, delimiter = 2 };

/// What may stand behind a number or literal: a blank or a delimiter.
constexpr auto byte_class = [] {
    std::array<std::uint8_t, 256> classes{};
    for (const char c : {' ', '\t', '\n', '\r'}) classes[static_cast<unsigned char>(c)] = blank;
    for (const char c : {',', ':', ']', '}', '[', '{'}) classes[static_cast<unsigned char>(c)] = delimiter;
    return classes;
}();

constexpr std::uint8_t class_of(char c) {
    return byte_class[static_cast<unsigned char>(c)];
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

const char* skip_digits(const char* at) {
    while (is_digit(*at)) ++at;
    return at;
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
        if (!is_digit(*at)) return {nullptr};
        at = skip_digits(at);
    }
    const char* const digits_end = at;
    if (*at == '.') {
        if (!is_digit(*++at)) return {nullptr};
        at = skip_digits(at);
    }
    if (*at == 'e' || *at == 'E') {
        ++at;
        if (*at == '+' || *at == '-') ++at;
        if (!is_digit(*at)) return {nullptr};
        at = skip_digits(at);
    }
    return {at, !negative && at == digits_end};
}

std::uint64_t load_word(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// A documented key and its closing quote in two words, which overlap or are the same: their bytes compare at
/// once.
struct KeyWords {
    std::uint64_t head = 0;
    std::uint64_t head_mask = 0;
    std::uint64_t tail = 0;
    std::uint64_t tail_mask = 0;
    std::uint32_t tail_at = 0;
    std::uint32_t size = 0;  // of the key; 0: too long for two words

    /// Whether the string behind an opening quote is this key. 16 bytes must be readable.
    [[nodiscard]] bool stands_at(const char* at) const {
        const std::uint64_t difference =
            ((load_word(at) ^ head) & head_mask) | ((load_word(at + tail_at) ^ tail) & tail_mask);
        return difference == 0 && size != 0;
    }
};

KeyWords words_of(std::string_view key) {
    std::array<char, 16> text{};
    KeyWords words;
    if (key.size() >= text.size()) return words;
    key.copy(text.data(), key.size());
    text[key.size()] = '"';
    const std::size_t size = key.size() + 1;
    words.size = static_cast<std::uint32_t>(key.size());
    words.tail_at = static_cast<std::uint32_t>(size > 8 ? size - 8 : 0);
    std::memset(&words.head_mask, 0xFF, std::min<std::size_t>(size, 8));
    words.tail_mask = size > 8 ? ~std::uint64_t{0} : 0;
    words.head = load_word(text.data()) & words.head_mask;
    words.tail = load_word(text.data() + words.tail_at) & words.tail_mask;
    return words;
}

const std::array<KeyWords, 256>& key_words() {
    static const auto words = [] {
        std::array<KeyWords, 256> table{};
        for (const Field& row : fields()) table[id_of(row)] = words_of(row.key);
        return table;
    }();
    return words;
}

/// What the schema says of a value before it is read.
struct Expected {
    FieldId field = no_field;
    ObjectType object = ObjectType::none;  // of an object here
    FieldId element = no_field;            // of the elements of a list here
    ObjectType element_object = ObjectType::none;
};

constexpr std::array<Expected, 256> no_expectations{};

const std::array<Expected, 256>& expectations() {
    static const auto table = [] {
        auto entries = no_expectations;
        for (const Field& row : fields()) {
            const FieldId id = id_of(row);
            Expected& entry = entries[id];
            entry.field = id;
            if (row.type == ValueType::object) entry.object = row.object;
            if (row.type == ValueType::strings || row.type == ValueType::properties) entry.element = id;
            if (row.type == ValueType::properties) entry.element_object = row.object;
        }
        return entries;
    }();
    return table;
}

/// Where a member's key is: its opening quote, and the bytes between the quotes. Elements have none.
struct KeyPlace {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    bool escaped = false;
};

/// One decoding. Members return false at the first fault.
class Run {
public:
    Run(Event& event, std::span<const std::uint32_t> structurals, const Limits& limits,
        std::array<FieldId, 512>& predicted, std::vector<SlotIndex>& suspects, const Selection* selection)
        : event_(event),
          selection_(selection),
          text_(event.body.data()),
          at_(structurals.data()),
          end_(structurals.data() + structurals.size()),
          slots_(event.slots.data()),
          depth_left_(limits.depth),
          predicted_(predicted),
          suspects_(suspects) {
        find_escape(text_);
    }

    bool root(ObjectType type) {
        if (!value({}, {no_field, type, no_field, ObjectType::none}) || at_ != end_) return false;
        event_.count = count_;
        return true;
    }

    [[nodiscard]] bool lost_documented() const { return lost_documented_; }

private:
    Event& event_;
    const Selection* selection_;  // null: all is wanted
    const char* text_;
    const std::uint32_t* at_;
    const std::uint32_t* end_;
    Slot* slots_;
    std::size_t depth_left_;
    std::array<FieldId, 512>& predicted_;
    std::vector<SlotIndex>& suspects_;
    const std::array<KeyWords, 256>& key_words_ = key_words();
    const std::array<Expected, 256>& expectations_ = expectations();
    const char* next_escape_ = nullptr;  // the first backslash not yet looked at, or the end
    SlotIndex count_ = 0;
    bool lost_documented_ = false;  // a container was overridden whose fields Event::documented may point to

    [[nodiscard]] std::uint32_t offset(const char* at) const {
        return static_cast<std::uint32_t>(at - text_);
    }
    [[nodiscard]] const char* text_end() const { return text_ + event_.body.size(); }

    void find_escape(const char* from) {
        const auto* found = std::memchr(from, '\\', static_cast<std::size_t>(text_end() - from));
        next_escape_ = found != nullptr ? static_cast<const char*>(found) : text_end();
    }

    /// Checks the escapes of a string; `escaped` tells whether it has any.
    bool check_escapes(const char* open, const char* close, bool& escaped) {
        if (next_escape_ < open) find_escape(open);  // behind a value that was left out
        escaped = next_escape_ < close;
        if (!escaped) return true;
        const std::string_view raw(open + 1, static_cast<std::size_t>(close - open - 1));
        if (find_escape_fault(raw).offset != std::string_view::npos) return false;
        find_escape(close);
        return true;
    }

    /// The closing quote of the string before the structural at `next`: only blanks can stand between them.
    [[nodiscard]] const char* closing_quote(std::uint32_t next) const {
        const char* close = text_ + next - 1;
        while (class_of(*close) == blank) --close;
        return close;
    }

    /// Each member of the slot is written once, and none is read back: a copy of a slot just written in parts
    /// makes the processor wait, which cost half of all the time.
    void store(SlotIndex self, const KeyPlace& key, FieldId field, Kind kind, const char* begin,
               const char* end) {
        Slot& slot = slots_[self];
        slot.text = offset(begin);
        slot.size = static_cast<std::uint32_t>(end - begin);
        slot.key = key.begin + 1;
        slot.key_size = key.size;
        slot.place = offset(begin);
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

    bool string(SlotIndex self, const KeyPlace& key, FieldId field, const char* open) {
        const char* close =
            closing_quote(at_ == end_ ? static_cast<std::uint32_t>(event_.body.size()) : *at_);
        bool escaped = false;
        if (close <= open || !check_escapes(open, close, escaped)) return false;
        store(self, key, field, Kind::string, open + 1, close);
        slots_[self].place = offset(open);
        slots_[self].escaped = escaped;
        return true;
    }

    bool scalar(SlotIndex self, const KeyPlace& key, FieldId field, const char* begin, const char* end,
                Kind kind) {
        if (end > text_end() || (end != text_end() && class_of(*end) == 0)) return false;
        store(self, key, field, kind, begin, end);
        return true;
    }

    bool number(SlotIndex self, const KeyPlace& key, FieldId field, const char* begin) {
        const NumberEnd end = end_of_number(begin);
        if (end.at == nullptr || !scalar(self, key, field, begin, end.at, Kind::number)) return false;
        slots_[self].whole = end.whole;
        return true;
    }

    bool literal(SlotIndex self, const KeyPlace& key, FieldId field, const char* begin, std::string_view word,
                 Kind kind) {
        if (std::memcmp(begin, word.data(), word.size()) != 0) return false;
        return scalar(self, key, field, begin, begin + word.size(), kind);
    }

    /// Reads a value into the next slot. Strings are asked for first, as most values are.
    [[gnu::always_inline]] bool value(const KeyPlace& key, const Expected& expected) {
        if (at_ == end_) return false;
        const char* begin = text_ + *at_++;
        const SlotIndex self = count_++;
        const FieldId field = expected.field;
        if (*begin == '"') return string(self, key, field, begin);
        switch (*begin) {
            case '{': return object(self, key, begin, expected);
            case '[': return list(self, key, begin, expected);
            case 't': return literal(self, key, field, begin, "true", Kind::boolean);
            case 'f': return literal(self, key, field, begin, "false", Kind::boolean);
            case 'n': return literal(self, key, field, begin, "null", Kind::null);
            default: return number(self, key, field, begin);
        }
    }

    // The two that call themselves; all else is compiled into them.

    [[gnu::noinline]] bool object(SlotIndex self, const KeyPlace& key, const char* begin,
                                  const Expected& expected) {
        if (depth_left_ == 0) return false;
        --depth_left_;
        if (!members(self, expected.object)) return false;
        ++depth_left_;
        store(self, key, expected.field, Kind::object, begin, text_ + at_[-1] + 1);
        return true;
    }

    [[gnu::noinline]] bool list(SlotIndex self, const KeyPlace& key, const char* begin,
                                const Expected& expected) {
        if (depth_left_ == 0) return false;
        --depth_left_;
        if (!elements(expected)) return false;
        ++depth_left_;
        store(self, key, expected.field, Kind::array, begin, text_ + at_[-1] + 1);
        return true;
    }

    /// Passes over a value, by its brackets alone.
    bool skip() {
        std::size_t open = 0;
        while (at_ != end_) {
            const char c = text_[*at_++];
            if (c == '{' || c == '[') ++open;
            if ((c == '}' || c == ']') && open-- == 0) return false;
            if (open == 0) return true;
        }
        return false;
    }

    bool elements(const Expected& list) {
        if (at_ != end_ && text_[*at_] == ']') return ++at_, true;
        const Expected expected{list.element, list.element_object, no_field, ObjectType::none};
        for (;;) {
            if (!value({}, expected) || at_ == end_) return false;
            const char c = text_[*at_++];
            if (c == ']') return true;
            if (c != ',') return false;
        }
    }

    /// What is known of an object's members while they are read.
    struct Members {
        ObjectType type;
        std::size_t previous;  // the last documented field, or the object's type: an index into predicted_
        std::uint32_t seen =
            0;  // the documented fields, by the low bits of their id: an object has at most 13
        std::uint32_t unknown = 0;  // how many are undocumented
        bool once = false;  // an event has one such object, so that Event::documented lists its fields
        bool repeated = false;
    };

    bool members(SlotIndex self, ObjectType type) {
        if (at_ != end_ && text_[*at_] == '}') return ++at_, true;
        Members all{
            .type = type, .previous = 256 + static_cast<std::size_t>(type), .once = stands_once(type)};
        for (;;) {
            if (!member(all) || at_ == end_) return false;
            const char c = text_[*at_++];
            if (c == '}') break;
            if (c != ',') return false;
        }
        if (all.repeated || all.unknown > 1) {
            slots_[self].next = count_;
            lost_documented_ |= mark_duplicates(event_, self, suspects_);
        }
        return true;
    }

    bool member(Members& all) {
        if (end_ - at_ < 2 || text_[at_[0]] != '"' || text_[at_[1]] != ':') return false;
        KeyPlace key;
        key.begin = at_[0];
        FieldId id = predicted_[all.previous];
        if (key_words_[id].stands_at(text_ + key.begin + 1)) {
            key.size = key_words_[id].size;
        } else {
            if (!read_key(key)) return false;
            id = find(key, all);
        }
        at_ += 2;
        if (id != no_field) all.previous = id;
        if (selection_ != nullptr) return selected_member(key, id, all);
        note_member(id, all);
        return value(key, expectations_[id]);
    }

    /// Reads on to the end of a key that was not expected.
    bool read_key(KeyPlace& key) {
        const char* open = text_ + key.begin;
        const char* close = closing_quote(at_[1]);
        key.size = static_cast<std::uint32_t>(close - open - 1);
        return check_escapes(open, close, key.escaped);
    }

    [[gnu::noinline]] FieldId find(const KeyPlace& place, const Members& all) {
        if (all.type == ObjectType::none) return no_field;
        const std::string_view key(text_ + place.begin + 1, place.size);
        std::string scratch;
        if (place.escaped) append_unescaped(scratch, key);
        const FieldId id = find_field(all.type, place.escaped ? std::string_view(scratch) : key);
        if (id != no_field) predicted_[all.previous] = id;
        return id;
    }

    void note_member(FieldId id, Members& all) {
        if (id == no_field) {
            ++all.unknown;
            return;
        }
        const std::uint32_t bit = 1U << (id & 31U);
        all.repeated |= (all.seen & bit) != 0;
        all.seen |= bit;
        if (all.once) event_.documented[id] = count_;
    }

    /// Reads a member as far as it is wanted.
    bool selected_member(const KeyPlace& key, FieldId id, Members& all) {
        using Want = Selection::Want;
        const Want want = id == no_field ? selection_->undocumented : selection_->fields[id];
        if (want == Want::nothing) return skip();
        note_member(id, all);
        const bool object = at_ != end_ && text_[*at_] == '{';
        if (want == Want::inside && object) return value(key, expectations_[id]);
        const Selection* outside = std::exchange(selection_, nullptr);
        const bool good = value(key, expectations_[id]);
        selection_ = outside;
        return good;
    }
};

}  // namespace

JsonDecoder::JsonDecoder(const Limits& limits) : limits_(limits) {
    predicted_.fill(no_field);
}

bool JsonDecoder::decode(std::string_view text, Event& event, ObjectType root, const Selection* selection) {
    const auto structurals = structurals_.find(text);
    if (!structurals || structurals->empty()) return false;
    event.reset(text, Encoding::json);
    // Each slot takes at least one structural, but for one that is begun before the text is found to have
    // ended.
    const std::size_t most_slots = structurals->size() + 1;
    if (event.slots.size() < most_slots) event.slots.resize(most_slots + most_slots / 2);
    Run run(event, *structurals, limits_, predicted_, suspects_, selection);
    if (!run.root(root) || event.count > limits_.fields) return false;
    if (run.lost_documented()) list_documented(event);
    return true;
}

}  // namespace hookspect
