#include "finding/place.h"

#include "base/byte_block.h"
#include "base/utf8.h"

#include <algorithm>

namespace hookspect {

Place advance(Place place, std::string_view text) noexcept {
    place.offset += text.size();
    const std::size_t last_line_end = find_last(text, '\n');
    if (last_line_end != std::string_view::npos) {
        const std::string_view lines = text.substr(0, last_line_end + 1);
        place.line += static_cast<std::uint64_t>(std::count(lines.begin(), lines.end(), '\n'));
        place.column = 1;
        text.remove_prefix(lines.size());
    }
    place.column += count_code_points(text);
    return place;
}

}  // namespace hookspect
