#include "mappa/casework/acknowledge.hpp"

#include <algorithm>

#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/owed.hpp"
#include "mappa/policy/role.hpp"

namespace mappa {
namespace {

// What the acknowledgement says was due of this line; nothing where it does not cover it.
std::optional<Owed> covered(const Acknowledgement& one, const DueLine& line) {
  if (!one.of || *one.of != line.finding.rule || !one.owed) return std::nullopt;
  const Owed now = owed(line);
  for (Owed& then : all_owed_from(*one.owed))
    if (then.about == now.about && then.role == now.role) return std::move(then);
  return std::nullopt;
}

// Whether a line's day is no more pressing than the one that was acknowledged.
bool no_sooner(const std::optional<Date>& by, const std::optional<Date>& was) { return by && was ? *by >= *was : !by && !was; }

// Whether a line is what somebody typed: the whole of what it is about, or the reference without who is asked.
bool concerns(const std::string& about, const std::string& typed) {
  return same_reference(about, typed) || std::ranges::any_of(roles(), [&](Role role) { return same_reference(about, typed + " " + std::string(name(role))); });
}

Problem problem(std::string id, std::string field, std::string_view value, std::string what, std::string remedy) {
  return {std::move(id), Weight::error, "", 0, std::move(field), std::string(value), std::move(what), std::move(remedy)};
}

std::optional<Problem> no_such_rule(const std::string& of) {
  const auto names = rules_of_duties();
  if (std::ranges::find(names, of) != names.end()) return std::nullopt;
  const auto near = nearest(of, names);
  const char* what = find_rule(of) ? "Nothing of this rule is ever due." : "No rule has this name.";
  return problem("record.rule", "of", of, what, near ? "Did you mean \"" + *near + "\"?" : "Every line of mappa due begins with its rule.");
}

std::optional<Problem> too_long(const Body& typed, const Desk& desk) {
  const auto until = date_from_iso(value(typed, "until"));
  const int most = desk.policy.acknowledgement_days;
  if (!until || days_between(desk.today(), *until) <= most) return std::nullopt;
  return problem("record.until", "until", value(typed, "until"), "It is later than " + std::to_string(most) + " days from today.",
                 "Acknowledge it until " + spoken(plus_days(desk.today(), most)) + " at most, and again when it comes back.");
}

// What of a rule is due now about what was typed.
std::vector<Owed> due_now(const LoadedCase& loaded, const Body& typed, const Desk& desk, Problems& problems) {
  const std::string of{value(typed, "of")}, about{value(typed, "about")};
  std::vector<Owed> out;
  std::string others;
  const Due due = due_about(loaded, desk);
  for (const DueLine& line : due.lines) {
    if (line.finding.rule != of) continue;
    if (about.empty() || concerns(line.about, about)) out.push_back(owed(line));
    else if (!line.about.empty()) others += (others.empty() ? "\"" : ", \"") + line.about + "\"";
  }
  if (!out.empty()) return out;
  const std::string number = loaded.folded.number.text();
  if (about.empty()) problems.push_back(problem("record.rule", "of", of, "Nothing of this rule is due for " + number + ".", "See: mappa due " + number + " --all"));
  else problems.push_back(problem("record.about", "about", about, "Nothing of this rule is due about that.",
                                  others.empty() ? "Leave it out. See: mappa due " + number + " --all" : "It is due about " + others + "."));
  return out;
}

}  // namespace

Owed owed(const DueLine& line) { return {line.finding.by, std::string(name(line.finding.who)), line.about}; }

std::optional<Acknowledged> acknowledged(const LoadedCase& loaded, const DueLine& line, Date today) {
  const auto& all = loaded.folded.acknowledgements;
  const auto last = std::find_if(all.rbegin(), all.rend(), [&](const Acknowledgement& one) { return covered(one, line); });
  if (last == all.rend() || *last->until < today || !no_sooner(line.finding.by, covered(*last, line)->by)) return std::nullopt;
  const auto entry = std::ranges::find(loaded.entries, last->entry, &Entry::id);
  return Acknowledged{last->entry, entry->by, entry->recorded_at, *last->until, last->reason.value.value_or("")};
}

Acknowledging acknowledging(const LoadedCase& loaded, const Body& typed, const Desk& desk) {
  Acknowledging out;
  if (auto wrong = too_long(typed, desk)) out.problems.push_back(std::move(*wrong));
  if (auto wrong = no_such_rule(std::string(value(typed, "of")))) out.problems.push_back(std::move(*wrong));
  else out.owed = text(due_now(loaded, typed, desk, out.problems));
  return out;
}

std::vector<std::string> rules_of_duties() {
  std::vector<std::string> out;
  for (const Rule& rule : rules())
    if (rule.duty != Duty::none) out.emplace_back(rule.name);
  return out;
}

}  // namespace mappa
