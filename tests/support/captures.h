#pragma once

#include "intake/source/input_buffer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace hookspect::test {

/// A stream that gives `text`, which must live as long, in reads of at most `piece` bytes.
inline intake::ByteStream stream_of(std::string_view text, std::size_t piece) {
    const auto read = [text, piece](std::span<char> space) mutable -> base::Result<std::size_t> {
        const std::size_t count = std::min({piece, space.size(), text.size()});
        text.copy(space.data(), count);
        text.remove_prefix(count);
        return count;
    };
    return {read, [] { return false; }};
}

/// Captures as they come from careless hands: good and broken bodies of all kinds, one behind the other.
class Captures {
public:
    explicit Captures(std::uint32_t seed) : random_(seed) {}

    std::string next() {
        std::string text;
        // Mostly of one kind, so that there are long good stretches too.
        const std::size_t usual = below(lines.size());
        for (std::size_t left = below(40); left > 0; --left) {
            const std::size_t line = below(4) > 0 ? usual : below(lines.size());
            text += lines[line];
        }
        for (std::size_t wounds = below(6) == 0 ? below(4) : 0; wounds > 0 && !text.empty(); --wounds)
            wound(text);
        return text;
    }

    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
    }

private:
    static constexpr auto lines = std::to_array<std::string_view>({
        "{\"event\":{\"name\":\"created\",\"resource\":\"campaign\"},\"campaign\":{\"id\":7}}\n",
        "{\"event\":{\"name\":\"created\",\"resource\":\"person\"}}\r\n",
        "{\"event\":{\"name\":\"x\",\"resource\":\"campaign\"},\n \"campaign\": [\n  {\"id\": 1},\n{\"id\": "
        "2}\n ]\n}\n",
        "event[name]=created&event[resource]=person&person[id]=%zz\n",
        "a=1\n",
        "[\n",
        "  {\"event\":{\"name\":\"created\",\"resource\":\"campaign\"}},\n",
        "{\"event\":{\"name\":\"updated\"}},\n",
        "  {\n    \"event\": {\n      \"name\": \"created\"\n    },\n    \"l\": [\n      {\"k\": 1},\n      "
        "{\"k\": 2}\n    ]\n  },\n",
        "{\"last\":1}\n]\n",
        "]\n",
        "[{\"a\":1},{\"b\":2}, {\"c\":[{\"d\":3},{\"e\":4}]}]\n",
        "{\"a\":1} {\"b\":2}{\"c\":3}\n",
        "{\"a\":1} \t {\"b\":01}\n",
        "{\"a\":1} x\n",
        "\n",
        " \t\r\n",
        "{\"a\":1,\n",
        "{\"a\":\"torn\n",
        "{\"a\":01,\"event\":{\"name\":\"created\"}}\n",
        "{\"a\":\"\xC3\xA9\xF0\x9F\x8E\x89 {\\n} \\ud83c\\udf89\",\"b\":{}}\n",
        "\"{\\\"event\\\":{}}\"\n",
        "hello world\n",
        "\xEF\xBB\xBF{\"bom\":1}\n",
        "\"{\\\"twice\\\":1}\"\n",
        "{\"wrong\xFF\":1}\n",
        "}\n",
        "{\"many\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30]}   \n",
        "{\"deep\":[[[[[[[[[[]]]]]]]]]]}\n",
        "[]\n",
        "[{},\n",
    });

    std::mt19937 random_;

    /// Something is cut out of it, doubled, or written over.
    void wound(std::string& text) {
        constexpr std::string_view bytes = "{}[]\",:\n =\\x";
        const std::size_t at = below(text.size());
        const std::size_t size = std::min(text.size() - at, below(20));
        switch (below(3)) {
            case 0: text.erase(at, size); break;
            case 1: text.insert(at, text.substr(at, size)); break;
            default: text[at] = bytes[below(bytes.size())];
        }
    }
};

}  // namespace hookspect::test
