#include "ops/latest.h"

#include <doctest/doctest.h>

#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace hookspect {
namespace {

/// An item that can be moved and not copied.
struct Item {
    explicit Item(int its_number) : number(std::make_unique<int>(its_number)) {}
    std::unique_ptr<int> number;
};
using Latest = ops::Latest<Item>;

std::vector<int> left_of(const Latest& latest) {
    std::vector<int> left;
    latest.each([&](const Item& item) {
        left.push_back(*item.number);
        return true;
    });
    return left;
}

/// The identity of each item, empty for none.
std::vector<std::string> some_identities(std::mt19937& random) {
    std::vector<std::string> identities(random() % 300);
    const std::size_t ids = 1 + random() % 20;
    for (std::string& identity : identities) {
        if (random() % 8 != 0) identity = std::to_string(random() % ids);
    }
    return identities;
}

std::vector<int> last_of_each(const std::vector<std::string>& identities) {
    std::vector<int> left;
    for (std::size_t i = 0; i < identities.size(); ++i) {
        bool replaced = false;
        for (std::size_t j = i + 1; j < identities.size() && !identities[i].empty(); ++j)
            replaced |= identities[j] == identities[i];
        if (!replaced) left.push_back(static_cast<int>(i));
    }
    return left;
}

}  // namespace

TEST_CASE("latest: the last item of each identity, in order, in parts or not") {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        const std::vector<std::string> identities = some_identities(random);
        Latest whole;
        Latest joined;
        Latest part;
        for (std::size_t i = 0; i < identities.size(); ++i) {
            whole.add(identities[i], Item(static_cast<int>(i)));
            part.add(identities[i], Item(static_cast<int>(i)));
            if (random() % 40 == 0) joined.add(std::exchange(part, Latest()));
        }
        joined.add(std::move(part));
        const std::vector<int> expected = last_of_each(identities);
        CHECK(left_of(whole) == expected);
        CHECK(left_of(joined) == expected);
    }
}

TEST_CASE("latest: memory grows with the identities, not with the items") {
    constexpr int ids = 10;
    Latest whole;
    Latest joined;
    for (int round = 0; round < 200; ++round) {
        Latest part;
        for (int id = 0; id < ids; ++id) {
            whole.add(std::to_string(id), Item(round));
            part.add(std::to_string(id), Item(round));
        }
        joined.add(std::move(part));
        CHECK(whole.held() <= 2 * ids + 1);
        CHECK(joined.held() <= 2 * ids + 1);
    }
}

TEST_CASE("latest: handing over ends when it is told to") {
    Latest latest;
    for (int i = 0; i < 5; ++i) latest.add({}, Item(i));
    int seen = 0;
    latest.each([&](const Item&) { return ++seen < 3; });
    CHECK(seen == 3);
}

}  // namespace hookspect
