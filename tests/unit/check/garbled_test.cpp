#include "check/garbled.h"

#include "base/ip.h"
#include "schema/language.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using hookspect::check::find_garbled;
using hookspect::check::Garbled;
using Kind = hookspect::check::Garbled::Kind;

TEST_CASE("healthy text in the documented languages and their neighbours") {
    for (const char* text : {
             "Share our winter campaign",
             "Help ons vóór de feestdagen",
             "Partagez notre campagne d’hiver",
             "Weiße Weihnacht für Ärzte – „jetzt“",
             "Zażółć gęślą jaźń",
             "El niño, ¿qué?",
             "È già l’inverno",
             "Blåbærsyltetøj på Ærø",
             "Räksmörgås på Öland",
             "Hyvää yötä, Äänekoski",
             "CÉRÉALES À L’HÔTEL, CHÂTEAU",
             "SÃO PAULO",
             "NÃO",
             "AMANHÃ",
             "AMANHÃ!",
             // Ã with what may stand behind a word; escaped here, since editors like to mend it
             "AMANH\u00C3\u2026",
             "«AMANH\u00C3»",
             "“AMANH\u00C3\u201D",
             "A letra “\u00C3\u201D",
             "AMANH\u00C3\u2014SIM",
             "AMANH\u00C3\u00A0às oito",
             "IRM\u00C3\u2019s",
             "MAÇ\u00C3\u00AE",
             "Â",
             "ÂNGULO",
             "GRÂCE…",
             "HYVÄ…",
             "”HYVÄ”",
             "På Å…",
             "„Å“",
             "BÅ’s fiskere",
             "Ä",
             "ÅÄÖ",
             "20 °C",
             "5 €",
             "papâ”",
             "haï»",
             "100%",
             "100 %",
             "50%DE",
             "100%CO2",
             "R&D",
             "R&D; Sales",
             "AT&T",
             "Q&A",
             "rock&roll;",
             "a&b=c",
             "fish &amp chips",
             "B&B;",
             "&",
             "%",
             "&;",
             "&#;",
             "&#x;",
             "Lees https://nl.example.com/Caf%C3%A9 nu",
             "www.example.com/Caf%C3%A9",
             "20% korting & meer",
             "❤️ 👩‍👩‍👧 🇧🇪",
             "Ελλάδα",
             "ΓΗ ΚΑΙ ΟΥΡΑΝΟΣ",
             "┌──┐ ├──┤ └──┘",
             "a ── b",
             "≡ menu",
             "<p>R&amp;D</p>",
             "Côté Ôé",
             "PÔLE",
             "Привет",
             "日本語",
             "",
         }) {
        CAPTURE(text);
        CHECK(find_garbled(text).kind == Kind::none);
    }
}

TEST_CASE("traces of a wrong step, and the text that was meant") {
    struct Row {
        const char* text;
        Kind kind;
        const char* trace;
        const char* meant;
    };
    for (const Row& row : {
             Row{"Ã©tÃ©", Kind::misread, "Ã©", "été"},
             Row{"CafÃ©", Kind::misread, "Ã©", "Café"},
             Row{"FÃªte", Kind::misread, "Ãª", "Fête"},
             Row{"CÃ‰RÃ‰ALES", Kind::misread, "Ã‰", "CÉRÉALES"},
             Row{"voilÃ\u00A0", Kind::misread, "Ã\u00A0", "voilà"},
             Row{"StraÃŸe", Kind::misread, "ÃŸ", "Straße"},
             Row{"Ã–sterreich", Kind::misread, "Ã–", "Österreich"},
             Row{"Ã…rhus", Kind::misread, "Ã…", "Århus"},
             Row{"smÃ¸rrebrÃ¸d", Kind::misread, "Ã¸", "smørrebrød"},
             Row{"gÄ™Å›lÄ…", Kind::misread, "Ä™", "gęślą"},
             Row{"maÅ‚a", Kind::misread, "Å‚", "mała"},
             Row{"lâ€™hiver", Kind::misread, "â€", "l’hiver"},
             Row{"5 â‚¬", Kind::misread, "â‚", "5 €"},
             Row{"10Â°C", Kind::misread, "Â°", "10°C"},
             Row{"Â«Bonjour", Kind::misread, "Â«", "«Bonjour"},
             Row{"ð\u009F\u0098\u0080", Kind::misread, "ð\u009F", "😀"},
             Row{"ï»¿Hello", Kind::misread, "ï»", "\uFEFFHello"},
             Row{"cafÃƒÂ©", Kind::misread, "Ãƒ", "café"},
             Row{"café MÃ¼ller", Kind::misread, "Ã¼", "café Müller"},
             Row{"Ž MÃ¼ller €", Kind::misread, "Ã¼", "Ž Müller €"},
             Row{"Z├╝rich", Kind::misread_oem, "├╝", "Zürich"},
             Row{"caf├®", Kind::misread_oem, "├®", "café"},
             Row{"caf├⌐", Kind::misread_oem, "├⌐", "café"},
             Row{"producci├│n", Kind::misread_oem, "├│", "producción"},
             Row{"lÔÇÖhiver", Kind::misread_oem, "ÔÇ", "l’hiver"},
             Row{"lΓÇÖhiver", Kind::misread_oem, "ΓÇ", "l’hiver"},
             Row{"20 ┬░C", Kind::misread_oem, "┬░", "20 °C"},
             Row{"caf&amp;eacute;", Kind::entity, "&amp;", "café"},
             Row{"R%26amp%3BD caf%C3%A9", Kind::percent, "%C3%A9", "R&D café"},
             Row{"Caf\uFFFD", Kind::lost, "\uFFFD", ""},
             Row{"Caf%C3%A9", Kind::percent, "%C3%A9", "Café"},
             Row{"caf%c3%a9", Kind::percent, "%c3%a9", "café"},
             Row{"https://a.example/%C3%A9 caf%C3%A9", Kind::percent, "%C3%A9", "https://a.example/é café"},
             Row{"R&amp;D", Kind::entity, "&amp;", "R&D"},
             Row{"l&#39;hiver", Kind::entity, "&#39;", "l'hiver"},
             Row{"l&#x2019;hiver", Kind::entity, "&#x2019;", "l’hiver"},
             Row{"&eacute;t&eacute; &lt;b&gt;", Kind::entity, "&eacute;", "été <b>"},
         }) {
        CAPTURE(row.text);
        const Garbled found = find_garbled(row.text);
        CHECK(found.kind == row.kind);
        CHECK(std::string_view(row.text).substr(found.at, found.size) == row.trace);
        CHECK(hookspect::check::mended(row.text) == row.meant);
    }
}

