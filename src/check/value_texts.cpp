#include "base/ip.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "base/uuid.h"
#include "base/wording.h"
#include "check/garbled.h"
#include "check/values.h"
#include "schema/fields.h"
#include "schema/language.h"

#include <fmt/format.h>

#include <algorithm>

namespace hookspect::check {
namespace {

using std::string_view;

string_view nearest_value(string_view text, std::span<const string_view> values) {
    if (values.data() == schema::languages().data()) return schema::language_meant_by(text);
    const auto close = base::nearest(text, values);
    return close.empty() ? string_view{} : close.front();
}

std::string_view expected_text(Garbled::Kind kind) {
    switch (kind) {
        case Garbled::Kind::misread: return "text whose UTF-8 was read as UTF-8";
        case Garbled::Kind::lost: return "text whose bytes could all be read";
        case Garbled::Kind::percent: return "text without percent-escapes";
        case Garbled::Kind::entity: return "text without HTML escapes";
        case Garbled::Kind::none: break;
    }
    return {};
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

}  // namespace

void check_listed(Context& context, event::SlotIndex slot, const schema::Field& row) {
    const string_view text = context.text(context.event[slot]);
    if (base::find_text(row.values, text) != row.values.size()) return;
    context.tell({.rule = schema::Rule::enumeration,
                  .slot = slot,
                  .message = " is " + base::quoted(text),
                  .expected = base::either_of(row.values),
                  .hint = base::did_you_mean_text(nearest_value(text, row.values))});
}

void check_legible(Context& context, event::SlotIndex slot) {
    const string_view text = context.text(context.event[slot]);
    const Garbled found = find_garbled(text);
    if (found.kind == Garbled::Kind::none) return;
    const string_view trace = text.substr(found.at, found.size);
    context.tell({.rule = schema::Rule::garbled_text,
                  .slot = slot,
                  .message = found.kind == Garbled::Kind::lost
                                 ? " holds U+FFFD, where a character was lost"
                                 : fmt::format(" holds {}", base::quoted(trace)),
                  .expected = std::string(expected_text(found.kind)),
                  .hint = base::did_you_mean_text(mended(text, found.kind))});
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
                  .message = " is " + base::quoted(text),
                  .expected = "an IPv4 or IPv6 address",
                  .hint = std::move(hint)});
}

void check_person_id(Context& context, event::SlotIndex slot) {
    const string_view text = context.text(context.event[slot]);
    if (base::is_person_id(text)) return;
    context.tell({.rule = schema::Rule::person_id,
                  .slot = slot,
                  .message = fmt::format(" is {}, {}", base::quoted(text), uuid_fault(text)),
                  .expected = "a UUID of version 4 or [anonymous]",
                  .hint = base::did_you_mean_text(person_meant(text))});
}

}  // namespace hookspect::check
