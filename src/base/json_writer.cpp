#include "base/json_writer.h"

#include "base/json_text.h"

namespace hookspect::base {

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    append_json_string(out_, name);
    out_.push_back(':');
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::initializer_list<std::string_view> parts) {
    separate();
    out_.push_back('"');
    for (const std::string_view part : parts) append_json_characters(out_, part);
    out_.push_back('"');
    return *this;
}

JsonWriter& JsonWriter::literal(std::string_view json) {
    raw().append(json);
    return *this;
}

std::string& JsonWriter::raw() {
    separate();
    return out_;
}

JsonWriter& JsonWriter::line() {
    out_.append(comma_ ? ",\n" : "\n");
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::end_lines(bool any) {
    if (any) out_.push_back('\n');
    return end_array();
}

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    out_.push_back(bracket);
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    out_.push_back(bracket);
    comma_ = true;
    return *this;
}

}  // namespace hookspect::base
