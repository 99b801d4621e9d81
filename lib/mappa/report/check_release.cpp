#include "mappa/report/check_release.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "mappa/base/text.hpp"
#include "mappa/policy/order.hpp"
#include "mappa/report/text_page.hpp"
#include "mappa/report/words.hpp"

namespace mappa {
namespace {

std::string mark(const Finding& f) {
  switch (f.answer) {
    case Answer::met: return "MET";
    case Answer::not_met: return "NOT MET";
    case Answer::unknown: return "UNKNOWN";
    case Answer::not_applicable: return "N/A";
  }
  return "";
}

std::string title(const Finding& f) {
  const Rule* rule = find_rule(f.rule);
  return fmt::format("p{}  {}", f.paragraph, rule ? rule->question : f.rule);
}

FindingList::Item item(const Finding& f, const ReleaseCheck& check) {
  FindingList::Item out{mark(f), title(f), {capital(worded(f.evidence)) + "."}, {}};
  if (const Rule* rule = find_rule(f.rule); rule && !rule->advice.empty()) out.lines.push_back(advice_of(*rule));
  for (auto& line : source_lines(f, check.notes)) out.lines.push_back(std::move(line));
  if (!f.action.empty()) out.lines.push_back("-> " + worded(f.action));
  if (f.by) out.lines.push_back(fmt::format("Due by {} ({}).", spoken(*f.by), how_soon(days_between(check.as_of, *f.by))));
  if (f.mended) out.command = command(*f.mended, check.folded.number);
  else if (f.open() && f.action.empty()) out.lines.push_back("No record can mend this any more.");
  return out;
}

// Findings by role, roles in the order in which they first turn up.
void add_by_role(const std::vector<const Finding*>& findings, const ReleaseCheck& check, Page& page) {
  std::vector<FindingList> lists;
  for (const Finding* f : findings) {
    const std::string who = responsible(*f);
    auto list = std::ranges::find(lists, who, &FindingList::heading);
    if (list == lists.end()) list = lists.insert(lists.end(), FindingList{who, {}});
    list->items.push_back(item(*f, check));
  }
  for (auto& list : lists) {
    page.blocks.push_back(Line{});
    page.blocks.push_back(std::move(list));
  }
}

// What needs no action: one line each, with the entries it rests on.
void add_in_order(const ReleaseCheck& check, Page& page) {
  FindingList list{"IN ORDER", {}};
  for (const Finding& f : check.verdict.findings) {
    if (f.answer != Answer::met || f.gate) continue;
    std::string entries;
    for (const Source& source : f.sources) {
      const std::string number = std::to_string(source.entry);
      if (entries.find(number) == std::string::npos) entries += (entries.empty() ? " [entry " : ", ") + number;
    }
    if (!entries.empty()) entries += "]";
    list.items.push_back({fmt::format("p{}", f.paragraph), std::string(find_rule(f.rule)->question) + " " + capital(worded(f.evidence)) + "." + entries, {}, {}});
  }
  if (list.items.empty()) return;
  page.blocks.push_back(Line{});
  page.blocks.push_back(std::move(list));
}

// What does not apply to this person: what could have blocked, with the reason; the rest by name.
void add_not_asked(const ReleaseCheck& check, Page& page) {
  std::string names;
  std::string_view last;
  FindingList list{"DOES NOT APPLY", {}};
  for (const Finding& f : check.verdict.findings) {
    if (f.answer != Answer::not_applicable) continue;
    if (f.severity == Severity::blocks || (f.rule == "p5.earlier-spell" && !f.sources.empty())) {
      list.items.push_back({fmt::format("p{}", f.paragraph), std::string(find_rule(f.rule)->question) + " " + capital(worded(f.evidence)) + ".", {}, {}});
      continue;
    }
    if (f.rule == last) continue;
    names += (names.empty() ? "" : ", ") + std::string(f.rule);
    last = f.rule;
  }
  if (!list.items.empty()) {
    page.blocks.push_back(Line{});
    page.blocks.push_back(std::move(list));
  }
  if (names.empty()) return;
  page.blocks.push_back(Line{});
  page.blocks.push_back(Line{"Nor do: " + names + ". Why: mappa explain RULE " + check.folded.number.text()});
}

std::vector<const Finding*> warnings(const Verdict& verdict) {
  std::vector<const Finding*> out;
  for (const Finding& f : verdict.findings)
    if (f.severity != Severity::blocks && f.open() && f.waits_for.empty()) out.push_back(&f);
  return out;
}

std::string who(const ReleaseCheck& check) {
  const Case& c = check.folded;
  std::string out = c.number.text() + "  " + (c.name().empty() ? "name not known" : c.name());
  const auto born = c.born();
  return out + (born ? ", born " + spoken(*born) : ", date of birth not known");
}

std::string where(const ReleaseCheck& check) {
  const auto place = check.folded.facility();
  if (!place) return "Place not known";
  if (check.facility) return check.facility->name + " (" + check.facility->id + ")";
  if (*place == "OUT") return "Outside prison, as NOMIS has it; the place is not recorded";
  if (*place == "TRN") return "In transit, as NOMIS has it";
  return *place + " (not in the register of facilities)";
}

std::string when(const ReleaseCheck& check) {
  if (const auto& left = check.folded.released.when; left && *left <= check.at) return "Released on " + spoken(*left);
  switch (check.at_from) {
    case MomentFrom::given: return "Checked for a release on " + spoken(check.at);
    case MomentFrom::planned: return "Checked for the planned release on " + spoken(check.at);
    case MomentFrom::now:
      if (const auto& plan = check.folded.plan.at)
        return "The planned release on " + spoken(*plan) + " has passed; checked for one now, " + spoken(check.at);
      return "Checked for a release now, " + spoken(check.at);
  }
  return "";
}

std::string standing(const ReleaseCheck& check) {
  if (check.mappa == MappaState::no) return "Recorded as not a MAPPA offender";
  if (check.mappa == MappaState::unknown) return "MAPPA status not known";
  const auto category = check.folded.standing.settled_category(), level = check.folded.standing.settled_level();
  return fmt::format("MAPPA {}, {}", category ? "category " + std::to_string(*category) : "category not known",
                     level ? "level " + std::to_string(*level) : "level not set");
}

std::string earliest(const ReleaseCheck& check) {
  if (!check.earliest.date) return "Earliest release from prison not known";
  return fmt::format("Earliest release from prison {} ({})", spoken(*check.earliest.date), check.earliest.from);
}

// Who ordered the release, or nothing.
std::string ordered_by(const ReleaseCheck& check) {
  const auto& ordered = check.folded.plan.ordered_by;
  if (!ordered || check.verdict.outcome == Outcome::outside_order) return {};
  return *ordered == OrderedBy::tribunal ? "A tribunal" : *ordered == OrderedBy::court ? "A court" : "The Secretary of State";
}

std::string totals(const ReleaseCheck& check) {
  const int warned = check.verdict.warnings;
  return warned == 0 ? "no warnings" : counted(warned, "warning", "warnings");
}

std::string meaning(const ReleaseCheck& check) {
  switch (check.verdict.outcome) {
    case Outcome::clear: return "nothing in the order stands against this release; ";
    case Outcome::not_clear: return "do not release yet; ";
    case Outcome::cannot_decide: return "too little is known; this is not a clear; ";
    case Outcome::outside_order:
      return check.folded.released.when && *check.folded.released.when <= check.at ? "the person has been released" : "the order does not cover this release";
  }
  return "";
}

// What can be asked only once something else is known, by name only.
void add_waiting(const ReleaseCheck& check, Page& page) {
  std::string names;
  for (const Finding& f : check.verdict.findings)
    if (!f.waits_for.empty()) names += (names.empty() ? "" : ", ") + std::string(f.rule);
  if (names.empty()) return;
  page.blocks.push_back(Line{});
  page.blocks.push_back(Line{"Waiting for an answer to the above: " + names + "."});
}

// A review asks what was actually shown, whatever would be said today.
void add_shown(const ReleaseCheck& check, Page& page) {
  if (!check.shown) return;
  const auto& [released, verdict, policy, rests_on, entry, later] = *check.shown;
  std::string outcome = verdict;
  std::ranges::replace(outcome, '_', ' ');
  page.blocks.push_back(Line{fmt::format("{} on {}. When that was recorded, the check said: {} (policy {}, entries up to {}). [entry {}]",
                                         later ? "Recorded since: released" : "Released", spoken(released), outcome, policy.substr(0, 12), rests_on, entry)});
}

void add_foot(const ReleaseCheck& check, Page& page) {
  page.blocks.push_back(Line{});
  add_shown(check, page);
  std::string nomis = "No NOMIS export has brought this person.";
  if (check.nomis_age_days)
    nomis = fmt::format("NOMIS data: {} ({}){}.", spoken(*check.folded.nomis.seen_on), how_soon(-*check.nomis_age_days),
                        check.folded.nomis.day_assumed ? ", counted from the day of import" : "");
  page.blocks.push_back(Line{nomis});
  page.blocks.push_back(Line{fmt::format("{}, version {}. {}", order_name, order_version, order_superseded)});
  page.blocks.push_back(Line{fmt::format("Policy {}. Rests on entries up to {}.", check.policy_digest.substr(0, 12), check.folded.newest)});
  add_differences(check.overrides, page);
}

}  // namespace

std::string headline(Outcome outcome) {
  switch (outcome) {
    case Outcome::clear: return "CLEAR";
    case Outcome::not_clear: return "NOT CLEAR";
    case Outcome::cannot_decide: return "CANNOT DECIDE";
    case Outcome::outside_order: return "OUTSIDE THE ORDER";
  }
  return "";
}

Page page(const ReleaseCheck& check) {
  const bool outside = check.verdict.outcome == Outcome::outside_order;
  const std::string ordered = ordered_by(check);
  Page out{headline(check.verdict.outcome) + ": " +
               (ordered.empty() ? meaning(check) : ordered + " has ordered this release, and this check gives no power to detain; ") +
               (outside ? "." : totals(check) + "."), {}};
  out.blocks.push_back(Line{who(check)});
  out.blocks.push_back(Line{where(check)});
  out.blocks.push_back(Line{when(check)});
  out.blocks.push_back(Line{standing(check)});
  out.blocks.push_back(Line{earliest(check)});
  if (outside) {
    std::vector<const Finding*> all;
    for (const Finding& f : check.verdict.findings) all.push_back(&f);
    out.blocks.push_back(Line{});
    out.blocks.push_back(Line{"WHY, AND WHOM TO TELL"});
    add_by_role(all, check, out);
    add_foot(check, out);
    return out;
  }
  if (const auto first = blocking(check.verdict); !first.empty()) {
    out.blocks.push_back(Line{});
    out.blocks.push_back(Line{ordered.empty() ? "WHAT MUST BE DONE FIRST" : "WHAT TO DO BEFORE THE DOOR OPENS"});
    add_by_role(first, check, out);
    add_waiting(check, out);
  }
  if (const auto rest = warnings(check.verdict); !rest.empty()) {
    out.blocks.push_back(Line{});
    out.blocks.push_back(Line{check.verdict.warnings > 0 ? "WARNINGS: they do not decide, but somebody should look"
                                                         : "FOR INFORMATION: it does not decide, but somebody should look"});
    add_by_role(rest, check, out);
  }
  add_in_order(check, out);
  add_not_asked(check, out);
  add_foot(check, out);
  return out;
}

std::string in_short(const Case& c, const Verdict& verdict, int width) {
  constexpr int under_the_name = 28;
  const auto first = blocking(verdict);
  std::string why;
  if (verdict.outcome == Outcome::outside_order && !verdict.findings.empty())
    why = worded(verdict.findings.front().evidence);
  else if (!first.empty())
    why = std::string(find_rule(first.front()->rule)->question) +
          (first.size() > 1 ? fmt::format(" (+{} more)", first.size() - 1) : "");
  const std::string planned = c.plan.at ? iso(c.plan.at->day) : "no plan";
  const std::string who = padded(std::string(headline(verdict.outcome)), 17) + "  " + c.number.text() + "  " + padded(c.name(), 40) + "  " + planned;
  const std::string out = wrapped(who, width, under_the_name);
  return why.empty() ? out : out + "\n" + wrapped(std::string(under_the_name, ' ') + why, width, under_the_name);
}

}  // namespace mappa
