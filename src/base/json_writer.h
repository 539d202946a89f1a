#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hookspect::base {

/// Appends a JSON text to a string, token by token: it puts the commas, the colons and the quotes. The caller
/// opens and closes, and gives a key before each value of an object. A text may be written in pieces, each by
/// a writer of its own: a writer only knows whether a comma comes next.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }

    /// The key of the next value, decoded.
    JsonWriter& key(std::string_view name);

    /// A string; bytes that are not UTF-8 become U+FFFD.
    JsonWriter& value(std::string_view text) { return value({text}); }
    JsonWriter& value(const char* text) { return value({text}); }
    /// A string that is made of parts.
    JsonWriter& value(std::initializer_list<std::string_view> parts);
    JsonWriter& value(std::unsigned_integral auto number) { return literal(std::to_string(number)); }
    JsonWriter& value(bool truth) { return literal(truth ? "true" : "false"); }
    JsonWriter& null() { return literal("null"); }
    /// A string, or null for an empty one.
    JsonWriter& value_or_null(std::string_view text) { return text.empty() ? null() : value(text); }

    /// A value that is JSON already.
    JsonWriter& literal(std::string_view json);
    /// Room for a value that the caller appends: the string, at whose end it goes.
    [[nodiscard]] std::string& raw();

    template <typename Value>
    JsonWriter& member(std::string_view name, const Value& value_there) {
        return key(name).value(value_there);
    }
    JsonWriter& member(std::string_view name, std::initializer_list<std::string_view> parts) {
        return key(name).value(parts);
    }

    /// Begins a line for the next element.
    JsonWriter& line();
    /// Closes an array whose elements have lines of their own, if it has any.
    JsonWriter& end_lines(bool any);

private:
    std::string& out_;
    bool comma_ = false;  // one comes before the next key or element

    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate() {
        if (comma_) out_.push_back(',');
        comma_ = true;
    }
};

}  // namespace hookspect::base
