#include "event/json_scanner.h"

#include "base/ascii.h"
#include "base/hex.h"
#include "base/json_text.h"

#include <algorithm>
#include <array>

namespace hookspect::event {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;
constexpr std::size_t deepest = std::size_t{1}
                                << 20;  // beyond this, not even the end of a text is looked for

}  // namespace

void JsonScanner::reset() {
    *this = JsonScanner(limits_);
}

JsonScanner::Status JsonScanner::feed(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
        if (state_ == State::string && high_surrogate_ == nowhere) {
            const std::size_t run = base::plain_json_size(piece.substr(at));
            at += run;
            offset_ += run;
            if (at == piece.size()) break;
        }
        if (offset_ >= limits_.body) cross(Limit::body);
        bool again = false;  // the byte ended a number, and is read once more behind it
        const Status status = step(piece[at], again);
        if (status == Status::fault) return status;
        if (!again) {
            ++at;
            ++offset_;
        }
        if (status == Status::complete) return status;
    }
    if (offset_ > limits_.body) cross(Limit::body);
    return Status::more;
}

JsonScanner::Status JsonScanner::finish() {
    switch (state_) {
        case State::zero:
        case State::integer:
        case State::fraction:
        case State::exponent_digits: end_value(); break;
        case State::utf8: bad_utf8_ = sequence_; break;
        default: break;
    }
    if (state_ == State::done) return Status::complete;
    ended_ = true;
    return Status::fault;
}

void JsonScanner::cross(Limit limit) {
    if (limit_ != Limit::none) return;
    limit_ = limit;
    limit_offset_ = limit == Limit::body ? limits_.body : offset_;
}

JsonScanner::Status JsonScanner::step(char c, bool& again) {
    bool good = false;
    switch (state_) {
        case State::string: good = in_string(c); break;
        case State::escape: good = in_escape(c); break;
        case State::hex: good = in_hex(c); break;
        case State::utf8: good = in_sequence(static_cast<unsigned char>(c)); break;
        case State::literal:
            good = c == literal_.front();
            if (good) literal_.remove_prefix(1);
            if (good && literal_.empty()) end_value();
            break;
        case State::value:
        case State::first_element:
        case State::first_key:
        case State::key:
        case State::colon:
        case State::after_value: good = base::is_json_blank(c) || structure(c); break;
        case State::done: return Status::complete;
        default: good = number_step(c, again); break;
    }
    if (!good) return Status::fault;
    return state_ == State::done ? Status::complete : Status::more;
}

bool JsonScanner::structure(char c) {
    switch (state_) {
        case State::first_key:
            if (c == '}') return close(true);
            return c == '"' && begin_string(true);
        case State::key: return c == '"' && begin_string(true);
        case State::colon:
            if (c == ':') state_ = State::value;
            return c == ':';
        case State::first_element:
            if (c == ']') return close(false);
            return begin_value(c);
        case State::after_value:
            if (c == '}' || c == ']') return close(c == '}');
            if (c != ',') return false;
            state_ = objects_.back() ? State::key : State::value;
            return true;
        default: return begin_value(c);
    }
}

bool JsonScanner::begin_value(char c) {
    const auto begin_literal = [this](std::string_view rest) {
        literal_ = rest;
        state_ = State::literal;
        return true;
    };
    if (std::string_view("{[\"tfn-0123456789").find(c) == nowhere) return false;
    if (++values_ > limits_.fields) cross(Limit::fields);
    switch (c) {
        case '{':
        case '[': return open(c == '{');
        case '"': return begin_string(false);
        case 't': return begin_literal("rue");
        case 'f': return begin_literal("alse");
        case 'n': return begin_literal("ull");
        case '-': state_ = State::minus; return true;
        case '0': state_ = State::zero; return true;
        default: state_ = State::integer; return true;
    }
}

bool JsonScanner::open(bool object) {
    if (objects_.size() >= limits_.depth) cross(Limit::depth);
    if (objects_.size() >= deepest) return false;
    objects_.push_back(object);
    state_ = object ? State::first_key : State::first_element;
    return true;
}

