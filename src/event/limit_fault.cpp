#include "event/limit_fault.h"

#include <string>

namespace hookspect::event {
namespace {

/// `the body is larger than 1 byte`
std::string beyond(std::string_view what, std::size_t limit, std::string_view one, std::string_view many) {
    return std::string(what).append(std::to_string(limit)).append(" ").append(limit == 1 ? one : many);
}

}  // namespace

Fault too_deep(const Limits& limits, std::size_t offset) {
    return {.rule = schema::Rule::limit,
            .offset = offset,
            .message = beyond("the body nests deeper than ", limits.depth, "level", "levels"),
            .hint = "--max-depth raises the limit"};
}

Fault too_large(const Limits& limits, std::size_t offset) {
    return {.rule = schema::Rule::limit,
            .offset = offset,
            .message = beyond("the body is larger than ", limits.body, "byte", "bytes"),
            .hint = "--max-body raises the limit"};
}

Fault too_many(const Limits& limits, std::size_t offset, std::string_view one, std::string_view many) {
    return {.rule = schema::Rule::limit,
            .offset = offset,
            .message = beyond("the body has more than ", limits.fields, one, many),
            .hint = "--max-fields raises the limit"};
}

}  // namespace hookspect::event
