#pragma once

#include "ops/sample_job.h"
#include "ops/sample_plan.h"

#include <span>
#include <string_view>

namespace hookspect::ops {

/// A Multilingual value in the languages of the scene; titles are never without one.
void append_multilingual(const SampleJob& job, const SamplePlan& plan, const schema::Field& row,
                         Recipe recipe);

/// Some sentences in a language, as one string.
void append_sentences(const SampleJob& job, std::string_view language, std::uint64_t count);

/// A URL about the campaign of the scene.
void append_link(const SampleJob& job, std::string_view language);

void append_campaign_name(const SampleJob& job);
void append_full_name(const SampleJob& job, const SamplePerson& person);

/// `most` strings at most, at least one, none twice.
void append_words(const SampleJob& job, std::span<const std::string_view> choices, std::uint64_t most);

}  // namespace hookspect::ops