bool JsonScanner::close(bool object) {
    if (objects_.empty() || objects_.back() != object) return false;
    objects_.pop_back();
    end_value();
    return true;
}

void JsonScanner::end_value() {
    state_ = objects_.empty() ? State::done : State::after_value;
}

bool JsonScanner::begin_string(bool key) {
    in_key_ = key;
    state_ = State::string;
    return true;
}

bool JsonScanner::lone(std::size_t at) {
    bad_utf8_ = at;
    lone_surrogate_ = true;
    return false;
}

bool JsonScanner::in_string(char c) {
    if (high_surrogate_ != nowhere && c != '\\') return lone(high_surrogate_);
    if (c == '"') {
        state_ = State::colon;
        if (!in_key_) end_value();
        return true;
    }
    if (c == '\\') {
        sequence_ = offset_;
        state_ = State::escape;
        return true;
    }
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 ? begin_sequence(byte) : byte >= 0x20;
}

bool JsonScanner::in_escape(char c) {
    if (high_surrogate_ != nowhere && c != 'u') return lone(high_surrogate_);
    if (c == 'u') {
        unit_ = 0;
        left_ = 4;
        state_ = State::hex;
        return true;
    }
    if (std::string_view("\"\\/bfnrt").find(c) == nowhere) return false;
    state_ = State::string;
    return true;
}

bool JsonScanner::in_hex(char c) {
    const int digit = base::hex_value(c);
    if (digit < 0) return high_surrogate_ != nowhere ? lone(high_surrogate_) : false;
    unit_ = unit_ * 16 + static_cast<std::uint32_t>(digit);
    if (--left_ > 0) return true;
    state_ = State::string;
    const bool is_high = unit_ >= 0xD800 && unit_ <= 0xDBFF;
    const bool is_low = unit_ >= 0xDC00 && unit_ <= 0xDFFF;
    if (high_surrogate_ != nowhere) {
        if (!is_low) return lone(high_surrogate_);
        high_surrogate_ = nowhere;
    } else if (is_low) {
        return lone(sequence_);
    } else if (is_high) {
        high_surrogate_ = sequence_;
    }
    return true;
}

bool JsonScanner::begin_sequence(unsigned char lead) {
    sequence_ = offset_;
    if (lead < 0xC2 || lead > 0xF4) {
        bad_utf8_ = offset_;
        return false;
    }
    lead_ = lead;
    left_ = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    state_ = State::utf8;
    return true;
}

bool JsonScanner::in_sequence(unsigned char byte) {
    // Only the second byte can make a sequence overlong, a surrogate, or too large (RFC 3629, section 4).
    unsigned char lowest = 0x80;
    unsigned char highest = 0xBF;
    if (lead_ == 0xE0) lowest = 0xA0;
    if (lead_ == 0xED) highest = 0x9F;
    if (lead_ == 0xF0) lowest = 0x90;
    if (lead_ == 0xF4) highest = 0x8F;
    if (byte < lowest || byte > highest) {
        bad_utf8_ = sequence_;
        return false;
    }
    lead_ = 0;
    if (--left_ == 0) state_ = State::string;
    return true;
}

bool JsonScanner::number_step(char c, bool& again) {
    const bool digit = base::is_digit(c);
    const bool exponent = c == 'e' || c == 'E';
    const auto go = [this](State state) {
        state_ = state;
        return true;
    };
    switch (state_) {
        case State::minus: return digit && go(c == '0' ? State::zero : State::integer);
        case State::point: return digit && go(State::fraction);
        case State::exponent:
            if (c == '+' || c == '-') return go(State::exponent_sign);
            return digit && go(State::exponent_digits);
        case State::exponent_sign: return digit && go(State::exponent_digits);
        case State::zero:
        case State::integer:
            if (c == '.') return go(State::point);
            if (exponent) return go(State::exponent);
            if (digit) return state_ == State::integer;
            break;
        case State::fraction:
            if (exponent) return go(State::exponent);
            if (digit) return true;
            break;
        default:
            if (digit) return true;
            break;
    }
    if (!base::is_json_blank(c) && std::string_view(",:]}[{").find(c) == nowhere) return false;
    end_value();
    again = true;
    return true;
}

}  // namespace hookspect::event
