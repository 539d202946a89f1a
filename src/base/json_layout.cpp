#include "base/json_layout.h"

#include <algorithm>
#include <cstddef>

namespace hookspect::base {
namespace {

using std::string_view;

constexpr std::size_t indent = 2;
constexpr std::size_t longest_line = 100;

/// The string at the front of `json`, with its quotes.
string_view front_string(string_view json) {
    std::size_t end = 1;
    while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
    return json.substr(0, end + 1);
}

/// The container at the front of `json` if it holds no other, else an empty text.
string_view front_flat_container(string_view json) {
    std::size_t at = 1;
    while (at < json.size()) {
        switch (json[at]) {
            case '"': at += front_string(json.substr(at)).size(); continue;
            case '{':
            case '[': return {};
            case '}':
            case ']': return json.substr(0, at + 1);
            default: ++at;
        }
    }
    return {};
}

class Layout {
public:
    Layout(std::string& out, string_view json) : out_(out), rest_(json), line_(out.size()) {}

    void append() {
        while (!rest_.empty()) token();
    }

private:
    std::string& out_;
    string_view rest_;
    std::size_t line_;  // where the current line starts in `out_`
    std::size_t depth_ = 0;

    void token() {
        const char c = rest_.front();
        switch (c) {
            case '{':
            case '[': return open();
            case '}':
            case ']':
                --depth_;
                break_line();
                return take(1);
            case ',': take(1); return break_line();
            case ':': take(1); return out_.append(" "), void();
            case '"': return take(front_string(rest_).size());
            default: return take(1);
        }
    }

    void open() {
        const string_view flat = front_flat_container(rest_);
        if (!flat.empty() && append_on_line(flat)) return;
        take(1);
        ++depth_;
        break_line();
    }

    /// Appends the container on the current line, if it fits there.
    bool append_on_line(string_view container) {
        const bool blanks = container.front() == '{' && container.size() > 2;
        std::string text(container.substr(0, 1));
        if (blanks) text += ' ';
        for (string_view inside = container.substr(1, container.size() - 2); !inside.empty();) {
            const std::size_t size = inside.front() == '"' ? front_string(inside).size() : 1;
            text.append(inside.substr(0, size));
            if (inside.front() == ',' || inside.front() == ':') text += ' ';
            inside.remove_prefix(size);
        }
        if (blanks) text += ' ';
        text += container.back();
        if (container.size() > 2 && out_.size() - line_ + text.size() > longest_line) return false;
        out_ += text;
        rest_.remove_prefix(container.size());
        return true;
    }

    void take(std::size_t size) {
        out_.append(rest_.substr(0, size));
        rest_.remove_prefix(size);
    }

    void break_line() {
        out_ += '\n';
        line_ = out_.size();
        out_.append(indent * depth_, ' ');
    }
};

}  // namespace

void append_json_laid_out(std::string& out, std::string_view json) {
    Layout(out, json).append();
}

}  // namespace hookspect::base
