#include "base/wording.h"

#include "base/json_text.h"
#include "base/utf8.h"

namespace hookspect::base {
namespace {

constexpr std::size_t longest_hint = 120;  // it is there to be copied, so it is cut late
constexpr std::string_view mean_begin = "did you mean ";

std::string joined(std::span<const std::string_view> names, std::string_view last) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out += i + 1 == names.size() ? last : std::string_view(", ");
        out += names[i];
    }
    return out;
}

void append_quoted(std::string& out, std::string_view text, std::size_t longest) {
    const std::string_view front = clipped(text, longest);
    append_json_string(out, front);
    if (front.size() < text.size()) out.insert(out.size() - 1, "…");
}

}  // namespace

std::string_view clipped(std::string_view text, std::size_t longest) {
    if (text.size() <= longest) return text;
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++count) {
        if (count == longest) return text.substr(0, at);
        at += front_code_point(text.substr(at)).size;
    }
    return text;
}

std::string quoted(std::string_view text, std::size_t longest) {
    std::string out;
    append_quoted(out, text, longest);
    return out;
}

std::size_t find_text(std::span<const std::string_view> list, std::string_view text) noexcept {
    std::size_t i = 0;
    for (; i < list.size() && !text.empty(); ++i) {
        const std::string_view one = list[i];
        if (one.size() == text.size() && one.front() == text.front() && one == text) return i;
    }
    return list.size();
}

std::string either_of(std::span<const std::string_view> names) {
    return joined(names, " or ");
}

std::string all_of(std::span<const std::string_view> names) {
    return joined(names, " and ");
}

std::string did_you_mean(std::string_view value) {
    std::string out;
    out.reserve(mean_begin.size() + value.size() + 1);
    return out.append(mean_begin).append(value).append("?");
}

std::string did_you_mean_text(std::string_view text) {
    if (text.empty()) return {};
    std::string out;
    out.reserve(mean_begin.size() + text.size() + 3);
    append_quoted(out.append(mean_begin), text, longest_hint);
    return out.append("?");
}

}  // namespace hookspect::base
