#include "cli/value_kinds.h"

#include "query/expression_completion.h"
#include "schema/fields.h"
#include "schema/ids.h"
#include "schema/rules.h"

namespace hookspect::cli {

void Candidates::add(std::string_view text, std::string_view about, bool unfinished) const {
    if (!text.starts_with(start_)) return;
    line_->words.push_back({before_ + std::string(text), std::string(about), unfinished});
}

void Candidates::add(const std::vector<query::Completion>& completions) const {
    for (const query::Completion& one : completions) add(one.text, one.about, one.unfinished);
}

Candidates Candidates::in_list() const {
    Candidates last(*line_, start_, before_);
    const std::size_t comma = start_.rfind(',');
    if (comma == std::string_view::npos) return last;
    last.before_ += start_.substr(0, comma + 1);
    last.start_ = start_.substr(comma + 1);
    return last;
}

void complete_file(const Candidates& candidates) {
    candidates.allow_files();
}

void complete_path(const Candidates& candidates) {
    candidates.add(query::complete_path(candidates.start()));
}

void complete_paths(const Candidates& candidates) {
    candidates.add(query::complete_paths(candidates.start()));
}

void complete_expression(const Candidates& candidates) {
    candidates.add(query::complete_expression(candidates.start()));
}

void complete_rule(const Candidates& candidates) {
    for (const schema::RuleInfo& info : schema::rules()) candidates.add(info.name, info.summary);
}

void complete_rules(const Candidates& candidates) {
    complete_rule(candidates.in_list());
}

void complete_rules_or_all(const Candidates& candidates) {
    complete_rules(candidates);
    candidates.add("all", "every rule");
}

void complete_event_kinds(const Candidates& candidates) {
    const Candidates last = candidates.in_list();
    for (const std::string_view resource : schema::field(schema::ids::event_resource).values) {
        last.add(resource);
        const std::string dotted = std::string(resource) + ".";
        if (!last.start().starts_with(dotted)) continue;
        for (const std::string_view name : schema::field(schema::ids::event_name).values)
            last.add(dotted + std::string(name));
    }
}

void complete_languages(const Candidates& candidates) {
    const Candidates last = candidates.in_list();
    for (const std::string_view code : schema::languages()) last.add(code);
}

}  // namespace hookspect::cli
