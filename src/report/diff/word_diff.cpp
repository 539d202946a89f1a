#include "report/diff/word_diff.h"

#include "base/align.h"
#include "base/seeded_hash.h"
#include "base/utf8.h"

#include <cstdint>

namespace hookspect::report {
namespace {

enum class Character : std::uint8_t { word, blank, alone };

/// Han, Kana and their like: a sentence has no blanks.
constexpr bool is_ideographic(char32_t c) {
    return (c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x40000);
}

constexpr Character character_of(char32_t c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return Character::blank;
    if (c >= 0x80) return is_ideographic(c) ? Character::alone : Character::word;
    const bool word = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return word ? Character::word : Character::alone;
}

std::vector<std::string_view> tokens_of(std::string_view text) {
    std::vector<std::string_view> tokens;
    Character last = Character::alone;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::front_code_point(text.substr(at));
        const Character kind = character_of(point.value);
        if (kind == last && kind != Character::alone) {
            tokens.back() = {tokens.back().data(), tokens.back().size() + point.size};
        } else {
            tokens.push_back(text.substr(at, point.size));
        }
        last = kind;
        at += point.size;
    }
    return tokens;
}

bool is_word(std::string_view token) {
    return character_of(base::front_code_point(token).value) == Character::word ||
           is_ideographic(base::front_code_point(token).value);
}

bool is_blank_run(const TextRun& run) {
    return run.same && run.before.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_replacement(const TextRun& run) {
    return !run.same && !run.before.empty() && !run.after.empty();
}

std::string_view joined(std::string_view front, std::string_view back) {
    return {front.data(), front.size() + back.size()};
}

/// Two replacements with nothing but blanks between them read better as one.
std::vector<TextRun> merged(const std::vector<TextRun>& runs) {
    std::vector<TextRun> result;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        result.push_back(runs[i]);
        while (i + 2 < runs.size() && is_replacement(result.back()) && is_blank_run(runs[i + 1]) &&
               is_replacement(runs[i + 2])) {
            TextRun& run = result.back();
            run.before = joined(joined(run.before, runs[i + 1].before), runs[i + 2].before);
            run.after = joined(joined(run.after, runs[i + 1].after), runs[i + 2].after);
            i += 2;
        }
    }
    return result;
}

/// The part of a text from one token up to another.
std::string_view between(std::string_view text, const std::vector<std::string_view>& tokens,
                         std::size_t begin, std::size_t end) {
    const auto offset = [&](std::size_t token) {
        return token == tokens.size() ? text.size()
                                      : static_cast<std::size_t>(tokens[token].data() - text.data());
    };
    return text.substr(offset(begin), offset(end) - offset(begin));
}

}  // namespace

WordDiff word_diff(std::string_view before, std::string_view after) {
    const auto a = tokens_of(before);
    const auto b = tokens_of(after);
    base::SeededMap<std::uint32_t, std::string_view> known;
    const auto numbered = [&known](const std::vector<std::string_view>& tokens) {
        std::vector<std::uint32_t> numbers;
        numbers.reserve(tokens.size());
        for (const std::string_view token : tokens) {
            numbers.push_back(
                known.try_emplace(token, static_cast<std::uint32_t>(known.size())).first->second);
        }
        return numbers;
    };
    auto matches = base::align(numbered(a), numbered(b));
    matches.push_back({a.size(), b.size()});
    WordDiff result;
    std::vector<TextRun> runs;
    base::Aligned from{0, 0};
    for (std::size_t i = 0; i < matches.size();) {
        if (from != matches[i]) {
            runs.push_back({between(before, a, from.before, matches[i].before),
                            between(after, b, from.after, matches[i].after), false});
        }
        const base::Aligned begin = matches[i];
        if (begin.before == a.size()) break;
        base::Aligned end = begin;  // behind a run of matches
        while (matches[i] == end && end.before != a.size()) {
            result.any_word_same |= is_word(a[end.before]);
            end = {end.before + 1, end.after + 1};
            ++i;
        }
        runs.push_back(
            {between(before, a, begin.before, end.before), between(after, b, begin.after, end.after), true});
        from = end;
    }
    result.runs = merged(runs);
    return result;
}

}  // namespace hookspect::report
