#include "check/action.h"

#include "base/nearest.h"
#include "base/wording.h"
#include "event/brief.h"
#include "schema/actions.h"

#include <fmt/format.h>

#include <algorithm>
#include <bitset>
#include <optional>

namespace hookspect::check {
namespace {

using std::string_view;

constexpr string_view expected_action = "a schema.org Action type";

/// One reading of an action's type and of what it has beside it.
class Action {
public:
    Action(Context& context, event::SlotIndex object)
        : context_(context), event_(context.event), object_(object) {}

    void check() {
        find_type();
        if (!check_type()) return;
        for (event::SlotIndex i = event_.first(object_); i != event_.end(object_); i = event_.next(i)) {
            if (!event_[i].overridden) property(i);
        }
    }

private:
    Context& context_;
    const event::Event& event_;
    event::SlotIndex object_;
    event::SlotIndex at_type_ = 0;     // `@type` if it is set
    event::SlotIndex plain_type_ = 0;  // `type` if it is set
    std::bitset<256> types_;           // all Action types that are named
    std::optional<schema::ActionType> first_;
    bool foreign_types_ = false;  // some type is no Action: its properties are not known here
    bool mixed_ = false;          // a list of types holds something else than texts

    void find_type() {
        for (event::SlotIndex i = event_.first(object_); i != event_.end(object_); i = event_.next(i)) {
            if (event_[i].overridden || !event_.is_set(i)) continue;
            const string_view key = context_.key(event_[i]);
            if (key == "@type") at_type_ = i;
            if (key == "type") plain_type_ = i;
        }
    }

    void add_type(event::SlotIndex name) {
        if (event_[name].kind != event::Kind::string) {
            mixed_ = true;
            return;
        }
        const auto type = schema::find_action(schema::bare_schema_org_name(context_.text(event_[name])));
        foreign_types_ |= !type.has_value();
        if (!type) return;
        types_.set(static_cast<std::size_t>(*type));
        if (!first_) first_ = type;
    }

    bool tell(event::SlotIndex slot, std::string message, std::string hint = {}) {
        context_.tell({.rule = schema::Rule::action,
                       .slot = slot,
                       .message = std::move(message),
                       .expected = std::string(expected_action),
                       .hint = std::move(hint)});
        return false;
    }

    /// Reads the types; false when there is a finding.
    bool check_type() {
        const event::SlotIndex type = at_type_ != 0 ? at_type_ : plain_type_;
        if (type == 0) return tell(object_, "has no @type");
        const bool list = event_[type].kind == event::Kind::array;
        if (!list) add_type(type);
        for (event::SlotIndex i = event_.first(type); list && i != event_.end(type); i = event_.next(i))
            add_type(i);
        if (mixed_ && list) return tell(type, "is a list that contains more than texts");
        if (!first_) return tell_no_action(type, list);
        return at_type_ == 0 || plain_type_ == 0 || check_agreement();
    }

    bool tell_no_action(event::SlotIndex type, bool list) {
        const event::SlotIndex name = list ? event_.first(type) : type;
        const bool text = name != event_.end(type) && event_[name].kind == event::Kind::string;
        const std::string hint =
            base::did_you_mean_text(text ? schema::nearest_action(context_.text(event_[name])) : "");
        return tell(type, list && text ? "does not name an Action type" : "is " + event::shown(event_, type),
                    hint);
    }

    /// The names as they compare: bare, one behind the other.
    [[nodiscard]] std::string names_of(event::SlotIndex type) {
        const auto name_of = [this](event::SlotIndex slot) {
            const string_view text = context_.text(event_[slot]);
            const string_view bare = schema::bare_schema_org_name(text);
            return std::string(bare.empty() ? text : bare);
        };
        if (event_[type].kind == event::Kind::string) return name_of(type) + '\n';
        std::string names;
        for (event::SlotIndex i = event_.first(type); i != event_.end(type); i = event_.next(i)) {
            names += name_of(i) + '\n';
        }
        return names;
    }

    bool check_agreement() {
        if (names_of(at_type_) == names_of(plain_type_)) return true;
        const event::SlotIndex later = std::max(at_type_, plain_type_);
        const event::SlotIndex earlier = std::min(at_type_, plain_type_);
        context_.tell({.rule = schema::Rule::action,
                       .slot = later,
                       .message = "is " + event::shown(event_, later),
                       .expected = fmt::format("{}, as {} says", event::shown(event_, earlier),
                                               earlier == at_type_ ? "@type" : "type"),
                       .other = earlier});
        return false;
    }

    void property(event::SlotIndex i) {
        const string_view key = context_.key(event_[i]);
        if (key == "@context") return check_context(i);
        if (key == "actionStatus") return check_status(i);
        const bool free = key.starts_with('@') || key == "type" || key == "id" || key.ends_with("-input") ||
                          key.ends_with("-output") || foreign_types_;
        if (free) return;
        if (schema::action_has_property(*first_, key)) return;
        for (std::size_t type = 0; types_.count() > 1 && type < types_.size(); ++type) {
            if (types_.test(type) && schema::action_has_property(static_cast<schema::ActionType>(type), key))
                return;
        }
        context_.tell({.rule = schema::Rule::action_property,
                       .slot = i,
                       .message = fmt::format("is not a property of {}", schema::action_name(*first_)),
                       .at = Issue::At::key});
    }

    [[nodiscard]] static bool is_schema_org(string_view text) {
        while (text.ends_with('/') || text.ends_with('#')) text.remove_suffix(1);
        for (const string_view start : {"https://", "http://"}) {
            if (text.starts_with(start)) text.remove_prefix(start.size());
        }
        return text == "schema.org" || text == "www.schema.org";
    }

    [[nodiscard]] bool names_schema_org(event::SlotIndex slot) {
        return event_[slot].kind == event::Kind::string && is_schema_org(context_.text(event_[slot]));
    }

    /// Lists and objects with `@vocab` may say anything: JSON-LD builds vocabularies from parts.
    void check_context(event::SlotIndex i) {
        const event::Kind kind = event_[i].kind;
        const bool fine = kind == event::Kind::null || kind == event::Kind::array || names_schema_org(i) ||
                          (kind == event::Kind::object && event_.find(i, "@vocab") != 0);
        if (fine) return;
        context_.tell({.rule = schema::Rule::action_property,
                       .slot = i,
                       .message = "is " + event::shown(event_, i),
                       .expected = "https://schema.org"});
    }

    void check_status(event::SlotIndex i) {
        if (event_[i].kind == event::Kind::null) return;
        const event::SlotIndex named = event_[i].kind == event::Kind::object ? event_.find(i, "@id") : i;
        const bool text = named != 0 && event_[named].kind == event::Kind::string;
        const std::string name(text ? schema::bare_schema_org_name(context_.text(event_[named]))
                                    : string_view{});
        if (schema::is_action_status(name)) return;
        const auto close = base::nearest(name, schema::action_statuses());
        context_.tell({.rule = schema::Rule::action_property,
                       .slot = i,
                       .message = "is " + event::shown(event_, text ? named : i),
                       .expected = base::either_of(schema::action_statuses()),
                       .hint = close.empty() ? std::string{} : base::did_you_mean_text(close.front())});
    }
};

}  // namespace

void check_action(Context& context, event::SlotIndex object) {
    Action(context, object).check();
}

}  // namespace hookspect::check
