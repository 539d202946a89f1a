#include "event/pointer.h"

#include <charconv>

namespace hookspect {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

std::string unescaped_token(std::string_view token) {
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '~') {
            text.push_back(token[i]);
        } else if (++i < token.size()) {
            text.push_back(token[i] == '1' ? '/' : '~');
        }
    }
    return text;
}

/// An index is `0` or has no leading zero (RFC 6901, section 4).
std::optional<std::size_t> index_of(std::string_view token) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
    const bool whole = error == std::errc() && end == token.data() + token.size();
    if (!whole || (token.size() > 1 && token[0] == '0')) return std::nullopt;
    return index;
}

std::optional<SlotIndex> element_at(const Event& event, SlotIndex list, std::string_view token) {
    const auto index = index_of(token);
    if (!index) return std::nullopt;
    std::size_t left = *index;
    for (SlotIndex i = event.first(list); i != event.end(list); i = event.next(i)) {
        if (left-- == 0) return i;
    }
    return std::nullopt;
}

}  // namespace

void append_pointer_token(std::string& pointer, std::string_view token) {
    pointer.push_back('/');
    for (const char c : token) {
        if (c == '~') {
            pointer.append("~0");
        } else if (c == '/') {
            pointer.append("~1");
        } else {
            pointer.push_back(c);
        }
    }
}

bool is_json_pointer(std::string_view pointer) noexcept {
    if (pointer.empty()) return true;
    if (pointer.front() != '/') return false;
    for (std::size_t at = pointer.find('~'); at != nowhere; at = pointer.find('~', at + 1)) {
        if (at + 1 == pointer.size() || (pointer[at + 1] != '0' && pointer[at + 1] != '1')) return false;
    }
    return true;
}

std::optional<SlotIndex> find_pointer(const Event& event, std::string_view pointer) {
    SlotIndex slot = 0;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        std::optional<SlotIndex> child;
        if (event[slot].kind == Kind::array) {
            child = element_at(event, slot, token);
        } else if (const SlotIndex member = event.find(slot, unescaped_token(token)); member != 0) {
            child = member;
        }
        if (!child) return std::nullopt;
        slot = *child;
    }
    return slot;
}

}  // namespace hookspect
