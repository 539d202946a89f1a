#pragma once

#include "base/place.h"
#include "schema/rules.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hookspect::finding {

/// What is wrong in one event. Data only: renderers print it.
struct Finding {
    schema::Rule rule = schema::Rule::type;
    schema::Severity severity = schema::Severity::error;
    std::uint64_t count = 1;  // more than 1: so many of this rule and severity, not listed one by one
    std::uint64_t event = 0;  // number of the event in its source, from 1
    base::Place place;
    std::uint64_t length = 0;        // bytes from place.offset that are meant
    std::string pointer;             // RFC 6901
    std::optional<std::string> key;  // the form key as written
    std::string message;             // `interaction.state is "PENDNG"`
    std::string expected;            // `REWARDED, PENDING or REJECTED`; may be empty
    std::string hint;                // `did you mean "PENDING"?`; may be empty
    std::uint32_t value = 0;         // the slot in the body's event, where a value is meant; else 0
};

}  // namespace hookspect::finding
