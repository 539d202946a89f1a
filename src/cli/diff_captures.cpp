#include "cli/diff_captures.h"

#include "cli/options.h"
#include "report/diff/captures_json.h"
#include "report/diff/captures_text.h"
#include "run/messages.h"
#include "run/printing.h"

#include <string>

namespace hookspect::cli {
namespace {

/// Reads the events of both sides again, pair by pair, and prints what is different.
class Comparison {
public:
    Comparison(const Settings& settings, const ops::Both<DiffSideInput*>& sides,
               const ops::DiffOptions& options, output::Output& output)
        : sides_(sides),
          options_(&options),
          output_(&output),
          names_{settings.arguments[0], settings.arguments[1]},
          quiet_(settings.quiet),
          json_(settings.format == "json"),
          presentation_(run::presentation_for(settings, output)) {
        totals_.events = {sides.before->places.size(), sides.after->places.size()};
    }

    int run() {
        std::string& out = output_->text();
        if (quiet_) {
            compare_all();
        } else if (json_) {
            json_printer_.begin(out, totals_);
            compare_all();
            json_printer_.end(out, totals_);
        } else {
            compare_all();
            report::append_captures_total(out, totals_, presentation_);
        }
        if (unreadable_) return Status::unreadable;
        return totals_.different() > 0 ? Status::found : Status::good;
    }

private:
    ops::Both<DiffSideInput*> sides_;
    const ops::DiffOptions* options_;
    output::Output* output_;
    ops::Both<std::string_view> names_;
    bool quiet_;
    bool json_;
    report::Presentation presentation_;
    report::CaptureTotals totals_;
    report::CapturesJson json_printer_;
    bool unreadable_ = false;
    std::string told_;  // the last error

    void compare_all() {
        for (const ops::EventPair& pair : ops::pair_events(sides_.before->marks, sides_.after->marks)) {
            if (output_->failed() || (quiet_ && totals_.different() > 0)) break;
            compare(pair);
            output_->drain();
        }
    }

    void compare(const ops::EventPair& pair) {
        if (pair.before == ops::EventPair::none) return tell_lone(ops::Side::after, pair.after);
        if (pair.after == ops::EventPair::none) return tell_lone(ops::Side::before, pair.before);
        const intake::StoredEvent& place_before = sides_.before->places[pair.before];
        const intake::StoredEvent& place_after = sides_.after->places[pair.after];
        if (have_same_bytes(place_before, place_after)) {
            ++totals_.same;
            return;
        }
        const event::Event* before = read(ops::Side::before, pair.before);
        const event::Event* after = read(ops::Side::after, pair.after);
        if (before == nullptr || after == nullptr) return;
        const ops::Difference difference = ops::diff(*before, *after, *options_);
        totals_.uncarried.add(difference);
        if (difference.same()) {
            ++totals_.same;
            return;
        }
        ++totals_.changes[ops::ChangeKind::changed];
        if (quiet_) return;
        if (json_) {
            json_printer_.add_changed(
                output_->text(), difference,
                {source_of(ops::Side::before, pair.before), source_of(ops::Side::after, pair.after)});
        } else {
            begin_text();
            report::append_changed_event(output_->text(), difference, presentation_);
        }
    }

    void tell_lone(ops::Side side, std::uint32_t index) {
        const event::Event* event = read(side, index);
        if (event == nullptr) return;
        const ops::ChangeKind kind =
            side == ops::Side::before ? ops::ChangeKind::removed : ops::ChangeKind::added;
        ++totals_.changes[kind];
        if (quiet_) return;
        if (json_) {
            json_printer_.add_lone(output_->text(), kind, *event, source_of(side, index));
        } else {
            begin_text();
            report::append_lone_event(output_->text(), kind, *event, presentation_);
        }
    }

    /// Then they are the same, whatever they say.
    bool have_same_bytes(const intake::StoredEvent& before, const intake::StoredEvent& after) const {
        if (before.size != after.size || before.encoding != after.encoding) return false;
        const auto bytes_before = sides_.before->stored.bytes(before);
        const auto bytes_after = sides_.after->stored.bytes(after);
        return bytes_before && bytes_after && *bytes_before == *bytes_after;
    }

    /// In text the first difference is headed by the bar. Captures that are the same have none.
    void begin_text() {
        if (totals_.different() == 1)
            report::append_captures_bar(output_->text(), names_, totals_, presentation_);
    }

    const event::Event* read(ops::Side side, std::uint32_t index) {
        const auto event = sides_[side]->stored.event(sides_[side]->places[index]);
        if (event) return *event;
        unreadable_ = true;
        if (event.error().message != told_) run::tell(event.error());
        told_ = event.error().message;
        return nullptr;
    }

    report::EventSource source_of(ops::Side side, std::uint32_t index) const {
        const intake::StoredEvent& place = sides_[side]->places[index];
        return {sides_[side]->stored.name_of(place), place.number};
    }
};

}  // namespace

int compare_captures(const Settings& settings, const ops::Both<DiffSideInput*>& sides,
                     const ops::DiffOptions& options, output::Output& output) {
    return Comparison(settings, sides, options, output).run();
}

}  // namespace hookspect::cli
