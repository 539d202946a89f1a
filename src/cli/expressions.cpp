#include "cli/expressions.h"

#include "cli/printing.h"
#include "cli/query_errors.h"
#include "intake/source/inputs.h"
#include "ops/get.h"
#include "run/messages.h"

namespace hookspect::cli {

std::optional<query::Expression> compile_expression(const std::string& text, std::string_view what,
                                                    const PrintOptions& print) {
    std::string expression = text;
    if (text.starts_with('@')) {
        auto read = intake::read_text(text.substr(1));
        if (!read) {
            run::tell({std::string(what) + ": " + read.error().message, read.error().hint});
            return std::nullopt;
        }
        expression = std::move(*read);
    }
    auto parsed = query::Expression::parse(expression, present_for(print));
    if (auto* error = std::get_if<base::TextError>(&parsed)) {
        tell_query_error(*error, expression, what);
        return std::nullopt;
    }
    return std::get<query::Expression>(std::move(parsed));
}

std::optional<run::Choice> compile_choice(const run::Options& options, const PrintOptions& print) {
    run::Choice choice;
    choice.events = options.events;
    choice.numbers = options.numbers;
    choice.latest = options.latest;
    choice.policy = options.policy;
    if (!options.where.empty()) choice.now = present_for(print);
    for (const std::string& text : options.where) {
        auto expression = compile_expression(text, "--where", print);
        if (!expression) return std::nullopt;
        choice.where.push_back(std::move(*expression));
    }
    return choice;
}

std::optional<std::vector<schema::Path>> compile_paths(const std::vector<std::string>& lists,
                                                       std::string_view option) {
    std::vector<schema::Path> paths;
    for (const std::string& list : lists) {
        auto parsed = schema::parse_paths(list);
        if (const auto* error = std::get_if<base::TextError>(&parsed)) {
            tell_query_error(*error, list, option);
            return std::nullopt;
        }
        const auto& found = std::get<std::vector<schema::Path>>(parsed);
        paths.insert(paths.end(), found.begin(), found.end());
    }
    return paths;
}

std::optional<std::vector<std::string>> compile_languages(const std::optional<std::string>& list) {
    if (!list) return std::vector<std::string>();
    auto languages = ops::parse_languages(*list);
    if (const auto* error = std::get_if<base::TextError>(&languages)) {
        tell_query_error(*error, *list, "--lang");
        return std::nullopt;
    }
    return std::get<std::vector<std::string>>(std::move(languages));
}

}  // namespace hookspect::cli
