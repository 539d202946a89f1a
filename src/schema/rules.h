#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

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

/// Ordered: the worst comes last. `ignored` is not told.
enum class Severity : std::uint8_t { ignored, note, warning, error };

/// What is said of a rule.
struct RuleInfo {
    Rule rule;
    std::string_view name;     // as users write it
    Severity severity;         // unless options move it
    std::string_view summary;  // one line: when it fires
    std::string_view text;     // a paragraph for `hookspect explain`
};

inline constexpr std::size_t rule_count = static_cast<std::size_t>(Rule::empty_url) + 1;

/// All rules, in the order of Rule.
[[nodiscard]] std::span<const RuleInfo> rules() noexcept;
/// The row of one.
[[nodiscard]] const RuleInfo& rule_info(Rule rule) noexcept;
/// The rule of exactly this name.
[[nodiscard]] std::optional<Rule> find_rule(std::string_view name) noexcept;

/// `error`, `warning`, `note`, `ignored`.
[[nodiscard]] std::string_view severity_name(Severity severity) noexcept;

}  // namespace hookspect::schema
