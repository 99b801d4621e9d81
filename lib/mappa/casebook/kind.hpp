#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/text.hpp"
#include "mappa/casebook/body.hpp"
#include "mappa/casebook/case.hpp"
#include "mappa/casebook/codec.hpp"

namespace mappa {

// One thing that an entry of some kind may say. Built by fact(), deed() and kept() in fields.hpp.
struct Field {
  std::string name;         // as in the entry and, behind two dashes, on the command line; stored for ever
  Literal help;             // a few words
  Literal placeholder;      // what stands for the value in a line to type: DATE, TEXT, yes|no
  std::vector<std::string> words;  // what may be typed, where that is a list
  bool computed = false;    // filled by the program, never typed
  bool deed = false;        // something that somebody did, in one spell
  std::function<Canonical(std::string_view typed, Moment now)> read;
  // Fields of the same kind that a new value of this one empties, unless the same record says them again:
  // another level was decided on another day.
  std::vector<std::string> takes_back;
  // Puts a canonical value into the case. Throws Fault (integrity) when the value is not canonical.
  std::function<void(Case&, const std::string& canonical, EntryId, Date on)> fold;
  // Whether the case holds another value.
  std::function<bool(const Case&, const std::string& canonical)> differs;
  std::function<void(Case&)> forget;
  // A deed: what the case holds of it.
  std::function<Fact<Done>(const Case&)> done;
};

// What may be recorded about a case, described once: options, validation, codec, fold, the manual and
// the line that a finding tells people to type all walk from here.
struct Kind {
  std::string name;
  Literal paragraph;  // "14", or empty where the order is silent
  Literal about;      // a sentence
  Literal example;    // what to type behind `mappa record`
  std::vector<Field> fields;
  std::string main = {};      // the field that may be given without its name, behind the kind
  std::string dated_by = {};  // the field that says which day the entry is about, unless --on does
  std::vector<std::string> required = {};
  std::string spell_by = {};  // of what is kept as a list: the field whose day says in which spell it was
  bool opens = false;         // opens a case that no export brought
  int version = 1;
  // For what is kept as a list: takes the whole entry.
  std::function<void(Case&, const Body&, EntryId, Date on)> fold_whole = {};

  const Field* find(std::string_view field) const;
  // The example, ready to be typed: "mappa record A1234BC ...".
  std::string line_to_type() const;
};

// Every kind that `record` offers, in the order of its listing.
std::span<const Kind> kinds();
const Kind* find_kind(std::string_view name);

// Kinds that the program writes itself.
inline constexpr std::string_view nomis_kind = "nomis";            // one person in an export
inline constexpr std::string_view import_kind = "import";          // a whole import, about nobody
inline constexpr std::string_view withdrawal_kind = "withdrawal";  // makes an earlier entry void
inline constexpr std::string_view undo_kind = "undo";              // withdraws what an import brought, about nobody
inline constexpr std::string_view run_kind = "run";                // a scheduled run of `mappa due`, about nobody

}  // namespace mappa
