#include "schema/path_text.h"

#include "base/ascii.h"
#include "base/json_pointer.h"
#include "base/json_text.h"
#include "base/path_key.h"
#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace hookspect::schema {
namespace {

using std::string_view;

constexpr std::size_t most_steps = 128;
constexpr std::size_t most_bytes = 1024;

std::optional<std::size_t> parse_index(string_view digits) {
    std::size_t index = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == digits.data() + digits.size();
    return whole && !digits.empty() ? std::optional(index) : std::nullopt;
}

/// What ends a token of a JSON Pointer.
string_view pointer_stops(PathEnd end) {
    switch (end) {
        case PathEnd::text: return "/";
        case PathEnd::list: return "/,()";
        case PathEnd::prefix: break;
    }
    return "/,() \t\r\n=!<>\"'";
}

/// Reads one path. Members return false at the first fault, which is then in `error`.
class Reader {
public:
    Reader(string_view text, std::size_t& at, PathEnd end, std::vector<PathToken>& tokens)
        : text_(text), at_(at), begin_(at), end_(end), tokens_(tokens) {}

    bool read() { return peek() == '/' ? pointer() : dotted(); }

    base::TextError error;

private:
    string_view text_;
    std::size_t& at_;
    std::size_t begin_;
    PathEnd end_;
    std::vector<PathToken>& tokens_;

    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    bool fail(std::string message, std::size_t offset, std::size_t size, std::string hint = {}) {
        error = {std::move(message), offset, size, std::move(hint)};
        return false;
    }

    bool add(PathToken token, std::size_t begin) {
        token.offset = begin;
        token.size = at_ - begin;
        tokens_.push_back(std::move(token));
        if (tokens_.size() > most_steps) {
            return fail("a path has at most " + std::to_string(most_steps) + " steps", begin, at_ - begin);
        }
        if (at_ - begin_ > most_bytes) {
            return fail("a path has at most " + std::to_string(most_bytes) + " bytes", begin_, at_ - begin_);
        }
        return true;
    }

    bool pointer() {
        while (peek() == '/') {
            const std::size_t begin = ++at_;
            at_ = std::min(text_.find_first_of(pointer_stops(end_), at_), text_.size());
            const string_view written = text_.substr(begin, at_ - begin);
            if (const std::size_t bad = base::find_bad_escape(written); bad != string_view::npos) {
                return fail("in a JSON Pointer, ~ must be followed by 0 or 1", begin + bad, 1);
            }
            if (!add({.key = base::unescaped_token(written), .pointer = true}, begin)) return false;
        }
        return true;
    }

    bool dotted() {
        if (peek() == '.') return fail("a path does not begin with a dot", at_, 1);
        for (;;) {
            if (peek() == '[' ? !brackets() : !name()) return false;
            if (peek() == '.') {
                ++at_;
            } else if (peek() != '[') {
                return true;
            }
        }
    }

    bool name() {
        const std::size_t begin = at_;
        if (peek() == '*') {
            ++at_;
            return add({.kind = PathToken::Kind::any_member}, begin);
        }
        while (at_ < text_.size() && base::is_bare_in_path(text_[at_])) ++at_;
        if (at_ > begin) return add({.key = std::string(text_.substr(begin, at_ - begin))}, begin);
        if (at_ == begin_) return missing_path();
        return fail("a name is missing after the dot", at_ - 1, 1);
    }

    bool missing_path() {
        if (at_ == text_.size() || text_[at_] == ',' || text_[at_] == ')')
            return fail("a path is missing", at_, 1);
        error = unexpected_at(text_, at_);
        return false;
    }

    bool brackets() {
        const std::size_t begin = at_++;
        PathToken token;
        if (peek() == '"' || peek() == '\'') {
            if (!quoted(token.key)) return false;
        } else if (text_.substr(at_, 4) == "key=") {
            at_ += 4;
            token.kind = PathToken::Kind::keyed;
            const bool quote = peek() == '"' || peek() == '\'';
            if (quote && !quoted(token.key)) return false;
            if (!quote) token.key = up_to_bracket();
        } else if (!index(token)) {
            return false;
        }
        if (peek() != ']') return fail("the bracket is not closed", begin, 1);
        ++at_;
        return add(std::move(token), begin);
    }

    string_view up_to_bracket() {
        const std::size_t begin = at_;
        at_ = std::min(text_.find(']', at_), text_.size());
        return text_.substr(begin, at_ - begin);
    }

    bool index(PathToken& token) {
        const std::size_t begin = at_;
        const string_view inside = up_to_bracket();
        if (at_ == text_.size()) return fail("the bracket is not closed", begin - 1, 1);
        if (inside == "*") {
            token.kind = PathToken::Kind::any_element;
            return true;
        }
        token.kind = PathToken::Kind::index;
        const auto number = parse_index(inside);
        if (number) token.index = *number;
        if (number) return true;
        const bool key = !inside.empty() &&
                         std::all_of(inside.begin(), inside.end(), base::is_bare_in_path) &&
                         !base::is_digit(inside[0]) && inside[0] != '-';
        return fail("expected an index from 0, *, a key in quotes or key=NAME", begin, inside.size(),
                    key ? "did you mean [\"" + std::string(inside) + "\"]?" : "");
    }

