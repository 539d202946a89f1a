#pragma once

#include "intake/source/source.h"

#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <string_view>

namespace hookspect::test {

/// A source that gives `text` in reads of `piece` bytes: each message of a packet socket is one read.
inline intake::Source source_of(std::string_view text, std::size_t piece) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0) throw std::runtime_error("no socket pair");
    const int room = static_cast<int>(text.size() * 4 + (text.size() / piece + 1) * 1024);
    ::setsockopt(ends[1], SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof room);
    for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) {
        const std::size_t size = std::min(piece, text.size());
        if (::send(ends[1], text.data(), size, MSG_DONTWAIT) != static_cast<ssize_t>(size)) {
            throw std::runtime_error("the text is too long for a socket");
        }
    }
    ::close(ends[1]);
    return intake::Source::adopt(ends[0], "test");
}

}  // namespace hookspect::test
