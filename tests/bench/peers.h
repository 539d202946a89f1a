#pragma once

// What hookspect is measured against: the least that simdjson, or plain code, needs for a task like ours.
// Each takes the bytes of a whole capture, one body a line, with simdjson's padding behind them.

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

namespace peers {

/// Calls `use` with a parsed On-Demand document for each line.
template <typename Use>
void each_line(std::string_view text, Use use) {
    simdjson::ondemand::parser parser;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::size_t readable = text.size() - at + simdjson::SIMDJSON_PADDING;
        auto document = parser.iterate(text.data() + at, end - at, readable);
        use(document, text.substr(at, end + 1 - at));
        at = end + 1;
    }
}

/// DOM parse_many: how many documents there are.
inline std::size_t dom_many(std::string_view text) {
    simdjson::dom::parser parser;
    simdjson::dom::document_stream stream;
    std::size_t documents = 0;
#ifdef SIMDJSON_THREADS_ENABLED
    parser.threaded = false;  // its helper thread would not be counted
#endif
    if (parser.parse_many(text.data(), text.size(), 1U << 20).get(stream) != simdjson::SUCCESS) std::exit(1);
    for (auto document : stream) documents += document.error() == simdjson::SUCCESS ? 1 : 0;
    return documents;
}

inline std::size_t walk(simdjson::ondemand::value value) {
    std::size_t total = 1;
    switch (simdjson::ondemand::json_type(value.type())) {
        case simdjson::ondemand::json_type::array:
            for (auto element : value.get_array()) total += walk(element.value());
            break;
        case simdjson::ondemand::json_type::object:
            for (auto field : value.get_object()) total += walk(field.value());
            break;
        case simdjson::ondemand::json_type::number: {
            double number = 0;  // a number that no double holds is an error here, and none of JSON
            total += value.get_double().get(number) == simdjson::SUCCESS && number > 0 ? 1 : 0;
            break;
        }
        case simdjson::ondemand::json_type::string: total += value.raw_json_token().size(); break;
        case simdjson::ondemand::json_type::boolean: total += value.get_bool().value() ? 1 : 0; break;
        default: break;
    }
    return total;
}

/// On-Demand: every value of every document is visited.
inline std::size_t walk_all(std::string_view text) {
    std::size_t total = 0;
    each_line(text, [&](auto& document, std::string_view) {
        for (auto field : document.get_object()) total += walk(field.value());
    });
    return total;
}

/// On-Demand: the text of campaign.title.nl of each document, an empty line where there is none.
inline std::string pick_title(std::string_view text) {
    std::string out;
    each_line(text, [&](auto& document, std::string_view) {
        std::string_view title;
        if (document["campaign"]["title"]["nl"].get_string().get(title) == simdjson::SUCCESS) out += title;
        out += '\n';
    });
    return out;
}

/// On-Demand: the lines of campaign events whose config.languages has `nl`.
inline std::string filter_campaigns(std::string_view text) {
    std::string out;
    each_line(text, [&](auto& document, std::string_view line) {
        std::string_view resource;
        if (document["event"]["resource"].get_string().get(resource) != simdjson::SUCCESS) return;
        if (resource != "campaign") return;
        simdjson::ondemand::array languages;
        if (document["campaign"]["config"]["languages"].get_array().get(languages) != simdjson::SUCCESS)
            return;
        for (auto element : languages) {
            std::string_view language;
            if (element.get_string().get(language) == simdjson::SUCCESS && language == "nl") {
                out += line;
                return;
            }
        }
    });
    return out;
}

/// Plain percent-decoding of each line: how many bytes come out.
inline std::size_t percent_decode(std::string_view text) {
    const auto hex = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    std::string out(1U << 20, '\0');
    std::size_t total = 0;
    std::size_t size = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%' && i + 2 < text.size()) {
            c = static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
            i += 2;
        } else if (c == '\n' || size == out.size()) {
            total += size;
            size = 0;
        }
        out[size++] = c == '+' ? ' ' : c;
    }
    return total + size;
}

}  // namespace peers
