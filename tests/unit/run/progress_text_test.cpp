#include "run/progress_text.h"

#include <doctest/doctest.h>

namespace hookspect {

TEST_CASE("how far a run is") {
    const struct {
        run::ProgressNumbers progress;
        std::string_view text;
    } cases[] = {
        {{0, 0, {}, 0}, "0 events, 0.0 kB"},
        {{1, 1500, {}, 2}, "1 event, 1.5 kB, 0.8 kB/s"},
        {{3104, 34'500'000, 200'100'000, 0.5},
         "3,104 events, 34.5 MB of 200.1 MB, 17%, 69.0 MB/s, 0:02 left"},
        {{5, 1'000'000, 751'000'000, 1}, "5 events, 1.0 MB of 751.0 MB, 0%, 1.0 MB/s, 12:30 left"},
        {{5, 1'000'000, 3'724'000'000, 1}, "5 events, 1.0 MB of 3.7 GB, 0%, 1.0 MB/s, 1:02:03 left"},
        {{5, 7'000'000, 7'000'000, 7}, "5 events, 7.0 MB of 7.0 MB, 100%, 1.0 MB/s, 0:00 left"},
        // A file that grew since it was measured.
        {{5, 8'000'000, 7'000'000, 8}, "5 events, 8.0 MB, 1.0 MB/s"},
        {{5, 999'960, {}, 1}, "5 events, 1.0 MB, 1.0 MB/s"},
        {{5, 1, 1'000'000'000'000, 1}, "5 events, 0.0 kB of 1.0 TB, 0%, 0.0 kB/s, 100:00:00 left"},
    };
    for (const auto& entry : cases) {
        std::string text;
        run::append_progress(text, entry.progress);
        CHECK(text == entry.text);
    }
}

}  // namespace hookspect
