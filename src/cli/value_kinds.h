#pragma once

#include "cli/option.h"
#include "query/completion.h"

#include <string>
#include <string_view>
#include <vector>

namespace hookspect::cli {

/// How an unfinished command line can go on.
struct LineCompletions {
    std::vector<query::Completion> words;
    bool files = false;  // names of files can stand there, too
};

/// Adds to the completions of a line what goes on from an unfinished word.
class Candidates {
public:
    /// `start` is the word; `before` is put in front of each completion of it.
    Candidates(LineCompletions& line, std::string_view start, std::string_view before = {})
        : line_(&line), start_(start), before_(before) {}

    void add(std::string_view text, std::string_view about = {}, bool unfinished = false) const;
    void add(const std::vector<query::Completion>& completions) const;
    void allow_files() const { line_->files = before_.empty(); }

    [[nodiscard]] std::string_view start() const { return start_; }

    /// The same after the last comma.
    [[nodiscard]] Candidates in_list() const;

private:
    LineCompletions* line_;
    std::string_view start_;
    std::string before_;
};

// What values and arguments are: how help prints them, and how they are completed.

void complete_file(const Candidates& candidates);
void complete_path(const Candidates& candidates);
void complete_paths(const Candidates& candidates);
void complete_expression(const Candidates& candidates);
void complete_rule(const Candidates& candidates);
void complete_rules(const Candidates& candidates);
void complete_rules_or_all(const Candidates& candidates);
void complete_event_kinds(const Candidates& candidates);
void complete_languages(const Candidates& candidates);

inline constexpr ValueKind flag{};
inline constexpr ValueKind number_value{"N"};
inline constexpr ValueKind file_value{"FILE", complete_file};
inline constexpr ValueKind paths_value{"PATH,...", complete_paths};
inline constexpr ValueKind expression_value{"EXPR", complete_expression};
inline constexpr ValueKind rules_value{"RULE,...", complete_rules};
inline constexpr ValueKind rules_or_all_value{"RULE,...", complete_rules_or_all};
inline constexpr ValueKind event_kinds_value{"KIND,...", complete_event_kinds};
inline constexpr ValueKind languages_value{"CODE,...", complete_languages};
inline constexpr ValueKind files_argument{"[FILE...]", complete_file};

}  // namespace hookspect::cli
