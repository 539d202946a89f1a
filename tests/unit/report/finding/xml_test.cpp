#include "report/finding/xml.h"

#include <doctest/doctest.h>

using namespace hookspect;

TEST_CASE("text becomes XML 1.0") {
    struct Row {
        std::string_view text;
        std::string_view xml;
    };
    for (const Row& row : {
             Row{"", ""},
             Row{"plain text", "plain text"},
             Row{"<a href=\"x\">&amp;</a>", "&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;"},
             Row{"]]>", "]]&gt;"},
             Row{"Zoë 🚲 ￼", "Zoë 🚲 ￼"},  // U+FFFC begins with EF, and is a character
             Row{"\xEF\xBF\xBE and \xEF\xBF\xBF", "\\u{fffe} and \\u{ffff}"},
             Row{"\xF0\x9F\xBF\xBE", "\xF0\x9F\xBF\xBE"},  // U+1FFFE is allowed
             Row{std::string_view("\0\x01\x1b\x7f", 4), "\\u{0}\\u{1}\\u{1b}\\u{7f}"},
             Row{"a\tb\rc\nd", "a\\u{9}b\\u{d}c↵d"},
             Row{"caf\xe9", "caf\\x{e9}"},
         }) {
        std::string out;
        hookspect::report::append_xml(out, row.text);
        CHECK(out == row.xml);
    }
}
