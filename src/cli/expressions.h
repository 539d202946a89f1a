#pragma once

#include "cli/print_options.h"
#include "query/expression.h"
#include "run/choice.h"
#include "run/options.h"
#include "schema/path.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::cli {

/// Compiles --where, or tells what is wrong with it.
[[nodiscard]] std::optional<run::Choice> compile_choice(const run::Options& options,
                                                        const PrintOptions& print);

/// Compiles an expression, `@FILE` read from that file, or tells what is wrong with it; `what` is where it
/// was given.
[[nodiscard]] std::optional<query::Expression> compile_expression(const std::string& text,
                                                                  std::string_view what,
                                                                  const PrintOptions& print);

/// The paths of an option that adds up, or tells what is wrong with them.
[[nodiscard]] std::optional<std::vector<schema::Path>> compile_paths(const std::vector<std::string>& lists,
                                                                     std::string_view option);

/// The languages of --lang, none where it is not given, or tells what is wrong with it.
[[nodiscard]] std::optional<std::vector<std::string>> compile_languages(
    const std::optional<std::string>& list);

}  // namespace hookspect::cli
