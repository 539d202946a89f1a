#pragma once

#include <cstdint>
#include <vector>

namespace hookspect::query {

/// A condition of `and`, `or` and tests as a flat list of steps that jump: each test leads on to the next
/// that is still of interest. `not` is worked into the tests, so that evaluation needs neither recursion nor
/// a stack.
class Program {
public:
    struct Step {
        std::uint32_t test = 0;  // whatever the caller numbers them by
        bool negated = false;
        std::uint32_t yes =
            0;  // the step that follows where the test, negated or not, holds; or `accept`, `reject`
        std::uint32_t no = 0;
    };
    static constexpr std::uint32_t accept = ~std::uint32_t{0};
    static constexpr std::uint32_t reject = accept - 1;

    /// A part of the condition: where it begins, and the steps that leave it. These are linked through the
    /// very fields that will hold where they lead.
    struct Part {
        std::uint32_t begin = 0;
        std::uint32_t first_yes = 0, last_yes = 0;
        std::uint32_t first_no = 0, last_no = 0;
    };

    /// Parts are added from left to right, and joined with the part before them.
    Part add(std::uint32_t test, bool negated);
    Part both(const Part& left, const Part& right);
    Part either(const Part& left, const Part& right);

    /// Ends the condition.
    void finish(const Part& whole);

    /// `holds(test, negated)` is asked of as few tests as possible, from left to right.
    template <typename Holds>
    [[nodiscard]] bool run(Holds holds) const {
        std::uint32_t at = 0;
        while (at < steps_.size()) {
            const Step& step = steps_[at];
            at = holds(step.test, step.negated) ? step.yes : step.no;
        }
        return at == accept;
    }

private:
    std::vector<Step> steps_;

    void lead(std::uint32_t first, std::uint32_t Step::*field, std::uint32_t target);
};

}  // namespace hookspect::query
