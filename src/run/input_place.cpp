#include "run/input_place.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

namespace hookspect::run {
namespace {

bool exists(std::string_view path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

/// Takes `:NUMBER` off the end. 0 where there is none.
std::uint64_t take_number(std::string_view& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return 0;
    const std::string_view digits = text.substr(colon + 1);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number == 0) return 0;
    text.remove_suffix(digits.size() + 1);
    return number;
}

}  // namespace

bool InputPlace::is_in(const event::Body& body) const {
    const auto newlines = static_cast<std::uint64_t>(std::count(body.bytes.begin(), body.bytes.end(), '\n'));
    const std::uint64_t last_line = body.start.line + newlines;
    if (line < body.start.line || line > last_line) return false;
    if (column == 0) return true;
    if (line == body.start.line && column < body.start.column) return false;
    if (line != last_line) return true;
    const std::size_t break_before = body.bytes.rfind('\n');
    const std::string_view last = body.bytes.substr(newlines == 0 ? 0 : break_before + 1);
    const std::uint64_t first_column = newlines == 0 ? body.start.column : 1;
    return column < first_column + base::count_code_points(last);
}

std::optional<InputPlace> read_input_place(std::string_view argument) {
    if (exists(argument)) return {};
    std::string_view path = argument;
    const std::uint64_t last = take_number(path);
    if (last == 0) return {};
    if (exists(path)) return InputPlace{std::string(path), last};
    const std::uint64_t line = take_number(path);
    if (line == 0 || !exists(path)) return {};
    return InputPlace{std::string(path), line, last};
}

}  // namespace hookspect::run
