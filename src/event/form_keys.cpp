#include "event/form_keys.h"

namespace hookspect::event {
namespace {

/// Bytes of a key as written, with its `=`. Longer ones are rare, and looking for the end of one that is not
/// there must stay cheap.
constexpr std::size_t longest = 128;

}  // namespace

void FormKeys::clear() {
    written_.clear();
    known_.assign(1, Known{});
    texts_.clear();
    steps_.clear();
}

FormKeys::Id FormKeys::find(std::string_view fields, Id before) {
    const Id likely = known_[before].follower;
    if (likely != 0 && fields.starts_with(written_.text(likely))) return likely;
    const std::size_t equals = fields.substr(0, longest).find('=');
    if (equals == std::string_view::npos) return 0;
    const Id id = written_.find(0, fields.substr(0, equals + 1));
    if (id != 0) known_[before].follower = id;
    return id;
}

void FormKeys::remember(std::string_view written, std::string_view text, std::span<const FormStep> steps) {
    if (written.size() > longest) return;
    if (written_.intern(0, written) < known_.size()) return;
    Known& known = known_.emplace_back();
    known.text = static_cast<std::uint32_t>(texts_.size());
    known.text_size = static_cast<std::uint32_t>(text.size());
    known.steps = static_cast<std::uint32_t>(steps_.size());
    known.step_count = static_cast<std::uint32_t>(steps.size());
    known.brackets = text.find('[') != std::string_view::npos;
    texts_.insert(texts_.end(), text.begin(), text.end());
    steps_.insert(steps_.end(), steps.begin(), steps.end());
}

}  // namespace hookspect::event
