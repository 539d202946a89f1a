#include "run/latest_stage.h"

#include "event/identity.h"

#include <stdexcept>
#include <string>

namespace hookspect::run {

void LatestStage::add(const event::Body& body) {
    std::string identity = body.event != nullptr ? event::identity_of(*body.event) : std::string();
    latest_.add(std::move(identity), event::KeptBody(body));
}

void LatestStage::each(const std::function<bool(const event::Body&)>& use) {
    latest_.each([&](const event::KeptBody& kept) {
        event::Body body = kept.body();
        if (!body.fault) {
            if (!decoder_.decode_again(body.bytes, body.encoding))
                throw std::logic_error("an event could not be read a second time");
            body.event = &decoder_.event();
        }
        return use(body);
    });
}

}  // namespace hookspect::run
