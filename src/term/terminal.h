#pragma once

#include "report/layout/presentation.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace hookspect::term {

/// `--color`.
enum class ColourWhen : std::uint8_t { automatic, always, never };

/// Everything that decides a Presentation. An environment variable that is not set is empty here, as the
/// conventions of no-color.org and POSIX locales treat the two alike.
struct TerminalState {
    ColourWhen colour = ColourWhen::automatic;
    bool is_terminal = false;         // the stream that is written to
    int columns = 0;                  // of that terminal; 0: unknown
    std::int64_t clock = 0;           // seconds since 1970
    std::optional<std::int64_t> now;  // `--now`, seconds since 1970

    std::string_view no_color;           // NO_COLOR
    std::string_view clicolor_force;     // CLICOLOR_FORCE
    std::string_view clicolor;           // CLICOLOR
    std::string_view term;               // TERM
    std::string_view columns_variable;   // COLUMNS
    std::string_view lc_all;             // LC_ALL
    std::string_view lc_ctype;           // LC_CTYPE
    std::string_view lang;               // LANG
    std::string_view source_date_epoch;  // SOURCE_DATE_EPOCH

    // What terminals say of themselves.
    std::string_view term_program;          // TERM_PROGRAM
    std::string_view term_program_version;  // TERM_PROGRAM_VERSION
    std::string_view vte_version;           // VTE_VERSION
    std::string_view konsole_version;       // KONSOLE_VERSION
    std::string_view wt_session;            // WT_SESSION, of Windows Terminal
};

/// Decides colour, symbols, links, width, ages and the present; `notes` and `full` stay as they are by
/// default.
[[nodiscard]] report::Presentation decide_presentation(const TerminalState& state) noexcept;

/// Lines and columns of a terminal.
struct Screen {
    int rows = 24;
    int columns = 80;
};

/// The screen behind `descriptor`; LINES and COLUMNS go before what the terminal says.
[[nodiscard]] Screen read_screen(int descriptor) noexcept;

/// The state of this process for the stream `descriptor`.
[[nodiscard]] TerminalState read_terminal_state(int descriptor) noexcept;

}  // namespace hookspect::term
