#include "base/align.h"

#include <algorithm>
#include <unordered_map>

namespace hookspect::base {
namespace {

/// Differences up to which the longest common subsequence is looked for. The memory grows with its square.
constexpr std::size_t most_edits = 1000;

/// A part of each sequence.
struct Range {
    std::size_t a_begin;
    std::size_t a_end;
    std::size_t b_begin;
    std::size_t b_end;

    [[nodiscard]] std::size_t a_size() const { return a_end - a_begin; }
    [[nodiscard]] std::size_t b_size() const { return b_end - b_begin; }
};

class Aligner {
public:
    Aligner(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) : a_(a), b_(b) {}

    std::vector<Aligned> run() {
        align(Range{0, a_.size(), 0, b_.size()}, true);
        std::sort(matches_.begin(), matches_.end(),
                  [](const Aligned& x, const Aligned& y) { return x.before < y.before; });
        return std::move(matches_);
    }

private:
    std::span<const std::uint32_t> a_;
    std::span<const std::uint32_t> b_;
    std::vector<Aligned> matches_;

    void align(Range range, bool may_anchor) {
        trim(range);
        if (range.a_size() == 0 || range.b_size() == 0) return;
        if (!align_shortest(range) && may_anchor) align_between_anchors(range);
    }

    void trim(Range& range) {
        while (range.a_size() > 0 && range.b_size() > 0 && a_[range.a_begin] == b_[range.b_begin]) {
            matches_.push_back({range.a_begin++, range.b_begin++});
        }
        while (range.a_size() > 0 && range.b_size() > 0 && a_[range.a_end - 1] == b_[range.b_end - 1]) {
            matches_.push_back({--range.a_end, --range.b_end});
        }
    }

    /// The greedy algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): for
    /// each number of edits and each diagonal, how far along `a` one gets. False when there are too many.
    bool align_shortest(const Range& range) {
        const std::size_t most = std::min(most_edits, range.a_size() + range.b_size());
        std::vector<std::vector<std::size_t>> reached;  // by edits; by diagonal, every second one
        for (std::size_t edits = 0; edits <= most; ++edits) {
            reached.emplace_back(edits + 1);
            for (std::size_t i = 0; i <= edits; ++i) {
                // The diagonal is b − a = edits − 2 i: of the edits, i are removals.
                const std::size_t start = start_of(range, reached, edits, i);
                const std::size_t x = start == nowhere ? nowhere : slide(range, start, edits, i);
                reached[edits][i] = x;
                if (x == range.a_size() && y_of(x, edits, i) == range.b_size()) {
                    trace_back(range, reached, edits, i);
                    return true;
                }
            }
        }
        return false;
    }

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    /// Elements of b behind x elements of a; of `edits`, `removals` took one of a and the others one of b.
    static std::size_t y_of(std::size_t x, std::size_t edits, std::size_t removals) {
        return x + edits - 2 * removals;
    }

    /// Where the last edit leads before equal elements are passed: the further of a removal and an insertion.
    static std::size_t start_of(const Range& range, const std::vector<std::vector<std::size_t>>& reached,
                                std::size_t edits, std::size_t removals) {
        if (edits == 0) return 0;
        std::size_t best = nowhere;
        const auto& last = reached[edits - 1];
        if (removals < edits && last[removals] != nowhere) {  // an insertion
            const std::size_t x = last[removals];
            if (y_of(x, edits, removals) <= range.b_size()) best = x;
        }
        if (removals > 0 && last[removals - 1] != nowhere && last[removals - 1] < range.a_size()) {
            const std::size_t x = last[removals - 1] + 1;
            if (best == nowhere || x > best) best = x;
        }
        return best;
    }

    [[nodiscard]] std::size_t slide(const Range& range, std::size_t x, std::size_t edits,
                                    std::size_t removals) const {
        std::size_t y = y_of(x, edits, removals);
        while (x < range.a_size() && y < range.b_size() && a_[range.a_begin + x] == b_[range.b_begin + y]) {
            ++x;
            ++y;
        }
        return x;
    }

    void trace_back(const Range& range, const std::vector<std::vector<std::size_t>>& reached,
                    std::size_t edits, std::size_t removals) {
        for (;; --edits) {
            std::size_t x = reached[edits][removals];
            const std::size_t start = start_of(range, reached, edits, removals);
            while (x > start) {
                --x;
                matches_.push_back({range.a_begin + x, range.b_begin + y_of(x, edits, removals)});
            }
            if (edits == 0) return;
            const auto& last = reached[edits - 1];
            const bool removed =
                removals > 0 && last[removals - 1] != nowhere && last[removals - 1] + 1 == start;
            if (removed) --removals;
        }
    }

    /// Elements that both ranges have exactly once hold the rest in place: of these the longest ascending
    /// run.
    void align_between_anchors(const Range& range) {
        std::vector<Aligned> anchors = longest_ascending(unique_pairs(range));
        anchors.push_back({range.a_end, range.b_end});
        Range gap{range.a_begin, range.a_begin, range.b_begin, range.b_begin};
        for (const Aligned& anchor : anchors) {
            gap.a_end = anchor.before;
            gap.b_end = anchor.after;
            align(gap, false);
            if (anchor.before == range.a_end) return;
            matches_.push_back(anchor);
            gap.a_begin = anchor.before + 1;
            gap.b_begin = anchor.after + 1;
        }
    }

    /// In the order of `a`.
    [[nodiscard]] std::vector<Aligned> unique_pairs(const Range& range) const {
        struct Seen {
            std::size_t in_a = 0;
            std::size_t in_b = 0;
            std::size_t at_b = 0;
        };
        std::unordered_map<std::uint32_t, Seen> seen;
        for (std::size_t i = range.a_begin; i < range.a_end; ++i) ++seen[a_[i]].in_a;
        for (std::size_t i = range.b_begin; i < range.b_end; ++i) {
            Seen& element = seen[b_[i]];
            ++element.in_b;
            element.at_b = i;
        }
        std::vector<Aligned> pairs;
        for (std::size_t i = range.a_begin; i < range.a_end; ++i) {
            const Seen& element = seen[a_[i]];
            if (element.in_a == 1 && element.in_b == 1) pairs.push_back({i, element.at_b});
        }
        return pairs;
    }

    /// The longest part whose places in `b` ascend: for each length the pair that ends lowest, and for each
    /// pair the one before it.
    [[nodiscard]] static std::vector<Aligned> longest_ascending(const std::vector<Aligned>& pairs) {
        std::vector<std::size_t> ends;
        std::vector<std::size_t> previous(pairs.size(), nowhere);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto place = std::lower_bound(
                ends.begin(), ends.end(), pairs[i].after,
                [&pairs](std::size_t end, std::size_t after) { return pairs[end].after < after; });
            if (place != ends.begin()) previous[i] = *(place - 1);
            if (place == ends.end()) {
                ends.push_back(i);
            } else {
                *place = i;
            }
        }
        std::vector<Aligned> run;
        for (std::size_t i = ends.empty() ? nowhere : ends.back(); i != nowhere; i = previous[i]) {
            run.push_back(pairs[i]);
        }
        std::reverse(run.begin(), run.end());
        return run;
    }
};

}  // namespace

std::vector<Aligned> align(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after) {
    return Aligner(before, after).run();
}

}  // namespace hookspect::base
