#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::finding {

/// The findings of an earlier run, known by their fingerprints.
class Baseline {
public:
    /// Reads what `validate -f sarif`, `ndjson`, `json` or `gitlab` printed. Empty text is a run without
    /// findings. Errors: text that is none of these.
    [[nodiscard]] static base::Result<Baseline> read(std::string_view text);

    [[nodiscard]] bool has(std::string_view fingerprint) const;
    [[nodiscard]] std::size_t size() const { return fingerprints_.size(); }

private:
    std::vector<std::string> fingerprints_;  // sorted, each once
};

}  // namespace hookspect::finding
