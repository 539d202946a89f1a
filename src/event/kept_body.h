#pragma once

#include "event/body.h"
#include "event/structurals.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace hookspect::event {

/// A copy of a body that can be kept: it owns the bytes, but not the event, which is decoded again when it is
/// wanted.
class KeptBody {
public:
    explicit KeptBody(const Body& body)
        : source_(body.source),
          bytes_(std::make_unique_for_overwrite<char[]>(body.bytes.size() + padding)),
          body_(body) {
        body.bytes.copy(bytes_.get(), body.bytes.size());
        std::fill_n(bytes_.get() + body.bytes.size(), padding, '\0');
        body_.bytes = {bytes_.get(), body.bytes.size()};
        body_.event = nullptr;
    }

    /// The body without its event. Its bytes are padded for a decoder. Its views are valid as long as this
    /// lives and is not moved.
    [[nodiscard]] Body body() const {
        Body body = body_;
        body.source = source_;
        return body;
    }

private:
    std::string source_;
    std::unique_ptr<char[]> bytes_;
    Body body_;
};

}  // namespace hookspect::event
