#include "ops/sample_response.h"

#include "base/calendar.h"
#include "ops/sample_phrases.h"
#include "ops/sample_texts.h"
#include "schema/actions.h"

#include <algorithm>

namespace hookspect::ops {
namespace {

using std::string_view;

void append_answers(const SampleJob& job) {
    const auto& questions = sample_phrases_in(job.scene.languages.front()).sentences;
    const std::uint64_t count = job.random.between(job.sized(1, 2, 15), job.sized(1, 5, 40));
    job.key("answers");
    job.container('[', ']', [&] {
        for (std::uint64_t i = 0; i < count; ++i) {
            job.out.append(",{\"question\":");
            job.text(questions[i % questions.size()]);
            job.out.append(",\"answer\":");
            job.text(job.random.one_of(sample_words::answers));
            job.out.push_back('}');
        }
    });
}

void append_file(const SampleJob& job) {
    job.out.append(",\"file\":{\"name\":\"IMG_");
    job.number(job.random.between(1000, 9999));
    job.out.append(".jpg\",\"size\":");
    job.number(job.random.between(20'000, 9'000'000));
    job.out.append(",\"sharp\":");
    job.flag(job.random.in_16(13));
    job.out.push_back('}');
}

/// As schema.org wants it: ISO 8601.
void append_instant(const SampleJob& job, std::uint64_t seconds) {
    job.out.push_back('"');
    const std::size_t begin = job.out.size();
    base::append_date(job.out, static_cast<std::int64_t>(seconds) * 1000);
    job.out[begin + 10] = 'T';
    job.out.push_back('"');
}

void append_property(const SampleJob& job, string_view name) {
    if (name == "actionStatus") return job.text(job.random.one_of(schema::action_statuses()));
    if (name == "startTime") return append_instant(job, job.scene.acted - 90);
    if (name == "endTime") return append_instant(job, job.scene.acted);
    if (name == "url" || name == "target") return append_link(job, job.scene.languages.front());
    const bool somebody = name == "agent" || name == "participant" || name == "recipient";
    job.out.append(somebody ? R"({"@type":"Person","name":)" : R"({"@type":"Thing","name":)");
    if (somebody) {
        append_full_name(job, *job.scene.member);
    } else {
        job.text(sample_phrases_in(job.scene.languages.front()).titles[job.scene.title]);
    }
    job.out.push_back('}');
}

void append_type(const SampleJob& job, string_view name) {
    job.out.append(job.random.in_16(1) ? "\"type\":\"" : "\"@type\":\"");
    const std::uint64_t form = job.random.below(16);
    if (form == 0) job.out.append("schema:");
    if (form == 1) job.out.append("https://schema.org/");
    job.out.append(name).append("\"");
}

}  // namespace

SampleActions::SampleActions() {
    for (const string_view name : schema::action_names()) {
        Type& type = types.emplace_back();
        type.name = name;
        auto at = schema::find_action(name);
        while (at && (type.properties = schema::action_own_properties(*at)).empty()) {
            const auto parents = schema::action_parents(*at);
            at = parents.empty() ? std::nullopt : std::optional(parents.front());
        }
    }
}

void append_response(const SampleJob& job) {
    job.container('{', '}', [&] {
        const std::uint64_t kind = job.random.below(4);
        if (kind == 0) {
            job.key("network");
            job.text(job.random.one_of(sample_words::networks));
            job.key("url");
            append_link(job, job.scene.languages.front());
        }
        if (kind == 1 || job.size == SampleSize::large) append_answers(job);
        if (kind == 2) append_file(job);
        if (kind == 3) {
            job.key("comment");
            append_sentences(job, job.scene.languages.front(), job.sized(1, 2, 12));
        }
    });
}

void append_action(const SampleJob& job, const SampleActions& actions) {
    const string_view likely = job.scene.preset->action;
    const auto found =
        std::find_if(actions.types.begin(), actions.types.end(),
                     [likely](const SampleActions::Type& type) { return type.name == likely; });
    const bool drawn = found == actions.types.end() || job.random.in_16(4);
    const SampleActions::Type& type = drawn ? job.random.one_of(actions.types) : *found;
    job.container('{', '}', [&] {
        job.out.push_back(',');
        if (job.random.in_16(8)) job.out.append(R"("@context":"https://schema.org",)");
        append_type(job, type.name);
        for (const string_view inherited : {"actionStatus", "agent", "startTime", "endTime"}) {
            if (!job.random.in_16(job.sized(6, 10, 15))) continue;
            job.key(inherited);
            append_property(job, inherited);
        }
        for (const string_view own : type.properties) {
            const bool written = own == "actionStatus" || own == "agent" || own.ends_with("Time");
            if (written || !job.random.in_16(job.sized(4, 10, 16))) continue;
            job.key(own);
            append_property(job, own);
        }
    });
}

}  // namespace hookspect::ops
