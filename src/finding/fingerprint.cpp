#include "finding/fingerprint.h"

#include "event/identity.h"
#include "event/title.h"

#include <fmt/format.h>

#include <string_view>

namespace hookspect::finding {
namespace {

void append_hashed(std::uint64_t& hash, std::string_view text) {
    constexpr std::uint64_t prime = 0x100000001b3;  // FNV-1a, 64 bits
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    hash *= prime;  // a zero byte ends each part
}

std::uint64_t hash_of(const event::Body& body, const Finding& finding) {
    std::uint64_t hash = 0xcbf29ce484222325;
    append_hashed(hash, schema::rule_info(finding.rule).name);
    append_hashed(hash, finding.pointer);
    append_hashed(hash, finding.message);
    if (body.event == nullptr) return hash;
    append_hashed(hash, event::title_of(*body.event));
    append_hashed(hash, event::identity_of(*body.event));
    return hash;
}

}  // namespace

std::string fingerprint_of(const event::Body& body, const Finding& finding) {
    return fmt::format("{:016x}", hash_of(body, finding));
}

}  // namespace hookspect::finding
