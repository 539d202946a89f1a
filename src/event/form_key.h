#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hookspect::event {

/// Where the key of a form field ends.
struct FormKeyEnd {
    std::size_t size = 0;   // bytes of the key as written
    bool brackets = false;  // it has an opening bracket, plain or as %5B
    bool unclosed = false;  // and one of them never closes
};

/// The key at the front of `field`, which holds no `&`: up to the first `=` outside brackets; if a bracket
/// never closes, up to the first `=`; without `=` all of it. `%5B` and `%5D` are brackets here as in the
/// decoded key.
[[nodiscard]] FormKeyEnd find_form_key_end(std::string_view field) noexcept;

/// An index as qs knows it: what a number prints as. `01` and `-1` are names.
[[nodiscard]] bool is_form_index(std::string_view text) noexcept;

/// One step of the path that a key spells.
struct FormKeyPart {
    enum class Kind : std::uint8_t {
        name,
        index,   // `[0]`: a decimal number of any size, as a number prints
        append,  // `[]`
    };
    Kind kind = Kind::name;
    std::string_view text;  // without its brackets
};

/// Walks the parts of a decoded key, as npm qs splits it: `a[b][0]` is `a`, `b`, 0. Brackets nest (`a[b[c]]`
/// is `a`, `b[c]`), a bracket that never closes begins one last name, and text between brackets, which qs
/// drops, is a name.
class FormKeyReader {
public:
    /// `dotted`: the parts are separated by dots instead (`a.b.0`).
    FormKeyReader(std::string_view key, bool dotted) : rest_(key), dotted_(dotted) {}

    [[nodiscard]] bool done() const { return rest_.empty(); }
    /// The next part; not to be called when done.
    [[nodiscard]] FormKeyPart next();

private:
    [[nodiscard]] FormKeyPart next_dotted();
    [[nodiscard]] FormKeyPart next_bracketed();

    std::string_view rest_;
    bool dotted_;
    bool front_ = true;
};

/// Whether dots in `key` are nesting, in a body whose keys have no brackets: there are some, no part is
/// empty, and the first one is a documented key of Event.
[[nodiscard]] bool is_dotted_form_key(std::string_view key) noexcept;

}  // namespace hookspect::event
