#include "finding/baseline.h"

#include <algorithm>
#include <array>

namespace hookspect::finding {
namespace {

constexpr std::size_t digits = 16;

bool is_fingerprint(std::string_view text) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// A quote inside a JSON string is escaped, so these texts are only where a report has them.
constexpr std::array<std::string_view, 2> members{"\"hookspect/v1\":\"", "\"fingerprint\":\""};

/// What a report without findings still has.
constexpr std::array<std::string_view, 2> empty_reports{"\"name\":\"hookspect\"", "\"findings\":["};

}  // namespace

base::Result<Baseline> Baseline::read(std::string_view text) {
    Baseline baseline;
    auto& found = baseline.fingerprints_;
    for (const std::string_view member : members) {
        for (std::size_t at = text.find(member); at != std::string_view::npos; at = text.find(member, at)) {
            at += member.size();
            const std::string_view fingerprint = text.substr(at, digits);
            if (is_fingerprint(fingerprint)) found.emplace_back(fingerprint);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    const bool blank = text.find_first_not_of(" \t\r\n[]") == std::string_view::npos;
    const bool empty = std::any_of(empty_reports.begin(), empty_reports.end(), [text](std::string_view part) {
        return text.find(part) != std::string_view::npos;
    });
    if (found.empty() && !blank && !empty) {
        return base::Error{"there is no fingerprint in it",
                           "a baseline is what validate -f sarif or -f ndjson printed"};
    }
    return baseline;
}

bool Baseline::has(std::string_view fingerprint) const {
    return std::binary_search(fingerprints_.begin(), fingerprints_.end(), fingerprint);
}

}  // namespace hookspect::finding
