#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "mappa/calendar/moment.hpp"
#include "mappa/casebook/fact.hpp"
#include "mappa/policy/policy.hpp"
#include "mappa/policy/role.hpp"

namespace mappa {

enum class Answer { met, not_met, unknown, not_applicable };
std::string_view name(Answer answer);  // "not_met"

// A sentence whose gaps "{}" are filled where it is shown: rules compose no prose about dates and
// escape nothing.
using Gap = std::variant<int, Date, Moment, std::string>;

// Words that are its own, or that stand elsewhere and are not copied: in the program itself, or where standing() found
// them. Rules are asked of a hundred thousand cases in a row.
class Wording {
 public:
  Wording() = default;
  template <std::size_t size>
  Wording(const char (&literal)[size]) : elsewhere_(literal, size - 1) {}
  template <class T>
    requires std::same_as<std::remove_cvref_t<T>, const char*>
  Wording(T&& text) : own_(text) {}
  Wording(std::string text) : own_(std::move(text)) {}
  Wording(std::string_view text) : own_(text) {}

  // Words that must stay where they are for as long as this, or a copy of it, is used.
  static Wording standing(std::string_view text) {
    Wording out;
    out.elsewhere_ = text;
    return out;
  }

  std::string_view view() const { return own_.empty() ? elsewhere_ : std::string_view(own_); }
  operator std::string() const { return std::string(view()); }
  friend bool operator==(const Wording& a, std::string_view b) { return a.view() == b; }

 private:
  std::string_view elsewhere_;
  std::string own_;
};

struct Said {
  Wording text;
  std::vector<Gap> gaps;
  bool empty() const { return text.view().empty(); }
};

template <class... Args>
Said say(Wording text, Args&&... args) {
  Said out{std::move(text), {}};
  out.gaps.reserve(sizeof...(args));
  (out.gaps.push_back(Gap{std::forward<Args>(args)}), ...);
  return out;
}

// Where something that a finding says is written down.
struct Source {
  EntryId entry = 0;
  Wording field;  // of that entry: "copy-held", "conditionalReleaseDate", "alerts"
};

// What to record: `mappa record NUMBER kind main --field PLACEHOLDER …`.
struct Mend {
  std::string kind;
  std::string main = {};             // value given behind the kind; a placeholder if it is upper case
  std::vector<std::string> fields = {};  // "from=det-manager" where the value is known
};

// An answer to one question of the order, with what it rests on and what would make it met.
struct Finding {
  std::string_view rule;        // "p14.licence-copy"
  int paragraph = 0;
  Severity severity = Severity::informs;
  Role who = Role::caseworker;  // who must act
  Responsible responsible;      // which team that is for this case, and how to reach it
  bool gate = false;            // not met: the order does not cover this release

  Answer answer = Answer::unknown;
  Said evidence;
  std::vector<Source> sources;
  Said action;                 // what would make it met; empty when nothing is to be done
  std::optional<Mend> mended;   // the record that makes it met; absent where no record can
  std::optional<Date> by;       // when it must be done
  std::optional<Date> since;    // since when it has been owed
  bool rounded = false;         // that day was rounded down
  std::vector<Said> working;   // the arithmetic, for `explain`
  std::string_view waits_for;   // the rule whose answer this one needs first
  std::string about;            // of a rule that may find several things: which this is, "R-17 det-manager"

  // Not met or unknown: somebody has something to do or to find out.
  bool open() const { return answer == Answer::not_met || answer == Answer::unknown; }

  Finding& from(EntryId entry, Wording field) &;
  template <class T>
  Finding& from(const Fact<T>& fact, Wording field) & {
    return fact ? from(fact.entry, std::move(field)) : *this;
  }
  template <class T>
  Finding& from(const TwoSided<T>& sides, Wording field, Wording nomis_field) & {
    return from(sides.record, std::move(field)).from(sides.nomis, std::move(nomis_field));
  }
  Finding& act(Said words) & { action = std::move(words); return *this; }
  Finding& mend(std::string kind, std::vector<std::string> fields) &;
  Finding& mend_with(std::string kind, std::string main, std::vector<std::string> fields = {}) &;
  Finding& due(std::optional<Date> day, bool was_rounded) & { by = day; rounded = was_rounded; return *this; }
  Finding& owed_since(std::optional<Date> day) & { since = day; return *this; }
  Finding& because(std::vector<Said> steps) &;
  Finding& role(Role role) & { who = role; return *this; }
  Finding& waits(std::string_view rule_name) & { waits_for = rule_name; return *this; }
  Finding& concerning(std::string what) & { about = std::move(what); return *this; }

  // The same for a finding that is just being made: nothing of it is copied.
  template <class... T> Finding&& from(T&&... of) && { return std::move(from(std::forward<T>(of)...)); }
  Finding&& act(Said words) && { return std::move(act(std::move(words))); }
  Finding&& mend(std::string kind, std::vector<std::string> fields) && { return std::move(mend(std::move(kind), std::move(fields))); }
  Finding&& mend_with(std::string kind, std::string main, std::vector<std::string> fields = {}) && {
    return std::move(mend_with(std::move(kind), std::move(main), std::move(fields)));
  }
  Finding&& due(std::optional<Date> day, bool was_rounded) && { return std::move(due(day, was_rounded)); }
  Finding&& owed_since(std::optional<Date> day) && { return std::move(owed_since(day)); }
  Finding&& because(std::vector<Said> steps) && { return std::move(because(std::move(steps))); }
  Finding&& role(Role role) && { return std::move(this->role(role)); }
  Finding&& waits(std::string_view rule_name) && { return std::move(waits(rule_name)); }
  Finding&& concerning(std::string what) && { return std::move(concerning(std::move(what))); }
};

// A rule may find nothing, one thing or several.
struct Findings : std::vector<Finding> {
  Findings() = default;
  Findings(Finding one) { push_back(std::move(one)); }  // NOLINT: a finding is findings
};

Finding finding(Answer answer, Said evidence);

template <class... Args>
Finding met(Wording text, Args&&... args) {
  return finding(Answer::met, say(std::move(text), std::forward<Args>(args)...));
}
template <class... Args>
Finding not_met(Wording text, Args&&... args) {
  return finding(Answer::not_met, say(std::move(text), std::forward<Args>(args)...));
}
template <class... Args>
Finding unknown(Wording text, Args&&... args) {
  return finding(Answer::unknown, say(std::move(text), std::forward<Args>(args)...));
}
template <class... Args>
Finding not_applicable(Wording text, Args&&... args) {
  return finding(Answer::not_applicable, say(std::move(text), std::forward<Args>(args)...));
}

}  // namespace mappa
