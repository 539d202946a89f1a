#include "report/card/resource.h"

#include "report/card/multilingual.h"
#include "report/card/person.h"

#include <algorithm>
#include <array>

namespace hookspect::report {
namespace {

using std::string_view;

constexpr std::array<string_view, 14> campaign_order{
    "organization", "name",      "author", "created", "", "title",  "summary",
    "link",         "shortLink", "image",  "promote", "", "config", ""};
constexpr std::array<string_view, 12> deed_order{"organization", "campaign", "member",  "state",
                                                 "points",       "preset",   "created", "",
                                                 "metadata",     "response", "",        ""};
constexpr std::array<string_view, 13> person_order{
    "orgId", "role",  "points",  "groups",     "hidden", "created", "firstCommunityAccess",
    "",      "optIn", "profile", "properties", "",       ""};

/// A resource: its object in the event, the envelope's identifier of it, and the order in which a reader
/// wants it.
struct Resource {
    schema::ObjectType type;
    string_view key;
    string_view id_key;
    std::span<const string_view> order;
};
constexpr std::array<Resource, 4> resources{{
    {schema::ObjectType::campaign, "campaign", "campaign_id", campaign_order},
    {schema::ObjectType::interaction, "interaction", "interaction_id", deed_order},
    {schema::ObjectType::conversion, "conversion", "conversion_id", deed_order},
    {schema::ObjectType::person, "person", "person_id", person_order},
}};

class EventShower {
public:
    explicit EventShower(Card& card) : card_(card), event_(card.event) {}

    void show() {
        mark_head();
        const Resource* own = own_resource();
        if (own != nullptr) {
            show_own(*own);
        } else {
            show_identifiers();
        }
        for (const Resource& resource : resources) {
            if (&resource != own) show_other(resource);
        }
        card_.rows.gap();
        show_rest();
    }

private:
    event::SlotIndex root_member(string_view key) const {
        return member_of(event_, 0, schema::ObjectType::event, key);
    }

    event::SlotIndex object_of(const Resource& resource) const {
        const event::SlotIndex index = root_member(resource.key);
        return index != 0 && event_[index].kind == event::Kind::object ? index : 0;
    }

    event::SlotIndex in(const Resource& resource, string_view key) const {
        const event::SlotIndex object = object_of(resource);
        return object == 0 ? 0 : member_of(event_, object, resource.type, key);
    }

    /// The same identifier: numbers as written, person identifiers without case.
    bool same(event::SlotIndex a, event::SlotIndex b) const {
        if (!event_.is_set(a) || !event_.is_set(b) || event_[a].kind != event_[b].kind) return false;
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
        const std::string x = text_of(card_, a);
        const std::string y = text_of(card_, b);
        return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                          [lower](char p, char q) { return lower(p) == lower(q); });
    }

    /// The bar has told these two.
    void mark_head() {
        const event::SlotIndex head = root_member("event");
        if (head == 0 || event_[head].kind != event::Kind::object) return;
        for (const string_view key : {"name", "resource"}) {
            const event::SlotIndex index = member_of(event_, head, schema::ObjectType::event_head, key);
            if (index != 0 && event_[index].kind == event::Kind::string) card_.shown[index] = true;
        }
    }

    const Resource* own_resource() const {
        const event::SlotIndex index = member_of(event_, 0, schema::ObjectType::event_head, "resource");
        if (index == 0 || event_[index].kind != event::Kind::string) return nullptr;
        const std::string name = text_of(card_, index);
        const auto found = std::find_if(resources.begin(), resources.end(),
                                        [&name](const Resource& resource) { return resource.key == name; });
        return found == resources.end() ? nullptr : &*found;
    }

    void show_own(const Resource& own) {
        const event::SlotIndex object = object_of(own);
        if (object == 0) {
            show_identifier(own.id_key);
            show_identifiers();
            return;
        }
        card_.shown[object] = true;
        show_resource_head(own, 2);
        match_identifiers(own);
        show_identifiers();
        show_resource(own, object, 2);
    }

    /// `campaign  48213  Share our winter campaign`.
    void show_resource_head(const Resource& resource, int indent) {
        const event::SlotIndex id = in(resource, "id");
        const event::SlotIndex object = object_of(resource);
        const event::SlotIndex named =
            root_member(resource.id_key);  // says which one where the object does not
        if (event_.is_set(id)) {
            begin_row(card_, {id, resource.type, indent}, resource.key);
            put_value(card_, id);
        } else if (event_.is_set(named)) {
            begin_row(card_, {named, schema::ObjectType::event, indent}, resource.key);
            put_value(card_, named);
            card_.shown[named] = true;
        } else {
            begin_row(card_, {object, schema::ObjectType::event, indent}, resource.key);
            if (event_.first(object) == event_.end(object)) card_.rows.put(term::Role::dim, "{}");
        }
        put_title(resource);
    }

