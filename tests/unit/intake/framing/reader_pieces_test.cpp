#include "event/structurals.h"
#include "intake/framing/reader.h"
#include "support/bodies.h"
#include "support/captures.h"

#include <doctest/doctest.h>

namespace hookspect {
namespace {

/// The bodies that a reader finds in the first `lent` bytes, which it uses where they are, and in what
/// follows piece by piece.
std::string read(std::string_view text, const intake::ReadOptions& options, std::size_t piece,
                 std::size_t lent = 0) {
    const std::string front = std::string(text.substr(0, lent)).append(event::padding, '\0');
    intake::ByteStream stream = test::stream_of(text.substr(lent), piece);
    stream.lent = std::string_view(front).substr(0, lent);
    intake::BodyReader reader(options, [] {});
    reader.start(std::move(stream), "test", {});
    std::string bodies;
    for (event::Body body; reader.next(body);) bodies += test::described(body);
    return bodies;
}

}  // namespace

TEST_CASE("what is read does not depend on the pieces in which it comes") {
    test::Captures captures(1);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = captures.next();
        const intake::ReadOptions options = test::some_options(captures);
        const std::string whole = read(text, options, text.size() + 1);
        for (const std::size_t piece : {std::size_t{1}, 2 + captures.below(100)}) {
            INFO("round " << round << ", pieces of " << piece << ":\n" << text);
            REQUIRE(read(text, options, piece) == whole);
            REQUIRE(read(text, options, piece, captures.below(text.size() + 1)) == whole);
        }
    }
}

}  // namespace hookspect
