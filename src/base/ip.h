#pragma once

#include <string_view>

namespace hookspect::base {

/// An IPv4 address of four decimal parts, or an IPv6 address (RFC 4291, section 2.2), as inet_pton takes
/// them.
[[nodiscard]] bool is_ip_address(std::string_view text) noexcept;
[[nodiscard]] bool is_ipv6_address(std::string_view text) noexcept;

/// The address that a text of another form is about: the first of a proxy list (`203.0.113.24, 10.0.0.7`),
/// one with a port, in brackets or with blanks around it. Empty where there is none.
[[nodiscard]] std::string_view address_within(std::string_view text) noexcept;

}  // namespace hookspect::base