    /// What people call the resource. Slots that it is made of are returned.
    std::vector<event::SlotIndex> put_title(const Resource& resource) {
        const event::SlotIndex object = object_of(resource);
        if (object == 0) return {};
        if (resource.type == schema::ObjectType::campaign) {
            const event::SlotIndex multilingual = in(resource, "title");
            const Title title = title_of(card_, multilingual);
            if (title.slot == 0) return {};
            card_.rows.put("  " + title.text);
            return {title.slot};
        }
        if (resource.type != schema::ObjectType::person) return {};
        PersonName name = name_of(event_, object);
        if (!name.text.empty()) card_.rows.put("  " + name.text);
        return std::move(name.slots);
    }

    /// Marks the envelope's identifiers that the own resource says itself.
    void match_identifiers(const Resource& own) {
        match("organization_id", in(own, own.type == schema::ObjectType::person ? "orgId" : "organization"));
        match(own.id_key, in(own, "id"));
        match("campaign_id", in(own, "campaign"));
        match("person_id", in(own, "member"));
    }

    void match(string_view key, event::SlotIndex other) {
        const event::SlotIndex index = root_member(key);
        if (same(index, other)) card_.shown[index] = true;
    }

    void show_identifiers() {
        for (const string_view key :
             {"organization_id", "campaign_id", "interaction_id", "conversion_id", "person_id"}) {
            show_identifier(key);
        }
    }

    void show_identifier(string_view key) {
        const event::SlotIndex index = root_member(key);
        if (!event_.is_set(index) || card_.shown[index]) return;
        // Another resource tells its own identifier.
        const auto told = [&](const Resource& resource) {
            return resource.id_key == key && same(index, in(resource, "id"));
        };
        if (std::any_of(resources.begin(), resources.end(), told)) {
            card_.shown[index] = true;
        } else {
            show_member(card_, {index, schema::ObjectType::event, 2});
        }
    }

    void show_resource(const Resource& resource, event::SlotIndex object, int indent) {
        if (resource.type == schema::ObjectType::person) show_organization(resource, indent);
        for (const string_view key : resource.order) {
            if (key.empty()) {
                card_.rows.gap();
            } else if (const event::SlotIndex index = member_of(event_, object, resource.type, key);
                       index != 0 && !card_.shown[index]) {
                show_field(resource, index, indent);
            }
        }
        show_members(card_, object, resource.type, indent);
    }

    void show_field(const Resource& resource, event::SlotIndex index, int indent) {
        const Member member{index, resource.type, indent};
        const string_view key = schema::field(event_[index].field).key;
        if (key == "campaign") return show_reference(member, resources.front());
        if (key == "member") return show_reference(member, resources.back());
        show_member(card_, member);
    }

    /// A person's organization has the name that all other resources give it, where the envelope says the
    /// same.
    void show_organization(const Resource& person, int indent) {
        const event::SlotIndex index = in(person, "orgId");
        if (!same(index, root_member("organization_id")) || event_[index].kind != event::Kind::number) return;
        begin_row(card_, {index, person.type, indent}, "organization");
        put_value(card_, index);
    }

    /// The campaign or the member that an interaction is about, with its title or name where the event holds
    /// it.
    void show_reference(const Member& member, const Resource& target) {
        show_member(card_, member);
        const event::SlotIndex id = in(target, "id");
        if (!same(id, member.index)) return;
        card_.shown[id] = true;
        for (const event::SlotIndex slot : put_title(target)) card_.shown[slot] = true;
    }

    bool is_told(event::SlotIndex index) const {
        const event::Slot& slot = event_[index];
        if (slot.kind != event::Kind::object && slot.kind != event::Kind::array) return card_.shown[index];
        if (event_.first(index) == event_.end(index)) return false;
        for (event::SlotIndex i = event_.first(index); i != event_.end(index); i = event_.next(i)) {
            if (!is_told(i)) return false;
        }
        return true;
    }

    void show_other(const Resource& resource) {
        const event::SlotIndex object = object_of(resource);
        if (object == 0) return;
        card_.shown[object] = true;
        if (is_told(object)) return;
        std::fill(card_.shown.begin() + object, card_.shown.begin() + event_[object].next, false);
        card_.rows.gap();
        show_resource_head(resource, 2);
        card_.shown[object] = true;
        show_resource(resource, object, 4);
    }

    /// What nothing above has told; what is not set in one row, as senders that set every key set many to
    /// nothing.
    void show_rest() {
        const event::SlotIndex head = root_member("event");
        const bool told = head != 0 && event_[head].kind == event::Kind::object && is_told(head);
        if (told) card_.shown[head] = true;
        for (event::SlotIndex i = event_.first(0); i != event_.end(0); i = event_.next(i)) {
            const bool row = event_[i].kind != event::Kind::null || event_[i].overridden;
            if (row && !card_.shown[i]) show_member(card_, {i, schema::ObjectType::event, 2});
        }
        bool any = false;
        std::string scratch;
        for (event::SlotIndex i = event_.first(0); i != event_.end(0); i = event_.next(i)) {
            if (event_[i].kind != event::Kind::null || card_.shown[i]) continue;
            if (!any) card_.rows.row(2, "not set");
            any = true;
            card_.rows.put_item(term::Role::dim, path_label(event_.key(event_[i], scratch)), ", ");
        }
    }

    Card& card_;
    const event::Event& event_;
};

}  // namespace

void show_event(Card& card) {
    EventShower(card).show();
}

}  // namespace hookspect::report
