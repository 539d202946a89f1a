#include "check/values.h"

#include "base/calendar.h"
#include "base/date_literal.h"
#include "base/ip.h"
#include "base/nearest.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/uuid.h"
#include "base/wording.h"
#include "check/action.h"
#include "check/garbled.h"
#include "check/objects.h"
#include "event/brief.h"
#include "schema/fields.h"
#include "schema/ids.h"
#include "schema/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace hookspect::check {
namespace {

using std::string_view;

/// What values of a field nothing has to be said of.
struct Plain {
    std::uint8_t kinds = 0;          // bits by Kind
    std::uint8_t fewest_digits = 0;  // of a number of digits alone
    std::uint8_t lengths = 0;        // how many lengths from there on

    /// Without branches: which fields an event has can hardly be foretold.
    [[nodiscard]] bool holds(const event::Slot& slot) const {
        const unsigned kind = static_cast<unsigned>(kinds) >> static_cast<unsigned>(slot.kind);
        const auto number =
            static_cast<unsigned>(slot.whole) & static_cast<unsigned>(slot.size - fewest_digits < lengths);
        return ((kind | number) & 1U) != 0;
    }
};

constexpr std::uint8_t bits(std::initializer_list<event::Kind> kinds) {
    unsigned all = 0;
    for (const event::Kind kind : kinds) all |= 1U << static_cast<unsigned>(kind);
    return static_cast<std::uint8_t>(all);
}

/// Timestamps that may count something else than documented are left to check_number.
Plain plain_number(schema::Unit unit) {
    constexpr std::uint8_t absent = bits({event::Kind::null});
    switch (unit) {
        case schema::Unit::plain: return {bits({event::Kind::null, event::Kind::number})};
        case schema::Unit::identifier: return {absent, 1, 200};
        case schema::Unit::seconds: return {absent, 1, 11};
        case schema::Unit::milliseconds: return {absent, 13, 1};
    }
    return {};
}

/// `keys`: those of an object are looked at.
Plain plain_values(const schema::Field& row, bool keys) {
    const schema::FieldId id = schema::id_of(row);
    const bool read = !row.values.empty() || id == schema::ids::campaign_name ||
                      id == schema::ids::author_name || id == schema::ids::interaction_ip ||
                      id == schema::ids::conversion_ip;
    const bool once = row.type == schema::ValueType::object && schema::stands_once(row.object);
    switch (row.type) {
        case schema::ValueType::string:
            return {read ? bits({event::Kind::null}) : bits({event::Kind::null, event::Kind::string})};
        case schema::ValueType::number: return plain_number(row.unit);
        case schema::ValueType::boolean: return {bits({event::Kind::null, event::Kind::boolean})};
        case schema::ValueType::primary:
            return {bits({event::Kind::null, event::Kind::boolean, event::Kind::string})};
        case schema::ValueType::object:
            if (once && !keys && row.object != schema::ObjectType::person_opt_in &&
                row.object != schema::ObjectType::person_profile &&
                row.object != schema::ObjectType::schema_org_action) {
                return {bits({event::Kind::null, event::Kind::object})};
            }
            return {};
        default: return {};
    }
}

using PlainTable = std::array<Plain, 256>;  // by FieldId

PlainTable plain_table(bool keys) {
    PlainTable table{};
    for (const schema::Field& row : schema::fields()) table[schema::id_of(row)] = plain_values(row, keys);
    table[schema::no_field] = {
        bits({event::Kind::null, event::Kind::boolean, event::Kind::number, event::Kind::string})};
    return table;
}

/// Most values are settled by it.
const PlainTable& plain_values(bool keys) {
    static const std::array tables{plain_table(false), plain_table(true)};
    return tables[keys ? 1 : 0];
}

/// The tape is flat, so this is a loop and needs no stack however deep the event is.
class Walk {
public:
    explicit Walk(Context& context) : context_(context), event_(context.event) {}

    void run() {
        check_keys(context_, 0, schema::ObjectType::event);
        for (event::SlotIndex i = 1; i < event_.count;) {
            const event::Slot& slot = event_[i];
            if (!event_.irregular && plain_[slot.field].holds(slot)) {
                ++i;
                continue;
            }
            if (slot.repeats || slot.conflict) tell_twice(i);
            if (slot.overridden) {
                context_.disregard(i);
                i = slot.next;
                continue;
            }
            if (i >= free_until_) value(i, slot);
            const bool pass = free_until_ > i && !event_.irregular;
            i = pass ? free_until_ : i + 1;
        }
    }

private:
    Context& context_;
    const event::Event& event_;
    const schema::Field* rows_ = schema::fields().data();
    const PlainTable& plain_ = plain_values(event_.unknown_keys);
    event::SlotIndex free_until_ = 0;  // up to here nothing is documented: only repeated keys are looked for

