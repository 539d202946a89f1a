#include "ops/sample_break.h"

#include "schema/fields.h"
#include "schema/ids.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace hookspect::ops {
namespace {

using std::string_view;

// With the event and the person around it.
constexpr std::size_t depth_over_limit = event::Limits{}.depth;

/// The way for the event's own resource, else the first.
const schema::BreakingWay& way_to(const schema::RuleInfo& rule, std::size_t resource) {
    const string_view own = schema::ids::resources[resource].name;
    const auto found = std::find_if(rule.ways.begin(), rule.ways.end(),
                                    [&](const schema::BreakingWay& way) { return way.resource == own; });
    return found == rule.ways.end() ? rule.ways.front() : *found;
}

string_view undeclared(const Scene& scene) {
    const auto& declared = scene.languages;
    for (const string_view language : schema::languages()) {
        if (std::find(declared.begin(), declared.end(), language) == declared.end()) return language;
    }
    return {};
}

std::string list_of(const std::vector<string_view>& words) {
    std::string out;
    for (const string_view word : words) out.append(out.empty() ? "[\"" : ",\"").append(word).append("\"");
    return out + "]";
}

std::string nested_too_deep() {
    std::string out;
    for (std::size_t i = 0; i < depth_over_limit; ++i) out += R"({"a":)";
    return out.append("1").append(depth_over_limit, '}');
}

/// With what the scene has in the places that schema::BreakingWay names.
std::string filled(string_view text, const Scene& scene) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '$') {
            out.push_back(text[at]);
            continue;
        }
        switch (text[++at]) {
            case 'A': out += list_of(scene.languages); break;
            case 'D': out += nested_too_deep(); break;
            case 'E': out += scene.name; break;
            case 'L': out += scene.languages.front(); break;
            case 'O': out += std::to_string(scene.organization); break;
            case 'P': out += scene.preset->preset; break;
            case 'R': out += schema::ids::resources[scene.resource].name; break;
            case 'X': out += undeclared(scene); break;
            default: throw std::logic_error("an edit with an unknown place");
        }
    }
    return out;
}

}  // namespace

SampleBreaker::SampleBreaker(schema::Rule rule) : rule_(&schema::rule_info(rule)) {}

bool SampleBreaker::can_occur_in(event::Encoding encoding) const {
    const bool form = encoding == event::Encoding::form;
    return rule_->encodings != (form ? schema::Encodings::json : schema::Encodings::form);
}

std::string SampleBreaker::conflict(const SceneOptions& options) const {
    const schema::Unbreakable& cannot = rule_->unbreakable;
    const bool concerned = (cannot.resource.empty() || cannot.resource == options.resource) &&
                           (cannot.name.empty() || cannot.name == options.name);
    return std::string(concerned ? cannot.why : string_view{});
}

void SampleBreaker::restrict(SceneOptions& options) const {
    options.no_campaign = rule_->unbreakable.resource == schema::ids::campaign.name;
    options.no_removed = rule_->unbreakable.name == "removed";
}

void SampleBreaker::prepare(Scene& scene) const {
    const schema::BreakingWay& way = way_to(*rule_, scene.resource);
    std::size_t needed = scene.resource;
    for (std::size_t i = 0; i < schema::ids::resources.size(); ++i) {
        if (schema::ids::resources[i].name == way.resource) needed = i;
    }
    scene.mention(needed);
    scene.has_object[needed] = true;
    scene.has_object[scene.resource] = true;
    const bool foreign_language = std::any_of(way.edits.begin(), way.edits.end(), [](string_view edit) {
        return edit.find("$X") != string_view::npos;
    });
    if (foreign_language && scene.languages.size() == schema::languages().size()) scene.languages.pop_back();
}

std::vector<SampleEdit> SampleBreaker::edits(const Scene& scene) const {
    std::vector<SampleEdit> edits;
    for (const string_view written : way_to(*rule_, scene.resource).edits) {
        if (written.empty()) continue;
        const std::size_t sign = written.find('=');
        auto path = schema::parse_path(filled(written.substr(0, sign), scene));
        SampleEdit& edit = edits.emplace_back();
        edit.path = std::get<schema::Path>(std::move(path));
        if (sign + 1 < written.size()) edit.json = filled(written.substr(sign + 1), scene);
    }
    return edits;
}

void SampleBreaker::change_text(std::string& text, event::Encoding encoding, const Scene& scene) const {
    if (encoding == event::Encoding::form) {
        text += rule_->text_edit.form;
        return;
    }
    // After the last member, before the end of the root.
    const std::size_t last = text.find_last_not_of(" \n", text.rfind('}') - 1);
    text.insert(last + 1, filled(rule_->text_edit.json, scene));
}

}  // namespace hookspect::ops
