#pragma once

#include "base/result.h"

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

namespace hookspect::term {

inline constexpr std::string_view default_pager = "less";

/// The program that long text goes through: HOOKSPECT_PAGER, else PAGER (both as getenv gives them, null
/// where they are not set), else less. Empty where the first of them that is set is empty or `cat`: no pager.
[[nodiscard]] std::string decide_pager(const char* hookspect_pager, const char* pager);

/// Whether a pager is less, which lets links through.
[[nodiscard]] bool is_less(std::string_view command) noexcept;

/// Whether text is longer than a screen of that size, lines that a terminal breaks counted as several.
[[nodiscard]] bool exceeds_screen(std::string_view text, int rows, int columns) noexcept;

/// A pager that runs: it has the terminal, and what is written to the descriptor. Until it ends, SIGINT is
/// the pager's, a pager that was left is no end of the program, and messages for the terminal go to the pager
/// too, as they would tear its screen.
class Pager {
public:
    /// Starts it, by the shell where it needs one. LESS is FRX where the environment does not set it. Errors:
    /// `cannot start the pager "x": No such file or directory`.
    static base::Result<Pager> start(const std::string& command);

    Pager(Pager&& other) noexcept;
    Pager& operator=(Pager&&) = delete;
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;
    /// As finish() does.
    ~Pager();

    /// Tells it that nothing more comes, and waits until it ends. Why it failed: `the pager "x" failed with
    /// status 1`, `the pager "x" was ended by signal 9`. Nothing where it showed all of it, or its reader
    /// left it, be it with SIGINT.
    std::optional<base::Error> finish();

    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// What is written on standard error goes to it.
    [[nodiscard]] bool has_messages() const { return saved_stderr_ >= 0; }

private:
    Pager(int descriptor, pid_t process, std::string command);

    int descriptor_ = -1;
    pid_t process_ = -1;  // -1: it has ended
    std::string command_;
    int saved_stderr_ = -1;
    void (*saved_interrupt_)(int) = nullptr;
    void (*saved_pipe_)(int) = nullptr;
};

}  // namespace hookspect::term
