#include "ops/sample_texts.h"

#include "ops/sample_phrases.h"

#include <algorithm>

namespace hookspect::ops {
namespace {

using std::string_view;

string_view slug(const SampleJob& job) {
    return sample_words::slugs[job.scene.title];
}

void append_image(const SampleJob& job, string_view language) {
    job.out.append("\"https://cdn.example.com/c/");
    job.number(job.scene.numbers[of_campaign]);
    job.out.append("/").append(slug(job)).append("_").append(language).append("_1200x630.jpg\"");
}

void append_short_link(const SampleJob& job, string_view language) {
    constexpr string_view digits = "abcdefghijkmnpqrstuvwxyz23456789";
    job.out.append("\"https://exmpl.link/");
    std::uint64_t bits = job.random.next();
    for (int i = 0; i < 6; ++i, bits >>= 5) job.out.push_back(digits[bits & 31]);
    job.out.append("-").append(language).append("\"");
}

void append_text(const SampleJob& job, string_view language, Recipe recipe) {
    switch (recipe) {
        case Recipe::titles: return job.text(sample_phrases_in(language).titles[job.scene.title]);
        case Recipe::summaries:
            return append_sentences(job, language,
                                    job.random.between(job.sized(1, 2, 7), job.sized(1, 5, 14)));
        case Recipe::images: return append_image(job, language);
        case Recipe::links: return append_link(job, language);
        case Recipe::short_links: return append_short_link(job, language);
        default:
            return append_sentences(job, language,
                                    job.random.between(job.sized(1, 1, 2), job.sized(1, 1, 4)));
    }
}

}  // namespace

void append_multilingual(const SampleJob& job, const SamplePlan& plan, const schema::Field& row,
                         Recipe recipe) {
    job.container('{', '}', [&] {
        const auto& languages = job.scene.languages;
        for (std::size_t i = 0; i < languages.size(); ++i) {
            // Other texts than the title may still wait for a translation.
            if (i > 0 && recipe != Recipe::titles && job.random.in_16(1)) continue;
            const schema::FieldId member = schema::find_field(row.object, languages[i]);
            if (member == schema::no_field) continue;
            job.out.append(plan[member].lead);
            append_text(job, languages[i], recipe);
        }
    });
}

void append_sentences(const SampleJob& job, std::string_view language, std::uint64_t count) {
    const auto& sentences = sample_phrases_in(language).sentences;
    // All languages start at one place, so that a text is about the same in each.
    std::size_t at = (job.scene.title * 3 + job.scene.made) % sentences.size();
    job.out.push_back('"');
    for (std::uint64_t i = 0; i < count; ++i, at = (at + 3) % sentences.size()) {
        if (i > 0) job.out.append(i % 4 == 0 ? "\\n\\n" : " ");
        job.out.append(sentences[at]);
    }
    job.out.push_back('"');
}

void append_link(const SampleJob& job, std::string_view language) {
    job.out.push_back('"');
    if (!job.random.in_16(1)) {
        job.out.append("https://").append(job.random.one_of(sample_words::sites));
    }
    job.out.append("/").append(language).append("/").append(slug(job));
    if (job.random.in_16(6)) {
        job.out.append("?utm_source=").append(job.random.one_of(sample_words::sources));
        job.out.append("&utm_campaign=");
        job.number(job.scene.numbers[of_campaign]);
    }
    job.out.push_back('"');
}

void append_campaign_name(const SampleJob& job) {
    const auto& phrases = sample_phrases_in(job.scene.languages.front());
    job.out.append("\"").append(phrases.titles[job.scene.title]).append(" (");
    job.number(job.scene.made / 31'556'952 + 1970);
    job.out.append(")\"");
}

void append_full_name(const SampleJob& job, const SamplePerson& person) {
    job.out.append("\"").append(person.first).append(" ").append(person.last).append("\"");
}

void append_words(const SampleJob& job, std::span<const std::string_view> choices, std::uint64_t most) {
    const std::uint64_t count = job.random.between(1, std::min<std::uint64_t>(most, choices.size()));
    const std::uint64_t first = job.random.below(choices.size());
    job.container('[', ']', [&] {
        for (std::uint64_t i = 0; i < count; ++i) {
            job.out.push_back(',');
            job.text(choices[(first + i) % choices.size()]);
        }
    });
}

}  // namespace hookspect::ops