    /// A key between quotes: a JSON string, or between single ones, in which `\` escapes the quote and
    /// itself.
    bool quoted(std::string& key) {
        const char quote = text_[at_];
        const std::size_t begin = at_++;
        while (at_ < text_.size() && text_[at_] != quote) at_ += text_[at_] == '\\' ? 2 : 1;
        if (at_ >= text_.size()) return fail("the quote is not closed", begin, 1);
        const string_view raw = text_.substr(begin + 1, at_ - begin - 1);
        ++at_;
        if (quote == '"') {
            const base::EscapeFault fault = base::find_escape_fault(raw);
            if (fault.offset != string_view::npos) {
                return fail(
                    fault.lone_surrogate ? "a surrogate without its partner" : "this is not a JSON escape",
                    begin + 1 + fault.offset, fault.lone_surrogate ? 6 : 2);
            }
            base::append_unescaped(key, raw);
            return true;
        }
        for (std::size_t i = 0; i < raw.size(); ++i) {
            if (raw[i] == '\\' && (raw[i + 1] == '\\' || raw[i + 1] == quote)) ++i;
            key.push_back(raw[i]);
        }
        return true;
    }
};

/// Reads the field lists of AQL: `a,b(c,d)` means the paths a, b.c and b.d.
class ListReader {
public:
    ListReader(string_view text, std::vector<WrittenPath>& paths) : text_(text), paths_(paths) {}

    bool read() {
        if (!list({})) return false;
        if (at_ == text_.size()) return true;
        error = unexpected_at(text_, at_);
        return false;
    }

    base::TextError error;

private:
    string_view text_;
    std::vector<WrittenPath>& paths_;
    std::size_t at_ = 0;

    void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

    /// No deeper than a path has steps: each list within a list begins behind one.
    bool list(const WrittenPath& prefix) {
        do {
            skip_blanks();
            WrittenPath path = prefix;
            if (!one(path)) return false;
            skip_blanks();
        } while (take(','));
        return true;
    }

    bool one(WrittenPath& path) {
        const std::size_t begin = at_;
        const bool nested = !path.tokens.empty();
        if (nested && begin < text_.size() && text_[begin] == '/') {
            error = {"a JSON Pointer cannot be used with parentheses", begin, 1, {}};
            return false;
        }
        if (auto fault = read_path(text_, at_, PathEnd::list, path)) {
            error = std::move(*fault);
            return false;
        }
        skip_blanks();
        const std::size_t open = at_;
        if (!take('(')) return paths_.push_back(std::move(path)), true;
        if (path.tokens.back().pointer) {
            error = {"a JSON Pointer cannot be used with parentheses", open, 1, {}};
            return false;
        }
        if (!list(path)) return false;
        if (take(')')) return true;
        error = at_ < text_.size() ? unexpected_at(text_, at_)
                                   : base::TextError{"the parenthesis is not closed", open, 1, {}};
        return false;
    }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
};

}  // namespace

std::optional<base::TextError> read_path(std::string_view text, std::size_t& at, PathEnd end,
                                         WrittenPath& path) {
    const std::size_t begin = at;
    Reader reader(text, at, end, path.tokens);
    if (!reader.read()) return std::move(reader.error);
    const string_view own = text.substr(begin, at - begin);
    if (!path.text.empty() && own.front() != '[') path.text.push_back('.');
    path.text.append(own);
    if (path.text.size() <= most_bytes) return std::nullopt;
    return base::TextError{
        "a path has at most " + std::to_string(most_bytes) + " bytes", begin, own.size(), {}};
}

std::optional<base::TextError> read_path_list(std::string_view text, std::vector<WrittenPath>& paths) {
    ListReader reader(text, paths);
    if (reader.read()) return std::nullopt;
    return std::move(reader.error);
}

base::TextError unexpected_at(std::string_view text, std::size_t at) {
    const string_view character = text.substr(at, base::front_code_point(text.substr(at)).size);
    base::TextError error{"unexpected ", at, character.size(), {}};
    base::append_json_string(error.message, character);
    if (string_view("()[],").find(character) == string_view::npos) {
        error.hint = "write a key with characters other than letters, digits and _-@:$+ as [\"a b\"]";
    }
    return error;
}

std::string path_of(std::span<const PathToken> tokens) {
    std::string path;
    for (const PathToken& token : tokens) {
        switch (token.kind) {
            case PathToken::Kind::name:
                token.pointer ? base::append_pointer_token(path, token.key)
                              : base::append_path_key(path, token.key);
                break;
            case PathToken::Kind::index:
                path.append("[").append(std::to_string(token.index)).append("]");
                break;
            case PathToken::Kind::any_member: path.append(path.empty() ? "*" : ".*"); break;
            case PathToken::Kind::any_element: path.append("[*]"); break;
            case PathToken::Kind::keyed:
                path.append("[key=");
                base::append_visible_json_string(path, token.key);
                path.append("]");
                break;
        }
    }
    return path;
}

std::optional<std::size_t> list_index(std::string_view name) noexcept {
    if (name.size() > 1 && name.front() == '0') return std::nullopt;
    if (!std::all_of(name.begin(), name.end(), base::is_digit)) return std::nullopt;
    return parse_index(name);
}

}  // namespace hookspect::schema