TEST_CASE("a trace is found wherever it stands in a long text") {
    for (const std::string_view trace : {"%C3%A9", "&amp;", "\xEF\xBF\xBD", "\u00C3\u00A9", "\u00C2\u00B0",
                                         "\u00E2\u20AC\u2122", "\u00F0\u0178"}) {
        for (std::size_t before = 0; before < 40; ++before) {
            for (const std::size_t behind : {0U, 1U, 7U, 16U, 33U}) {
                const std::string text = std::string(before, '-').append(trace) + std::string(behind, '-');
                CAPTURE(text);
                CHECK(find_garbled(text).at == before);
                CHECK(find_garbled(text).kind != Kind::none);
            }
        }
    }
    for (std::size_t size = 0; size < 70; ++size) {
        std::string text;
        while (text.size() < size) text += "é größer, Ängste; façon 100% ";
        CHECK(find_garbled(text).kind == Kind::none);
    }
}

TEST_CASE("languages that were meant by other keys") {
    struct Row {
        const char* key;
        const char* meant;
    };
    for (const Row& row :
         {Row{"en-US", "en"}, Row{"en_GB", "en"}, Row{"EN", "en"}, Row{"nl-be", "nl"}, Row{"nb", "no"},
          Row{"nn", "no"}, Row{"nb-NO", "no"}, Row{"dk", "da"}, Row{"dut", "nl"}, Row{"fre", "fr"},
          Row{" fr", "fr"}, Row{"pt", ""}, Row{"", ""}, Row{"english", ""}, Row{"e", ""}}) {
        CAPTURE(row.key);
        CHECK(hookspect::schema::language_meant_by(row.key) == row.meant);
    }
}

TEST_CASE("IP addresses") {
    for (const char* good : {"203.0.113.24", "0.0.0.0", "255.255.255.255", "::", "::1", "2001:db8::1",
                             "2001:DB8:0:0:8:800:200C:417A", "::ffff:203.0.113.24"}) {
        CAPTURE(good);
        CHECK(hookspect::base::is_ip_address(good));
    }
    struct Row {
        const char* text;
        const char* within;
    };
    for (const Row& row :
         {Row{"", ""}, Row{"unknown", ""}, Row{"256.0.0.1", ""}, Row{"1.2.3", ""}, Row{"203.0.113.0/24", ""},
          Row{"203.0.113.24, 10.0.0.7", "203.0.113.24"}, Row{"2001:db8::1,10.0.0.7", "2001:db8::1"},
          Row{"203.0.113.24:443", "203.0.113.24"}, Row{"[2001:db8::1]:443", "2001:db8::1"},
          Row{"[::1]", "::1"}, Row{" 203.0.113.24 ", "203.0.113.24"}, Row{"fe80::1%eth0", ""},
          Row{"::1::2", ""}, Row{"[", ""}, Row{"unknown, 10.0.0.7", ""}}) {
        CAPTURE(row.text);
        CHECK_FALSE(hookspect::base::is_ip_address(row.text));
        CHECK(hookspect::base::address_within(row.text) == row.within);
    }
}