    void tell_twice(event::SlotIndex slot) {
        if (event_[slot].repeats) {
            context_.tell({.rule = schema::Rule::duplicate_key,
                           .slot = slot,
                           .message = "is repeated",
                           .expected = "each key only once per object; the last one counts",
                           .at = Issue::At::key});
        }
        if (event_[slot].conflict) {
            context_.tell({.rule = schema::Rule::form_conflict,
                           .slot = slot,
                           .message = "is both a value and an object or list",
                           .expected = "a key that is used in one way"});
        }
    }

    void leave_alone(const event::Slot& slot) { free_until_ = slot.next; }

    void mistyped(event::SlotIndex i, const event::Slot& slot, const schema::Field& row, bool element) {
        element ? tell_element_type(context_, i, row) : tell_type(context_, i, row);
        if (slot.kind == event::Kind::object || slot.kind == event::Kind::array) {
            context_.disregard(i);
            leave_alone(slot);
        }
    }

    void value(event::SlotIndex i, const event::Slot& slot) {
        if (slot.field == schema::no_field) return leave_alone(slot);
        const schema::Field& row = rows_[slot.field];
        const bool element = slot.key_size == 0;  // no documented key is empty
        if (slot.kind == event::Kind::null && !element) return;
        switch (row.type) {
            case schema::ValueType::string: return string(i, slot, row);
            case schema::ValueType::number:
                return slot.kind == event::Kind::number ? check_number(context_, i, row)
                                                        : mistyped(i, slot, row, false);
            case schema::ValueType::boolean:
                return slot.kind == event::Kind::boolean ? void() : mistyped(i, slot, row, false);
            case schema::ValueType::person_id:
                return slot.kind == event::Kind::string ? check_person_id(context_, i)
                                                        : mistyped(i, slot, row, false);
            case schema::ValueType::primary: {
                const bool good = slot.kind == event::Kind::string || slot.kind == event::Kind::boolean;
                return good ? void() : mistyped(i, slot, row, false);
            }
            case schema::ValueType::strings:
                return slot.kind == event::Kind::array ? strings(i, slot, row)
                                                       : mistyped(i, slot, row, false);
            case schema::ValueType::properties:
                if (element && slot.kind == event::Kind::object) return property(i);
                return !element && slot.kind == event::Kind::array ? void() : mistyped(i, slot, row, element);
            case schema::ValueType::object:
                return slot.kind == event::Kind::object ? object(i, slot, row)
                                                        : mistyped(i, slot, row, false);
            case schema::ValueType::url: return;  // only in Multilingual values, which are checked whole
            case schema::ValueType::any: check_texts(i, slot); return leave_alone(slot);
        }
    }

    void string(event::SlotIndex i, const event::Slot& slot, const schema::Field& row) {
        if (slot.kind != event::Kind::string) return mistyped(i, slot, row, false);
        const schema::FieldId id = slot.field;
        if (!row.values.empty()) {
            if (!context_.is_blank_form_value(slot)) check_listed(context_, i, row);
        } else if (id == schema::ids::campaign_name || id == schema::ids::author_name) {
            check_legible(context_, i, true);
        } else if (id == schema::ids::interaction_ip || id == schema::ids::conversion_ip) {
            if (!context_.is_blank_form_value(slot)) check_ip_address(context_, i);
        }
    }

    /// A value of any shape: the texts in it.
    void check_texts(event::SlotIndex value, const event::Slot& slot) {
        for (event::SlotIndex i = value; i < slot.next;) {
            const bool counts = !event_[i].overridden || i == value;
            if (counts && event_[i].kind == event::Kind::string) check_legible(context_, i, false);
            i = counts ? i + 1 : event_[i].next;
        }
    }

    void strings(event::SlotIndex list, const event::Slot& slot, const schema::Field& row) {
        leave_alone(slot);
        for (event::SlotIndex i = event_.first(list); i != event_.end(list); i = event_.next(i)) {
            if (event_[i].kind != event::Kind::string) {
                tell_element_type(context_, i, row);
            } else if (!row.values.empty()) {
                check_listed(context_, i, row);
            } else {
                check_legible(context_, i, false);
            }
        }
    }

