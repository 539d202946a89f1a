#include "report/card/oneline.h"

#include "event/title.h"
#include "report/card/multilingual.h"
#include "report/card/person.h"
#include "report/card/value.h"
#include "report/finding/text.h"
#include "term/safe_text.h"
#include "term/width.h"

#include <algorithm>

namespace hookspect::report {
namespace {

using std::string_view;

constexpr int gap = 2;
constexpr int number_columns = 3;
constexpr int shortest_place = 12;
constexpr int longest_kind = 28;   // campaign.published_community
constexpr int shortest_kind = 22;  // tells published_community from published_landing
constexpr int id_columns = 9;
constexpr int longest_number = 20;     // an identifier of 64 bits is never cut
constexpr int widest_line = 110;       // further right the sign is hard to follow
constexpr int room_for_text = 31;      // below, the kind gives way
constexpr std::size_t uuid_size = 36;  // 8-4-4-4-12 and the hyphens
constexpr std::size_t uuid_front = 8;

/// What a line says.
struct Line {
    std::string kind;
    std::string id{};
    std::string text{};
};

class Describer {
public:
    explicit Describer(const Card& card) : card_(card), event_(card.event) {}

    Line describe() {
        Line line{event::title_of(event_)};
        const string_view resource = string_view(line.kind).substr(0, line.kind.find('.'));
        if (resource == "campaign") describe_campaign(line);
        if (resource == "interaction") describe_deed(line, schema::ObjectType::interaction, "interaction_id");
        if (resource == "conversion") describe_deed(line, schema::ObjectType::conversion, "conversion_id");
        if (resource == "person") describe_person(line);
        return line;
    }

private:
    const Card& card_;
    const event::Event& event_;

    event::SlotIndex at(schema::ObjectType type, string_view key) const {
        return event_.at(schema::find_field(type, key));
    }

    std::string text_at(schema::ObjectType type, string_view key) const {
        const event::SlotIndex slot = at(type, key);
        return event_.is_set(slot) ? text_of(card_, slot) : std::string();
    }

    std::string id_of(schema::ObjectType type, string_view envelope_key) const {
        std::string id = text_at(type, "id");
        return shortened(id.empty() ? text_at(schema::ObjectType::event, envelope_key) : std::move(id));
    }

    /// The first part of a UUID tells two of them apart.
    std::string shortened(std::string id) const {
        if (id.size() != uuid_size || id[uuid_front] != '-') return id;
        return id.substr(0, uuid_front).append(term::symbols(card_.presentation).clipped);
    }

    std::string points_of(schema::ObjectType type) const {
        const std::string points = text_at(type, "points");
        if (points.empty()) return {};
        return points + (points == "1" ? " point" : " points");
    }

    std::string person_name() const {
        const event::SlotIndex person = at(schema::ObjectType::event, "person");
        const bool is_object = person != 0 && event_[person].kind == event::Kind::object;
        return is_object ? name_of(event_, person).text : std::string();
    }

    /// The member's name where the event holds it, else the identifier.
    std::string member_of_deed(schema::ObjectType type) const {
        std::string id = text_at(type, "member");
        if (id.empty()) id = text_at(schema::ObjectType::event, "person_id");
        if (!id.empty() && id == text_at(schema::ObjectType::person, "id")) {
            if (std::string name = person_name(); !name.empty()) return name;
        }
        return shortened(std::move(id));
    }

    static void add(std::string& text, string_view part) {
        if (part.empty()) return;
        if (!text.empty()) text.append(", ");
        text.append(part);
    }

    void describe_campaign(Line& line) const {
        line.id = id_of(schema::ObjectType::campaign, "campaign_id");
        line.text = title_of(card_, at(schema::ObjectType::campaign, "title")).text;
        if (line.text.empty()) line.text = text_at(schema::ObjectType::campaign, "name");
    }

