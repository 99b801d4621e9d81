#pragma once

#include <optional>
#include <string>
#include <utility>

#include "mappa/calendar/date.hpp"
#include "mappa/casebook/entry.hpp"

namespace mappa {

// What is known about a person, with the entry that says so and the day it is about. Without a
// value it is unknown; "does not apply" is an answer of a rule, never a fact.
template <class T>
struct Fact {
  std::optional<T> value;
  EntryId entry = 0;
  std::optional<Date> day;

  explicit operator bool() const { return value.has_value(); }
  const T& operator*() const { return *value; }
  const T* operator->() const { return &*value; }
};

// A deed that somebody has done; on which day may be unknown. A deed that nobody recorded is a Fact
// without a value.
struct Done {
  std::optional<Date> day;
  friend bool operator==(const Done&, const Done&) = default;
};

// What NOMIS says and what caseworkers recorded: neither overwrites the other.
template <class T>
struct TwoSided {
  Fact<T> nomis;   // its day: the export that first showed this value, of an unbroken run of exports
  Fact<T> record;  // its day: the day the record is about

  bool disagree() const { return nomis && record && *nomis != *record; }

  // The one fact to go by. A record about a later day than the NOMIS fact is used; else, where the
  // two disagree, the stricter of both: stricter(a, b) names it, or nothing where neither is.
  template <class Stricter>
  Fact<T> settled(Stricter stricter) const {
    if (!record) return nomis;
    if (!disagree() || *record.day > *nomis.day) return record;
    const std::optional<T> held = stricter(*nomis, *record);
    // Neither is the stricter: what was recorded on the day of the export, once it had come, answers it.
    if (!held) return *record.day == *nomis.day && record.entry > nomis.entry ? record : Fact<T>{};
    return *held == *nomis ? nomis : record;
  }
};

}  // namespace mappa
