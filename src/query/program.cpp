#include "query/program.h"

namespace hookspect::query {
namespace {

constexpr std::uint32_t end_of_list = Program::accept;

}  // namespace

Program::Part Program::add(std::uint32_t test, bool negated) {
    const auto at = static_cast<std::uint32_t>(steps_.size());
    steps_.push_back({test, negated, end_of_list, end_of_list});
    return {at, at, at, at, at};
}

void Program::lead(std::uint32_t first, std::uint32_t Step::*field, std::uint32_t target) {
    while (first != end_of_list) {
        const std::uint32_t following = steps_[first].*field;
        steps_[first].*field = target;
        first = following;
    }
}

Program::Part Program::both(const Part& left, const Part& right) {
    lead(left.first_yes, &Step::yes, right.begin);
    steps_[left.last_no].no = right.first_no;
    return {left.begin, right.first_yes, right.last_yes, left.first_no, right.last_no};
}

Program::Part Program::either(const Part& left, const Part& right) {
    lead(left.first_no, &Step::no, right.begin);
    steps_[left.last_yes].yes = right.first_yes;
    return {left.begin, left.first_yes, right.last_yes, right.first_no, right.last_no};
}

void Program::finish(const Part& whole) {
    lead(whole.first_yes, &Step::yes, accept);
    lead(whole.first_no, &Step::no, reject);
}

}  // namespace hookspect::query
