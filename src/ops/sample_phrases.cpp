#include "ops/sample_phrases.h"

namespace hookspect::ops {
namespace {

constexpr auto table = std::to_array<SamplePhrases>({
    {"en",
     {
         "Share our spring campaign",
         "Invite a colleague to the community",
         "Tell us what you think of the new café",
         "Vote for the photo of the month",
         "Join the summer run for charity",
         "Read the story of our apprentices",
         "Help us welcome our new neighbours",
         "Win two tickets for the winter fair",
     },
     {
         "Share the post with your network and earn points for every reader who follows your link.",
         "It takes less than two minutes, and you help us reach people we would never meet otherwise.",
         "Everyone who takes part before the end of the month receives a small thank-you by post.",
         "Choose the photo that you like best, add a few words of your own, and you’re done.",
         "Your answers stay with us: we only use them to make the next edition better.",
         "Do you have a question? Write to us in the community, and a colleague will answer within a day.",
         "Last year more than four hundred members joined in, from Oslo to Palermo.",
         "Tell your friends why you like working here, in the language you speak at home.",
         "The jury reads every entry and announces the winners at the end of the season.",
         "You may take part as often as you like; every contribution counts once.",
     }},
    {"nl",
     {
         "Deel onze lentecampagne",
         "Nodig een collega uit in de community",
         "Vertel ons wat je van het nieuwe café vindt",
         "Stem op de foto van de maand",
         "Loop mee in de zomerloop voor het goede doel",
         "Lees het verhaal van onze leerlingen",
         "Help ons onze nieuwe buren te verwelkomen",
         "Win twee kaartjes voor de wintermarkt",
     },
     {
         "Deel het bericht met je netwerk en verdien punten voor elke lezer die je link volgt.",
         "Het kost je geen twee minuten, en je helpt ons mensen te bereiken die we anders nooit ontmoeten.",
         "Iedereen die vóór het einde van de maand meedoet, krijgt een klein bedankje met de post.",
         "Kies de foto die je het mooist vindt, voeg er zelf een paar woorden aan toe en je bent klaar.",
         "Je antwoorden blijven bij ons: we gebruiken ze alleen om de volgende editie beter te maken.",
         "Heb je een vraag? Schrijf ons in de community, een collega antwoordt binnen één dag.",
         "Vorig jaar deden er meer dan vierhonderd leden mee, van Oslo tot Palermo.",
         "Vertel je vrienden waarom je hier graag werkt, in de taal die je thuis spreekt.",
         "De jury leest elke inzending en maakt de winnaars bekend aan het einde van het seizoen.",
         "Je mag zo vaak meedoen als je wilt; elke bijdrage telt één keer.",
     }},
    {"fr",
     {
         "Partagez notre campagne de printemps",
         "Invitez un collègue dans la communauté",
         "Dites-nous ce que vous pensez du nouveau café",
         "Votez pour la photo du mois",
         "Participez à la course d’été solidaire",
         "Découvrez l’histoire de nos apprentis",
         "Aidez-nous à accueillir nos nouveaux voisins",
         "Gagnez deux entrées pour le marché d’hiver",
     },
     {
         "Partagez la publication avec votre réseau et gagnez des points pour chaque lecteur de votre lien.",
         "Cela prend moins de deux minutes et nous aide à toucher des personnes que nous n’aurions jamais "
         "rencontrées.",
         "Chaque participant inscrit avant la fin du mois reçoit un petit remerciement par la poste.",
         "Choisissez la photo que vous préférez, ajoutez-y quelques mots, et le tour est joué.",
         "Vos réponses restent chez nous : elles servent uniquement à améliorer la prochaine édition.",
         "Une question ? Écrivez-nous dans la communauté, un collègue vous répondra dans la journée.",
         "L’année dernière, plus de quatre cents membres ont participé, d’Oslo à Palerme.",
         "Racontez à vos amis pourquoi vous aimez travailler ici, dans la langue que vous parlez à la "
         "maison.",
         "Le jury lit chaque contribution et annonce les gagnants à la fin de la saison.",
         "Vous pouvez participer aussi souvent que vous le souhaitez ; chaque contribution compte une fois.",
     }},
    {"de",
     {
         "Teilt unsere Frühlingskampagne",
         "Lade eine Kollegin in die Community ein",
         "Sag uns, wie dir das neue Café gefällt",
         "Stimme für das Foto des Monats ab",
         "Mach mit beim Sommerlauf für den guten Zweck",
         "Lies die Geschichte unserer Auszubildenden",
         "Hilf uns, die neuen Nachbarn zu begrüßen",
         "Gewinne zwei Karten für den Wintermarkt",
     },
     {
         "Teile den Beitrag mit deinem Netzwerk und sammle Punkte für alle, die deinem Link folgen.",
         "Es dauert keine zwei Minuten, und du hilfst uns, Menschen zu erreichen, die wir sonst nie träfen.",
         "Wer vor dem Ende des Monats mitmacht, erhält ein kleines Dankeschön mit der Post.",
         "Wähle das Foto, das dir am besten gefällt, schreib ein paar Worte dazu, und schon bist du fertig.",
         "Deine Antworten bleiben bei uns: Wir nutzen sie nur, um die nächste Ausgabe zu verbessern.",
         "Hast du eine Frage? Schreib uns in der Community, wir antworten innerhalb eines Tages.",
         "Im vergangenen Jahr haben über vierhundert Mitglieder mitgemacht, von Oslo bis Palermo.",
         "Erzähl deinen Freunden, warum du gern hier arbeitest, in der Sprache, die ihr zu Hause sprecht.",
         "Die Jury liest jeden Beitrag und gibt die Gewinner am Ende der Saison bekannt.",
         "Du darfst so oft teilnehmen, wie du möchtest; jeder Beitrag zählt einmal.",
     }},
    {"pl",
     {
         "Udostępnij naszą wiosenną kampanię",
         "Zaproś koleżankę do społeczności",
         "Powiedz nam, co sądzisz o nowej kawiarni",
         "Zagłosuj na zdjęcie miesiąca",
         "Weź udział w letnim biegu charytatywnym",
         "Przeczytaj historię naszych uczniów",
         "Pomóż nam powitać nowych sąsiadów",
         "Wygraj dwa bilety na zimowy jarmark",
     },
     {
         "Udostępnij wpis swoim znajomym i zdobywaj punkty za każdego, kto otworzy twój link.",
         "Zajmie to mniej niż dwie minuty, a pomożesz nam dotrzeć do osób, których inaczej byśmy nie "
         "poznali.",
         "Każdy, kto weźmie udział przed końcem miesiąca, otrzyma pocztą drobny upominek.",
         "Wybierz zdjęcie, które podoba ci się najbardziej, dodaj kilka słów od siebie i gotowe.",
         "Twoje odpowiedzi zostają u nas: użyjemy ich tylko po to, by ulepszyć następną edycję.",
         "Masz pytanie? Napisz do nas w społeczności, a ktoś z nas odpowie w ciągu jednego dnia.",
         "W zeszłym roku wzięło udział ponad czterystu członków, od Oslo po Palermo.",
         "Opowiedz przyjaciołom, dlaczego lubisz tu pracować, w języku, którym mówisz w domu.",
         "Jury przeczyta każde zgłoszenie i ogłosi zwycięzców pod koniec sezonu.",
         "Możesz brać udział tak często, jak chcesz; każde zgłoszenie liczy się raz.",
     }},
    {"es",
     {
         "Comparte nuestra campaña de primavera",
         "Invita a una compañera a la comunidad",
         "Cuéntanos qué te parece la nueva cafetería",
         "Vota por la foto del mes",
         "Participa en la carrera solidaria de verano",
         "Lee la historia de nuestros aprendices",
         "Ayúdanos a recibir a los nuevos vecinos",
         "Gana dos entradas para la feria de invierno",
     },
     {
         "Comparte la publicación con tu red y gana puntos por cada persona que siga tu enlace.",
         "Te llevará menos de dos minutos y nos ayudarás a llegar a gente que de otro modo no conoceríamos.",
         "Quien participe antes de que acabe el mes recibirá por correo un pequeño detalle.",
         "Elige la foto que más te guste, añade unas palabras tuyas y ¡listo!",
         "Tus respuestas se quedan con nosotros: solo las usamos para mejorar la próxima edición.",
         "¿Tienes alguna pregunta? Escríbenos en la comunidad y te responderemos en un día.",
         "El año pasado participaron más de cuatrocientos miembros, desde Oslo hasta Palermo.",
         "Explica a tus amigos por qué te gusta trabajar aquí, en el idioma que hablas en casa.",
         "El jurado lee cada propuesta y anunciará a los ganadores al final de la temporada.",
         "Puedes participar tantas veces como quieras; cada aportación cuenta una sola vez.",
     }},
    {"it",
     {
         "Condividi la nostra campagna di primavera",
         "Invita una collega nella community",
         "Dicci che cosa pensi del nuovo caffè",
         "Vota la foto del mese",
         "Partecipa alla corsa estiva di beneficenza",
         "Leggi la storia dei nostri apprendisti",
         "Aiutaci ad accogliere i nuovi vicini",
         "Vinci due biglietti per la fiera d’inverno",
     },
     {
         "Condividi il post con la tua rete e guadagna punti per ogni persona che segue il tuo link.",
         "Bastano meno di due minuti, e ci aiuti a raggiungere persone che altrimenti non incontreremmo mai.",
         "Chi partecipa entro la fine del mese riceverà per posta un piccolo ringraziamento.",
         "Scegli la foto che ti piace di più, aggiungi qualche parola tua ed è fatta.",
         "Le tue risposte restano con noi: le usiamo solo perché la prossima edizione sia migliore.",
         "Hai una domanda? Scrivici nella community e un collega ti risponderà entro un giorno.",
         "L’anno scorso hanno partecipato più di quattrocento membri, da Oslo a Palermo.",
         "Racconta ai tuoi amici perché ti piace lavorare qui, nella lingua che parli a casa.",
         "La giuria legge ogni contributo e annuncerà i vincitori alla fine della stagione.",
         "Puoi partecipare tutte le volte che vuoi; ogni contributo vale una volta sola, così è più equo.",
     }},
    {"da",
     {
         "Del vores forårskampagne",
         "Inviter en kollega til fællesskabet",
         "Fortæl os, hvad du synes om den nye café",
         "Stem på månedens foto",
         "Vær med i sommerløbet til fordel for et godt formål",
         "Læs historien om vores lærlinge",
         "Hjælp os med at byde nye naboer velkommen",
         "Vind to billetter til vintermarkedet",
     },
     {
         "Del opslaget med dit netværk, og optjen point for hver læser, der følger dit link.",
         "Det tager under to minutter, og du hjælper os med at nå mennesker, vi ellers aldrig ville møde.",
         "Alle, der deltager inden månedens udgang, får en lille tak med posten.",
         "Vælg det foto, du bedst kan lide, tilføj et par ord, og så er du færdig.",
         "Dine svar bliver hos os: Vi bruger dem kun til at gøre næste udgave bedre.",
         "Har du et spørgsmål? Skriv til os i fællesskabet, så svarer en kollega inden for et døgn.",
         "Sidste år deltog over fire hundrede medlemmer, fra Oslo til Palermo.",
         "Fortæl dine venner, hvorfor du kan lide at arbejde her, på det sprog I taler derhjemme.",
         "Juryen læser alle bidrag og offentliggør vinderne, når sæsonen er slut.",
         "Du må deltage så ofte, du vil; hvert bidrag tæller én gang.",
     }},
    {"sv",
     {
         "Dela vår vårkampanj",
         "Bjud in en kollega till gemenskapen",
         "Berätta vad du tycker om det nya caféet",
         "Rösta på månadens foto",
         "Var med i sommarloppet för välgörenhet",
         "Läs berättelsen om våra lärlingar",
         "Hjälp oss att hälsa nya grannar välkomna",
         "Vinn två biljetter till vintermarknaden",
     },
     {
         "Dela inlägget med ditt nätverk och få poäng för varje läsare som följer din länk.",
         "Det tar mindre än två minuter, och du hjälper oss att nå människor som vi annars aldrig skulle "
         "träffa.",
         "Alla som deltar före månadens slut får ett litet tack på posten.",
         "Välj det foto som du tycker bäst om, lägg till några egna ord, så är du klar.",
         "Dina svar stannar hos oss: vi använder dem bara för att göra nästa omgång bättre.",
         "Har du en fråga? Skriv till oss i gemenskapen, så svarar en kollega inom ett dygn.",
         "Förra året deltog över fyrahundra medlemmar, från Oslo till Palermo.",
         "Berätta för dina vänner varför du trivs här, på det språk som ni talar hemma.",
         "Juryn läser varje bidrag och tillkännager vinnarna när säsongen är slut.",
         "Du får delta så ofta du vill; varje bidrag räknas en gång.",
     }},
    {"fi",
     {
         "Jaa kevätkampanjamme",
         "Kutsu työkaverisi yhteisöön",
         "Kerro, mitä pidät uudesta kahvilasta",
         "Äänestä kuukauden kuvaa",
         "Lähde mukaan kesän hyväntekeväisyysjuoksuun",
         "Lue oppisopimusopiskelijoidemme tarina",
         "Auta meitä toivottamaan uudet naapurit tervetulleiksi",
         "Voita kaksi lippua talvimarkkinoille",
     },
     {
         "Jaa julkaisu verkostollesi ja ansaitse pisteitä jokaisesta lukijasta, joka seuraa linkkiäsi.",
         "Se vie alle kaksi minuuttia, ja autat meitä tavoittamaan ihmisiä, joita emme muuten tapaisi.",
         "Jokainen, joka osallistuu ennen kuun loppua, saa postissa pienen kiitoksen.",
         "Valitse kuva, josta pidät eniten, lisää muutama oma sana, ja siinä se.",
         "Vastauksesi jäävät meille: käytämme niitä vain parantaaksemme seuraavaa kertaa.",
         "Onko sinulla kysyttävää? Kirjoita meille yhteisössä, niin työkaverimme vastaa päivän sisällä.",
         "Viime vuonna mukana oli yli neljäsataa jäsentä Oslosta Palermoon.",
         "Kerro ystävillesi, miksi viihdyt täällä, sillä kielellä, jota puhut kotona.",
         "Raati lukee jokaisen työn ja julkistaa voittajat kauden päätteeksi.",
         "Saat osallistua niin usein kuin haluat; jokainen työ lasketaan kerran.",
     }},
    {"no",
     {
         "Del vårkampanjen vår",
         "Inviter en kollega til fellesskapet",
         "Fortell oss hva du synes om den nye kafeen på hjørnet",
         "Stem på månedens bilde",
         "Bli med på sommerløpet for veldedighet",
         "Les historien om lærlingene våre",
         "Hjelp oss å ønske nye naboer velkommen",
         "Vinn to billetter til vintermarkedet i år",
     },
     {
         "Del innlegget med nettverket ditt og få poeng for hver leser som følger lenken din.",
         "Det tar under to minutter, og du hjelper oss å nå mennesker vi ellers aldri ville møtt.",
         "Alle som blir med før månedens slutt, får en liten takk i posten.",
         "Velg det bildet du liker best, legg til noen egne ord, så er du ferdig.",
         "Svarene dine blir hos oss: vi bruker dem bare til å gjøre neste utgave bedre.",
         "Har du et spørsmål? Skriv til oss i fellesskapet, så svarer en kollega innen et døgn.",
         "I fjor deltok over fire hundre medlemmer, fra Oslo til Palermo.",
         "Fortell vennene dine hvorfor du liker å jobbe her, på språket dere snakker hjemme.",
         "Juryen leser hvert bidrag og kunngjør vinnerne når sesongen er slutt.",
         "Du kan delta så ofte du vil; hvert bidrag teller én gang.",
     }},
});

constexpr bool needs_no_escape(std::string_view text) {
    for (const char c : text) {
        if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20) return false;
    }
    return !text.empty();
}

constexpr bool none_needs_escapes() {
    for (const SamplePhrases& phrases : table) {
        for (const std::string_view text : phrases.titles) {
            if (!needs_no_escape(text)) return false;
        }
        for (const std::string_view text : phrases.sentences) {
            if (!needs_no_escape(text)) return false;
        }
    }
    return true;
}
static_assert(none_needs_escapes());

}  // namespace

std::span<const SamplePhrases> sample_phrases() noexcept {
    return table;
}

const SamplePhrases& sample_phrases_in(std::string_view language) noexcept {
    for (const SamplePhrases& phrases : table) {
        if (phrases.language == language) return phrases;
    }
    return table.front();
}

}  // namespace hookspect::ops
