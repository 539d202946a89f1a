#include "schema/ids.h"

#include <doctest/doctest.h>

namespace hookspect {

TEST_CASE("the fields of the resources stand in the order of event.resource's values") {
    const auto names = schema::field(schema::ids::event_resource).values;
    REQUIRE(names.size() == schema::ids::resources.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const schema::ResourceFields& resource = schema::ids::resources[i];
        CAPTURE(names[i]);
        CHECK(resource.name == names[i]);
        CHECK(schema::ids::resource_named(names[i]) == &resource);
        CHECK(schema::field_path(resource.object) == names[i]);
        CHECK(schema::field(resource.object).object == resource.type);
        CHECK(schema::field_path(resource.id) == std::string(names[i]) + "_id");
        CHECK(schema::field_path(resource.inner_id) == std::string(names[i]) + ".id");
    }
    CHECK(schema::ids::resource_named("") == nullptr);
    CHECK(schema::ids::resource_named("Campaign") == nullptr);
}

}  // namespace hookspect
