#pragma once

#include "event/body.h"
#include "event/form_decoder.h"
#include "event/json_decoder.h"
#include "finding/finding.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hookspect::test {

/// A body as a reader would hand it over, with the memory that its views need.
class SampleBody {
public:
    explicit SampleBody(std::string text, std::string_view source = "deliveries.ndjson",
                        std::uint64_t line = 1, event::Encoding encoding = event::Encoding::json)
        : text_(std::move(text)), source_(source) {
        const std::size_t size = text_.size();
        text_.append(event::padding, '\0');
        body_.source = source_;
        body_.number = line;
        body_.start.line = line;
        body_.bytes = std::string_view(text_).substr(0, size);
        body_.encoding = encoding;
        const bool decoded = encoding == event::Encoding::json
                                 ? json_.decode(body_.bytes, event_)
                                 : !(body_.fault = form_.decode(body_.bytes, event_));
        if (decoded) body_.event = &event_;
    }
    SampleBody(const SampleBody&) = delete;
    SampleBody& operator=(const SampleBody&) = delete;

    event::Body& body() { return body_; }

    /// A finding at the first place of `marked`, which lies on the body's first line.
    [[nodiscard]] finding::Finding finding_at(std::string_view marked, schema::Rule rule,
                                              schema::Severity severity, std::string message) const {
        finding::Finding finding;
        const std::size_t offset = body_.bytes.find(marked);
        finding.rule = rule;
        finding.severity = severity;
        finding.event = body_.number;
        finding.place = {body_.start.offset + offset, body_.start.line, offset + 1};
        finding.length = marked.size();
        finding.message = std::move(message);
        return finding;
    }

private:
    std::string text_;
    std::string source_;
    event::JsonDecoder json_{event::Limits{}};
    event::FormDecoder form_{event::Limits{}};
    event::Event event_;
    event::Body body_;
};

}  // namespace hookspect::test
