#pragma once

#include "base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace hookspect::intake {

/// One opened input: a file, a pipe, a terminal. Closes what it opened.
class Source {
public:
    /// `-` is standard input. Errors: `cannot open NAME: No such file or directory`.
    static base::Result<Source> open(const std::string& path);

    /// Takes over an open descriptor.
    static Source adopt(int descriptor, std::string name);

    Source(Source&& other) noexcept;
    Source& operator=(Source&& other) noexcept;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    ~Source();

    /// Reads up to `space.size()` bytes; 0 at the end. Errors: `cannot read NAME: Input/output error`.
    base::Result<std::size_t> read(std::span<char> space);

    /// Reads up to `space.size()` bytes from `offset` on, wherever reading stands; 0 behind the end. Only of
    /// a source that can be read again.
    base::Result<std::size_t> read_at(std::uint64_t offset, std::span<char> space) const;

    /// Another handle to the same input; both share where reading stands. Errors: no more files can be
    /// opened.
    [[nodiscard]] base::Result<Source> duplicate() const;

    /// The same bytes can be had a second time: a file, but no pipe and no terminal.
    [[nodiscard]] bool can_be_read_again() const { return regular_; }

    /// Whether it is the file behind this descriptor: what is written there would be read again.
    [[nodiscard]] bool is_file_of(int descriptor) const;

    /// Where reading stands in such a source, in bytes.
    [[nodiscard]] std::uint64_t position() const;

    /// A read would wait for somebody to write, still after `patience`.
    [[nodiscard]] bool would_block(std::chrono::milliseconds patience = {}) const;

    /// Bytes of a file; nothing of what is none.
    [[nodiscard]] static std::optional<std::uint64_t> size_of(const std::string& path);

    [[nodiscard]] const std::string& name() const { return name_; }

private:
    Source(int descriptor, std::string name, bool regular);

    int descriptor_ = -1;
    std::string name_;
    bool regular_ = false;
};

}  // namespace hookspect::intake
