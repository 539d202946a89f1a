// The JSON decoder and the scanner agree: both take a text or both refuse it, in pieces of any size, within
// its bounds.

#include "event/json_decoder.h"
#include "event/json_scanner.h"
#include "event/json_value.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using hookspect::event::JsonScanner;

constexpr std::size_t deepest = 40;
constexpr std::size_t most_fields = 2000;

hookspect::event::Limits limits() {
    hookspect::event::Limits result;
    result.depth = deepest;
    result.fields = most_fields;
    return result;
}

struct Scanned {
    JsonScanner::Status status;
    std::size_t offset;
    bool crossed;
    bool operator==(const Scanned&) const = default;
};

Scanned scan(std::string_view text, std::size_t piece) {
    JsonScanner scanner(limits());
    auto status = JsonScanner::Status::more;
    while (!text.empty() && status == JsonScanner::Status::more) {
        status = scanner.feed(text.substr(0, piece));
        text.remove_prefix(std::min(piece, text.size()));
    }
    if (status == JsonScanner::Status::more) status = scanner.finish();
    return {status, scanner.offset(), scanner.limit_offset().has_value()};
}

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view given(reinterpret_cast<const char*>(data), size);
    std::string padded(given);
    padded.append(hookspect::event::padding, '}');  // what stands behind must not matter
    const std::string_view text(padded.data(), given.size());

    const Scanned whole = scan(text, text.size() + 1);
    require(whole == scan(text, 1) && whole == scan(text, 5));

    const bool blanks_behind = text.find_first_not_of(" \t\r\n", whole.offset) == std::string_view::npos;
    const bool taken = whole.status == JsonScanner::Status::complete && !whole.crossed && blanks_behind;
    hookspect::event::JsonDecoder decoder(limits());
    hookspect::event::Event event;
    require(decoder.decode(text, event) == taken);
    if (!taken) {
        JsonScanner scanner(limits());
        auto status = scanner.feed(text);
        if (status == JsonScanner::Status::more) status = scanner.finish();
        if (status == JsonScanner::Status::fault || scanner.limit_offset()) {
            require(scanner.describe(text).offset <= text.size());
        }
        return 0;
    }
    // What is written of it is the same event once more.
    std::string written;
    hookspect::event::append_json(written, event, 0);
    std::string again = written;
    again.append(hookspect::event::padding, ' ');
    hookspect::event::Event second;
    require(decoder.decode(std::string_view(again).substr(0, written.size()), second));
    require(second.count == event.count);
    std::string rewritten;
    hookspect::event::append_json(rewritten, second, 0);
    require(rewritten == written);
    return 0;
}
