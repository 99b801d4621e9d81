#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mappa {

// A sentence (or bullet, or half of a sentence) of the order in our own words, and what answers it here.
struct CoveredSentence {
  int paragraph;
  int number;                 // within the paragraph, from 1; 0: the order does not say it, the program asks it
  std::string_view says;
  bool asks;                  // it asks somebody to do something
  std::string_view rules;     // names, with blanks between them; what is due follows from rules
  std::string_view records;   // kinds of entry, likewise
  std::string_view otherwise; // what else serves it, or why nothing does; never empty where both are
};

// The walk through the whole order, sentence by sentence; what the order does not say comes last in its
// paragraph. Source: DSO 20/2012, version 3.0.
std::span<const CoveredSentence> coverage();

// Kinds of entry that serve no sentence by themselves: other numbers, what somebody knows of, notes.
std::span<const std::string_view> bookkeeping_kinds();

// "p7.level p7.level-in-time" cut at the blanks.
std::vector<std::string> names_in(std::string_view list);

}  // namespace mappa
