#include "report/layout/title_bar.h"

#include "term/safe_text.h"
#include "term/style.h"
#include "term/width.h"

#include <algorithm>

namespace hookspect::report {

void append_title_bar(std::string& out, std::string_view left, std::string_view right,
                      const Presentation& presentation, std::string_view file) {
    const term::Symbols& all = term::symbols(presentation);
    const auto line = [&](int columns) {
        std::string text;
        for (int i = 0; i < columns; ++i) text.append(all.line);
        term::append_styled(out, term::Role::dim, text, presentation);
    };
    const std::string title = term::safe_text(left, presentation.unicode);
    const std::string place = term::safe_text(right, presentation.unicode);
    // Two of line, a blank, the title, a blank, at least two of line, a blank, the place, a blank, two of
    // line.
    const int room = std::max(presentation.width - 10, 8);
    std::string shown_title;
    term::append_clipped(shown_title, title, room - std::min(term::display_width(place), room / 3),
                         all.clipped);
    const int place_room = room - term::display_width(shown_title);
    std::string shown_place;  // the end of a path says most
    term::append_clipped_front(shown_place, place, place_room, all.clipped);
    line(2);
    out.append(" ");
    term::append_styled(out, term::Role::heading, shown_title, presentation);
    out.append(" ");
    if (place.empty()) {
        line(6 + place_room);
    } else {
        line(2 + place_room - term::display_width(shown_place));
        out.append(" ");
        term::append_linked(out, term::Role::place, shown_place, term::link_to_file(file, presentation),
                            presentation);
        out.append(" ");
        line(2);
    }
    out.append("\n");
}

}  // namespace hookspect::report
