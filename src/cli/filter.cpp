#include "check/checker.h"
#include "cli/expressions.h"
#include "cli/options.h"
#include "event/body_line.h"
#include "run/bodies.h"
#include "run/messages.h"
#include "run/printing.h"
#include "run/run_end.h"
#include "term/safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace hookspect::cli {
namespace {

/// Decides what is kept, prints it as asked, and counts.
class Sieve {
public:
    Sieve(const Settings& settings, const query::Expression& expression, const check::Checker& checker)
        : settings_(&settings), expression_(&expression), checker_(&checker) {}

    run::Go use(const event::Body& body, output::Printed& printed) {
        if (kept_ >= settings_->limit) return run::Go::stop;
        ++seen_;
        if (matches(body) == settings_->invert) {
            if (body.fault && !expression_->needs_findings()) leave_out(body, printed);
            return run::Go::on;
        }
        ++kept_;
        ++kept_here_;
        if (settings_->quiet) return run::Go::stop;
        const bool last = kept_ >= settings_->limit;
        if (settings_->list_files) return last ? run::Go::stop : run::Go::next_source;
        if (!settings_->count) {
            event::append_as_line(printed.text, body);
            printed.text += '\n';
        }
        return last ? run::Go::stop : run::Go::on;
    }

    [[nodiscard]] Sieve part() const { return {*settings_, *expression_, *checker_}; }

    [[nodiscard]] bool join(const Sieve& part) {
        if (part.kept_ > 0 && part.kept_ >= settings_->limit - kept_) return false;
        seen_ += part.seen_;
        kept_ += part.kept_;
        kept_here_ += part.kept_here_;
        left_out_ += part.left_out_;
        return true;
    }

    /// Behind each input: `named` says whether the count is to have its name.
    void end_source(const std::string& source, bool named, std::string& out) {
        const std::uint64_t kept = std::exchange(kept_here_, 0);
        if (settings_->quiet) return;
        if (settings_->list_files) {
            if (kept > 0) out += source + "\n";
        } else if (settings_->count) {
            out += named ? fmt::format("{}:{}\n", source, kept) : fmt::format("{}\n", kept);
        }
    }

    /// How many of how many, on standard error: a filter that keeps nothing by mistake must not go unseen.
    void tell_kept() const {
        if (settings_->quiet || settings_->count || settings_->list_files) return;
        const std::string text =
            fmt::format("kept {} of {} {}\n", kept_, seen_, seen_ == 1 ? "event" : "events");
        std::fwrite(text.data(), 1, text.size(), stderr);
    }

    [[nodiscard]] std::uint64_t left_out() const { return left_out_; }
    [[nodiscard]] int status() const {
        if (left_out_ > 0) return Status::unreadable;
        return kept_ > 0 ? Status::good : Status::found;
    }

private:
    const Settings* settings_;
    const query::Expression* expression_;
    const check::Checker* checker_;
    std::vector<finding::Finding> findings_;
    std::uint64_t seen_ = 0;
    std::uint64_t kept_ = 0;
    std::uint64_t kept_here_ = 0;
    std::uint64_t left_out_ = 0;  // bodies that cannot be read, and that the expression knows nothing of

    bool matches(const event::Body& body) {
        findings_.clear();
        if (expression_->needs_findings()) checker_->check(body, findings_);
        return expression_->matches({body.event, findings_});
    }

    /// To an expression that asks the validator a body that cannot be read is an answer like any other; to
    /// any other it may have been one that matches.
    void leave_out(const event::Body& body, output::Printed& printed) {
        ++left_out_;
        if (!settings_->quiet) run::tell_left_out(body, printed);
    }
};

}  // namespace

int run_filter(const Settings& settings) {
    if (settings.arguments.empty()) {
        run::tell({"filter needs an expression", "hookspect filter 'event.resource == campaign' FILE"});
        return Status::usage;
    }
    const auto expression = compile_expression(settings.arguments.front(), "filter", settings);
    const auto choice = compile_choice(settings);
    if (!expression || !choice) return Status::usage;
    auto output = run::open_output(settings);
    if (!output) return Status::unreadable;
    const bool prints_names = settings.count || settings.list_files;
    if (!prints_names) output->escape_json();
    event::Selection selection;
    expression->select(selection);
    run::select(*choice, settings, selection);
    const auto files = std::span(settings.arguments).subspan(1);
    const check::Checker checker({.policy = settings.policy, .now = run::present_for(settings)});
    Sieve sieve(settings, *expression, checker);
    Settings whole = settings;  // --limit counts what is kept
    whole.limit = unlimited;
    run::BodyUser user = run::shared(sieve, *output, &selection);
    user.source_ended = [&](const std::string& source) {
        sieve.end_source(output->is_terminal() ? term::safe_text(source) : source,
                         run::may_be_one_of_several(settings, files, source), output->text());
    };
    run::RunResult result = run::read_bodies(whole, files, *choice, *output, user);
    result.left_out = sieve.left_out();
    const int status = run::end_run(*output, result, result.nothing_to_read ? Status::usage : sieve.status());
    if (!result.nothing_to_read) sieve.tell_kept();
    return status;
}

}  // namespace hookspect::cli
