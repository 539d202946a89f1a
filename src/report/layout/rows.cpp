#include "report/layout/rows.h"

#include "base/utf8.h"
#include "term/safe_text.h"
#include "term/width.h"

#include <algorithm>

namespace hookspect::report {
namespace {

constexpr int column_gap = 2;

/// Enough for every line that anybody has; more is only read with `full`.
constexpr std::size_t most_bytes_clipped = 8000;

std::string_view shortened(std::string_view text) {
    if (text.size() <= most_bytes_clipped) return text;
    std::size_t size = most_bytes_clipped;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

void append_blanks(std::string& out, int count) {
    out.append(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

}  // namespace

void Rows::gap() {
    gap_ = !rows_.empty();
}

void Rows::row(int indent, std::string_view label, term::Role role) {
    Row row;
    row.gap_before = gap_;
    gap_ = false;
    row.indent = indent;
    row.label_role = role;
    row.label_begin = static_cast<std::uint32_t>(text_.size());
    term::append_safe(text_, shortened(label), presentation_->unicode);
    row.label_size = static_cast<std::uint32_t>(text_.size()) - row.label_begin;
    row.label_columns = term::display_width(std::string_view(text_).substr(row.label_begin));
    row.first_piece = static_cast<std::uint32_t>(pieces_.size());
    rows_.push_back(row);
}

void Rows::mark(term::Role role, std::string_view symbol) {
    rows_.back().symbol = symbol;
    rows_.back().symbol_role = role;
}

void Rows::put(term::Role role, std::string_view text) {
    if (text.empty()) return;
    const std::string_view kept = presentation_->full ? text : shortened(text);
    const auto begin = static_cast<std::uint32_t>(text_.size());
    term::append_safe(text_, kept, presentation_->unicode);
    if (kept.size() != text.size()) text_.append(term::symbols(*presentation_).clipped);
    Piece piece{begin, static_cast<std::uint32_t>(text_.size()) - begin, role, PieceKind::text};
    if (presentation_->links && term::is_web_url(text)) {
        piece.url_begin = static_cast<std::uint32_t>(urls_.size());
        piece.url_size = static_cast<std::uint32_t>(text.size());
        urls_.append(text);
    }
    pieces_.push_back(piece);
}

void Rows::append_piece(std::string& out, const Piece& piece, std::string_view shown, bool broken) const {
    const std::string_view url = std::string_view(urls_).substr(piece.url_begin, piece.url_size);
    term::append_linked(out, piece.role, shown, url, *presentation_, broken);
}

void Rows::put_if_room(term::Role role, std::string_view text) {
    add_piece(role, text, PieceKind::if_room);
}

void Rows::put_item(term::Role role, std::string_view text, std::string_view separator) {
    if (rows_.back().first_piece != pieces_.size())
        add_piece(term::Role::plain, separator, PieceKind::separator);
    add_piece(role, text, PieceKind::item);
}

void Rows::add_piece(term::Role role, std::string_view text, PieceKind kind) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    term::append_safe(text_, shortened(text), presentation_->unicode);
    pieces_.push_back({begin, static_cast<std::uint32_t>(text_.size()) - begin, role, kind});
}

std::string_view Rows::text(const Piece& piece) const {
    return std::string_view(text_).substr(piece.begin, piece.size);
}

std::size_t Rows::end_of(std::size_t row) const {
    return row + 1 < rows_.size() ? rows_[row + 1].first_piece : pieces_.size();
}

int Rows::value_column() const {
    // Labels that would push the values too far right stand before their own value alone.
    const int most = std::max(presentation_->width / 2, 24);
    int column = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        const bool has_value = end_of(i) != row.first_piece || !row.symbol.empty();
        if (!has_value || row.label_size == 0) continue;
        const int end = row.indent + row.label_columns + column_gap + (row.symbol.empty() ? 0 : 1);
        if (end <= most) column = std::max(column, end);
    }
    return column;
}

void Rows::append_to(std::string& out) const {
    const int column = value_column();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].gap_before) out.append("\n");
        append_row(out, i, column);
    }
}

