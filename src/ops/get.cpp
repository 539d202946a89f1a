#include "ops/get.h"

#include "base/utf8.h"
#include "base/wording.h"
#include "schema/language.h"

#include <algorithm>

namespace hookspect {
namespace {

bool is_multilingual_field(FieldId id) {
    return id != no_field && field(id).type == ValueType::object && is_multilingual(field(id).object);
}

bool has_text(const Event& event, SlotIndex index) {
    if (!event.is_set(index)) return false;
    std::string scratch;
    return event[index].kind != Kind::string || !is_blank(event.text(event[index], scratch));
}

/// Puts the text of the first language that has one in place of a Multilingual value.
void take_language(const Event& event, const GetOptions& options, SlotIndex& value, Got& got) {
    if (!is_multilingual_field(event[value].field) || event[value].kind != Kind::object) return;
    const LanguageText found = first_text(event, value, options.languages);
    value = found.slot;
    got.language = found.language;
}

void get_path(const Event& event, const GetOptions& options, const Path& path, Got& got) {
    got.matches.values.clear();
    got.matches.wildcards.clear();
    got.language = {};
    got.set = false;
    find_matches(event, path, got.matches);
    for (SlotIndex& value : got.matches.values) {
        if (!options.languages.empty()) take_language(event, options, value, got);
        got.set |= event.is_set(value);
    }
}

}  // namespace

LanguageText first_text(const Event& event, SlotIndex multilingual, std::span<const std::string> languages) {
    for (const std::string& language : languages) {
        const SlotIndex text = event.find(multilingual, language);
        if (has_text(event, text)) return {text, language};
    }
    return {};
}

void get(const Event& event, const GetOptions& options, GetRow& row) {
    row.paths.resize(options.paths.size());
    row.any = false;
    row.every = true;
    for (std::size_t i = 0; i < options.paths.size(); ++i) {
        get_path(event, options, options.paths[i], row.paths[i]);
        row.any |= row.paths[i].set;
        row.every &= row.paths[i].set;
    }
}

bool ends_multilingual(const Path& path) {
    if (path.several) return false;
    const auto& fields = path.resource_fields;
    return is_multilingual_field(path.field) ||
           std::any_of(fields.begin(), fields.end(), is_multilingual_field);
}

bool is_every_language(const Path& path) {
    if (path.steps.empty() || path.steps.back().kind != PathStep::Kind::any_member) return false;
    const FieldId id = path.steps.back().field;
    return id != no_field && is_multilingual(field(id).owner) && count_wildcards(path) == 1;
}

std::optional<Error> check_get_options(const GetOptions& options) {
    const bool text = options.format == GetFormat::text;
    if (text && options.paths.size() > 1) {
        for (const Path& path : options.paths) {
            if (!path.several) continue;
            return Error{path.text + " may match several values, so in text it stands alone",
                         "-f json, csv or tsv take it beside other paths"};
        }
    }
    if (options.with_language && options.languages.empty()) {
        return Error{"--with-lang names the language that --lang finds", "add --lang nl,fr,en"};
    }
    const auto every = std::find_if(options.paths.begin(), options.paths.end(), is_every_language);
    if (!options.languages.empty() && every != options.paths.end()) {
        const std::string text_path = every->text.substr(0, every->text.rfind('.'));
        std::string codes;
        for (const std::string& code : options.languages) codes += (codes.empty() ? "" : ",") + code;
        return Error{
            every->text + " is every language, and --lang finds one",
            text_path + "(" + codes + ") is a column for each, " + text_path + " the first that has a text"};
    }
    if (options.nul && !text) return Error{"--raw0 is for -f text", {}};
    return std::nullopt;
}

std::variant<std::vector<std::string>, TextError> parse_languages(std::string_view text) {
    std::vector<std::string> codes;
    for (std::size_t at = 0; at <= text.size();) {
        const std::string_view code = text.substr(at, text.find(',', at) - at);
        const auto known = languages();
        if (std::find(known.begin(), known.end(), code) == known.end()) {
            const std::string_view meant = language_meant_by(code);
            return TextError{quoted(code) + " is none of the languages", at, code.size(),
                             meant.empty() ? "they are " + all_of(known) : did_you_mean(meant)};
        }
        codes.emplace_back(code);
        at += code.size() + 1;
    }
    return codes;
}

}  // namespace hookspect
