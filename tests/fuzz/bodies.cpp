// Any bytes are cut into bodies, checked and printed without a crash, in every framing; the pieces in which
// they come do not matter.

#include "check/checker.h"
#include "finding/policy.h"
#include "intake/framing/reader.h"
#include "report/card/card.h"
#include "report/finding/json.h"
#include "report/finding/text.h"
#include "support/pieces.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using hookspect::intake::Framing;

std::string told(std::string_view text, std::size_t piece, Framing framing) {
    hookspect::intake::ReadOptions options;
    options.framing = framing;
    options.limits = {.depth = 30, .body = 3000, .fields = 400};
    hookspect::intake::Source source = hookspect::test::source_of(text, piece);
    hookspect::intake::BodyReader reader(options, [] {});
    reader.start(source);
    hookspect::event::Body body;
    std::vector<hookspect::finding::Finding> findings;
    std::string out;
    std::string unused;
    const hookspect::report::Presentation presentation{
        .colour = true, .width = 60, .notes = true, .ages = true};
    std::uint64_t offset = 0;
    while (reader.next(body)) {
        if (body.start.offset < offset) std::abort();
        offset = body.start.offset;
        findings.clear();
        hookspect::check::Checker().check(body, findings);
        out += std::to_string(body.start.offset) + " " + std::to_string(body.start.line) + "\n";
        for (const hookspect::finding::Finding& finding : findings) {
            hookspect::report::append_finding_json(out, body, finding);
            hookspect::report::append_finding(unused, body, finding, presentation);
        }
        hookspect::report::append_card(unused, body, findings, presentation);
        unused.clear();
    }
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t longest = 16 * 1024;
    if (size == 0 || size > longest) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const Framing framing : {Framing::automatic, Framing::json, Framing::ndjson, Framing::form}) {
        if (told(text, size, framing) != told(text, 1 + size / 40, framing)) std::abort();
    }
    return 0;
}
