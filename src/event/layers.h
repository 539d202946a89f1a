#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// One way in which a text lies inside another. This file and its source are the only ones that decode them
/// and map places through them.
struct Layer {
    enum class Kind : std::uint8_t {
        slice,        // a part of the text, as it is
        json_string,  // the characters of a JSON string, between its quotes (RFC 8259, section 7)
        percent,      // form-encoded (WHATWG URL, application/x-www-form-urlencoded)
        base64,       // RFC 4648, sections 4 and 5; line ends and blanks in it are skipped
        hex_escapes,  // `\x22` as nginx writes it, with the other escapes of C that Python and JavaScript use
        doubled_quotes,  // a quoted CSV cell, between its quotes (RFC 4180)
        opaque,          // a text made from the other one: each of its bytes lies where that one begins
    };
    Kind kind = Kind::slice;
    std::uint32_t begin = 0;                       // where it begins in the text outside it, bytes
    std::uint32_t size = 0;                        // of it there, bytes
    std::shared_ptr<const std::string> decoded{};  // null for a slice
};

/// How the text of a payload lies inside the message that was read: layers, outermost first. A value: a copy
/// shares the decoded texts.
class Layers {
public:
    /// The payload is the message.
    [[nodiscard]] bool empty() const { return layers_.empty(); }
    [[nodiscard]] std::size_t size() const { return layers_.size(); }
    [[nodiscard]] const Layer& operator[](std::size_t index) const { return layers_[index]; }
    void clear() { layers_.clear(); }

    /// Adds a layer: `size` bytes at `begin` of the innermost text so far. False, and nothing is added, when
    /// they are not encoded so: `message` is the outermost text.
    [[nodiscard]] bool add(Layer::Kind kind, std::string_view message, std::size_t begin, std::size_t size);

    /// Adds an opaque layer with this text.
    void add_opaque(std::size_t begin, std::size_t size, std::string text);

    /// The innermost text: of the message, or held here. `padding` bytes (event/structurals.h) are readable
    /// after it, as after the message.
    [[nodiscard]] std::string_view text(std::string_view message) const {
        return text(layers_.size(), message);
    }

    /// Where bytes of the innermost text lie in the message: for ascending offsets, at the cost of one.
    [[nodiscard]] std::vector<std::size_t> outer_offsets(std::string_view message,
                                                         std::vector<std::size_t> ascending) const;
    [[nodiscard]] std::size_t outer_offset(std::string_view message, std::size_t offset) const;

private:
    std::vector<Layer> layers_;

    [[nodiscard]] std::string_view text(std::size_t count, std::string_view message) const;
};

/// Appends what `encoded` means. False when it is not encoded so; `out` is then of no use.
[[nodiscard]] bool append_decoded(Layer::Kind kind, std::string& out, std::string_view encoded);

/// Offset in `encoded`, which is encoded so, of what gives byte `decoded` of its decoded text; for an offset
/// past that text, the size of `encoded`.
[[nodiscard]] std::size_t encoded_offset(Layer::Kind kind, std::string_view encoded, std::size_t decoded);

}  // namespace hookspect::event
