#include "report/diff/form_losses.h"

#include "event/pointer.h"
#include "term/safe_text.h"

namespace hookspect::report {

void FormLosses::add(const event::Body& body, std::span<const event::LostInForm> lost) {
    for (const event::LostInForm& one : lost) {
        Kind& kind = kinds_[static_cast<std::size_t>(one.loss)];
        if (kind.count++ > 0) continue;
        term::append_safe(kind.first, body.source);
        kind.first.append(":").append(std::to_string(body.start.line));
        const std::string pointer = event::pointer_of(*body.event, one.slot);
        if (pointer.empty()) continue;  // the whole body
        kind.first.append(" at ");
        term::append_safe(kind.first, pointer);
    }
}

void FormLosses::add(const FormLosses& later) {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i].count == 0) kinds_[i].first = later.kinds_[i].first;
        kinds_[i].count += later.kinds_[i].count;
    }
}

void FormLosses::append_to(std::string& out) const {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i].count == 0) continue;
        out.append("hookspect: form encoding could not carry ");
        event::append_form_loss(out, static_cast<event::FormLoss>(i), kinds_[i].count);
        out.append(kinds_[i].count == 1 ? ", " : ", the first ").append(kinds_[i].first).append("\n");
    }
}

}  // namespace hookspect::report