    void property(event::SlotIndex i) {
        check_keys(context_, i, schema::ObjectType::person_property);
        check_property(context_, i);
    }

    void object(event::SlotIndex i, const event::Slot& slot, const schema::Field& row) {
        switch (row.object) {
            case schema::ObjectType::multilingual_string:
            case schema::ObjectType::multilingual_url:
                check_languages(context_, i, slot.field);
                return leave_alone(slot);
            case schema::ObjectType::person_opt_in: check_opt_in(context_, i); return leave_alone(slot);
            case schema::ObjectType::schema_org_action: check_action(context_, i); return leave_alone(slot);
            case schema::ObjectType::person_profile: check_texts(i, slot); return leave_alone(slot);
            default: return check_keys(context_, i, row.object);
        }
    }
};

/// The values that a text most likely means: the nearest, or those whose first word it is near
/// (`publised`: `published_community` and `published_landing`).
std::vector<string_view> values_meant(string_view text, std::span<const string_view> values) {
    if (values.data() == schema::languages().data()) {
        const string_view language = schema::language_meant_by(text);
        return language.empty() ? std::vector<string_view>{} : std::vector{language};
    }
    const auto close = base::nearest(text, values);
    if (!close.empty()) return {close.front()};
    std::vector<string_view> begun;
    for (const string_view value : values) {
        const std::size_t word = value.find('_');
        if (word == string_view::npos || text.size() < 4) continue;
        if (!base::nearest(text, std::array{value.substr(0, word)}).empty()) begun.push_back(value);
    }
    return begun;
}

/// `did you mean "a" or "b"?`
std::string did_you_mean_any(std::span<const string_view> values) {
    if (values.empty()) return {};
    std::vector<std::string> quoted;
    quoted.reserve(values.size());
    for (const string_view value : values) quoted.push_back(base::quoted(value));
    return base::did_you_mean(base::either_of(std::vector<string_view>(quoted.begin(), quoted.end())));
}

/// A character that is not ASCII: `U+2010 "‐"`. Else the character in quotes.
std::string character_name(string_view text) {
    const base::CodePoint point = base::front_code_point(text);
    const std::string quoted = base::quoted(text.substr(0, point.size));
    return point.value < 0x80 ? quoted
                              : fmt::format("U+{:04X} {}", static_cast<std::uint32_t>(point.value), quoted);
}

/// Hyphens and dashes that programs put in the place of `-`, as ASCII.
std::string with_plain_hyphens(string_view text) {
    std::string out;
    while (!text.empty()) {
        const base::CodePoint point = base::front_code_point(text);
        const bool hyphen = (point.value >= 0x2010 && point.value <= 0x2015) || point.value == 0x2212 ||
                            point.value == 0x00AD || point.value == 0xFE63 || point.value == 0xFF0D;
        out += hyphen ? string_view("-") : text.substr(0, point.size);
        text.remove_prefix(point.size);
    }
    return out;
}

/// What is wrong with a PersonID, to follow it in the message.
std::string uuid_fault(string_view text) {
    const auto stranger = std::find_if(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    if (stranger != text.end()) {
        const auto at = static_cast<std::size_t>(stranger - text.begin());  // ASCII up to here
        return fmt::format("with {} at character {}", character_name(text.substr(at)), at + 1);
    }
    const base::UuidVerdict verdict = base::check_uuid(text);
    const string_view found = text.substr(std::min(verdict.at, text.size()), 1);
    switch (verdict.fault) {
        case base::UuidFault::length:
            return fmt::format("{} character{} long", text.size(), text.size() == 1 ? "" : "s");
        case base::UuidFault::digit:
            return fmt::format("with no hexadecimal digit at character {}", verdict.at + 1);
        case base::UuidFault::hyphen: return fmt::format("with no hyphen at character {}", verdict.at + 1);
        case base::UuidFault::version: return fmt::format("a UUID of version {}", found);
        case base::UuidFault::variant: return fmt::format("a UUID of variant {}, not 8, 9, a or b", found);
        case base::UuidFault::none: break;
    }
    return {};
}

/// The PersonID in another form: `anonymous`, `{…}`, `urn:uuid:…`, 32 digits without hyphens, or with
/// typographic hyphens.
std::string person_meant(string_view text) {
    for (const string_view word : {"anonymous", "[Anonymous]", "[ANONYMOUS]", "Anonymous"}) {
        if (text == word) return std::string(base::anonymous);
    }
    if (text.starts_with("urn:uuid:")) text.remove_prefix(9);
    const std::size_t begin = text.find_first_not_of(" {\t\n");
    if (begin == string_view::npos) return {};
    const string_view bare = text.substr(begin, text.find_last_not_of(" }\t\n") + 1 - begin);
    std::string meant = with_plain_hyphens(bare);
    if (meant.size() == 32) {
        for (const std::size_t at : {8U, 13U, 18U, 23U}) meant.insert(at, 1, '-');
    }
    return base::is_person_id(meant) ? meant : std::string{};
}

std::string_view expected_type(const schema::Field& row) {
    switch (row.type) {
        case schema::ValueType::string: return "a string";
        case schema::ValueType::number: return "a number";
        case schema::ValueType::boolean: return "true or false";
        case schema::ValueType::url: return "a URL";
        case schema::ValueType::person_id: return "a UUID or [anonymous]";
        case schema::ValueType::primary: return "true, false or a string";
        case schema::ValueType::strings: return "a list of strings";
        case schema::ValueType::properties: return "a list of PersonProperty objects";
        case schema::ValueType::any: return "any value";
        case schema::ValueType::object: break;
    }
    return schema::is_multilingual(row.object) ? "an object with languages as its keys" : "an object";
}

/// The boolean that was likely meant by a string or number.
string_view boolean_meant(string_view text) {
    for (const string_view word : {"true", "True", "TRUE", "1", "yes"}) {
        if (text == word) return "true";
    }
    for (const string_view word : {"false", "False", "FALSE", "0", "no"}) {
        if (text == word) return "false";
    }
    return {};
}

bool is_listed(string_view text, const schema::Field& row) {
    return row.values.empty() || base::find_text(row.values, text) != row.values.size();
}

/// The list that was likely meant by a text: of the members that it names with commas between, or where any
/// member may stand, of the text as it is.
std::string list_meant(string_view text, const schema::Field& row) {
    if (row.values.empty()) return text.empty() ? "" : fmt::format("[{}]", base::quoted(text));
    std::string list;
    for (std::size_t members = 0; members < row.values.size(); ++members) {
        const std::size_t comma = std::min(text.find(','), text.size());
        string_view member = text.substr(0, comma);
        while (member.starts_with(' ')) member.remove_prefix(1);
        while (member.ends_with(' ')) member.remove_suffix(1);
        if (!is_listed(member, row)) return {};
        list.append(members == 0 ? "[" : ",").append(base::quoted(member));
        if (comma == text.size()) return list + "]";
        text.remove_prefix(comma + 1);
    }
    return {};
}

/// The number that was meant by a time as RFC 3339 writes it, and what it counts.
std::string time_meant(string_view text, schema::Unit unit) {
    const bool seconds = unit == schema::Unit::seconds;
    if ((!seconds && unit != schema::Unit::milliseconds) || text.starts_with('-')) return {};
    const base::DateLiteral date = base::read_date(text, 0);
    if (date.status != base::DateLiteral::Status::date || date.day || date.begin < 0) return {};
    return fmt::format("{}, in {}", seconds ? date.begin / 1000 : date.begin,
                       seconds ? "seconds" : "milliseconds");
}

std::string number_meant(string_view text, const schema::Field& row) {
    return base::is_number(text) ? std::string(text.substr(0, 40)) : time_meant(text, row.unit);
}

std::string perhaps(string_view meant) {
    return meant.empty() ? std::string{} : base::did_you_mean(meant);
}

std::string string_hint(string_view text, const schema::Field& row) {
    const bool opens = text.starts_with('{') || text.starts_with('[');
    switch (row.type) {
        case schema::ValueType::number: return perhaps(number_meant(text, row));
        case schema::ValueType::boolean: return perhaps(boolean_meant(text));
        case schema::ValueType::strings:
            if (!opens) return perhaps(list_meant(text, row));
            break;
        case schema::ValueType::object:
        case schema::ValueType::properties: break;
        default: return {};
    }
    if (text.starts_with("[object ")) return "a JavaScript object was written as text: send it as JSON";
    return opens ? "does the string contain JSON? then it was encoded twice" : "";
}

std::string scalar_hint(string_view text, const schema::Field& row) {
    switch (row.type) {
        case schema::ValueType::string:
            return is_listed(text, row) ? base::did_you_mean(base::quoted(text)) : "";
        case schema::ValueType::strings: return perhaps(list_meant(text, row));
        case schema::ValueType::boolean: return perhaps(boolean_meant(text));
        default: return {};
    }
}

/// A list where a form body has one text: its key stands there again. Whatever swallowed the break between
/// two bodies, `event[resource]` or `event[name]` of both is left.
std::string list_hint(const Context& context, event::SlotIndex index) {
    const event::Event& event = context.event;
    const schema::FieldId id = event[index].field;
    const bool head = id == schema::ids::event_resource || id == schema::ids::event_name;
    if (!head || event.encoding != event::Encoding::form || event[index].next < index + 3) return {};
    const bool told = id == schema::ids::event_name &&
                      event[event.at(schema::ids::event_resource)].kind == event::Kind::array;
    return told ? "" : "are these two bodies on one line? each needs its own line";
}

std::string type_hint(Context& context, event::SlotIndex index, const schema::Field& row) {
    const event::Slot& slot = context.event[index];
    switch (slot.kind) {
        case event::Kind::string: return string_hint(context.text(slot), row);
        case event::Kind::number:
        case event::Kind::boolean: return scalar_hint(context.text(slot), row);
        case event::Kind::array: return list_hint(context, index);
        default: return {};
    }
}

void tell_mistyped(Context& context, event::SlotIndex slot, const schema::Field& row,
                   schema::Severity severity) {
    context.tell({.rule = schema::Rule::type,
                  .slot = slot,
                  .message = "is " + event::shown(context.event, slot),
                  .expected = std::string(expected_type(row)),
                  .hint = type_hint(context, slot, row)},
                 severity);
}

/// What a timestamp counts, in the order of size.
enum class Count : std::uint8_t { seconds, milliseconds, microseconds, nanoseconds };

constexpr std::array<string_view, 4> count_names{"seconds", "milliseconds", "microseconds", "nanoseconds"};

constexpr Count count_of(schema::Unit unit) {
    return unit == schema::Unit::milliseconds ? Count::milliseconds : Count::seconds;
}

/// How many of `small` make one of `large`.
constexpr std::int64_t ratio(Count large, Count small) {
    std::int64_t many = 1;
    for (int i = static_cast<int>(large); i < static_cast<int>(small); ++i) many *= 1000;
    return many;
}

bool is_between(string_view number, string_view least, string_view most) {
    return base::compare_numbers(number, least) >= 0 && base::compare_numbers(number, most) <= 0;
}

/// What a number most likely counts that is documented as seconds or milliseconds. 0 means never, so that it
/// counts either.
Count likely_count(string_view number, Count documented) {
    constexpr string_view last_seconds = "100000000000";        // year 5138; as milliseconds, March 1973
    constexpr string_view last_milliseconds = "9999999999999";  // year 2286
    if (base::compare_numbers(number, "0") <= 0) return documented;
    const bool late = base::compare_numbers(number, last_seconds) > 0;
    if (!late) return Count::seconds;
    if (base::compare_numbers(number, last_milliseconds) <= 0) return Count::milliseconds;
    // From the year 2000 to 2100.
    if (is_between(number, "946684800000000", "4102444800000000")) return Count::microseconds;
    if (is_between(number, "946684800000000000", "4102444800000000000")) return Count::nanoseconds;
    return Count::milliseconds;
}

/// The day, or the year alone where it lies thousands of years ahead.
std::string day_of(std::int64_t milliseconds) {
    constexpr std::int64_t year = 31'556'952'000;  // 365.2425 days
    std::string date;
    if (!base::append_date(date, milliseconds))
        date = fmt::format("about the year {}", 1970 + milliseconds / year);
    return date;
}

/// The value of a whole number below 2^63.
std::optional<std::int64_t> whole_value(string_view number) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error == std::errc() && end == number.data() + number.size()) return value;
    return base::small_whole_value(number);
}

