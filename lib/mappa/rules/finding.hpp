#pragma once

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
struct Said {
  std::string text;
  std::vector<Gap> gaps;
  bool empty() const { return text.empty(); }
};

template <class... Args>
Said say(std::string text, Args&&... args) {
  return {std::move(text), {Gap{std::forward<Args>(args)}...}};
}

// Where something that a finding says is written down.
struct Source {
  EntryId entry = 0;
  std::string field;  // of that entry: "copy-held", "conditionalReleaseDate", "alerts"
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

  // Not met or unknown: somebody has something to do or to find out.
  bool open() const { return answer == Answer::not_met || answer == Answer::unknown; }

  Finding& from(EntryId entry, std::string field);
  template <class T>
  Finding& from(const Fact<T>& fact, std::string field) {
    return fact ? from(fact.entry, std::move(field)) : *this;
  }
  template <class T>
  Finding& from(const TwoSided<T>& sides, std::string field, std::string nomis_field) {
    return from(sides.record, std::move(field)).from(sides.nomis, std::move(nomis_field));
  }
  Finding& act(Said words) { action = std::move(words); return *this; }
  Finding& mend(std::string kind, std::vector<std::string> fields);
  Finding& mend_with(std::string kind, std::string main, std::vector<std::string> fields = {});
  Finding& due(std::optional<Date> day, bool was_rounded) { by = day; rounded = was_rounded; return *this; }
  Finding& owed_since(std::optional<Date> day) { since = day; return *this; }
  Finding& because(std::vector<Said> steps);
  Finding& role(Role role) { who = role; return *this; }
  Finding& waits(std::string_view rule_name) { waits_for = rule_name; return *this; }
};

// A rule may find nothing, one thing or several.
struct Findings : std::vector<Finding> {
  Findings() = default;
  Findings(Finding one) { push_back(std::move(one)); }  // NOLINT: a finding is findings
};

Finding finding(Answer answer, Said evidence);

template <class... Args>
Finding met(std::string text, Args&&... args) {
  return finding(Answer::met, say(std::move(text), std::forward<Args>(args)...));
}
template <class... Args>
Finding not_met(std::string text, Args&&... args) {
  return finding(Answer::not_met, say(std::move(text), std::forward<Args>(args)...));
}
template <class... Args>
Finding unknown(std::string text, Args&&... args) {
  return finding(Answer::unknown, say(std::move(text), std::forward<Args>(args)...));
}
template <class... Args>
Finding not_applicable(std::string text, Args&&... args) {
  return finding(Answer::not_applicable, say(std::move(text), std::forward<Args>(args)...));
}

}  // namespace mappa
