#include "ops/sample.h"

#include "ops/sample_writer.h"

#include <algorithm>

namespace hookspect {
namespace {

SampleOptions without_repeats(SampleOptions options) {
    std::vector<std::string_view> languages;
    for (const std::string_view language : options.scene.languages) {
        const bool known = std::find(languages.begin(), languages.end(), language) != languages.end();
        if (!known) languages.push_back(language);
    }
    options.scene.languages = std::move(languages);
    return options;
}

}  // namespace

Sampler::Sampler(const SampleOptions& options)
    : options_(without_repeats(options)), plan_(options.scene.size) {}

void Sampler::append(std::string& out, std::uint64_t number) {
    SampleRandom random(options_.seed, number);
    scene_.draw(options_.scene, random);
    const SampleJob job{out, scene_, options_.scene.size, random};
    SampleWriter(plan_, actions_, job).write();
}

}  // namespace hookspect
