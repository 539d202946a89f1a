#pragma once

#include "base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace hookspect::cli {

class Candidates;

using MaybeError = std::optional<base::Error>;

/// What the value of an option or an argument is. No name: there is no value.
struct ValueKind {
    std::string_view name;                                     // as help prints it: `FILE`, `RULE,...`
    void (*complete)(const Candidates& candidates) = nullptr;  // null: the shell has nothing to offer
    std::span<const std::string_view> choices{};               // the only values; empty: any
};

/// What the parser, help and completion know of an option.
struct OptionText {
    std::string_view name;            // without the dashes
    char letter;                      // '\0': none
    ValueKind value;                  // no name: a flag
    std::string_view text;            // one line
    bool alone = false;               // only options that every command has go with it
    std::string_view mistaken_for{};  // the option whose choices people give to this one
};

/// An option whose value is kept in a struct of the type `Settings`.
template <typename Settings>
struct OptionRow : OptionText {
    using Kept = Settings;
    /// Keeps a value (empty for a flag). Errors say what is wrong with it: `"x" is not a whole number`.
    MaybeError (*store)(Settings& settings, std::string_view value);
};

/// The same for any struct. Only group() makes one, which knows the type.
struct Option : OptionText {
    MaybeError (*store)(void* settings, std::string_view value);
};

/// Options that help lists together, of any struct.
struct AnyOptionGroup {
    std::string_view title;
    std::span<const Option> options;
    MaybeError (*check)(const void* settings);  // what does not go together, once all are stored; may be null
    bool of_every_command;
};

/// Options that help lists together, and that one struct keeps.
template <typename Settings>
struct OptionGroup : AnyOptionGroup {};

/// A group as a command has it: where its struct is in the settings of the command.
struct CommandGroup {
    const AnyOptionGroup* group;
    void* (*kept)(void* command_settings);
};

namespace detail {

template <const auto& rows>
using KeptIn = typename std::remove_cvref_t<decltype(rows)>::value_type::Kept;

template <const auto& rows, std::size_t index>
MaybeError store(void* settings, std::string_view value) {
    return rows[index].store(*static_cast<KeptIn<rows>*>(settings), value);
}

template <const auto& rows, std::size_t... indexes>
constexpr auto options_of(std::index_sequence<indexes...> /*each*/) {
    return std::array<Option, sizeof...(indexes)>{Option{rows[indexes], &store<rows, indexes>}...};
}

template <const auto& rows>
inline constexpr auto options = options_of<rows>(std::make_index_sequence<rows.size()>());

template <typename Settings, auto check>
MaybeError check_erased(const void* settings) {
    return check(*static_cast<const Settings*>(settings));
}

template <typename Whole, typename Part>
Part type_of(Part Whole::*member);
template <typename Whole, typename Part>
Whole whole_of(Part Whole::*member);

template <auto member>
void* kept_in(void* settings) {
    return &(static_cast<decltype(whole_of(member))*>(settings)->*member);
}

}  // namespace detail

/// The group of a table of rows, an array of OptionRow. `check` is a function of their struct that says what
/// does not go together.
template <const auto& rows, auto check = nullptr>
constexpr OptionGroup<detail::KeptIn<rows>> group(std::string_view title, bool of_every_command = false) {
    OptionGroup<detail::KeptIn<rows>> made{};
    made.title = title;
    made.options = detail::options<rows>;
    made.of_every_command = of_every_command;
    if constexpr (check != nullptr) made.check = &detail::check_erased<detail::KeptIn<rows>, check>;
    return made;
}

/// A group that keeps its values in a member of the settings of a command. The structs of commands have names
/// of their own: GCC 12 takes members of structs in unnamed namespaces for the same where their names are.
template <auto member>
constexpr CommandGroup in(const OptionGroup<decltype(detail::type_of(member))>& group) {
    return {&group, &detail::kept_in<member>};
}

/// A group that keeps its values in the settings of a command themselves.
template <typename Settings>
constexpr CommandGroup own(const OptionGroup<Settings>& group) {
    return {&group, [](void* settings) { return settings; }};
}

// How rows keep their values. `first`, `rest`: the members that lead from the struct to the value.

template <auto first, auto... rest>
MaybeError set(decltype(detail::whole_of(first))& settings, std::string_view /*value*/) {
    ((settings.*first).*....*rest) = true;
    return {};
}

template <auto first, auto... rest>
MaybeError keep_text(decltype(detail::whole_of(first))& settings, std::string_view value) {
    ((settings.*first).*....*rest) = std::string(value);
    return {};
}

template <auto first, auto... rest>
MaybeError add_text(decltype(detail::whole_of(first))& settings, std::string_view value) {
    ((settings.*first).*....*rest).emplace_back(value);
    return {};
}

/// A name of a file.
template <auto first, auto... rest>
MaybeError keep_file(decltype(detail::whole_of(first))& settings, std::string_view value) {
    if (value.empty()) return base::Error{"\"\" is not the name of a file", {}};
    return keep_text<first, rest...>(settings, value);
}

/// The row of a table whose name is the value, which is one of them.
template <const auto& table, auto member>
MaybeError keep_row(decltype(detail::whole_of(member))& settings, std::string_view value) {
    for (const auto& row : table) {
        if (row.name == value) settings.*member = &row;
    }
    return {};
}

/// Keeps a number that was parsed, or returns what is wrong with it.
template <typename Number>
MaybeError keep(const base::Result<std::uint64_t>& parsed, Number& target) {
    if (!parsed) return parsed.error();
    target = static_cast<Number>(*parsed);
    return {};
}

/// The place of a value among the choices of its kind, which it is one of.
[[nodiscard]] constexpr std::size_t place_in(std::span<const std::string_view> choices,
                                             std::string_view value) {
    std::size_t place = 0;
    while (place < choices.size() && choices[place] != value) ++place;
    return place;
}

}  // namespace hookspect::cli
