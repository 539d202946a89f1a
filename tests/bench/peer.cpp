// The programs that hookspect is measured against as a whole, start and end included:
//
//     bench/peer walk FILE      simdjson On-Demand, every value of every line
//     bench/peer many FILE      simdjson DOM parse_many
//     bench/peer pick FILE      simdjson On-Demand, campaign.title.nl of each line
//     bench/peer filter FILE    simdjson On-Demand, the lines of campaigns with nl among their languages
//     bench/peer percent FILE   plain percent-decoding

#include "peers.h"

#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const std::string_view task = argv[1];
    simdjson::padded_string bytes;
    if (simdjson::padded_string::load(argv[2]).get(bytes) != simdjson::SUCCESS) return 3;
    const std::string_view text(bytes.data(), bytes.size());
    std::string out;
    if (task == "walk") out = std::to_string(peers::walk_all(text)) + "\n";
    if (task == "many") out = std::to_string(peers::dom_many(text)) + "\n";
    if (task == "pick") out = peers::pick_title(text);
    if (task == "filter") out = peers::filter_campaigns(text);
    if (task == "percent") out = std::to_string(peers::percent_decode(text)) + "\n";
    return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 3;
}
