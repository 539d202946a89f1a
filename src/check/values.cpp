#include "check/values.h"

#include "base/calendar.h"
#include "base/date_literal.h"
#include "base/ip.h"
#include "base/nearest.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/uuid.h"
#include "base/wording.h"
#include "check/garbled.h"
#include "check/objects.h"
#include "event/brief.h"
#include "schema/fields.h"
#include "schema/ids.h"
#include "schema/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

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

/// Timestamps that may be seconds in place of milliseconds or the reverse are left to check_number.
Plain plain_number(schema::Unit unit) {
    constexpr std::uint8_t absent = bits({event::Kind::null});
    switch (unit) {
        case schema::Unit::plain: return {bits({event::Kind::null, event::Kind::number})};
        case schema::Unit::identifier: return {absent, 1, 200};
        case schema::Unit::seconds: return {absent, 1, 11};
        case schema::Unit::milliseconds: return {absent, 13, 200};
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
                           .message = "stands here again",
                           .expected = "each key once in an object; the last one counts",
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
            case schema::ValueType::any: return leave_alone(slot);
        }
    }

    void string(event::SlotIndex i, const event::Slot& slot, const schema::Field& row) {
        if (slot.kind != event::Kind::string) return mistyped(i, slot, row, false);
        const schema::FieldId id = slot.field;
        if (!row.values.empty()) {
            if (!context_.is_blank_form_value(slot)) check_listed(context_, i, row);
        } else if (id == schema::ids::campaign_name || id == schema::ids::author_name) {
            check_legible(context_, i);
        } else if (id == schema::ids::interaction_ip || id == schema::ids::conversion_ip) {
            if (!context_.is_blank_form_value(slot)) check_ip_address(context_, i);
        }
    }

    void strings(event::SlotIndex list, const event::Slot& slot, const schema::Field& row) {
        leave_alone(slot);
        for (event::SlotIndex i = event_.first(list); i != event_.end(list); i = event_.next(i)) {
            if (event_[i].kind != event::Kind::string) {
                tell_element_type(context_, i, row);
            } else if (!row.values.empty()) {
                check_listed(context_, i, row);
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
            default: return check_keys(context_, i, row.object);
        }
    }
};

string_view nearest_value(string_view text, std::span<const string_view> values) {
    if (values.data() == schema::languages().data()) return schema::language_meant_by(text);
    const auto close = base::nearest(text, values);
    return close.empty() ? string_view{} : close.front();
}

/// What is wrong with a PersonID, to follow it in the message.
std::string uuid_fault(string_view text) {
    const base::UuidVerdict verdict = base::check_uuid(text);
    const string_view found = text.substr(std::min(verdict.at, text.size()), 1);
    switch (verdict.fault) {
        case base::UuidFault::length:
            return fmt::format("{} character{} long", base::count_code_points(text),
                               base::count_code_points(text) == 1 ? "" : "s");
        case base::UuidFault::digit:
            return fmt::format("with no hexadecimal digit at character {}", verdict.at + 1);
        case base::UuidFault::hyphen: return fmt::format("with no hyphen at character {}", verdict.at + 1);
        case base::UuidFault::version: return fmt::format("a UUID of version {}", found);
        case base::UuidFault::variant: return fmt::format("a UUID of variant {}, not 8, 9, a or b", found);
        case base::UuidFault::none: break;
    }
    return {};
}

/// The PersonID in other clothes: `anonymous`, `{…}`, `urn:uuid:…`, or 32 digits without hyphens.
std::string person_meant(string_view text) {
    for (const string_view word : {"anonymous", "[Anonymous]", "[ANONYMOUS]", "Anonymous"}) {
        if (text == word) return std::string(base::anonymous);
    }
    if (text.starts_with("urn:uuid:")) text.remove_prefix(9);
    const std::size_t begin = text.find_first_not_of(" {\t\n");
    if (begin == string_view::npos) return {};
    const string_view bare = text.substr(begin, text.find_last_not_of(" }\t\n") + 1 - begin);
    std::string meant(bare);
    if (bare.size() == 32) {
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
    return opens ? "does the string hold JSON? then it was encoded twice" : "";
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
    return told ? "" : "two bodies on one line? each wants a line of its own";
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
                  .message = milliseconds ? "is in seconds" : "is in milliseconds",
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
                  .hint = base::did_you_mean_text(nearest_value(text, row.values))});
}

void check_ip_address(Context& context, event::SlotIndex slot) {
    const string_view text = context.text(context.event[slot]);
    if (base::is_ip_address(text)) return;
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
                      .message = "is " + event::shown(context.event, slot),
                      .expected = "a whole number, 0 or more"});
    }
    if (row.unit != schema::Unit::identifier && has_wrong_unit(context.event, slot, row.unit)) {
        tell_unit(context, slot, row);
    }
}

}  // namespace hookspect::check
