// The field lists of AQL: `a,b(c,d)` means the paths a, b.c and b.d.

#include "schema/path_text.h"

#include <algorithm>
#include <utility>

namespace hookspect::schema {
namespace {

using std::string_view;

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
            error = {"a JSON Pointer stands alone", begin, 1, {}};
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
            error = {"a JSON Pointer stands alone", open, 1, {}};
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

std::optional<base::TextError> read_path_list(std::string_view text, std::vector<WrittenPath>& paths) {
    ListReader reader(text, paths);
    if (reader.read()) return std::nullopt;
    return std::move(reader.error);
}

}  // namespace hookspect::schema
