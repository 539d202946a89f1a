#include "schema/ids.h"

#include <doctest/doctest.h>

namespace hookspect {

TEST_CASE("the fields of the resources stand in the order of event.resource's values") {
    const auto names = field(ids::event_resource).values;
    REQUIRE(names.size() == ids::resources.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const ResourceFields& resource = ids::resources[i];
        CAPTURE(names[i]);
        CHECK(resource.name == names[i]);
        CHECK(ids::resource_named(names[i]) == &resource);
        CHECK(field_path(resource.object) == names[i]);
        CHECK(field(resource.object).object == resource.type);
        CHECK(field_path(resource.id) == std::string(names[i]) + "_id");
        CHECK(field_path(resource.inner_id) == std::string(names[i]) + ".id");
    }
    CHECK(ids::resource_named("") == nullptr);
    CHECK(ids::resource_named("Campaign") == nullptr);
}

}  // namespace hookspect
