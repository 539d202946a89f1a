#pragma once

#include "base/text_error.h"
#include "event/event.h"
#include "query/term.h"
#include "schema/path_type.h"

#include <memory>
#include <variant>

namespace hookspect::query {

/// The literals of one of AQL's words as the operand of an AQL condition. A bareword takes the path's type.
[[nodiscard]] std::variant<std::shared_ptr<const event::Event>, base::TextError> read_aql_operand(
    const WrittenTerm& term, const schema::PathType& type);

}  // namespace hookspect::query
