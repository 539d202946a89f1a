#include "report/finding/xml.h"

#include "term/safe_text.h"

namespace hookspect::report {
namespace {

// The two characters that append_safe() leaves and XML 1.0 (section 2.2) forbids, U+FFFE and U+FFFF.
constexpr std::string_view nonchar_fffe = "\xEF\xBF\xBE";
constexpr std::string_view nonchar_ffff = "\xEF\xBF\xBF";

}  // namespace

void append_xml(std::string& out, std::string_view text) {
    const std::string safe = term::safe_text(text);
    std::string_view rest = safe;
    while (!rest.empty()) {
        const std::size_t plain = rest.find_first_of("&<>\"\xEF");
        out.append(rest.substr(0, plain));
        if (plain == std::string_view::npos) return;
        rest.remove_prefix(plain);
        std::size_t size = 1;
        switch (rest.front()) {
            case '&': out.append("&amp;"); break;
            case '<': out.append("&lt;"); break;
            case '>': out.append("&gt;"); break;
            case '"': out.append("&quot;"); break;
            default:
                size = 3;  // a sequence that begins with EF
                if (rest.starts_with(nonchar_fffe)) {
                    out.append("\\u{fffe}");
                } else if (rest.starts_with(nonchar_ffff)) {
                    out.append("\\u{ffff}");
                } else {
                    out.append(rest.substr(0, size));
                }
        }
        rest.remove_prefix(size);
    }
}

}  // namespace hookspect::report
