#include "finding/policy.h"

namespace hookspect {
namespace {

bool is_unreadable(Rule rule) {
    return rule == Rule::json_syntax || rule == Rule::utf8 || rule == Rule::limit;
}

}  // namespace

Severity Policy::apply(Rule rule, Severity severity) const {
    if (is_unreadable(rule)) return Severity::error;
    if (restricted_ && !listed_[index(rule)]) return Severity::ignored;
    if (moved_[index(rule)]) return *moved_[index(rule)];
    if (strict && severity == Severity::warning) return Severity::error;
    return severity;
}

}  // namespace hookspect
