#pragma once

namespace hookspect::report {

/// Tells the first item that is printed from the others, for what stands between items. Part of a run takes
/// it that others were printed before.
class FirstItem {
public:
    /// To be called for each item: whether it is the first.
    [[nodiscard]] bool take() {
        const bool first = none_ && !in_part_;
        none_ = false;
        return first;
    }

    [[nodiscard]] bool none() const { return none_; }

    [[nodiscard]] static FirstItem of_part() {
        FirstItem item;
        item.in_part_ = true;
        return item;
    }

    /// Whether what a part has printed can stand here: not where its first item is the first of all.
    [[nodiscard]] bool fits(const FirstItem& part) const { return part.none_ || !none_; }

private:
    bool none_ = true;
    bool in_part_ = false;
};

}  // namespace hookspect::report