    void describe_deed(Line& line, schema::ObjectType type, string_view envelope_key) const {
        line.id = id_of(type, envelope_key);
        if (type == schema::ObjectType::interaction) add(line.text, text_at(type, "state"));
        add(line.text, points_of(type));
        add(line.text, member_of_deed(type));
    }

    void describe_person(Line& line) const {
        line.id = id_of(schema::ObjectType::person, "person_id");
        add(line.text, person_name());
        add(line.text, text_at(schema::ObjectType::person, "role"));
        add(line.text, points_of(schema::ObjectType::person));
    }
};

/// A body that cannot be read says why.
Line line_of_fault(const event::Body& body, std::span<const finding::Finding> findings) {
    Line line{"cannot be read"};
    line.text = findings.empty() ? body.fault.value_or(event::Fault{}).message : findings.front().message;
    return line;
}

std::string clipped(string_view text, int columns, const Presentation& presentation) {
    std::string result;
    term::append_clipped(result, term::safe_text(text, presentation.unicode), std::max(columns, 1),
                         term::symbols(presentation).clipped);
    return result;
}

void append_blanks(std::string& out, int count) {
    out.append(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

/// `12`, or where there are several inputs `deliveries.ndjson:12`, of a long path its end.
std::string place_of(const event::Body& body, bool several, int width, const Presentation& presentation) {
    const std::string number = std::to_string(body.number);
    std::string place;
    if (!several) {
        term::append_right(place, number, number_columns);
        return place;
    }
    const int columns = std::max(width / 4, shortest_place);
    std::string clipped;
    term::append_clipped_front(clipped, term::safe_text(body.source, presentation.unicode) + ":" + number,
                               columns, term::symbols(presentation).clipped);
    term::append_padded(place, clipped, columns);
    return place;
}

void append_line(std::string& out, const std::string& place, const Line& line, int width,
                 schema::Severity worst, const Presentation& presentation) {
    const int kind_begin = term::display_width(place) + gap;
    const int fixed = kind_begin + gap + id_columns + gap + gap + 1;
    const int kind_columns = std::clamp(width - fixed - room_for_text, shortest_kind, longest_kind);
    const int id_end = kind_begin + kind_columns + gap + id_columns;

    term::append_styled(out, term::Role::place, place, presentation);
    append_blanks(out, gap);
    // A long identifier takes its columns from the blanks behind the kind.
    const std::string kind = clipped(line.kind, kind_columns, presentation);
    const int kind_end = kind_begin + term::display_width(kind);
    const std::string id = clipped(line.id, std::max(id_end - kind_end - gap, longest_number), presentation);
    const int id_begin = std::max(id_end - term::display_width(id), kind_end + gap);
    term::append_styled(out, term::Role::heading, kind, presentation);
    append_blanks(out, id_begin - kind_end);
    out.append(id);
    append_blanks(out, gap);
    const int text_columns = std::max(width - id_begin - term::display_width(id) - gap - gap - 1, 1);
    term::append_padded(out, clipped(line.text, text_columns, presentation), text_columns + gap);
    term::append_styled(out, role_of(worst), symbol_of(worst, presentation), presentation);
    out.append("\n");
}

/// Of the findings that count: notes say nothing of whether a body is well.
schema::Severity worst_of(std::span<const finding::Finding> findings) {
    schema::Severity worst = schema::Severity::ignored;
    for (const finding::Finding& finding : findings) {
        if (finding.severity >= schema::Severity::warning) worst = std::max(worst, finding.severity);
    }
    return worst;
}

}  // namespace

void append_oneline(std::string& out, const event::Body& body, bool several,
                    std::span<const finding::Finding> findings, const Presentation& presentation) {
    const int width = std::min(presentation.width, widest_line);
    const std::string place = place_of(body, several, width, presentation);
    if (body.event == nullptr) {
        append_line(out, place, line_of_fault(body, findings), width, schema::Severity::error, presentation);
    } else {
        const Card card(*body.event, presentation);
        append_line(out, place, Describer(card).describe(), width, worst_of(findings), presentation);
    }
}

}  // namespace hookspect::report
