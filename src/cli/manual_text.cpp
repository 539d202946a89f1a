#include "cli/manual_text.h"

#include "report/layout/prose.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace hookspect::cli {
namespace {

using std::string_view;

struct ManualPage {
    string_view name;
    string_view source;  // mdoc(7)
};

constexpr auto pages = std::to_array<ManualPage>({
#include "cli/manual_pages.inc.h"
});

/// Text without the escapes of roff(7) that the pages have.
std::string unescaped(string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            plain.push_back(text[i]);
        } else if (text.substr(i).starts_with("\\(dq")) {
            plain.push_back('"');
            i += 3;
        } else {
            if (text.substr(i).starts_with("\\e")) plain.push_back('\\');
            ++i;
        }
    }
    return plain;
}

/// The words of a macro line; quotes keep blanks together.
std::vector<string_view> words_of(string_view line) {
    std::vector<string_view> words;
    while (!line.empty()) {
        if (line.front() == ' ') {
            line.remove_prefix(1);
            continue;
        }
        const bool quoted = line.front() == '"';
        if (quoted) line.remove_prefix(1);
        const std::size_t end = std::min(line.find(quoted ? '"' : ' '), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return words;
}

bool is_one_of(string_view word, string_view characters) {
    return word.size() == 1 && characters.find(word.front()) != string_view::npos;
}

/// Writes the macros of one kind of page that this project has, and no others.
class PageText {
public:
    explicit PageText(const report::Presentation& presentation)
        : presentation_(&presentation), columns_(report::prose_columns(presentation)) {}

    std::string write(string_view source) {
        while (!source.empty()) {
            const string_view line = source.substr(0, source.find('\n'));
            source.remove_prefix(std::min(source.size(), line.size() + 1));
            if (literal_ && line != ".Ed") {
                add_literal(line);
            } else if (line.starts_with('.')) {
                add_macro(words_of(line.substr(1)));
            } else {
                add_text(unescaped(line));
            }
        }
        end_paragraph();
        return std::move(out_);
    }

private:
    struct List {
        bool tagged;
        bool numbered;
        bool compact;
        std::size_t hanging;  // columns of the text after the mark or tag
        std::size_t items = 0;
    };

    static constexpr std::size_t section_indent = 4;

    const report::Presentation* presentation_;
    std::size_t columns_;
    std::string out_;
    std::string paragraph_;
    std::string mark_;  // of the item that begins: what stands before its text
    std::vector<List> lists_;
    std::string name_;
    std::size_t title_end_ = 0;  // of the last title in out_: no empty line follows it
    bool literal_ = false;
    bool synopsis_ = false;
    bool joins_ = false;  // the next word follows without a blank

    [[nodiscard]] std::size_t indent() const {
        std::size_t columns = section_indent;
        for (const List& list : lists_) columns += list.hanging;
        return columns;
    }

    void gap() {
        if (out_.size() > title_end_ && !out_.ends_with("\n\n")) out_.push_back('\n');
    }

    void end_paragraph() {
        if (paragraph_.empty() && mark_.empty()) return;
        const std::size_t begin = indent();
        std::size_t at = begin;
        if (!mark_.empty()) {
            at -= lists_.back().hanging;
            out_.append(at, ' ').append(mark_);
            at += mark_.size();
            if (at + 1 > begin && !paragraph_.empty()) {
                out_.push_back('\n');
                at = 0;
            }
            mark_.clear();
        } else {
            at = 0;
        }
        if (!paragraph_.empty()) {
            out_.append(begin - at, ' ');
            report::append_wrapped(out_, paragraph_, begin, begin, columns_);
        }
        out_.push_back('\n');
        paragraph_.clear();
        joins_ = false;
    }

    void add_word(string_view word) {
        if (word.empty()) return;
        joins_ |= is_one_of(word, ".,:;)]?!");
        add_plain(word);
        joins_ = is_one_of(word, "([");
    }

    void add_plain(string_view word) {
        if (!paragraph_.empty() && !joins_) paragraph_.push_back(' ');
        paragraph_.append(word);
        joins_ = false;
    }

    void add_text(string_view text) {
        for (const string_view word : words_of(text)) add_word(word);
    }

    void add_literal(string_view line) {
        out_.append(indent() + 2, ' ').append(unescaped(line)).push_back('\n');
    }

    void add_macro(const std::vector<string_view>& words) {
        if (words.empty()) return;
        const string_view macro = words.front();
        const auto rest = std::vector(words.begin() + 1, words.end());
        if (macro == "Dd" || macro == "Dt" || macro == "Os") return;
        if (macro == "Sh" || macro == "Ss") return begin_section(rest, macro == "Ss");
        if (macro == "Pp") {
            end_paragraph();
            return gap();
        }
        if (macro == "Bl") return begin_list(rest);
        if (macro == "El") {
            end_paragraph();
            lists_.pop_back();
            return;
        }
        if (macro == "It") return begin_item(rest);
        if (macro == "Bd" || macro == "Dl") {
            end_paragraph();
            gap();
            literal_ = macro == "Bd";
            if (!literal_) {
                add_words(rest);
                out_.append(indent() + 2, ' ').append(paragraph_).push_back('\n');
                paragraph_.clear();
            }
            return;
        }
        if (macro == "Ed") {
            literal_ = false;
            return;
        }
        if (macro == "Nm" && synopsis_) end_paragraph();
        add_words(words);
    }

    void begin_section(const std::vector<string_view>& title, bool inner) {
        end_paragraph();
        gap();
        std::string text;
        for (const string_view word : title) text.append(text.empty() ? "" : " ").append(unescaped(word));
        if (inner) out_.append(section_indent / 2, ' ');
        report::append_bold(out_, text, *presentation_);
        out_.push_back('\n');
        title_end_ = out_.size();
        if (!inner) synopsis_ = text == "SYNOPSIS";
    }

    void begin_list(const std::vector<string_view>& options) {
        end_paragraph();
        const auto has = [&](string_view word) {
            return std::find(options.begin(), options.end(), word) != options.end();
        };
        List list{has("-tag"), has("-enum"), has("-compact"), 2};
        if (list.numbered) list.hanging = 4;
        const auto width = std::find(options.begin(), options.end(), "-width");
        if (list.tagged) list.hanging = width == options.end() || width[1] == "Ds" ? 6 : width[1].size() + 2;
        if (list.compact) gap_before_list();
        lists_.push_back(list);
    }

    void gap_before_list() {
        if (lists_.empty()) gap();
    }

    void begin_item(const std::vector<string_view>& head) {
        end_paragraph();
        List& list = lists_.back();
        if (!list.compact) gap();
        ++list.items;
        if (list.tagged) {
            add_words(head);
            mark_ = std::exchange(paragraph_, {});
            joins_ = false;
        } else {
            mark_ = list.numbered ? std::to_string(list.items) + "." : "-";
        }
    }

    /// Words and the macros among them.
    void add_words(const std::vector<string_view>& words) {
        std::string closing;  // of brackets that end with the line
        string_view macro;
        bool bare = false;  // the macro has had no word yet
        for (std::size_t i = 0; i < words.size(); ++i) {
            const string_view word = words[i];
            if (is_inline_macro(word)) {
                if (bare) add_bare(macro);
                macro = word;
                bare = macro == "Nm" || macro == "Ar" || macro == "Fl";
                if (macro == "Ns") joins_ = true;
                if (macro == "Op" || macro == "Pq" || macro == "Dq" || macro == "Qq" || macro == "Ql" ||
                    macro == "Sq") {
                    add_opening(macro);
                    closing.insert(0, 1, closing_of(macro));
                    // Those of one word end with it, where a delimiter follows.
                    const bool all_in = i + 1 < words.size();
                    if (!all_in) joins_ = false;
                }
                continue;
            }
            const bool delimiter = is_one_of(word, ".,:;()[]?!|");
            if (delimiter) {
                if (bare) add_bare(macro);
                bare = false;
                const bool last = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i), words.end(),
                                              [](string_view one) { return is_one_of(one, ".,:;)]?!"); });
                if (last) close(closing);
                add_word(word);
                continue;
            }
            bare = false;
            if (macro == "Fl") {
                add_word("-" + unescaped(word));
            } else if (macro == "Xr" && i + 1 < words.size()) {
                add_word(unescaped(word) + "(" + std::string(words[++i]) + ")");
            } else if (macro == "Fn") {
                add_word(unescaped(word) + "()");
            } else if (macro == "Nd") {
                add_word(i == 1 ? "- " + unescaped(word) : unescaped(word));
            } else {
                if (macro == "Nm" && name_.empty()) name_ = word;
                // `\&.` is a word, not the end of a sentence.
                word.starts_with("\\&") ? add_plain(unescaped(word)) : add_word(unescaped(word));
            }
        }
        if (bare) add_bare(macro);
        close(closing);
    }

    static bool is_inline_macro(string_view word) {
        constexpr auto macros = std::to_array<string_view>({"Ar", "Cm", "Dq", "Dv", "Em", "Ev", "Fl", "Fn",
                                                            "Ic", "Li", "Nd", "Nm", "No", "Ns", "Op", "Pa",
                                                            "Pq", "Ql", "Qq", "Sq", "Sx", "Sy", "Va", "Xr"});
        return std::find(macros.begin(), macros.end(), word) != macros.end();
    }

    static char closing_of(string_view macro) {
        if (macro == "Op") return ']';
        if (macro == "Pq") return ')';
        return macro == "Dq" || macro == "Qq" ? '"' : '\'';
    }

    void add_opening(string_view macro) {
        const char opening = macro == "Op" ? '[' : macro == "Pq" ? '(' : closing_of(macro);
        if (!paragraph_.empty() && !joins_) paragraph_.push_back(' ');
        paragraph_.push_back(opening);
        joins_ = true;
    }

    void close(std::string& closing) {
        paragraph_.append(closing);
        if (!closing.empty()) joins_ = false;
        closing.clear();
    }

    /// What a macro says without a word.
    void add_bare(string_view macro) {
        if (macro == "Nm") add_word(name_);
        if (macro == "Ar") add_word("file ...");
        if (macro == "Fl") add_word("-");
    }
};

}  // namespace

std::string manual_text(string_view page, const report::Presentation& presentation) {
    const auto* found =
        std::find_if(pages.begin(), pages.end(), [page](const ManualPage& one) { return one.name == page; });
    return found == pages.end() ? std::string() : PageText(presentation).write(found->source);
}

}  // namespace hookspect::cli
