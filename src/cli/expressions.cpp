#include "capture/inputs.h"
#include "cli/bodies.h"
#include "cli/messages.h"
#include "cli/query_errors.h"
#include "term/terminal.h"

#include <unistd.h>

namespace hookspect {

std::optional<Expression> compile_expression(const std::string& text, std::string_view what) {
    std::string expression = text;
    if (text.starts_with('@')) {
        auto read = read_text(text.substr(1));
        if (!read) {
            tell(read.error());
            return std::nullopt;
        }
        expression = std::move(*read);
    }
    const std::int64_t now = decide_presentation(read_terminal_state(STDOUT_FILENO)).now;
    auto parsed = Expression::parse(expression, now);
    if (auto* error = std::get_if<QueryError>(&parsed)) {
        tell_query_error(*error, expression, what);
        return std::nullopt;
    }
    return std::get<Expression>(std::move(parsed));
}

std::optional<Choice> compile_choice(const Settings& settings) {
    Choice choice;
    choice.latest = settings.latest;
    for (const std::string& text : settings.where) {
        auto expression = compile_expression(text, "--where");
        if (!expression) return std::nullopt;
        choice.where.push_back(std::move(*expression));
    }
    return choice;
}

}  // namespace hookspect