void tell_unit(Context& context, event::SlotIndex slot, Count documented, Count likely) {
    const string_view documented_name = count_names[static_cast<std::size_t>(documented)];
    std::string expected(documented_name);
    std::string hint;
    if (const auto value = whole_value(context.event.raw(context.event[slot]))) {
        // Beyond it, 30,000 years even as milliseconds, no date helps.
        constexpr std::int64_t far = 1'000'000'000'000'000;
        const std::int64_t unit = ratio(documented, Count::milliseconds);
        if (*value < far) {
            const std::int64_t whole_seconds = *value / 1000 * 1000;
            const std::int64_t moment = documented == Count::milliseconds ? whole_seconds : *value * 1000;
            expected += fmt::format("; as written: {}", day_of(moment));
        }
        if (likely > documented || *value < far) {
            const std::int64_t meant =
                likely > documented ? *value / ratio(documented, likely) : *value * ratio(likely, documented);
            hint = fmt::format("{} is {}", meant, day_of(meant * unit));
        }
    }
    context.tell({.rule = schema::Rule::timestamp_unit,
                  .slot = slot,
                  .message = fmt::format("is in {}", count_names[static_cast<std::size_t>(likely)]),
                  .expected = std::move(expected),
                  .hint = std::move(hint)});
}

}  // namespace

