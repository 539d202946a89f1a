#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// The decoded text of a form body, one arena for keys and values. Its memory is kept from body to body, and
/// at least 64 bytes may be read behind its end.
class FormText {
public:
    static constexpr std::string_view true_text = "true";
    static constexpr std::string_view false_text = "false";
    static constexpr std::string_view zero_text = "0";

    /// Forgets all text and makes room for `size` bytes that are written through `end`. What a body need not
    /// spell always stands in front: both booleans (`1` under a boolean field is `true`) and the first index
    /// (`a[][b]`).
    void reset(std::size_t size) {
        size_ = 0;
        reserve(size + true_text.size() + false_text.size() + zero_text.size());
        append(true_text);
        append(false_text);
        append(zero_text);
    }

    /// Appends; returns where the text begins.
    std::uint32_t append(std::string_view text) {
        reserve(text.size());
        const std::size_t begin = size_;
        std::copy(text.begin(), text.end(), end());
        size_ += text.size();
        return static_cast<std::uint32_t>(begin);
    }

    /// Where the next byte goes, for writers that know that there is room.
    [[nodiscard]] char* end() { return bytes_.data() + size_; }
    void set_end(const char* end) { size_ = static_cast<std::size_t>(end - bytes_.data()); }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(size_); }
    [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }
    [[nodiscard]] std::string_view view(std::uint32_t begin, std::uint32_t size) const {
        return {bytes_.data() + begin, size};
    }

    static constexpr std::uint32_t true_at = 0;
    static constexpr std::uint32_t false_at = true_text.size();
    static constexpr std::uint32_t zero_at = false_at + false_text.size();

private:
    static constexpr std::size_t padding = 64;

    void reserve(std::size_t more) {
        if (size_ + more + padding > bytes_.size()) bytes_.resize((size_ + more + padding) * 3 / 2);
    }

    std::vector<char> bytes_;
    std::size_t size_ = 0;
};

}  // namespace hookspect::event
