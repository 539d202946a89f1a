#include "term/safe_text.h"

#include "base/byte_block.h"
#include "base/hidden.h"
#include "base/utf8.h"

#include <utf8proc.h>

#include <cstdint>

namespace hookspect::term {
namespace {

constexpr char32_t zero_width_joiner = 0x200D;
constexpr char32_t black_flag = 0x1F3F4;

bool is_pictograph(char32_t point) {
    return utf8proc_get_property(static_cast<utf8proc_int32_t>(point))->boundclass ==
           UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

constexpr bool is_tag(char32_t point) {
    return point >= 0xE0020 && point <= 0xE007F;
}

constexpr bool extends_emoji(char32_t point) {
    return point == 0xFE0F || (point >= 0x1F3FB && point <= 0x1F3FF);  // emoji presentation, skin tones
}

/// What the characters before the current one make of a joiner or a tag.
class EmojiContext {
public:
    [[nodiscard]] bool allows(char32_t point, std::string_view rest) const {
        if (is_tag(point)) return in_flag_;
        if (point != zero_width_joiner || !after_pictograph_ || rest.empty()) return false;
        const base::CodePoint following = base::front_code_point(rest);
        return following.valid && is_pictograph(following.value);
    }

    void pass(char32_t point) {
        in_flag_ = point == black_flag || (in_flag_ && is_tag(point));
        after_pictograph_ =
            point >= 0xA9 && ((after_pictograph_ && extends_emoji(point)) || is_pictograph(point));
    }

private:
    bool after_pictograph_ = false;
    bool in_flag_ = false;
};

void append_escape(std::string& out, char kind, std::uint32_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    out.push_back('\\');
    out.push_back(kind);
    out.push_back('{');
    int shift = 28;
    while (shift > 0 && (value >> shift) == 0) shift -= 4;
    for (; shift >= 0; shift -= 4) out.push_back(digits[(value >> shift) & 0xF]);
    out.push_back('}');
}

}  // namespace

std::size_t printable_size(std::string_view text) noexcept {
    return base::run_before(text, [](auto c) { return (c < ' ') | (c > '~'); });
}

void append_safe(std::string& out, std::string_view text, bool unicode) {
    if (printable_size(text) == text.size()) {
        out.append(text);
        return;
    }
    EmojiContext context;
    for (;;) {
        const std::size_t run = printable_size(text);
        if (run != 0) context.pass(' ');
        out.append(text.substr(0, run));
        text.remove_prefix(run);
        if (text.empty()) return;

        const base::CodePoint point = base::front_code_point(text);
        const std::string_view rest = text.substr(point.size);
        if (!point.valid) {
            append_escape(out, 'x', static_cast<unsigned char>(text.front()));
        } else if (point.value == '\n') {
            out.append(unicode ? "↵" : "\\n");
        } else if (base::is_hidden(point.value) && !context.allows(point.value, rest)) {
            append_escape(out, 'u', point.value);
        } else {
            out.append(text.substr(0, point.size));
        }
        context.pass(point.value);
        text = rest;
    }
}

std::string safe_text(std::string_view text, bool unicode) {
    std::string safe;
    append_safe(safe, text, unicode);
    return safe;
}

bool is_safe(std::string_view text) noexcept {
    EmojiContext context;
    for (;;) {
        const std::size_t run = printable_size(text);
        if (run != 0) context.pass(' ');
        text.remove_prefix(run);
        if (text.empty()) return true;
        const base::CodePoint point = base::front_code_point(text);
        text.remove_prefix(point.size);
        if (!point.valid || (base::is_hidden(point.value) && !context.allows(point.value, text)))
            return false;
        context.pass(point.value);
    }
}

}  // namespace hookspect::term
