#include "ops/latest.h"

#include "event/identity.h"
#include "event/structurals.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace hookspect::ops {
/// The last event of this identity is now the one at `index`.
void Latest::point_to(std::string&& identity, std::size_t index) {
    const auto [entry, is_new] = last_.try_emplace(std::move(identity), index);
    if (is_new) return;
    Kept& earlier = kept_[std::exchange(entry->second, index)];
    earlier.replaced = true;
    earlier.bytes = {};
    ++replaced_;
}

/// Leaves out what is replaced, once that is more than half.
void Latest::compact() {
    if (replaced_ <= kept_.size() / 2) return;
    std::vector<std::size_t> index_now(kept_.size());
    std::size_t left = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        index_now[i] = left;
        if (kept_[i].replaced) continue;
        if (left != i) kept_[left] = std::move(kept_[i]);
        ++left;
    }
    kept_.resize(left);
    for (auto& [identity, index] : last_) index = index_now[index];
    replaced_ = 0;
}

void Latest::add(Latest&& later) {
    const std::size_t before = kept_.size();
    std::move(later.kept_.begin(), later.kept_.end(), std::back_inserter(kept_));
    replaced_ += later.replaced_;
    for (const auto& [identity, index] : later.last_) point_to(std::string(identity), before + index);
    compact();
}

void Latest::add(const event::Body& body) {
    if (std::string key = body.event != nullptr ? event::identity_of(*body.event) : std::string();
        !key.empty()) {
        point_to(std::move(key), kept_.size());
    }
    Kept kept{std::string(body.source), std::string(body.bytes), body, false};
    kept.bytes.append(event::padding, '\0');
    kept_.push_back(std::move(kept));
    compact();
}

void Latest::restore(Kept& kept) {
    event::Body& body = kept.body;
    body.source = kept.source;
    body.bytes = std::string_view(kept.bytes).substr(0, kept.bytes.size() - event::padding);
    if (body.fault) return;
    if (!decoder_.decode_again(body.bytes, body.encoding))
        throw std::logic_error("an event cannot be read a second time");
    body.event = &decoder_.event();
}

void Latest::each(const std::function<bool(const event::Body&)>& use) {
    for (Kept& kept : kept_) {
        if (kept.replaced) continue;
        restore(kept);
        if (!use(kept.body)) return;
    }
}

}  // namespace hookspect::ops
