#include "intake/source/utf16.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hookspect::intake {
namespace {

constexpr bool is_high_surrogate(char32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
constexpr bool is_low_surrogate(char32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

class Utf16Decoder : public StreamDecoder {
public:
    explicit Utf16Decoder(std::endian order) : order_(order) {}

    base::Result<Step> decode(std::string_view encoded, std::span<char> space) override {
        Step step;
        step.made = hand_out(space);
        while (ready_.empty() && step.used < encoded.size()) {
            take(encoded[step.used++]);
            step.made += hand_out(space.subspan(step.made));
        }
        return step;
    }

    base::Result<Step> finish(std::span<char> space) override {
        if (high_) append(*std::exchange(high_, std::nullopt));
        const Step step{0, hand_out(space)};
        if (step.made == 0 && first_byte_)
            return base::Error{"the UTF-16 text is cut off in a character", {}};
        return step;
    }

private:
    std::endian order_;
    std::optional<std::uint8_t> first_byte_;  // of a code unit whose second byte is to come
    std::optional<char32_t> high_;            // a surrogate whose partner is to come
    bool begun_ = false;
    std::string ready_;  // UTF-8 to be handed out

    [[nodiscard]] std::size_t hand_out(std::span<char> space) {
        const std::size_t size = ready_.copy(space.data(), space.size());
        ready_.erase(0, size);
        return size;
    }

    void take(char byte) {
        const auto value = static_cast<std::uint8_t>(byte);
        if (!first_byte_) {
            first_byte_ = value;
            return;
        }
        const std::uint8_t first = *std::exchange(first_byte_, std::nullopt);
        const bool big = order_ == std::endian::big;
        take_unit(static_cast<char32_t>(big ? first << 8 | value : value << 8 | first));
    }

    void take_unit(char32_t unit) {
        const bool mark = !std::exchange(begun_, true) && unit == 0xFEFF;
        if (mark) return;
        if (high_) {
            const char32_t high = *std::exchange(high_, std::nullopt);
            if (is_low_surrogate(unit)) return append(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            append(high);
        }
        if (is_high_surrogate(unit)) {
            high_ = unit;
        } else {
            append(unit);
        }
    }

    /// The bytes that the value has by the pattern of UTF-8, also those of a lone surrogate, which are not
    /// UTF-8.
    void append(char32_t value) {
        const auto add = [this](char32_t byte) { ready_.push_back(static_cast<char>(byte)); };
        const auto follow = [&](unsigned shift) { add(0x80 | ((value >> shift) & 0x3F)); };
        if (value < 0x80) return add(value);
        if (value < 0x800) {
            add(0xC0 | (value >> 6));
            return follow(0);
        }
        if (value < 0x10000) {
            add(0xE0 | (value >> 12));
            follow(6);
            return follow(0);
        }
        add(0xF0 | (value >> 18));
        follow(12);
        follow(6);
        follow(0);
    }
};

}  // namespace

std::unique_ptr<StreamDecoder> make_utf16_decoder(std::endian order) {
    return std::make_unique<Utf16Decoder>(order);
}

}  // namespace hookspect::intake