void check_values(Context& context) {
    Walk(context).run();
}

void check_listed(Context& context, event::SlotIndex slot, const schema::Field& row) {
    const string_view text = context.text(context.event[slot]);
    if (base::find_text(row.values, text) != row.values.size()) return;
    context.tell({.rule = schema::Rule::enumeration,
                  .slot = slot,
                  .message = "is " + base::quoted(text),
                  .expected = base::either_of(row.values),
                  .hint = did_you_mean_any(values_meant(text, row.values))});
}

void check_ip_address(Context& context, event::SlotIndex slot) {
    const string_view text = context.text(context.event[slot]);
    if (text.empty() || base::is_ip_address(text)) return;
    const string_view within = base::address_within(text);
    std::string hint;
    if (!within.empty()) hint = base::did_you_mean_text(within);
    if (!within.empty() && text.find(',') != string_view::npos) {
        hint = fmt::format("a list of proxies; the client is most likely {}", base::quoted(within));
    }
    context.tell({.rule = schema::Rule::ip_address,
                  .slot = slot,
                  .message = "is " + base::quoted(text),
                  .expected = "an IPv4 or IPv6 address",
                  .hint = std::move(hint)});
}

void check_person_id(Context& context, event::SlotIndex slot) {
    const string_view text = context.text(context.event[slot]);
    if (base::is_person_id(text)) return;
    context.tell({.rule = schema::Rule::person_id,
                  .slot = slot,
                  .message = fmt::format("is {}, {}", base::quoted(text), uuid_fault(text)),
                  .expected = "a UUID of version 4 or [anonymous]",
                  .hint = base::did_you_mean_text(person_meant(text))});
}

