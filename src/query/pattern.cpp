#include "query/pattern.h"

#include "base/utf8.h"
#include "base/wording.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

namespace hookspect::query {
namespace {

using std::string_view;

constexpr std::size_t longest = 4096;          // bytes of an expression
constexpr std::int64_t most_memory = 4 << 20;  // bytes of a compiled one
constexpr string_view linear = "regular expressions are those of RE2, which runs in linear time";

/// What is said of a construct that RE2 refuses, from where it begins in the expression.
base::TextError refusal(string_view rest) {
    const auto begins = [rest](string_view front) { return rest.substr(0, front.size()) == front; };
    if (begins("(?<=") || begins("(?<!")) return {"lookbehind is not supported", 0, 4, std::string(linear)};
    if (begins("(?=") || begins("(?!")) return {"lookahead is not supported", 0, 3, std::string(linear)};
    if (begins("(?>")) return {"atomic groups are not supported", 0, 3, std::string(linear)};
    if (begins("(?<")) return {"a named group is written (?P<name>…)", 0, 3, {}};
    if (begins("\\u")) return {"no such escape: \\u", 0, 2, "a code point is written \\x{e9}"};
    const bool digit = rest.size() > 1 && rest[0] == '\\' && rest[1] >= '1' && rest[1] <= '9';
    if (digit || begins("\\k")) return {"back-references are not supported", 0, 2, std::string(linear)};
    return {"", 0, 0, {}};
}

string_view words_for(re2::RE2::ErrorCode code) {
    switch (code) {
        case re2::RE2::ErrorBadEscape: return "no such escape";
        case re2::RE2::ErrorBadCharClass: return "no such character class";
        case re2::RE2::ErrorBadCharRange: return "a character range that ends before it begins";
        case re2::RE2::ErrorMissingBracket: return "a [ is not closed";
        case re2::RE2::ErrorMissingParen: return "a ( is not closed";
        case re2::RE2::ErrorUnexpectedParen: return "a ) without its (";
        case re2::RE2::ErrorTrailingBackslash: return "a backslash at the end";
        case re2::RE2::ErrorRepeatArgument: return "nothing to repeat";
        case re2::RE2::ErrorRepeatSize: return "more than 1000 repetitions";
        case re2::RE2::ErrorRepeatOp: return "a repetition of a repetition";
        case re2::RE2::ErrorBadPerlOp: return "no such group";
        case re2::RE2::ErrorBadNamedCapture: return "no such name of a group";
        case re2::RE2::ErrorPatternTooLarge: return "it needs too much memory";
        case re2::RE2::ErrorBadUTF8: return "not UTF-8";
        case re2::RE2::ErrorInternal:
        case re2::RE2::NoError: break;
    }
    return "it cannot be compiled";
}

base::TextError error_of(string_view expression, const re2::RE2& compiled) {
    const string_view named = compiled.error_arg();
    const std::size_t found = named.empty() ? string_view::npos : expression.find(named);
    const std::size_t at = found == string_view::npos ? 0 : found;
    base::TextError error = refusal(expression.substr(at));
    if (error.message.empty()) {
        error.message = words_for(compiled.error_code());
        error.size = found == string_view::npos ? expression.size() : named.size();
        if (found != string_view::npos) error.message += ": " + std::string(named);
    }
    error.message = "in the regular expression: " + error.message;
    error.offset = at;
    return error;
}

}  // namespace

std::variant<Pattern, base::TextError> Pattern::compile(string_view expression, string_view flags) {
    if (expression.size() > longest) {
        return base::TextError{"a regular expression has at most " + std::to_string(longest) + " bytes",
                               0,
                               expression.size(),
                               {}};
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_never_capture(true);
    options.set_max_mem(most_memory);
    options.set_case_sensitive(flags.find('i') == string_view::npos);
    std::string text;
    if (flags.find('m') != string_view::npos) text += "(?m)";
    if (flags.find('s') != string_view::npos) text += "(?s)";
    text += expression;
    auto compiled = std::make_unique<re2::RE2>(text, options);
    if (!compiled->ok()) return error_of(expression, *compiled);
    return Pattern(std::move(compiled));
}

std::optional<base::TextError> Pattern::check_flags(string_view flags) {
    const std::size_t wrong = flags.find_first_not_of("gimsu");
    if (wrong == string_view::npos) return std::nullopt;
    const string_view flag = flags.substr(wrong, base::front_code_point(flags.substr(wrong)).size);
    return base::TextError{"no such flag of a regular expression: " + base::quoted(flag), wrong, flag.size(),
                           "the flags are i, m, s, g and u"};
}

Pattern::Pattern(std::unique_ptr<re2::RE2> expression) : expression_(std::move(expression)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

bool Pattern::found_in(string_view text) const {
    return re2::RE2::PartialMatch(text, *expression_);
}

}  // namespace hookspect::query
