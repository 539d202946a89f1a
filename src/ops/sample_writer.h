#pragma once

#include "ops/sample_job.h"
#include "ops/sample_plan.h"
#include "ops/sample_response.h"

namespace hookspect::ops {

/// Writes one event as compact JSON: the fields of the schema in its order, with values that suit the scene.
class SampleWriter {
public:
    SampleWriter(const SamplePlan& plan, const SampleActions& actions, const SampleJob& job)
        : plan_(plan), actions_(actions), job_(job) {}

    void write() { object(schema::ObjectType::event); }

private:
    const SamplePlan& plan_;
    const SampleActions& actions_;
    SampleJob job_;
    const SamplePropertySpec* property_ = nullptr;  // the one that is being written

    void object(schema::ObjectType type);
    [[nodiscard]] bool wanted(const FieldPlan& plan);
    void value(const schema::Field& row, const FieldPlan& plan);
    void root_value(const schema::Field& row, const FieldPlan& plan);
    void id(std::size_t resource);
    void listed(const schema::Field& row);
    void channels(const schema::Field& row);
    void languages();
    void amount();
    void time(const schema::Field& row, std::uint64_t seconds);
    void properties(std::span<const SamplePropertySpec> specs);
};

}  // namespace hookspect::ops
