#pragma once

#include "report/layout/presentation.h"
#include "term/style.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::report {

/// Rows of a label and a value, the values one below the other. Rows are collected first, because the longest
/// label decides where all values begin. Any text may be put in: it is made safe here, and clipped or wrapped
/// to the width. A text that is a URL is a link.
class Rows {
public:
    explicit Rows(const Presentation& presentation) : presentation_(&presentation) {}

    /// An empty line before the next row, if rows stand above it.
    void gap();

    /// Begins a row; `indent` in columns. Without a label it goes on below the row before.
    void row(int indent, std::string_view label, term::Role role = term::Role::label);

    /// A symbol of one column, in the column before the row's value.
    void mark(term::Role role, std::string_view symbol);

    /// Adds to the row's value.
    void put(term::Role role, std::string_view text);
    void put(std::string_view text) { put(term::Role::plain, text); }

    /// Adds to the row's value what is left out where it does not fit.
    void put_if_room(term::Role role, std::string_view text);

    /// Where the row wraps, it goes on this many columns behind its value's first.
    void hang(int columns) { rows_.back().hang = columns; }

    /// Adds an item to the row's value. Items are never clipped away: those that do not fit go on below.
    /// `separator` stands between two of them. A row has either items or text.
    void put_item(term::Role role, std::string_view text, std::string_view separator);

    [[nodiscard]] bool empty() const { return rows_.empty(); }
    void append_to(std::string& out) const;

private:
    enum class PieceKind : std::uint8_t { text, if_room, item, separator };
    struct Piece {
        std::uint32_t begin;
        std::uint32_t size;
        term::Role role;
        PieceKind kind;
        std::uint32_t url_begin = 0;
        std::uint32_t url_size = 0;  // 0: no link
    };
    struct Row {
        std::string_view symbol{};
        term::Role symbol_role = term::Role::plain;
        term::Role label_role = term::Role::plain;
        bool gap_before = false;
        int indent = 0;
        int hang = 0;
        int label_columns = 0;
        std::uint32_t label_begin = 0;
        std::uint32_t label_size = 0;
        std::uint32_t first_piece = 0;
    };

    [[nodiscard]] std::string_view text(const Piece& piece) const;
    [[nodiscard]] std::size_t end_of(std::size_t row) const;
    [[nodiscard]] int value_column() const;
    void append_piece(std::string& out, const Piece& piece, std::string_view shown, bool broken) const;
    void add_piece(term::Role role, std::string_view text, PieceKind kind);
    void append_row(std::string& out, std::size_t index, int column) const;
    void append_value(std::string& out, std::size_t index, int column) const;
    void append_items(std::string& out, std::size_t index, int column, int room) const;
    void append_clipped_value(std::string& out, std::size_t index, int room) const;
    void append_wrapped_value(std::string& out, std::size_t index, int column, int room) const;

    const Presentation* presentation_;
    std::string text_;  // of labels and pieces, safe
    std::string urls_;  // of links, as they were
    std::vector<Piece> pieces_;
    std::vector<Row> rows_;
    bool gap_ = false;
};

}  // namespace hookspect::report
