#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/calendar/moment.hpp"
#include "mappa/casebook/fact.hpp"

namespace mappa {

// Bytes for what is derived from entries and can be made again at any time: they are no part of the chain, and only
// the very program that wrote them reads them.

// They are not what they should be.
inline Fault unreadable_bytes() {
  return {Cause::integrity, "What the casebook keeps beside its entries cannot be read.", "Make it again with: mappa refresh"};
}

// Writes values one behind the other.
class Packing {
 public:
  static constexpr bool writes = true;

  void number(std::uint64_t& value) {
    std::uint64_t rest = value;
    for (; rest >= 0x80; rest >>= 7) bytes_ += static_cast<char>((rest & 0x7f) | 0x80);
    bytes_ += static_cast<char>(rest);
  }
  void text(std::string& value) {
    std::uint64_t size = value.size();
    number(size);
    bytes_ += value;
  }
  std::string finish() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads them again, in the same order. Throws Fault (integrity) where there are too few bytes.
class Unpacking {
 public:
  static constexpr bool writes = false;

  explicit Unpacking(std::string_view bytes) : rest_(bytes) {}
  void number(std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (rest_.empty() || shift > 63) throw unreadable_bytes();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return;
    }
  }
  void text(std::string& value) { value.assign(text_within()); }
  // The same text where it stands in the bytes, which must outlive it.
  std::string_view text_within() {
    std::uint64_t size = 0;
    number(size);
    if (size > rest_.size()) throw unreadable_bytes();
    const auto text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }
  // What was not read yet.
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

// Passes values through either of the two, so that what is written and what is read cannot differ.
template <class Bytes>
class Pass {
 public:
  static constexpr bool writes = Bytes::writes;

  explicit Pass(Bytes& bytes) : bytes_(bytes) {}

  template <class... T>
  void operator()(T&... values) { (pass_value(*this, values), ...); }

  Bytes& bytes() { return bytes_; }

 private:
  Bytes& bytes_;
};

template <class P>
concept IsPass = requires(P pass) { pass.bytes(); };

template <class P, class T>
  requires(std::integral<T> || std::is_enum_v<T>)
void pass_value(P& pass, T& number) {
  auto bits = static_cast<std::uint64_t>(number);
  pass.bytes().number(bits);
  number = static_cast<T>(bits);
}

template <IsPass P>
void pass_value(P& pass, std::string& text) { pass.bytes().text(text); }

template <IsPass P>
void pass_value(P& pass, Date& date) {
  std::uint64_t packed = static_cast<unsigned>(static_cast<int>(date.year())) * 512U + static_cast<unsigned>(date.month()) * 32U + static_cast<unsigned>(date.day());
  pass.bytes().number(packed);
  date = Date(std::chrono::year(static_cast<int>(packed / 512)), std::chrono::month(static_cast<unsigned>(packed / 32 % 16)), std::chrono::day(static_cast<unsigned>(packed % 32)));
}

template <IsPass P>
void pass_value(P& pass, std::chrono::minutes& time) {
  auto count = static_cast<std::uint64_t>(time.count());
  pass.bytes().number(count);
  time = std::chrono::minutes(count);
}

template <IsPass P>
void pass_value(P& pass, Moment& moment) { pass(moment.day, moment.time); }

template <IsPass P, class T>
void pass_value(P& pass, std::optional<T>& maybe) {
  bool there = maybe.has_value();
  pass(there);
  if (there && !maybe) maybe.emplace();
  if (there) pass(*maybe);
}

template <IsPass P, class T>
void pass_value(P& pass, std::vector<T>& all) {
  std::uint64_t count = all.size();
  pass.bytes().number(count);
  if constexpr (P::writes)
    for (T& one : all) pass(one);
  else
    for (; count > 0; --count) pass(all.emplace_back());
}

// Most facts of most cases are unknown: one byte.
template <IsPass P, class T>
void pass_value(P& pass, Fact<T>& fact) {
  std::uint64_t there = (fact.value ? 1U : 0U) + (fact.entry != 0 ? 2U : 0U) + (fact.day ? 4U : 0U);
  pass.bytes().number(there);
  if (there & 1U && !fact.value) fact.value.emplace();
  if (there & 1U) pass(*fact.value);
  if (there & 2U) pass(fact.entry);
  if (there & 4U && !fact.day) fact.day.emplace();
  if (there & 4U) pass(*fact.day);
}

template <IsPass P, class T>
void pass_value(P& pass, TwoSided<T>& sides) { pass(sides.nomis, sides.record); }

}  // namespace mappa
