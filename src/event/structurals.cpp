#include "event/structurals.h"

#include <simdjson.h>

#include <algorithm>
#include <new>

namespace hookspect::event {

struct Structurals::Stage1 {
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
    std::size_t capacity = 0;

    void reserve(std::size_t size) {
        if (size <= capacity) return;
        constexpr std::size_t smallest = 4096;
        // Growing by halves keeps the number of allocations small without holding twice a large body.
        const std::size_t wanted = std::max({smallest, size, capacity + capacity / 2});
        const auto* implementation = simdjson::get_active_implementation().operator->();
        constexpr std::size_t depth = 1;  // only stage 2 nests
        const auto error = parser ? parser->set_capacity(wanted)
                                  : implementation->create_dom_parser_implementation(wanted, depth, parser);
        if (error != simdjson::SUCCESS) throw std::bad_alloc();
        capacity = wanted;
    }
};

Structurals::Structurals() : stage1_(std::make_unique<Stage1>()) {}
Structurals::~Structurals() = default;
Structurals::Structurals(Structurals&&) noexcept = default;
Structurals& Structurals::operator=(Structurals&&) noexcept = default;

std::optional<std::span<const std::uint32_t>> Structurals::find(std::string_view text) {
    if (text.empty()) return std::nullopt;
    stage1_->reserve(text.size());
    auto& parser = *stage1_->parser;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    if (parser.stage1(bytes, text.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS)
        return std::nullopt;
    const std::size_t count = parser.n_structural_indexes;
    parser.structural_indexes[count] = static_cast<std::uint32_t>(text.size());
    return std::span<const std::uint32_t>(parser.structural_indexes.get(), count);
}

std::string simdjson_version() {
    const auto number = [](int part) { return std::to_string(part); };
    return "simdjson " + number(simdjson::SIMDJSON_VERSION_MAJOR) + "." +
           number(simdjson::SIMDJSON_VERSION_MINOR) + "." + number(simdjson::SIMDJSON_VERSION_REVISION) +
           " (" + simdjson::get_active_implementation()->name() + ")";
}

}  // namespace hookspect::event
