#include "run/left_out.h"

#include "check/checker.h"
#include "finding/headline.h"

#include <utility>
#include <vector>

namespace hookspect::run {

bool LeftOut::takes(const event::Body& body, output::Printed& printed) {
    if (!body.fault) return false;
    ++count_;
    tell_left_out(body, printed);
    return true;
}

void LeftOut::leave(event::Body body, event::Fault fault, output::Printed& printed) {
    body.event = nullptr;
    body.fault = std::move(fault);
    static_cast<void>(takes(body, printed));
}

void tell_left_out(const event::Body& body, output::Printed& printed) {
    std::vector<finding::Finding> findings;
    check::Checker().check(body, findings);
    for (const finding::Finding& finding : findings) {
        std::string text = finding::headline(body.source, finding);
        text += ", left out";
        if (finding.rule == schema::Rule::limit) text.append("; ").append(finding.hint);
        text += "\n";
        printed.tell(std::move(text));
    }
}

}  // namespace hookspect::run
