#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "mappa/base/text.hpp"
#include "mappa/calendar/moment.hpp"
#include "mappa/casebook/case.hpp"

namespace mappa {

// How a value of each type is typed by people, kept in an entry, and read back. read() gives the
// canonical text or what is wrong with what was typed; from() understands canonical text only.
template <class T>
struct Codec;

// What somebody typed cannot be taken: what is wrong, and what to type instead.
using TypedProblem = DateProblem;
using Canonical = std::variant<std::string, TypedProblem>;

template <> struct Codec<bool> {
  static constexpr Literal placeholder = "YES-OR-NO";
  static std::vector<std::string> words() { return {"yes", "no"}; }
  static Canonical read(std::string_view typed, Moment now);
  static std::optional<bool> from(std::string_view text);
};
template <> struct Codec<int> {
  static constexpr Literal placeholder = "N";
  static std::vector<std::string> words() { return {}; }
  static Canonical read(std::string_view typed, Moment now);
  static std::optional<int> from(std::string_view text);
};
template <> struct Codec<Text> {
  static constexpr Literal placeholder = "TEXT";
  static std::vector<std::string> words() { return {}; }
  static Canonical read(std::string_view typed, Moment now);
  static std::optional<Text> from(std::string_view text);
};
template <> struct Codec<Date> {
  static constexpr Literal placeholder = "DATE";
  static std::vector<std::string> words() { return {}; }
  static Canonical read(std::string_view typed, Moment now);
  static std::optional<Date> from(std::string_view text);
};
// A day that is not in the future, or "date-unknown": done, but nobody knows when.
template <> struct Codec<Done> {
  static constexpr Literal placeholder = "DATE";
  static std::vector<std::string> words() { return {"date-unknown"}; }
  static Canonical read(std::string_view typed, Moment now);
  static std::optional<Done> from(std::string_view text);
};
template <> struct Codec<Moment> {
  static constexpr Literal placeholder = "\"DATE TIME\"";
  static std::vector<std::string> words() { return {}; }
  static Canonical read(std::string_view typed, Moment now);
  static std::optional<Moment> from(std::string_view text);
};
template <> struct Codec<Length> {
  static constexpr Literal placeholder = "LENGTH";
  static std::vector<std::string> words() { return {}; }
  static Canonical read(std::string_view typed, Moment now);
  static std::optional<Length> from(std::string_view text);
};

// "yes|no" and the like: one of a list of words, in any letter case, with the nearest one named.
Canonical read_word(std::string_view typed, const std::vector<std::string>& words);

// The same for numbers: none is ever suggested, for the nearest one would be a guess.
Canonical read_number(std::string_view typed, int least, int most);

// A canonical date or moment, unless it lies after `now`.
Canonical refuse_future(Canonical read, Moment now);

// A canonical date, unless it lies before the day of `now`.
Canonical refuse_past(Canonical read, Moment now);

template <class E>
struct WordCodec {
  static constexpr Literal placeholder = "WORD";
  static std::vector<std::string> words() {
    std::vector<std::string> out;
    for (const auto& [value, text] : Words<E>::list) out.emplace_back(text);
    return out;
  }
  static Canonical read(std::string_view typed, Moment) { return read_word(typed, words()); }
  static std::optional<E> from(std::string_view text) { return from_word<E>(text); }
};
template <> struct Codec<PaperSource> : WordCodec<PaperSource> {};
template <> struct Codec<Provider> : WordCodec<Provider> {};
template <> struct Codec<ReleaseKind> : WordCodec<ReleaseKind> {};
template <> struct Codec<OrderedBy> : WordCodec<OrderedBy> {};
template <> struct Codec<Team> : WordCodec<Team> {};
template <> struct Codec<SentenceKind> : WordCodec<SentenceKind> {};
template <> struct Codec<ReferenceKind> : WordCodec<ReferenceKind> {};
template <> struct Codec<Attendee> : WordCodec<Attendee> {};
template <> struct Codec<Answerer> : WordCodec<Answerer> {};
template <> struct Codec<ChildVisits> : WordCodec<ChildVisits> {};

// Several topics with commas between them, or "all"; kept in the order of their list, each once.
template <> struct Codec<Topics> {
  static constexpr Literal placeholder = "TOPICS";
  static std::vector<std::string> words();
  static Canonical read(std::string_view typed, Moment now);
  static std::optional<Topics> from(std::string_view text);
};

}  // namespace mappa