void tell_type(Context& context, event::SlotIndex slot, const schema::Field& row, schema::Severity severity) {
    tell_mistyped(context, slot, row, severity);
}

void tell_type(Context& context, event::SlotIndex slot, const schema::Field& row) {
    tell_mistyped(context, slot, row, schema::Severity::error);
}

void tell_element_type(Context& context, event::SlotIndex slot, const schema::Field& row) {
    schema::Field element = row;
    element.type =
        row.type == schema::ValueType::strings ? schema::ValueType::string : schema::ValueType::object;
    tell_mistyped(context, slot, element, schema::Severity::error);
}

bool has_wrong_unit(const event::Event& event, event::SlotIndex number, schema::Unit unit) noexcept {
    const Count documented = count_of(unit);
    const bool seconds = event[number].whole && event[number].size <= 11;  // as nearly always
    if (seconds && documented == Count::seconds) return false;
    return likely_count(event.raw(event[number]), documented) != documented;
}

void check_number(Context& context, event::SlotIndex slot, const schema::Field& row) {
    if (row.unit == schema::Unit::plain) return;
    const string_view text = context.event.raw(context.event[slot]);
    if (!context.event[slot].whole && (!base::is_whole(text) || base::is_negative(text))) {
        context.tell({.rule = schema::Rule::whole_number,
                      .slot = slot,
                      .message = "is " + event::shown(context.event, slot),
                      .expected = "a whole number, 0 or more"});
    }
    if (row.unit == schema::Unit::identifier) return;
    const Count documented = count_of(row.unit);
    const Count likely = likely_count(text, documented);
    if (likely != documented) tell_unit(context, slot, documented, likely);
}

}  // namespace hookspect::check
