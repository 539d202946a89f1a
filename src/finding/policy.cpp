#include "finding/policy.h"

namespace hookspect::finding {
namespace {

bool is_unreadable(schema::Rule rule) {
    return rule == schema::Rule::json_syntax || rule == schema::Rule::utf8 || rule == schema::Rule::limit;
}

}  // namespace

schema::Severity Policy::apply(schema::Rule rule, schema::Severity severity) const {
    if (is_unreadable(rule)) return schema::Severity::error;
    if (restricted_ && !listed_[index(rule)]) return schema::Severity::ignored;
    if (moved_[index(rule)]) return *moved_[index(rule)];
    if (strict && severity == schema::Severity::warning) return schema::Severity::error;
    return severity;
}

}  // namespace hookspect::finding
