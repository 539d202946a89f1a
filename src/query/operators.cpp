#include "query/operators.h"

#include "base/nearest.h"

#include <algorithm>
#include <array>
#include <vector>

namespace hookspect::query {
namespace {

using enum Operator;
using enum OperandForm;
using std::string_view;

constexpr auto strict = Dialect::strict;
constexpr auto aql = Dialect::aql;

constexpr auto table = std::to_array<OperatorWord>({
    {"==", equal, false, one, strict, false},
    {"!=", equal, true, one, strict, false},
    {"<", less, false, one, strict, false},
    {"<=", less_or_equal, false, one, strict, false},
    {">", greater, false, one, strict, false},
    {">=", greater_or_equal, false, one, strict, false},
    {"=~", match, false, pattern, strict, false},
    {"!~", match, true, pattern, strict, false},
    {"in", in, false, list, strict, true},
    {"contains", contains, false, one, strict, true},
    {"startsWith", starts_with, false, one, strict, true},
    {"endsWith", ends_with, false, one, strict, true},
    {"between", between, false, pair, strict, true},
    {"known", known, false, none, strict, true},
    {"unknown", unknown, false, none, strict, true},
    {"empty", empty, false, none, strict, false},
    {"eq", equal, false, one, aql, true},
    {"neq", equal, true, one, aql, true},
    {"gt", greater, false, one, aql, true},
    {"gte", greater_or_equal, false, one, aql, true},
    {"lt", less, false, one, aql, true},
    {"lte", less_or_equal, false, one, aql, true},
    {"notIn", in, true, list, aql, true},
    {"notContains", contains, true, one, aql, true},
    {"match", match, false, pattern, aql, true},
    {"notMatch", match, true, pattern, aql, true},
    {"anyOf", any_of, false, list, aql, true},
    {"noneOf", any_of, true, list, aql, true},
    {"allOf", all_of, false, list, aql, true},
});

constexpr std::array<string_view, 6> other_keywords{"and", "or", "not", "valid", "invalid", "rule"};

/// What people bring along from other languages.
struct Habit {
    string_view word;
    string_view meant;
};
constexpr auto habits = std::to_array<Habit>({
    {"=", "=="},         {"===", "=="},          {"is", "=="},        {"!==", "!="},
    {"<>", "!="},        {"=<", "<="},           {"=>", ">="},        {"~", "=~"},
    {"~=", "=~"},        {"like", "=~"},         {"ne", "neq"},       {"ge", "gte"},
    {"le", "lte"},       {"&&", "and"},          {"&", "and"},        {"||", "or"},
    {"|", "or"},         {"!", "not"},           {"has", "contains"}, {"includes", "contains"},
    {"exists", "known"}, {"missing", "unknown"}, {"oneOf", "anyOf"},
});

string_view meant_by_habit(string_view word) {
    const auto* found =
        std::find_if(habits.begin(), habits.end(), [word](const Habit& habit) { return habit.word == word; });
    return found == habits.end() ? string_view{} : found->meant;
}

string_view nearest_word(string_view word, bool in_aql) {
    std::vector<string_view> words;
    for (const OperatorWord& one : table) {
        if ((!in_aql || one.in_aql) && one.word.front() >= 'a') words.push_back(one.word);
    }
    words.insert(words.end(), {"and", "or"});
    if (in_aql) words.emplace_back("not");
    const auto near = base::nearest(word, words);
    return near.empty() ? string_view{} : near.front();
}

}  // namespace

std::span<const OperatorWord> operator_words() noexcept {
    return table;
}

const OperatorWord* find_operator(string_view word) noexcept {
    const auto* found =
        std::find_if(table.begin(), table.end(), [word](const auto& row) { return row.word == word; });
    return found == table.end() ? nullptr : found;
}

const OperatorWord* find_aql_operator(string_view word) noexcept {
    const OperatorWord* found = find_operator(word);
    return found != nullptr && found->in_aql ? found : nullptr;
}

bool is_keyword(string_view word) noexcept {
    const bool other = std::find(other_keywords.begin(), other_keywords.end(), word) != other_keywords.end();
    return other || find_operator(word) != nullptr;
}

string_view operator_meant_by(string_view word) {
    const string_view habit = meant_by_habit(word);
    return habit.empty() ? nearest_word(word, false) : habit;
}

string_view aql_operator_meant_by(string_view word) {
    const string_view habit = meant_by_habit(word);
    return find_aql_operator(habit) == nullptr ? nearest_word(word, true) : habit;
}

}  // namespace hookspect::query
