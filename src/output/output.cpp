#include "output/output.h"

#include "base/json_text.h"
#include "output/destination.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace hookspect::output {
namespace {

base::Error write_error(const std::string& name, int code) {
    return {"cannot write " + name + ": " + std::generic_category().message(code), {}};
}

/// Whether more can be read within a time that nobody notices: a program that writes as fast as it can is
/// not somebody who is waited for.
bool input_comes_soon() {
    constexpr int milliseconds = 100;
    pollfd polled{STDIN_FILENO, POLLIN, 0};
    return ::poll(&polled, 1, milliseconds) > 0;
}

}  // namespace

void Printed::take(Printed& later) {
    if (text.empty() && messages.empty()) {
        std::swap(*this, later);
    } else {
        for (Message& message : later.messages)
            messages.push_back({text.size() + message.at, std::move(message.text)});
        text += later.text;
    }
    later.clear();
}

Output::Descriptor::~Descriptor() {
    if (number_ > STDERR_FILENO) close();
}

bool Output::Descriptor::close() {
    return ::close(std::exchange(number_, -1)) == 0;
}

Output::Output(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

base::Result<Output> Output::open(const std::optional<std::string>& path) {
    if (!path || *path == "-") return Output(STDOUT_FILENO, "standard output");
    if (const auto number = named_descriptor(*path)) return open_descriptor(*number, *path);
    const std::string target = follow_links(*path).native();
    std::error_code error;
    const bool exists = std::filesystem::exists(target, error);
    if (exists && !std::filesystem::is_regular_file(target, error)) return open_device(*path);
    int descriptor = -1;
    auto beside = UnfinishedFile::create(target, descriptor);
    if (!beside) return write_error(*path, errno);
    Output output(descriptor, *path);
    output.beside_ = std::move(beside);
    return output;
}

/// Writes go on where the descriptor is, after what others have written there.
base::Result<Output> Output::open_descriptor(int number, const std::string& name) {
    const int flags = ::fcntl(number, F_GETFL);
    if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY) return write_error(name, EBADF);
    if (number == STDOUT_FILENO) return Output(number, name);
    const int descriptor = ::fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (descriptor < 0) return write_error(name, errno);
    return Output(descriptor, name);
}

base::Result<Output> Output::open_device(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return write_error(path, errno);
    return Output(descriptor, path);
}

bool Output::is_terminal() const {
    return ::isatty(descriptor_.number()) != 0;
}

void Output::fail(int code) {
    if (error_) return;
    error_ = write_error(name_, code);
    if (beside_ && beside_->replaces()) error_->hint = "the old file stays as it was";
}

void Output::write(std::string_view rest) {
    if (pager_) keep_paged(rest);
    while (!rest.empty() && !failed()) {
        const int descriptor = pager_ ? pager_->descriptor() : descriptor_.number();
        const ssize_t count = ::write(descriptor, rest.data(), rest.size());
        if (count >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(count));
        } else if (errno == EPIPE && pager_) {
            if (end_pager()) return;
        } else if (errno != EINTR) {
            fail(errno);
        }
    }
}

/// What is to be printed again if the pager fails.
void Output::keep_paged(std::string_view text) {
    paged_all_ = paged_all_ && paged_.size() + text.size() <= most_paged;
    paged_all_ ? void(paged_.append(text)) : paged_.clear();
}

/// Waits for the pager to end. Where it has failed, what it was given is printed without it, unless that was
/// much: then the reader has seen the beginning, and what comes next follows. False in that case alone: what
/// the pager did not take is still to be written.
bool Output::end_pager() {
    const auto fault = pager_->finish();
    pager_.reset();
    const std::string again = std::exchange(paged_, {});
    left_ = !fault;
    if (!fault) return true;
    pager_error_ = fault;
    write(again);
    return paged_all_;
}

void Output::write_result(std::string_view text) {
    if (!escapes_json_) return write(text);
    std::string visible;
    base::append_visible_json(visible, text);
    write(visible);
}

void Output::flush() {
    paging_.reset();
    if (before_terminal_) {
        const bool shows = !text().empty() && is_terminal();
        if (shows || !printed_.messages.empty()) before_terminal_();
    }
    std::size_t written = 0;
    for (const Printed::Message& message : printed_.messages) {
        write_result(std::string_view(text()).substr(written, message.at - written));
        written = message.at;
        std::fwrite(message.text.data(), 1, message.text.size(), stderr);
        if (pager_ && pager_->has_messages()) keep_paged(message.text);
    }
    write_result(std::string_view(text()).substr(written));
    printed_.clear();
}

void Output::begin_paging() {
    if (!paging_) return;
    const Paging paging = *std::exchange(paging_, std::nullopt);
    if (!term::exceeds_screen(text(), paging.screen.rows, paging.screen.columns)) return;
    auto pager = term::Pager::start(paging.pager);
    if (pager) {
        pager_.emplace(std::move(*pager));
        paged_stdin_ = paging.reads_stdin;
    } else if (paging.pager != term::default_pager) {
        pager_error_ = pager.error();
    }
}

void Output::pause() {
    if (paging_ && (text().empty() || (paging_->reads_stdin && input_comes_soon()))) return;
    flush();
    if (pager_ && paged_stdin_) wait_beside_pager();
}

/// A reader who leaves the pager waits for no more input: standard input ends here for him.
void Output::wait_beside_pager() {
    std::array<pollfd, 2> polled{{{STDIN_FILENO, POLLIN, 0}, {pager_->descriptor(), 0, 0}}};
    while (::poll(polled.data(), polled.size(), -1) < 0 && errno == EINTR) {
    }
    if ((polled[1].revents & (POLLERR | POLLHUP)) == 0) return;
    static_cast<void>(end_pager());
    if (!left_) return;
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing < 0) return;
    ::dup2(nothing, STDIN_FILENO);
    ::close(nothing);
}

void Output::discard(std::string why) {
    if (!beside_ || discarded_) return;
    const std::string_view fate = beside_->replaces() ? " stays as it was: " : " is not written: ";
    discarded_ = base::Error{std::string(name_).append(fate).append(why), {}};
}

std::optional<base::Error> Output::commit() {
    begin_paging();
    flush();
    if (pager_) static_cast<void>(end_pager());
    if (!descriptor_.close()) fail(errno);
    if (beside_ && !error_ && !discarded_ && !beside_->take_name()) fail(errno);
    return error_;
}

}  // namespace hookspect::output
