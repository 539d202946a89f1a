#pragma once

#include "schema/fields.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hookspect::schema {

/// Ordered: findings at one offset come in this order.
enum class Rule : std::uint8_t {
    json_syntax,
    form_syntax,
    utf8,
    limit,
    not_an_event,
    required,
    type,
    enumeration,
    language,
    url,
    person_id,
    orphan_resource,
    value_and_properties,
    action,
    form_conflict,
    duplicate_key,
    missing_id,
    missing_resource,
    id_mismatch,
    event_mismatch,
    whole_number,
    timestamp_unit,
    schedule,
    channel,
    untranslated,
    url_characters,
    schemeless_url,
    garbled_text,
    ip_address,
    missing_key,
    unknown_field,
    action_property,
    extra_language,
    preset_mismatch,
    unlisted_channel,
    empty_url,
};

/// Ordered: the worst comes last. `ignored` is not reported.
enum class Severity : std::uint8_t { ignored, note, warning, error };

/// A severity that a rule has under a condition.
struct ConditionalSeverity {
    Severity severity = Severity::ignored;
    std::string_view when{};  // to follow the usual severity in a sentence; empty: there is none
};

/// How an event comes to break a rule: it has this resource (empty: its own), and these changes are made,
/// `PATH=JSON`, or `PATH=` for a path that is not set. In them $R is the event's own resource, $E its name,
/// $L the first language of the campaign, $A the list of all, $X a language that the campaign does not have,
/// $O the organization, $P the preset, $D an object that is nested too deep.
struct BreakingWay {
    std::string_view resource{};
    std::array<std::string_view, 3> edits{};
};

/// What is added to the text of an event to break a rule of syntax: after the last member of a JSON body, or
/// at the end of a form body.
struct BreakingText {
    std::string_view json{};
    std::string_view form{};
};

/// Events that cannot break a rule; an empty part is any.
struct Unbreakable {
    std::string_view resource{};
    std::string_view name{};
    std::string_view why{};  // empty: there are none
};

enum class Encodings : std::uint8_t { both, json, form };

/// All that is known of a rule but how it is checked.
struct RuleInfo {
    Rule rule;
    std::string_view name;            // as users write it
    Severity severity;                // unless options move it
    ConditionalSeverity otherwise{};  // the other one that it may have
    bool movable = true;              // false: a body that breaks it cannot be read
    bool values_repeat = false;       // its faulty values repeat, so that counting them says something
    std::string_view summary;         // one line: when it fires
    std::string_view text;            // a paragraph for `hookspect explain`
    // The fields that it looks at: by their row (with that of the field they are in), and by their paths,
    // with spaces between them.
    bool (*looks_at)(const Field& row, const Field* parent) = nullptr;
    std::string_view fields{};
    // How `sample --break` breaks it: in one of these ways, the one for the event's own resource before the
    // first.
    std::array<BreakingWay, 4> ways{};
    BreakingText text_edit{};
    Encodings encodings = Encodings::both;  // the bodies that can break it
    Unbreakable unbreakable{};
};

inline constexpr std::size_t rule_count = static_cast<std::size_t>(Rule::empty_url) + 1;

/// All rules, in the order of Rule.
[[nodiscard]] std::span<const RuleInfo> rules() noexcept;
/// The row of one.
[[nodiscard]] const RuleInfo& rule_info(Rule rule) noexcept;
/// The rule of exactly this name.
[[nodiscard]] std::optional<Rule> find_rule(std::string_view name) noexcept;

struct FieldName;
/// The rules that look at a field, in the order of the table. Left out are those that look at every key
/// alike: syntax, encoding, limits, `duplicate-key` and `form-conflict`.
[[nodiscard]] std::vector<Rule> rules_at(const FieldName& name);
/// The fields that a rule picks out by name; none for a rule that goes by types alone.
[[nodiscard]] std::vector<std::string_view> paths_of(Rule rule);

/// `error`, `warning`, `note`, `ignored`.
[[nodiscard]] std::string_view severity_name(Severity severity) noexcept;

}  // namespace hookspect::schema
