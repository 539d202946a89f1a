#pragma once

#include "event/event.h"
#include "event/form_fields.h"
#include "event/form_text.h"
#include "event/form_tree.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hookspect::event {

/// Decodes bodies of application/x-www-form-urlencoded into events: nested as npm qs does, typed by the
/// schema. Its memory is kept from body to body; the text of an event lives in it until the next body is
/// decoded.
class FormDecoder {
public:
    explicit FormDecoder(const Limits& limits) : limits_(limits) {}

    /// Decodes `body` (under 4 GiB), which must outlive the event. Sets all of `event`, which has neither
    /// layers nor carrier then. A fault leaves an event that is not to be read: Rule::utf8 or Rule::limit,
    /// whichever stands first.
    [[nodiscard]] std::optional<Fault> decode(std::string_view body, Event& event);

private:
    /// Why decoding stopped, and the innermost value begun there.
    struct Stop {
        Fault fault;
        FormTree::Index node = 0;
    };

    [[nodiscard]] std::optional<Stop> plant(const FormFieldsFault& cut);
    [[nodiscard]] std::optional<Stop> plant(const FormField& field, std::size_t key_size, bool dotted);
    [[nodiscard]] FormTree::Index plant_known(const FormField& field);
    [[nodiscard]] std::optional<Stop> plant_unknown(const FormField& field, std::size_t key_size,
                                                    bool dotted);
    void remember(std::string_view written, std::string_view key);
    [[nodiscard]] Stop stop_at(const FormFieldsFault& cut) const;
    [[nodiscard]] std::optional<Stop> hold(FormTree::Index node, const FormField& field);
    void note_faults(Event& event) const;

    Limits limits_;
    std::string_view body_;
    FormText text_;
    FormKeys keys_;
    FormFields fields_;
    FormTree tree_;
    std::vector<FormStep> steps_;           // of the key at hand
    std::vector<FormTree::Index> holders_;  // for each field, the node that has its value
};

}  // namespace hookspect::event
