#include "base/count.h"

namespace hookspect::base {

void append_count(std::string& out, std::uint64_t count) {
    const std::string digits = std::to_string(count);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) out.push_back(',');
        out.push_back(digits[i]);
    }
}

void append_count_of(std::string& out, std::uint64_t count, std::string_view noun) {
    append_count(out, count);
    out.append(" ").append(noun);
    if (count != 1) out.push_back('s');
}

}  // namespace hookspect::base
