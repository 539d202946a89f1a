#include "form_support.h"

#include <string>
#include <string_view>
#include <vector>

// A decoder remembers keys from body to body. Here one that has seen much is compared with new ones.

namespace hookspect {
namespace {

/// All that a decoded body says.
std::string told(const event::Event& event, const std::optional<event::Fault>& fault) {
    if (fault) {
        return "fault at " + std::to_string(fault->offset) + " in " + fault->pointer + ": " + fault->message;
    }
    std::string out;
    event::append_json(out, event, 0);
    for (event::SlotIndex i = 0; i < event.count; ++i) {
        const event::Slot& slot = event[i];
        for (const std::uint32_t part :
             {slot.place, slot.key_place, slot.next, slot.size, slot.key_size, std::uint32_t{slot.field},
              std::uint32_t{slot.conflict}, static_cast<std::uint32_t>(slot.kind)}) {
            out += ' ' + std::to_string(part);
        }
        out += '\n' + std::string(event.raw_key(slot));
    }
    for (const event::FormFault& at : event.form_faults) {
        out += (at.in_key ? " key " : " value ") + std::to_string(at.slot);
    }
    return out;
}

/// Checks what a decoder makes of a body, the first time and the second, against a new one.
void check_same(event::FormDecoder& old, const std::string& body, const event::Limits& limits) {
    CAPTURE(body);
    const test::Form fresh(body, limits);
    const std::string expected = told(fresh.event, fresh.fault);
    for (int i = 0; i < 2; ++i) {
        event::Event event;
        const auto fault = old.decode(body, event);
        CHECK(told(event, fault) == expected);
    }
}

const std::vector<std::string>& odd_keys() {
    static const std::vector<std::string> keys = {"a",
                                                  "a[b]",
                                                  "a%5Bb%5D",
                                                  "a%5bb%5d",
                                                  "a[b%5D",
                                                  "a[b",
                                                  "a%5Bb",
                                                  "a]b",
                                                  "a]",
                                                  "a[b]]",
                                                  "a[0]",
                                                  "a[1]",
                                                  "a%5B0%5D",
                                                  "a[01]",
                                                  "a[]",
                                                  "a%5B%5D",
                                                  "a[][b]",
                                                  "a[][]",
                                                  "a[0][b]",
                                                  "a[b]0",
                                                  "a[b][0]",
                                                  "a[b]x",
                                                  "0",
                                                  "[0]",
                                                  "[]",
                                                  "[",
                                                  "]",
                                                  "0[a]",
                                                  "[0][a]",
                                                  "[a]",
                                                  "a.b",
                                                  "a.0",
                                                  "event.name",
                                                  "campaign.title.fr",
                                                  "campaign[title][fr]",
                                                  "campaign[config][languages]",
                                                  "campaign_id",
                                                  "a[b=c]",
                                                  "a[b=c",
                                                  "a=",
                                                  "%",
                                                  "a%",
                                                  "a%4",
                                                  "a%5",
                                                  "a%zz",
                                                  "%%5Bb%5D",
                                                  "a%2",
                                                  "a%3Db",
                                                  "a%26b",
                                                  "a+b",
                                                  "a b",
                                                  "%C3%A9",
                                                  "\xC3\xA9",
                                                  "a%FF",
                                                  "\xFF[b]",
                                                  "a[%FF]",
                                                  "a[b[c]]",
                                                  "a[b[c]d]",
                                                  "__proto__[x]",
                                                  "event[name]",
                                                  "event",
                                                  "e",
                                                  "ev",
                                                  "abcdefgh",
                                                  "abcdefgh[ijklmnop]",
                                                  "abcdefghijklmnop[qrstuvwx][yz]"};
    return keys;
}

TEST_CASE("form: known keys are read as keys seen first, beside every other key") {
    const auto& keys = odd_keys();
    const event::Limits limits;
    event::FormDecoder old(limits);
    for (const std::string& one : keys) {
        for (const std::string& other : keys) {
            check_same(old, one + "=1&" + other + "=x%20y&" + one + "=&c=2", limits);
            check_same(old, one + '&' + other + '=' + one, limits);
        }
    }
}

TEST_CASE("form: known keys and the limits of depth and of fields") {
    const auto& keys = odd_keys();
    for (const event::Limits& limits : {event::Limits{.depth = 1}, event::Limits{.depth = 2},
                                        event::Limits{.fields = 1}, event::Limits{.fields = 2}}) {
        event::FormDecoder old(limits);
        for (const std::string& key : keys) {
            check_same(old, key + "=1", limits);
            check_same(old, "b=1&" + key + "=1&c[d][e]=2", limits);
        }
    }
}

TEST_CASE("form: keys too long to be known, and deep ones") {
    const event::Limits limits;
    event::FormDecoder old(limits);
    std::string deep = "a";
    for (std::size_t size = 100; size < 160; ++size) {
        check_same(old, std::string(size, 'k') + "=1&b=2", limits);
        check_same(old, "b=1&" + std::string(size, 'k') + "[b]=2&c=3", limits);
        deep += "[b]";
        check_same(old, deep + "=1", limits);
    }
}

TEST_CASE("form: ever new keys are forgotten, and others then learnt again") {
    const event::Limits limits;
    event::FormDecoder old(limits);
    for (int round = 0; round < 4; ++round) {
        std::string many;
        for (int i = 0; i < 5000; ++i) {
            many += "k" + std::to_string(round * 5000 + i) + "[" + std::to_string(i) + "]=1&";
        }
        check_same(old, "a[b]=1&a[c]=2", limits);
        check_same(old, many + "a[b]=3", limits);
    }
}

}  // namespace
}  // namespace hookspect
