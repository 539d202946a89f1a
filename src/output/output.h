#pragma once

#include "base/result.h"
#include "output/unfinished_file.h"
#include "term/pager.h"
#include "term/terminal.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hookspect::output {

/// What is printed on both streams, in order.
struct Printed {
    struct Message {
        std::size_t at;  // bytes of `text` that stand before it
        std::string text;
    };
    std::string text;               // results
    std::vector<Message> messages;  // for standard error

    void tell(std::string message) { messages.push_back({text.size(), std::move(message)}); }
    /// Puts what was printed later behind this, and leaves that empty, with memory for the next.
    void take(Printed& later);
    void clear() {
        text.clear();
        messages.clear();
    }
};

/// Where results go: standard output, or a file that is written beside its name and takes it when it is
/// complete, so that a run that fails leaves the old one. A device, a pipe and an open descriptor
/// (`/dev/fd/3`) are written directly. Text is gathered in large pieces.
class Output {
public:
    /// Without a path, and for `-`: standard output. Errors: `cannot write NAME: Permission denied`.
    static base::Result<Output> open(const std::optional<std::string>& path);

    /// Destroyed, it drops what is not written, and the file beside where commit() was not called.
    Output(Output&&) = default;
    Output& operator=(Output&&) = delete;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output() = default;

    /// Long text is to go through a pager. Held back until it is longer than `screen`, or until input has to
    /// be waited for: then somebody follows as events come in, and from there on they are printed at once.
    /// `reads_stdin`: that input may be standard input.
    struct Paging {
        std::string pager;
        term::Screen screen{};
        bool reads_stdin = false;
    };
    void page(Paging paging) { paging_ = std::move(paging); }
    /// A pager has the terminal, or may come to have it.
    [[nodiscard]] bool may_page() const { return paging_ || pager_; }

    /// Text to be written: append to it, then call drain() now and then.
    [[nodiscard]] std::string& text() { return printed_.text; }
    /// The same with messages between.
    [[nodiscard]] Printed& printed() { return printed_; }

    [[nodiscard]] bool is_terminal() const;

    /// What is printed is JSON. A terminal gets it as append_visible_json writes it, so that it is only
    /// shown.
    void escape_json() { escapes_json_ = is_terminal(); }

    /// Called before anything goes to a terminal.
    void before_terminal(std::function<void()> call) { before_terminal_ = std::move(call); }

    /// Writes what is gathered where it is large, or has a message.
    void drain() {
        const bool large = printed_.text.size() >= (paging_ ? held_back : piece);
        if (large) begin_paging();
        if (large || !printed_.messages.empty()) flush();
    }
    /// Writes what is gathered.
    void flush();
    /// The same before input is waited for.
    void pause();

    /// The end: writes all, closes, gives the file its name. Errors: `cannot write NAME: No space left on
    /// device`; the first failure of any write is told here. After one nothing more is written.
    [[nodiscard]] std::optional<base::Error> commit();

    /// The run has failed: a file that is written beside its name is dropped, so that the old one stays. What
    /// goes to a stream goes there still. `why`: `an input could not be read`.
    void discard(std::string why);
    /// `NAME stays as it was: an input could not be read`, where a file was dropped.
    [[nodiscard]] const std::optional<base::Error>& discarded() const { return discarded_; }

    /// Nothing more can be written: a write failed, or the reader has left the pager.
    [[nodiscard]] bool failed() const { return error_.has_value() || left_; }
    /// Why the pager could not be started, or how it failed; the text was printed without it. Nothing where
    /// the default pager is not installed.
    [[nodiscard]] const std::optional<base::Error>& pager_error() const { return pager_error_; }
    [[nodiscard]] int descriptor() const { return descriptor_.number(); }

private:
    static base::Result<Output> open_descriptor(int number, const std::string& name);
    static base::Result<Output> open_device(const std::string& path);
    static constexpr std::size_t piece = 64 * 1024;
    static constexpr std::size_t held_back = 256 * 1024;
    static constexpr std::size_t most_paged = 1024 * 1024;  // bytes that are kept for a pager that fails

    /// Closed with it, but the standard streams; -1 once it is closed or moved away.
    class Descriptor {
    public:
        explicit Descriptor(int number) : number_(number) {}
        Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
        Descriptor& operator=(Descriptor&&) = delete;
        Descriptor(const Descriptor&) = delete;
        Descriptor& operator=(const Descriptor&) = delete;
        ~Descriptor();

        /// Closes a standard stream too. Returns false where that fails; errno says why.
        bool close();
        [[nodiscard]] int number() const { return number_; }

    private:
        int number_;
    };

    Output(int descriptor, std::string name);

    Descriptor descriptor_;
    std::string name_;                        // for messages
    std::unique_ptr<UnfinishedFile> beside_;  // null: written directly
    Printed printed_;
    bool escapes_json_ = false;
    std::function<void()> before_terminal_;
    std::optional<base::Error> error_;
    std::optional<base::Error> discarded_;
    std::optional<Paging> paging_;  // not decided yet
    std::optional<term::Pager> pager_;
    std::optional<base::Error> pager_error_;
    std::string paged_;         // what the pager was given, as long as that is not much
    bool paged_all_ = true;     // whether that is all of it
    bool left_ = false;         // the reader has left the pager
    bool paged_stdin_ = false;  // while the pager runs, standard input is read

    void fail(int code);
    void begin_paging();
    void wait_beside_pager();
    void keep_paged(std::string_view text);
    [[nodiscard]] bool end_pager();
    void write(std::string_view rest);
    void write_result(std::string_view text);
};

}  // namespace hookspect::output
