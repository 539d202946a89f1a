#include "ops/get.h"

#include "base/utf8.h"
#include "base/wording.h"
#include "schema/language.h"

#include <algorithm>

namespace hookspect::ops {
namespace {

bool is_multilingual_field(schema::FieldId id) {
    return id != schema::no_field && schema::field(id).type == schema::ValueType::object &&
           schema::is_multilingual(schema::field(id).object);
}

bool has_text(const event::Event& event, event::SlotIndex index) {
    if (!event.is_set(index)) return false;
    std::string scratch;
    return event[index].kind != event::Kind::string || !base::is_blank(event.text(event[index], scratch));
}

/// Puts the text of the first language that has one in place of a Multilingual value.
void take_language(const event::Event& event, const GetOptions& options, event::SlotIndex& value, Got& got) {
    if (!is_multilingual_field(event[value].field) || event[value].kind != event::Kind::object) return;
    const LanguageText found = first_text(event, value, options.languages);
    value = found.slot;
    got.language = found.language;
}

void get_path(const event::Event& event, const GetOptions& options, const schema::Path& path, Got& got) {
    got.matches.values.clear();
    got.matches.wildcards.clear();
    got.language = {};
    got.set = false;
    event::find_matches(event, path, got.matches);
    for (event::SlotIndex& value : got.matches.values) {
        if (!options.languages.empty()) take_language(event, options, value, got);
        got.set |= event.is_set(value);
    }
}

}  // namespace

LanguageText first_text(const event::Event& event, event::SlotIndex multilingual,
                        std::span<const std::string> languages) {
    for (const std::string& language : languages) {
        const event::SlotIndex text = event.find(multilingual, language);
        if (has_text(event, text)) return {text, language};
    }
    return {};
}

void get(const event::Event& event, const GetOptions& options, GetRow& row) {
    row.paths.resize(options.paths.size());
    row.any = false;
    row.every = true;
    for (std::size_t i = 0; i < options.paths.size(); ++i) {
        get_path(event, options, options.paths[i], row.paths[i]);
        row.any |= row.paths[i].set;
        row.every &= row.paths[i].set;
    }
}

bool ends_multilingual(const schema::Path& path) {
    if (path.several) return false;
    const auto& fields = path.resource_fields;
    return is_multilingual_field(path.field) ||
           std::any_of(fields.begin(), fields.end(), is_multilingual_field);
}

bool is_every_language(const schema::Path& path) {
    if (path.steps.empty() || path.steps.back().kind != schema::PathStep::Kind::any_member) return false;
    const schema::FieldId id = path.steps.back().field;
    return id != schema::no_field && schema::is_multilingual(schema::field(id).owner) &&
           schema::count_wildcards(path) == 1;
}

std::optional<base::Error> check_get_options(const GetOptions& options) {
    const bool text = options.format == GetFormat::text;
    if (text && options.paths.size() > 1) {
        for (const schema::Path& path : options.paths) {
            if (!path.several) continue;
            return base::Error{
                path.text + " may match several values, so it must be the only path in text output",
                "use -f json, csv or tsv to combine it with other paths"};
        }
    }
    if (options.with_language && options.languages.empty()) {
        return base::Error{"--with-lang needs --lang", "add --lang nl,fr,en"};
    }
    const auto every = std::find_if(options.paths.begin(), options.paths.end(), is_every_language);
    if (!options.languages.empty() && every != options.paths.end()) {
        const std::string text_path = every->text.substr(0, every->text.rfind('.'));
        std::string codes;
        for (const std::string& code : options.languages) codes += (codes.empty() ? "" : ",") + code;
        return base::Error{
            every->text + " means every language, but --lang chooses one",
            text_path + "(" + codes + ") is a column for each, " + text_path + " the first that has a text"};
    }
    if (options.nul && !text) return base::Error{"--raw0 needs -f text", {}};
    return std::nullopt;
}

std::variant<std::vector<std::string>, base::TextError> parse_languages(std::string_view text) {
    std::vector<std::string> codes;
    for (std::size_t at = 0; at <= text.size();) {
        const std::string_view code = text.substr(at, text.find(',', at) - at);
        const auto known = schema::languages();
        if (std::find(known.begin(), known.end(), code) == known.end()) {
            const std::string_view meant = schema::language_meant_by(code);
            return base::TextError{
                base::quoted(code) + " is not a supported language", at, code.size(),
                meant.empty() ? "they are " + base::all_of(known) : base::did_you_mean(meant)};
        }
        codes.emplace_back(code);
        at += code.size() + 1;
    }
    return codes;
}

}  // namespace hookspect::ops
