#pragma once

#include "base/result.h"
#include "intake/source/decoded_stream.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace hookspect::intake {

/// One opened input: a file, a pipe, a terminal. Closes what it opened. gzip, zstd and UTF-16 with a byte
/// order mark are undone while reading: all bytes and places are those of the decoded text.
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

    /// Reads up to `space.size()` bytes; 0 at the end. Errors: `cannot read NAME: Input/output error`, or
    /// that the compressed data is corrupt or cut off, after all that could be decoded.
    base::Result<std::size_t> read(std::span<char> space);

    /// Reads up to `space.size()` bytes from `offset` on, wherever reading stands; 0 behind the end. Only of
    /// a source that can be read again.
    base::Result<std::size_t> read_at(std::uint64_t offset, std::span<char> space) const;

    /// Another handle to the same input; both share where reading stands. Errors: no more files can be
    /// opened.
    [[nodiscard]] base::Result<Source> duplicate() const;

    /// The same bytes can be had a second time: a file that is read as it is, but not a pipe or a terminal.
    [[nodiscard]] bool can_be_read_again() const { return regular_ && !encoded_; }

    /// `gzip`, `zstd` or `UTF-16` where that was undone; empty before the first read, and for plain bytes.
    [[nodiscard]] std::string_view encoding() const;

    /// Whether it is the file behind this descriptor: what is written there would be read again.
    [[nodiscard]] bool is_file_of(int descriptor) const;

    /// Where reading is in a file, in bytes of the file: of compressed data these are not the decoded ones.
    [[nodiscard]] std::uint64_t position() const;

    /// A read would wait for somebody to write, still after `patience`.
    [[nodiscard]] bool would_block(std::chrono::milliseconds patience = {}) const;

    /// Bytes that can be read of a file; nothing where that is not known before: a pipe, compressed data.
    [[nodiscard]] static std::optional<std::uint64_t> size_of(const std::string& path);

    [[nodiscard]] const std::string& name() const { return name_; }

private:
    Source(int descriptor, std::string name, bool regular);

    int descriptor_ = -1;
    std::string name_;
    bool regular_ = false;
    bool encoded_ = false;                    // a file that does not hold its text as it is
    std::unique_ptr<DecodedStream> decoded_;  // reads the descriptor
};

}  // namespace hookspect::intake
