#include "cli/diff_captures.h"

#include "cli/printing.h"
#include "run/messages.h"
#include "run/status.h"

#include <string>

namespace hookspect::cli {
namespace {

/// Reads the events of both sides again, pair by pair, and prints what is different.
class Comparison {
public:
    Comparison(const DiffSettings& settings, const ops::Both<DiffSideInput*>& sides,
               const ops::DiffOptions& options, output::Output& output)
        : sides_(sides),
          options_(&options),
          output_(&output),
          quiet_(settings.quiet),
          format_(settings.format->captures),
          presentation_(presentation_for(settings.print, output)),
          page_{{settings.arguments[0], settings.arguments[1]}, &presentation_} {
        totals().events = {sides.before->places.size(), sides.after->places.size()};
        totals().without_key = sides.before->without_key + sides.after->without_key;
        totals().repeated = sides.before->repeated + sides.after->repeated;
        for (const std::string& path : settings.by)
            totals().by.append(totals().by.empty() ? "" : ", ").append(path);
    }

    run::Status run() {
        std::string& out = output_->text();
        if (!quiet_ && format_->begin != nullptr) format_->begin(out, page_);
        compare_all();
        if (!quiet_) format_->end(out, page_);
        if (unreadable_) return run::Status::unreadable;
        return totals().different() > 0 ? run::Status::found : run::Status::good;
    }

private:
    ops::Both<DiffSideInput*> sides_;
    const ops::DiffOptions* options_;
    output::Output* output_;
    bool quiet_;
    const report::CapturesFormat* format_;
    report::Presentation presentation_;
    report::CapturesPage page_;
    bool unreadable_ = false;
    std::string told_;  // the last error

    report::CaptureTotals& totals() { return page_.totals; }

    void compare_all() {
        for (const ops::EventPair& pair : ops::pair_events(sides_.before->marks, sides_.after->marks)) {
            if (output_->failed() || (quiet_ && totals().different() > 0)) break;
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
            ++totals().same;
            return;
        }
        const event::Event* before = read(ops::Side::before, pair.before);
        const event::Event* after = read(ops::Side::after, pair.after);
        if (before == nullptr || after == nullptr) return;
        const ops::Difference difference = ops::diff(*before, *after, *options_);
        totals().uncarried.add(difference);
        if (difference.same()) {
            ++totals().same;
            return;
        }
        ++totals().changes[ops::ChangeKind::changed];
        if (quiet_) return;
        format_->add_changed(
            output_->text(), page_, difference,
            {source_of(ops::Side::before, pair.before), source_of(ops::Side::after, pair.after)});
    }

    void tell_lone(ops::Side side, std::uint32_t index) {
        const event::Event* event = read(side, index);
        if (event == nullptr) return;
        const ops::ChangeKind kind =
            side == ops::Side::before ? ops::ChangeKind::removed : ops::ChangeKind::added;
        ++totals().changes[kind];
        if (quiet_) return;
        format_->add_lone(output_->text(), page_, kind, *event, source_of(side, index));
    }

    /// Then they are the same, whatever they say.
    bool have_same_bytes(const intake::StoredEvent& before, const intake::StoredEvent& after) const {
        if (before.size != after.size || before.encoding != after.encoding) return false;
        const auto bytes_before = sides_.before->stored.bytes(before);
        const auto bytes_after = sides_.after->stored.bytes(after);
        return bytes_before && bytes_after && *bytes_before == *bytes_after;
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
        return {sides_[side]->stored.name_of(place), place.number, place.line};
    }
};

}  // namespace

run::Status compare_captures(const DiffSettings& settings, const ops::Both<DiffSideInput*>& sides,
                             const ops::DiffOptions& options, output::Output& output) {
    return Comparison(settings, sides, options, output).run();
}

}  // namespace hookspect::cli
