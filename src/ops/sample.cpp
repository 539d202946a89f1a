#include "ops/sample.h"

#include "ops/sample_writer.h"

#include <algorithm>

namespace hookspect::ops {
namespace {

SampleOptions settled(SampleOptions options) {
    std::vector<std::string_view> languages;
    for (const std::string_view language : options.scene.languages) {
        const bool known = std::find(languages.begin(), languages.end(), language) != languages.end();
        if (!known) languages.push_back(language);
    }
    options.scene.languages = std::move(languages);
    if (options.broken) SampleBreaker(*options.broken).restrict(options.scene);
    return options;
}

}  // namespace

Sampler::Sampler(const SampleOptions& options) : options_(settled(options)), plan_(options.scene.size) {}

void Sampler::append(std::string& out, std::uint64_t number) {
    SampleRandom random(options_.seed, number);
    scene_.draw(options_.scene, random);
    if (options_.broken) SampleBreaker(*options_.broken).prepare(scene_);
    const bool as_written =
        options_.layout == SampleLayout::line && !options_.broken && options_.edits.empty();
    std::string& written = as_written ? out : text_;
    if (!as_written) text_.clear();
    SampleWriter(plan_, actions_, {written, scene_, options_.scene.size, random}).write();
    if (as_written) return;
    edit();
    append_encoded(out);
}

void Sampler::edit() {
    if (options_.broken) {
        for (const SampleEdit& edit : SampleBreaker(*options_.broken).edits(scene_))
            editor_.apply(edit, text_);
    }
    for (const SampleEdit& edit : options_.edits) editor_.apply(edit, text_);
}

void Sampler::append_encoded(std::string& out) {
    if (options_.layout != SampleLayout::line) {
        const event::Event& event = editor_.decode(text_);
        std::string encoded;
        if (options_.layout == SampleLayout::form) {
            form_.append(encoded, event);
        } else {
            printer_.append(encoded, event);
        }
        text_ = std::move(encoded);
    }
    if (options_.broken) {
        const bool form = options_.layout == SampleLayout::form;
        SampleBreaker(*options_.broken)
            .change_text(text_, form ? event::Encoding::form : event::Encoding::json, scene_);
    }
    out.append(text_);
}

}  // namespace hookspect::ops
