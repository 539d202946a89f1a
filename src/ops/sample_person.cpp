#include "ops/sample_person.h"

#include "ops/sample_texts.h"

namespace hookspect::ops {
namespace {

/// What is drawn for a property is the same wherever it is written.
SampleRandom random_for(const SampleJob& job, const SamplePropertySpec& spec) {
    const auto first = static_cast<unsigned char>(spec.key.front());
    return {job.scene.traits, first * std::uint64_t{64} + spec.key.size()};
}

}  // namespace

bool has_property(const SampleJob& job, const SamplePropertySpec& spec) {
    return spec.value == SampleProperty::email || random_for(job, spec).in_16(job.sized(4, 12, 16));
}

void append_property_value(const SampleJob& job, const SamplePropertySpec& spec) {
    const SamplePerson& person = *job.scene.member;
    SampleRandom random = random_for(job, spec);
    switch (spec.value) {
        case SampleProperty::first: return job.text(person.first);
        case SampleProperty::last: return job.text(person.last);
        case SampleProperty::email:
            job.out.append("\"").append(person.handle).append("@example.com\"");
            return;
        case SampleProperty::birthday: return job.text(person.birthday);
        case SampleProperty::languages: {
            const SampleJob same{job.out, job.scene, job.size, random};
            return append_words(same, job.scene.languages, 3);
        }
        case SampleProperty::phone: return job.text(person.phone);
        case SampleProperty::job: return job.text(random.one_of(sample_words::jobs));
        case SampleProperty::company: return job.text(random.one_of(sample_words::companies));
        case SampleProperty::street: return job.text(person.street);
        case SampleProperty::postal_code: return job.text(person.postal_code);
        case SampleProperty::city: return job.text(person.city);
        case SampleProperty::country: return job.text(person.country);
        case SampleProperty::link: return append_link(job, job.scene.languages.front());
        case SampleProperty::flag: return job.flag(random.in_16(8));
        case SampleProperty::amount: return job.number(random.below(40));
        case SampleProperty::group:
        case SampleProperty::answer: break;
    }
    append_sentences(job, job.scene.languages.front(), job.sized(1, 1, 4));
}

void append_profile(const SampleJob& job, std::span<const SamplePropertySpec> specs) {
    job.container('{', '}', [&] {
        for (const SamplePropertySpec& spec : specs) {
            if (!spec.primary || !has_property(job, spec)) continue;
            job.key(spec.key);
            if (spec.nested.empty()) {
                append_property_value(job, spec);
            } else {
                append_profile(job, spec.nested);
            }
        }
    });
}

void append_opt_in(const SampleJob& job) {
    job.container('{', '}', [&] {
        for (const std::string_view consent : sample_words::consents) {
            job.key(consent);
            job.flag(job.random.in_16(11));
        }
    });
}

}  // namespace hookspect::ops
