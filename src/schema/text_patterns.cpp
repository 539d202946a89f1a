#include "schema/text_patterns.h"

#include "schema/actions.h"

#include <initializer_list>
#include <string_view>

namespace hookspect::schema {
namespace {

using std::string_view;

std::string sequence(std::initializer_list<string_view> parts) {
    std::string pattern;
    for (const string_view part : parts) pattern.append(part);
    return pattern;
}

std::string one_of(std::initializer_list<string_view> alternatives) {
    std::string pattern = "(?:";
    for (const string_view alternative : alternatives) {
        if (pattern.size() > 3) pattern += '|';
        pattern.append(alternative);
    }
    return pattern += ')';
}

/// What inet_pton accepts: the grammar of RFC 3986, section 3.2.2.
std::string ipv6_pattern() {
    const std::string octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    const std::string ipv4 = sequence({octet, "(?:\\.", octet, "){3}"});
    const std::string last_32_bits = one_of({"[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}", ipv4});
    // Up to `most` groups before the `::` that shortens the address.
    const auto before = [](string_view most) {
        return sequence({"(?:(?:[0-9A-Fa-f]{1,4}:){0,", most, "}[0-9A-Fa-f]{1,4})?::"});
    };
    const auto groups = [](string_view count) { return sequence({"(?:[0-9A-Fa-f]{1,4}:){", count, "}"}); };
    return one_of({
        sequence({groups("6"), last_32_bits}),
        sequence({"::", groups("5"), last_32_bits}),
        sequence({before("0"), groups("4"), last_32_bits}),
        sequence({before("1"), groups("3"), last_32_bits}),
        sequence({before("2"), groups("2"), last_32_bits}),
        sequence({before("3"), groups("1"), last_32_bits}),
        sequence({before("4"), last_32_bits}),
        sequence({before("5"), "[0-9A-Fa-f]{1,4}"}),
        before("6"),
    });
}

/// What comes after `//`: a user, a host, a port.
std::string authority_pattern() {
    constexpr string_view ip_future = "[Vv][0-9A-Fa-f]+\\.[A-Za-z0-9._~!$&'()*+,;=:-]+";
    constexpr string_view name =
        "(?:[^\\x00-\\x20#/:<>?@\\[\\\\\\]^|%\\x7F]|%[0-9A-Fa-f]{2})+";  // WHATWG's forbidden code points
    constexpr string_view port =
        "(?::0*(?:[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]|[0-9]{0,4}))?";
    const std::string address = sequence({"\\[", one_of({ipv6_pattern(), ip_future}), "\\]"});
    return sequence({"(?:[^/\\\\?#]*@)?", one_of({address, name}), port});
}

constexpr string_view uuid_pattern =
    "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}";

std::string url_pattern() {
    // Blanks around a URL are ignored, and a backslash is a slash, as browsers have it.
    constexpr string_view slashes = "[/\\\\]{2}";
    constexpr string_view after_authority = "(?:[/\\\\?#][\\s\\S]*|[\\x00-\\x20]*)";
    const std::string authority = authority_pattern();
    return sequence({
        "[\\x00-\\x20]*",
        one_of({
            sequence({"[Hh][Tt][Tt][Pp][Ss]?:", slashes, authority, after_authority}),
            sequence({slashes, "(?:", authority, ")?", after_authority}),
            "[/\\\\](?:[^/\\\\][\\s\\S]*)?",
            "[^\\x00-\\x20:/?#\\\\][^:/?#\\\\]*(?:[/?#\\\\][\\s\\S]*)?",
            "[?#][\\s\\S]*",
            "",
        }),
    });
}

}  // namespace

std::string text_pattern(TextType type) {
    switch (type) {
        case TextType::uuid: return sequence({"^", uuid_pattern, "$"});
        case TextType::person_id: return sequence({"^(?:", uuid_pattern, "|\\[anonymous\\])$"});
        case TextType::url: return sequence({"^", url_pattern(), "$"});
    }
    return {};
}

std::string action_pattern() {
    std::string names;
    for (const string_view name : action_names()) {
        if (!names.empty()) names += '|';
        names.append(name);
    }
    return sequence({"^(?:schema:|https?://schema\\.org/)?(?:", names, ")$"});
}

}  // namespace hookspect::schema
