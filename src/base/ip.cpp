#include "base/ip.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace hookspect::base {
namespace {

bool is_address(int family, std::string_view text) {
    std::array<char, 64> terminated{};  // longer than any address
    if (text.size() >= terminated.size() || text.find('\0') != std::string_view::npos) return false;
    std::copy(text.begin(), text.end(), terminated.begin());
    std::array<unsigned char, 16> bytes{};
    return inet_pton(family, terminated.data(), bytes.data()) == 1;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

/// `[2001:db8::1]:443` and `203.0.113.24:443` without the port.
std::string_view without_port(std::string_view text) {
    if (text.starts_with('[')) return text.substr(1, std::min(text.find(']'), text.size()) - 1);
    return text.substr(0, text.find(':'));
}

}  // namespace

bool is_ipv6_address(std::string_view text) noexcept {
    return is_address(AF_INET6, text);
}

bool is_ip_address(std::string_view text) noexcept {
    return is_address(AF_INET, text) || is_ipv6_address(text);
}

std::string_view address_within(std::string_view text) noexcept {
    const std::string_view first = trimmed(text.substr(0, text.find(',')));
    if (first.empty()) return {};
    if (is_ip_address(first)) return first;
    const std::string_view host = without_port(first);
    return is_ip_address(host) ? host : std::string_view{};
}

}  // namespace hookspect::base
