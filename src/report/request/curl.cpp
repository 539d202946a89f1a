#include "report/request/curl.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hookspect::report {
namespace {

using std::string_view;

/// The longest body that is an argument. Linux takes arguments of less than 128 KiB (MAX_ARG_STRLEN).
constexpr std::size_t longest_argument = 64 * 1024;

constexpr bool is_printable(char c) {
    return c >= ' ' && c <= '~';
}

/// Whether it has the same meaning between single quotes in every shell; fish reads backslashes there.
bool is_quotable(string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return is_printable(c) && c != '\'' && c != '\\'; });
}

/// Between single quotes, the format with which printf(1) prints `text`. What is special to a shell or hard
/// to see is an octal escape: these are in POSIX, and include NUL.
void append_printf_format(std::string& out, string_view text) {
    const auto append_octal = [&out](char c) {
        fmt::format_to(std::back_inserter(out), "\\{:03o}", static_cast<unsigned char>(c));
    };
    out += '\'';
    // A format that begins with a hyphen would be an option.
    if (text.starts_with('-')) {
        append_octal('-');
        text.remove_prefix(1);
    }
    for (const char c : text) {
        if (c == '%') {
            out += "%%";
        } else if (is_printable(c) && c != '\'' && c != '\\') {
            out += c;
        } else {
            append_octal(c);
        }
    }
    out += '\'';
}

/// `text` is printable ASCII.
std::string shell_quoted(string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') {
            quoted.append("'\\").append(1, c).append("'");
        } else {
            quoted += c;
        }
    }
    return quoted += '\'';
}

}  // namespace

void append_curl_command(std::string& out, const Delivery& delivery, const base::HttpUrl& url) {
    const bool argument = delivery.body.size() <= longest_argument && is_quotable(delivery.body);
    if (!argument) {
        out += "printf ";
        append_printf_format(out, delivery.body);
        out += " | ";
    }
    // -g: braces and brackets in the URL are not patterns.
    out.append("curl -gsS -H 'Content-Type: ").append(content_type(delivery.encoding)).append("' ");
    if (argument) {
        out.append("--data-raw '").append(delivery.body).append("' ");
    } else {
        out += "--data-binary @- ";
    }
    out.append(shell_quoted(url.text)).append("\n");
}

}  // namespace hookspect::report
