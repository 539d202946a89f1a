#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hookspect::query {

/// One way to go on with an unfinished word.
struct Completion {
    std::string text;         // the whole word, what stood there before included
    std::string about{};      // a few words on it; may be empty
    bool unfinished = false;  // more can follow in the same word: the fields of an object, an expression
};

/// How an unfinished path can go on, one step further: `campaign.ti` to campaign.title, `campaign.title.` to
/// its languages. Dotted paths and JSON Pointers; nothing below what the schema does not know.
[[nodiscard]] std::vector<Completion> complete_path(std::string_view text);

/// The same at the end of a list of paths `a,b(c,`.
[[nodiscard]] std::vector<Completion> complete_paths(std::string_view text);

}  // namespace hookspect::query
