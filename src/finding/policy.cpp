#include "finding/policy.h"

namespace hookspect::finding {
schema::Severity Policy::apply(schema::Rule rule, schema::Severity severity) const {
    if (!schema::rule_info(rule).movable) return schema::Severity::error;
    if (restricted_ && !listed_[index(rule)]) return schema::Severity::ignored;
    if (moved_[index(rule)]) return *moved_[index(rule)];
    if (strict && severity == schema::Severity::warning) return schema::Severity::error;
    return severity;
}

}  // namespace hookspect::finding
