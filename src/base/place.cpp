#include "base/place.h"

#include "base/utf8.h"

namespace hookspect::base {

Place advance(Place place, std::string_view text) noexcept {
    place.offset += text.size();
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
        ++place.line;
        place.column = 1;
        text.remove_prefix(end + 1);
    }
    place.column += count_code_points(text);
    return place;
}

}  // namespace hookspect::base
