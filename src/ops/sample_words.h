#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace hookspect::ops {

// What samples are made of beside phrases. All is free of characters that JSON escapes.

struct SamplePerson {
    std::string_view first;
    std::string_view last;
    std::string_view handle;  // of the mail address
    std::string_view street;
    std::string_view postal_code;
    std::string_view city;
    std::string_view country;
    std::string_view phone;
    std::string_view birthday;
};

/// A kind of campaign: what its members are asked to do.
struct SamplePreset {
    std::string_view preset;
    std::string_view challenge;  // metadata.challenge_type
    std::string_view action;     // the schema.org type that a conversion is most likely of
};

/// What the value of a person's property is.
enum class SampleProperty : std::uint8_t {
    group,  // none: it has nested properties
    first,
    last,
    email,
    birthday,
    languages,
    phone,
    job,
    company,
    street,
    postal_code,
    city,
    country,
    link,
    flag,
    amount,
    answer,
};

/// A property of a person, with the properties nested in it.
struct SamplePropertySpec {
    std::string_view key;
    SampleProperty value;
    bool primary = false;  // part of the profile
    std::span<const SamplePropertySpec> nested{};
};

namespace sample_words {

inline constexpr auto people = std::to_array<SamplePerson>({
    {"Zoë", "Müller", "zoe.muller", "Lindenstraße 14", "10969", "Berlin", "Deutschland", "+49 30 5550142",
     "1991-04-17"},
    {"Anaïs", "Lefèvre", "anais.lefevre", "12, rue de l’Église", "69005", "Lyon", "France",
     "+33 4 55 50 01 23", "1988-11-02"},
    {"Łukasz", "Wójcik", "lukasz.wojcik", "ul. Świętojańska 7", "81-368", "Gdynia", "Polska",
     "+48 58 555 01 88", "1979-06-30"},
    {"Małgorzata", "Dąbrowska", "malgorzata.dabrowska", "ul. Długa 21", "31-146", "Kraków", "Polska",
     "+48 12 555 01 67", "1995-01-19"},
    {"José", "Muñoz Ibáñez", "jose.munoz", "Calle del Peñón 3, 2.º B", "28013", "Madrid", "España",
     "+34 91 555 01 44", "1983-09-08"},
    {"Begoña", "Núñez", "begona.nunez", "Avenida de la Constitución 40", "41001", "Sevilla", "España",
     "+34 95 555 01 52", "1999-12-24"},
    {"Søren", "Kjær", "soren.kjaer", "Nørrebrogade 55", "2200", "København", "Danmark", "+45 55 55 01 33",
     "1972-03-11"},
    {"Åse", "Østergård", "ase.ostergard", "Strandvejen 108", "8000", "Aarhus", "Danmark", "+45 55 55 01 71",
     "1986-07-05"},
    {"Björn", "Åkerlund", "bjorn.akerlund", "Södra vägen 9", "412 54", "Göteborg", "Sverige",
     "+46 31 555 01 20", "1990-10-28"},
    {"Elin", "Sjöström", "elin.sjostrom", "Ängsgatan 2", "223 55", "Lund", "Sverige", "+46 46 555 01 94",
     "2001-05-15"},
    {"Päivi", "Hämäläinen", "paivi.hamalainen", "Hämeentie 31 A 4", "00500", "Helsinki", "Suomi",
     "+358 9 5550 163", "1977-02-09"},
    {"Väinö", "Mäkelä", "vaino.makela", "Yliopistonkatu 18", "33100", "Tampere", "Suomi", "+358 3 5550 117",
     "1993-08-21"},
    {"Ingrid", "Bjørnsen", "ingrid.bjornsen", "Møllergata 6", "0179", "Oslo", "Norge", "+47 55 55 01 58",
     "1984-04-03"},
    {"Håkon", "Ødegård", "hakon.odegard", "Bryggen 12", "5003", "Bergen", "Norge", "+47 55 55 01 36",
     "1997-11-13"},
    {"Niccolò", "Santarelli", "niccolo.santarelli", "Via dell’Università 5", "40126", "Bologna", "Italia",
     "+39 051 555 0129", "1981-01-26"},
    {"Noemi", "D’Angelo", "noemi.dangelo", "Piazza della Libertà 8", "90146", "Palermo", "Italia",
     "+39 091 555 0185", "2000-06-06"},
    {"Daniël", "van den Broeck", "daniel.vandenbroeck", "Coupure Links 77", "9000", "Gent", "België",
     "+32 9 555 01 41", "1987-03-29"},
    {"Liesbeth", "De Coninck", "liesbeth.deconinck", "Naamsesteenweg 210", "3001", "Leuven", "België",
     "+32 16 55 01 62", "1975-09-17"},
    {"Siân", "Llewellyn-Price", "sian.llewellyn", "4 St Mary’s Close", "CF10 1AA", "Cardiff",
     "United Kingdom", "+44 29 5550 0117", "1992-12-01"},
    {"Owen", "O’Rourke", "owen.orourke", "21 Quay Street", "H91 FF50", "Galway", "Ireland", "+353 91 555 014",
     "1969-08-30"},
    {"Benoît", "Dupré-Lachaîne", "benoit.dupre", "3 bis, quai du Rhône", "1205", "Genève", "Suisse",
     "+41 22 555 01 75", "1980-05-22"},
    {"Käthe", "Weiß", "kaethe.weiss", "Schönbrunner Straße 188", "1120", "Wien", "Österreich",
     "+43 1 555 0139", "1964-10-10"},
    {"Joëlle", "Hendrickx", "joelle.hendrickx", "Oude Gracht 301", "3511 PA", "Utrecht", "Nederland",
     "+31 30 555 0148", "1998-02-14"},
    {"Filip", "Železný", "filip.zelezny", "Široká 19", "110 00", "Praha", "Česko", "+420 255 501 26",
     "1989-07-19"},
});

inline constexpr auto presets = std::to_array<SamplePreset>({
    {"share-link", "share", "ShareAction"},
    {"survey", "survey", "ReplyAction"},
    {"refer-friend", "referral", "InviteAction"},
    {"vote-photo", "vote", "VoteAction"},
    {"upload-photo", "upload", "CreateAction"},
    {"write-review", "review", "ReviewAction"},
    {"follow-page", "follow", "FollowAction"},
    {"join-event", "rsvp", "JoinAction"},
    {"watch-video", "watch", "WatchAction"},
    {"read-article", "read", "ReadAction"},
});

using Property = SampleProperty;
inline constexpr auto name_parts = std::to_array<SamplePropertySpec>({
    {"first", Property::first, true},
    {"last", Property::last, true},
});
inline constexpr auto address_parts = std::to_array<SamplePropertySpec>({
    {"street", Property::street},
    {"postalCode", Property::postal_code},
    {"city", Property::city, true},
    {"country", Property::country, true},
});
inline constexpr auto work_parts = std::to_array<SamplePropertySpec>({
    {"company", Property::company, true},
    {"jobTitle", Property::job, true},
    {"office", Property::city},
    {"years", Property::amount},
});
inline constexpr auto properties = std::to_array<SamplePropertySpec>({
    {"email", Property::email, true},
    {"name", Property::group, true, name_parts},
    {"languages", Property::languages, true},
    {"birthday", Property::birthday},
    {"address", Property::group, true, address_parts},
    {"phone", Property::phone},
    {"work", Property::group, true, work_parts},
    {"website", Property::link},
    {"newsletter", Property::flag},
    {"motivation", Property::answer},
});

// Of the titles in sample_phrases, in their order.
inline constexpr auto slugs =
    std::to_array<std::string_view>({"spring", "invite", "new-cafe", "photo-of-the-month", "summer-run",
                                     "apprentices", "welcome", "winter-fair"});
inline constexpr auto sites = std::to_array<std::string_view>(
    {"www.example.com", "community.example.org", "news.example.net", "www.bücher.example"});
inline constexpr auto sources =
    std::to_array<std::string_view>({"community", "landing", "widget", "mobile-app", "e-mail"});
inline constexpr auto groups =
    std::to_array<std::string_view>({"employees", "Benelux", "Île-de-France", "Kundschaft", "alumni",
                                     "Ambassadører", "zespół sprzedaży", "vip"});
inline constexpr auto networks =
    std::to_array<std::string_view>({"linkedin", "facebook", "instagram", "mastodon", "whatsapp"});
// Addresses kept for documentation: RFC 5737, RFC 3849.
inline constexpr auto addresses = std::to_array<std::string_view>(
    {"192.0.2.17", "192.0.2.201", "198.51.100.8", "198.51.100.143", "203.0.113.24", "203.0.113.99",
     "2001:db8::1", "2001:db8:85a3::8a2e:370:7334"});
inline constexpr auto consents =
    std::to_array<std::string_view>({"email", "newsletter", "push", "sms", "profiling"});
inline constexpr auto jobs = std::to_array<std::string_view>(
    {"Account manager", "Ingénieure qualité", "Krankenpfleger", "Kierowniczka działu", "Diseñadora", "Docent",
     "Projektleder", "Ohjelmistokehittäjä"});
inline constexpr auto companies =
    std::to_array<std::string_view>({"Voorbeeld & Zonen nv", "Exemple SA", "Beispiel GmbH & Co. KG",
                                     "Przykład sp. z o.o.", "Ejemplo S.L.", "Esimerkki Oy", "Eksempel AS"});
inline constexpr auto answers =
    std::to_array<std::string_view>({"yes", "no", "👍 absolutely", "ça dépend", "vielleicht nächstes Jahr",
                                     "más a menudo", "ainakin kerran kuussa", "100 % eens", "raczej nie"});

}  // namespace sample_words
}  // namespace hookspect::ops
