#include "ops/sample_writer.h"

#include "ops/sample_person.h"
#include "ops/sample_texts.h"
#include "schema/ids.h"

namespace hookspect::ops {

void SampleWriter::object(schema::ObjectType type) {
    job_.container('{', '}', [&] {
        for (const schema::Field& row : schema::fields_of(type)) {
            const FieldPlan& plan = plan_[schema::id_of(row)];
            if (!wanted(plan)) continue;
            job_.out.append(plan.lead);
            value(row, plan);
        }
    });
}

bool SampleWriter::wanted(const FieldPlan& plan) {
    const Scene& scene = job_.scene;
    switch (plan.recipe) {
        case Recipe::root_id: return scene.has_id[plan.which] || scene.nulls;
        case Recipe::root_object: return scene.has_object[plan.which] || scene.nulls;
        case Recipe::property_value: return property_->nested.empty();
        case Recipe::property_nested: return !property_->nested.empty();
        default: return plan.chance == 16 || job_.random.in_16(plan.chance);
    }
}

void SampleWriter::root_value(const schema::Field& row, const FieldPlan& plan) {
    const bool object_wanted = plan.recipe == Recipe::root_object;
    const bool there = object_wanted ? job_.scene.has_object[plan.which] : job_.scene.has_id[plan.which];
    if (!there) {
        job_.out.append("null");
    } else if (object_wanted) {
        object(row.object);
    } else {
        id(plan.which);
    }
}

void SampleWriter::id(std::size_t resource) {
    if (resource == of_person) {
        job_.text(job_.scene.person);
    } else {
        job_.number(job_.scene.numbers[resource]);
    }
}

void SampleWriter::listed(const schema::Field& row) {
    job_.container('[', ']', [&] {
        for (const std::string_view value : row.values) {
            if (!job_.random.in_16(8)) continue;
            job_.out.push_back(',');
            job_.text(value);
        }
    });
}

void SampleWriter::channels(const schema::Field& row) {
    job_.container('[', ']', [&] {
        for (const std::string_view value : row.values) {
            for (std::size_t i = 0; i < schema::ids::channel_fields.size(); ++i) {
                if (schema::ids::channel_fields[i].name != value || !job_.scene.enabled[i]) continue;
                job_.out.push_back(',');
                job_.text(value);
            }
        }
    });
}

void SampleWriter::languages() {
    job_.container('[', ']', [&] {
        for (const std::string_view language : job_.scene.languages) {
            job_.out.push_back(',');
            job_.text(language);
        }
    });
}

void SampleWriter::amount() {
    job_.number(job_.random.between(1, 100) * 5);
    if (job_.random.below(64) == 0) job_.out.append(".5");
}

void SampleWriter::time(const schema::Field& row, std::uint64_t seconds) {
    job_.number(seconds);
    if (row.unit != schema::Unit::milliseconds || seconds == 0) return;
    const std::uint64_t fraction = job_.random.below(1000);
    job_.out.append(fraction < 10 ? "00" : fraction < 100 ? "0" : "");
    job_.number(fraction);
}

void SampleWriter::properties(std::span<const SamplePropertySpec> specs) {
    const SamplePropertySpec* outer = property_;
    job_.container('[', ']', [&] {
        for (const SamplePropertySpec& spec : specs) {
            if (!has_property(job_, spec)) continue;
            job_.out.push_back(',');
            property_ = &spec;
            object(schema::ObjectType::person_property);
        }
    });
    property_ = outer;
}

void SampleWriter::value(const schema::Field& row, const FieldPlan& plan) {
    const Scene& scene = job_.scene;
    SampleRandom& random = job_.random;
    switch (plan.recipe) {
        case Recipe::word: return job_.text(random.one_of(sample_words::answers));
        case Recipe::listed: return job_.text(random.one_of(row.values));
        case Recipe::amount: return amount();
        case Recipe::identifier: return job_.number(random.between(1, 999'999));
        case Recipe::time: return time(row, scene.made + random.below(8'640'000));
        case Recipe::flag: return job_.flag(random.in_16(8));
        case Recipe::url: return append_link(job_, scene.languages.front());
        case Recipe::uuid: return job_.text(scene.person);
        case Recipe::words: return append_words(job_, sample_words::answers, 3);
        case Recipe::listed_all: return listed(row);
        case Recipe::object: return object(row.object);
        case Recipe::properties: return properties(sample_words::properties);

        case Recipe::event_name: return job_.text(scene.name);
        case Recipe::resource: return job_.text(schema::ids::resources[scene.resource].name);
        case Recipe::root_id:
        case Recipe::root_object: return root_value(row, plan);
        case Recipe::id: return id(plan.which);
        case Recipe::organization: return job_.number(scene.organization);
        case Recipe::preset: return job_.text(scene.preset->preset);
        case Recipe::languages: return languages();
        case Recipe::channels: return channels(row);
        case Recipe::enabled: return job_.flag(scene.enabled[plan.which]);
        case Recipe::publish: return time(row, scene.publish[plan.which]);
        case Recipe::finish: return time(row, scene.finish[plan.which]);

        case Recipe::campaign_name: return append_campaign_name(job_);
        case Recipe::author: return append_full_name(job_, *scene.author);
        case Recipe::titles:
        case Recipe::summaries:
        case Recipe::remarks:
        case Recipe::images:
        case Recipe::links:
        case Recipe::short_links: return append_multilingual(job_, plan_, row, plan.recipe);
        case Recipe::address: return job_.text(random.one_of(sample_words::addresses));
        case Recipe::source: return job_.text(random.one_of(sample_words::sources));
        case Recipe::challenge: return job_.text(scene.preset->challenge);
        case Recipe::groups: return append_words(job_, sample_words::groups, job_.sized(2, 4, 8));
        case Recipe::made: return time(row, scene.made);
        case Recipe::acted: return time(row, scene.acted);
        case Recipe::joined: return time(row, scene.joined);
        case Recipe::visited: return time(row, random.in_16(2) ? 0 : scene.joined + random.below(864'000));
        case Recipe::profile: return append_profile(job_, sample_words::properties);
        case Recipe::opt_in: return append_opt_in(job_);
        case Recipe::response: return append_response(job_);
        case Recipe::action: return append_action(job_, actions_);
        case Recipe::property_key: return job_.text(property_->key);
        case Recipe::property_primary:
            return random.in_16(2) ? job_.text(property_->primary ? "true" : "false")
                                   : job_.flag(property_->primary);
        case Recipe::property_value: return append_property_value(job_, *property_);
        case Recipe::property_nested: return properties(property_->nested);
    }
}

}  // namespace hookspect::ops
