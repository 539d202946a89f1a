#pragma once

#include "event/body.h"
#include "finding/finding.h"
#include "report/finding/totals.h"
#include "report/layout/presentation.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace hookspect::report {

/// `validate --summary`: findings grouped by rule, path and value. Memory is bounded: a rule keeps a fixed
/// number of groups, and says so when there were others.
class Summary {
public:
    /// Counts the findings on one body; events are told apart by these calls.
    void add(const event::Body& body, std::span<const finding::Finding> findings);

    /// Adds what another one has counted, of bodies behind these. False, and nothing is added, where it
    /// depends on the order of the bodies which groups are kept.
    [[nodiscard]] bool add(const Summary& later);

    /// Appends the table and the empty line behind it; nothing where nothing was found. The total line is the
    /// caller's.
    void append_to(std::string& out, const Presentation& presentation) const;

private:
    struct Count {
        std::uint64_t events = 0;
        std::uint64_t last_body = 0;
        void add(std::uint64_t body) {
            if (last_body != body) ++events;
            last_body = body;
        }
    };
    struct Entry {
        Count count;
        std::string first_seen;
        std::map<std::string, Count, std::less<>> groups;
        bool others = false;

        [[nodiscard]] bool fits(const Entry& later) const;
        void add(const Entry& later);
        [[nodiscard]] Count* group(const std::string& name);
    };
    struct Line {
        std::string label;
        std::uint64_t events;
        const Entry* entry;  // null for a group
        schema::Rule rule;
        schema::Severity severity;
    };

    struct Columns {
        int rule;          // width
        int severity_end;  // column behind it
        int count_end;     // column behind the right-aligned counts
    };

    [[nodiscard]] std::vector<Line> lines(const Presentation& presentation) const;
    static void append_groups(std::vector<Line>& lines, const Entry& entry, const Presentation& presentation);
    [[nodiscard]] static Columns measure(const std::vector<Line>& lines);
    static void append_rule(std::string& out, const Line& line, const Columns& columns,
                            const Presentation& presentation);
    static void append_group(std::string& out, const Line& line, const Columns& columns);

    std::uint64_t bodies_ = 0;
    std::array<std::array<Entry, schema::rule_count>, 4> entries_{};  // by severity, then rule
    std::string group_;
};

}  // namespace hookspect::report
