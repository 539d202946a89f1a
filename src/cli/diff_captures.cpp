#include "cli/diff_captures.h"

#include "cli/options.h"
#include "report/diff/captures_json.h"
#include "report/diff/captures_text.h"
#include "run/messages.h"
#include "run/printing.h"

#include <string>

namespace hookspect {
namespace {

/// Reads the events of both sides again, pair by pair, and prints what is different.
class Comparison {
public:
    Comparison(const Settings& settings, const Both<DiffSideInput*>& sides, const DiffOptions& options,
               Output& output)
        : sides_(sides),
          options_(&options),
          output_(&output),
          names_{settings.arguments[0], settings.arguments[1]},
          quiet_(settings.quiet),
          json_(settings.format == "json"),
          presentation_(presentation_for(settings, output)) {
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
            append_captures_total(out, totals_, presentation_);
        }
        if (unreadable_) return Status::unreadable;
        return totals_.different() > 0 ? Status::found : Status::good;
    }

private:
    Both<DiffSideInput*> sides_;
    const DiffOptions* options_;
    Output* output_;
    Both<std::string_view> names_;
    bool quiet_;
    bool json_;
    Presentation presentation_;
    CaptureTotals totals_;
    CapturesJson json_printer_;
    bool unreadable_ = false;
    std::string told_;  // the last error

    void compare_all() {
        for (const EventPair& pair : pair_events(sides_.before->marks, sides_.after->marks)) {
            if (output_->failed() || (quiet_ && totals_.different() > 0)) break;
            compare(pair);
            output_->drain();
        }
    }

    void compare(const EventPair& pair) {
        if (pair.before == EventPair::none) return tell_lone(Side::after, pair.after);
        if (pair.after == EventPair::none) return tell_lone(Side::before, pair.before);
        const StoredEvent& place_before = sides_.before->places[pair.before];
        const StoredEvent& place_after = sides_.after->places[pair.after];
        if (have_same_bytes(place_before, place_after)) {
            ++totals_.same;
            return;
        }
        const Event* before = read(Side::before, pair.before);
        const Event* after = read(Side::after, pair.after);
        if (before == nullptr || after == nullptr) return;
        const Difference difference = diff(*before, *after, *options_);
        totals_.uncarried.add(difference);
        if (difference.same()) {
            ++totals_.same;
            return;
        }
        ++totals_.changes[ChangeKind::changed];
        if (quiet_) return;
        if (json_) {
            json_printer_.add_changed(
                output_->text(), difference,
                {source_of(Side::before, pair.before), source_of(Side::after, pair.after)});
        } else {
            begin_text();
            append_changed_event(output_->text(), difference, presentation_);
        }
    }

    void tell_lone(Side side, std::uint32_t index) {
        const Event* event = read(side, index);
        if (event == nullptr) return;
        const ChangeKind kind = side == Side::before ? ChangeKind::removed : ChangeKind::added;
        ++totals_.changes[kind];
        if (quiet_) return;
        if (json_) {
            json_printer_.add_lone(output_->text(), kind, *event, source_of(side, index));
        } else {
            begin_text();
            append_lone_event(output_->text(), kind, *event, presentation_);
        }
    }

    /// Then they are the same, whatever they say.
    bool have_same_bytes(const StoredEvent& before, const StoredEvent& after) const {
        if (before.size != after.size || before.encoding != after.encoding) return false;
        const auto bytes_before = sides_.before->stored.bytes(before);
        const auto bytes_after = sides_.after->stored.bytes(after);
        return bytes_before && bytes_after && *bytes_before == *bytes_after;
    }

    /// In text the first difference is headed by the bar. Captures that are the same have none.
    void begin_text() {
        if (totals_.different() == 1) append_captures_bar(output_->text(), names_, totals_, presentation_);
    }

    const Event* read(Side side, std::uint32_t index) {
        const auto event = sides_[side]->stored.event(sides_[side]->places[index]);
        if (event) return *event;
        unreadable_ = true;
        if (event.error().message != told_) tell(event.error());
        told_ = event.error().message;
        return nullptr;
    }

    EventSource source_of(Side side, std::uint32_t index) const {
        const StoredEvent& place = sides_[side]->places[index];
        return {sides_[side]->stored.name_of(place), place.number};
    }
};

}  // namespace

int compare_captures(const Settings& settings, const Both<DiffSideInput*>& sides, const DiffOptions& options,
                     Output& output) {
    return Comparison(settings, sides, options, output).run();
}

}  // namespace hookspect