void Rows::append_row(std::string& out, std::size_t index, int column) const {
    const Row& row = rows_[index];
    const std::string_view label = std::string_view(text_).substr(row.label_begin, row.label_size);
    append_blanks(out, row.indent);
    term::append_styled(out, row.label_role, label, *presentation_);
    const bool has_value = end_of(index) != row.first_piece;
    if (has_value || !row.symbol.empty()) {
        const int end = row.indent + row.label_columns;
        const int marked = row.symbol.empty() ? 0 : 1;
        const int begin = std::max(column, end + (end == 0 ? 0 : column_gap) + marked);
        if (marked != 0) {
            append_blanks(out, begin - column_gap - end);
            term::append_styled(out, row.symbol_role, row.symbol, *presentation_);
            if (has_value) append_blanks(out, column_gap - 1);
        } else {
            append_blanks(out, begin - end);
        }
        append_value(out, index, begin);
    }
    out.append("\n");
}

void Rows::append_value(std::string& out, std::size_t index, int column) const {
    const std::uint32_t first = rows_[index].first_piece;
    if (first == end_of(index)) return;
    const int room = std::max(presentation_->width - column, 8);
    if (pieces_[first].kind == PieceKind::item) {
        append_items(out, index, column, room);
    } else if (presentation_->full) {
        append_wrapped_value(out, index, column, room);
    } else {
        append_clipped_value(out, index, room);
    }
}

void Rows::append_items(std::string& out, std::size_t index, int column, int room) const {
    int used = 0;
    std::string_view separator;
    std::string item;
    for (std::size_t i = rows_[index].first_piece; i < end_of(index); ++i) {
        if (pieces_[i].kind == PieceKind::separator) {
            separator = text(pieces_[i]);
            continue;
        }
        item.clear();
        term::append_clipped(item, text(pieces_[i]), room, term::symbols(*presentation_).clipped);
        const int size = term::display_width(item);
        if (used != 0 &&
            used + term::display_width(separator) + size + 1 > room) {  // 1: a separator may follow
            out.append(separator.substr(0, separator.find_last_not_of(' ') + 1)).append("\n");
            append_blanks(out, column);
            used = 0;
        } else if (used != 0) {
            out.append(separator);
            used += term::display_width(separator);
        }
        term::append_styled(out, pieces_[i].role, item, *presentation_);
        used += size;
    }
}

void Rows::append_clipped_value(std::string& out, std::size_t index, int room) const {
    int width = 0;  // of what may not be left out
    for (std::size_t i = rows_[index].first_piece; i < end_of(index); ++i) {
        if (pieces_[i].kind == PieceKind::text) width += term::display_width(text(pieces_[i]));
    }
    const std::string_view ellipsis = term::symbols(*presentation_).clipped;
    // What stands first is not cut to make room for the sign that something behind it is missing.
    const int head = term::display_width(text(pieces_[rows_[index].first_piece]));
    const bool only_head = head <= room && head + term::display_width(ellipsis) > room;
    const bool clips = width > room && !only_head;
    int left = clips ? room - term::display_width(ellipsis) : room;
    for (std::size_t i = rows_[index].first_piece; i < end_of(index); ++i) {
        const term::Fit fit = term::fit_front(text(pieces_[i]), left);
        const bool whole = fit.bytes == pieces_[i].size;
        if (pieces_[i].kind == PieceKind::if_room && (clips || !whole)) continue;
        append_piece(out, pieces_[i], text(pieces_[i]).substr(0, fit.bytes), false);
        left -= fit.columns;
        if (!whole) break;
    }
    if (clips) out.append(ellipsis);
}

void Rows::append_wrapped_value(std::string& out, std::size_t index, int column, int room) const {
    const int hang = std::min(rows_[index].hang, room / 2);
    int left = room;
    bool fresh = true;  // nothing stands on this line yet
    for (std::size_t i = rows_[index].first_piece; i < end_of(index); ++i) {
        std::string_view rest = text(pieces_[i]);
        const bool broken = term::display_width(rest) > left;
        while (!rest.empty()) {
            term::Fit fit = term::fit_front(rest, left);
            if (fit.bytes != rest.size()) {  // break behind a blank where there is one
                const std::size_t blank = rest.substr(0, fit.bytes).rfind(' ');
                if (blank != std::string_view::npos) fit.bytes = blank + 1;
                if (fit.bytes == 0 && fresh) fit.bytes = base::front_code_point(rest).size;
            }
            append_piece(out, pieces_[i], rest.substr(0, fit.bytes), broken);
            rest.remove_prefix(fit.bytes);
            left -= fit.columns;
            fresh = false;
            if (rest.empty()) break;
            out.erase(out.find_last_not_of(' ') + 1);
            out.append("\n");
            append_blanks(out, column + hang);
            rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
            left = room - hang;
            fresh = true;
        }
    }
}

}  // namespace hookspect::report
