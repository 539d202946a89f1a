// How fast bodies are decoded and checked, beside simdjson's own ways over the same bytes: processor time of
// one thread, as ratios within each round, so that a machine that changes its speed does not matter.
//
//     bench/decode [FOLDER] [MEGABYTES] [ROUNDS]
//     bench/decode FILE.ndjson FILE.form [ROUNDS]
//
// The corpus is made of the JSON bodies in FOLDER (testdata/valid), one a line, and of their form twins; or
// it is two captures as they are.

#include "check/checker.h"
#include "finding/policy.h"
#include "intake/framing/reader.h"
#include "peers.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::string contents(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string one_line(const fs::path& file) {
    const std::string text = contents(file);
    if (file.extension() != ".json") return text;
    std::string line(text.size() + simdjson::SIMDJSON_PADDING, '\0');
    std::size_t size = 0;
    if (simdjson::minify(text.data(), text.size(), line.data(), size) != simdjson::SUCCESS) return {};
    line.resize(size);
    return line;
}

/// simdjson's DOM ends a stream at a number that no double or 64-bit integer holds.
bool is_fit_for_peers(const std::string& line) {
    simdjson::dom::parser parser;
    return line.front() != '{' || parser.parse(line).error() == simdjson::SUCCESS;
}

std::string make_corpus(const fs::path& folder, const std::string& extension, std::size_t bytes) {
    std::vector<std::string> lines;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != extension) continue;
        const std::string line = one_line(entry.path());
        if (is_fit_for_peers(line)) lines.push_back(line + "\n");
    }
    std::sort(lines.begin(), lines.end());
    std::string corpus;
    corpus.reserve(bytes + (1U << 16));
    for (std::size_t i = 0; !lines.empty() && corpus.size() < bytes; ++i) corpus += lines[i % lines.size()];
    return corpus;
}

class Corpus {
public:
    explicit Corpus(std::string text) : text_(std::move(text)), padded_(text_) {
        file_ = std::tmpfile();
        if (file_ == nullptr || std::fwrite(text_.data(), 1, text_.size(), file_) != text_.size())
            std::exit(1);
        std::fflush(file_);
    }
    [[nodiscard]] std::string_view padded() const { return {padded_.data(), padded_.size()}; }

    /// Reads all bodies of the corpus from the file.
    std::size_t read(const std::function<void(const hookspect::event::Body&)>& use) const {
        const int descriptor = ::dup(::fileno(file_));
        ::lseek(descriptor, 0, SEEK_SET);
        hookspect::intake::Source source = hookspect::intake::Source::adopt(descriptor, "corpus");
        hookspect::intake::BodyReader reader({}, [] {});
        reader.start(source);
        hookspect::event::Body body;
        std::size_t values = 0;
        while (reader.next(body)) {
            if (body.event == nullptr) std::exit(1);
            values += body.event->count;
            use(body);
        }
        return values;
    }

private:
    std::string text_;
    simdjson::padded_string padded_;
    std::FILE* file_;
};

std::size_t validate(const Corpus& corpus) {
    std::vector<hookspect::finding::Finding> findings;
    const hookspect::check::Checker checker;
    return corpus.read([&](const hookspect::event::Body& body) {
        findings.clear();
        checker.check(body, findings);
    });
}

struct Work {
    std::string name;
    std::function<std::size_t()> run;
    std::string base;  // the ratio's other side; empty: itself a base
    std::vector<double> seconds{};
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    const fs::path folder = argc > 1 ? argv[1] : "testdata/valid";
    const bool captures = argc > 2 && fs::is_regular_file(folder);
    const std::size_t bytes = captures || argc <= 2 ? 64U << 20 : std::stoul(argv[2]) << 20;
    const int rounds = argc > 3 ? std::stoi(argv[3]) : 7;
    const Corpus json(captures ? contents(folder) : make_corpus(folder, ".json", bytes));
    const Corpus form(captures ? contents(argv[2]) : make_corpus(folder, ".form", bytes));
    std::vector<Work> works{
        {"DOM parse_many", [&] { return peers::dom_many(json.padded()); }, ""},
        {"On-Demand walk", [&] { return peers::walk_all(json.padded()); }, "DOM parse_many"},
        {"hookspect decode", [&] { return json.read([](const auto&) {}); }, "DOM parse_many"},
        {"hookspect validate", [&] { return validate(json); }, "DOM parse_many"},
        {"plain percent-decoding", [&] { return peers::percent_decode(form.padded()); }, ""},
        {"hookspect decode, form", [&] { return form.read([](const auto&) {}); }, "plain percent-decoding"},
        {"hookspect validate, form", [&] { return validate(form); }, "plain percent-decoding"},
    };
    std::size_t unused = 0;
    for (int round = 0; round <= rounds; ++round) {
        for (Work& work : works) {
            const double begin = processor_seconds();
            unused += work.run();
            if (round > 0) work.seconds.push_back(processor_seconds() - begin);  // the first one warms up
        }
    }
    fmt::print("{} MB of bodies, {} rounds, processor time of one thread; speed relative to the peer\n",
               json.padded().size() >> 20, rounds);
    std::map<std::string, std::vector<double>> by_name;
    for (const Work& work : works) by_name[work.name] = work.seconds;
    for (const Work& work : works) {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < work.seconds.size(); ++i) {
            const auto& base = by_name[work.base.empty() ? work.name : work.base];
            ratios.push_back(base[i] / work.seconds[i]);
        }
        fmt::print("{:<26}{:>6.2f} of {}\n", work.name, median(ratios),
                   work.base.empty() ? "itself" : work.base);
    }
    return unused == 0 ? 1 : 0;
}
