#include "check/words.h"

#include "base/utf8.h"

#include <fmt/format.h>

namespace hookspect {
namespace {

constexpr std::size_t longest_number = 40;  // characters
constexpr std::size_t longest_hint = 120;   // it is there to be copied, so it is cut late

/// The front of `text` of at most `longest` characters. Only that much is looked at.
std::string_view clipped(std::string_view text, std::size_t longest) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++count) {
        if (count == longest) return text.substr(0, at);
        at += front_code_point(text.substr(at)).size;
    }
    return text;
}

/// What a terminal acts on instead of showing it.
constexpr bool is_unsafe(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD) return true;
    if (c == 0x61C || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF) return true;
    return (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F);
}

void append_character(std::string& out, std::string_view text, const CodePoint& point) {
    switch (point.value) {
        case U'"': out += "\\\""; return;
        case U'\\': out += "\\\\"; return;
        case U'\n': out += "\\n"; return;
        case U'\r': out += "\\r"; return;
        case U'\t': out += "\\t"; return;
        default: break;
    }
    if (is_unsafe(point.value)) {
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(point.value));
    } else if (point.valid) {
        out += text.substr(0, point.size);
    } else {
        append_utf8(out, point.value);
    }
}

std::string joined(std::span<const std::string_view> names, std::string_view last) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out += i + 1 == names.size() ? last : std::string_view(", ");
        out += names[i];
    }
    return out;
}

}  // namespace

std::string quoted(std::string_view text, std::size_t longest) {
    const std::string_view front = clipped(text, longest);
    std::string out = "\"";
    for (std::string_view left = front; !left.empty();) {
        const CodePoint point = front_code_point(left);
        append_character(out, left, point);
        left.remove_prefix(point.size);
    }
    if (front.size() < text.size()) out += "…";
    return out += '"';
}

std::string shown(const Event& event, SlotIndex index) {
    const Slot& slot = event[index];
    const bool empty = slot.next == index + 1;
    switch (slot.kind) {
        case Kind::object: return empty ? "an empty object" : "an object";
        case Kind::array: return empty ? "an empty list" : "a list";
        case Kind::null: return "null";
        case Kind::string: {
            std::string scratch;
            return quoted(event.text(slot, scratch));
        }
        case Kind::boolean:
        case Kind::number: break;
    }
    const std::string_view text = event.raw(slot);
    const std::string_view front = clipped(text, longest_number);
    return std::string(front) + (front.size() < text.size() ? "…" : "");
}

std::string either_of(std::span<const std::string_view> names) {
    return joined(names, " or ");
}

std::string all_of(std::span<const std::string_view> names) {
    return joined(names, " and ");
}

std::string did_you_mean(std::string_view value) {
    return fmt::format("did you mean {}?", value);
}

std::string did_you_mean_text(std::string_view text) {
    return text.empty() ? std::string{} : did_you_mean(quoted(text, longest_hint));
}

}  // namespace hookspect
