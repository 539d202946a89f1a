#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hookspect::base {

/// Appends `3,104,882`.
void append_count(std::string& out, std::uint64_t count);

/// Appends `1 event`, `4 events`.
void append_count_of(std::string& out, std::uint64_t count, std::string_view noun);

}  // namespace hookspect::base
