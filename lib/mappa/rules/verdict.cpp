#include "mappa/rules/verdict.hpp"

#include <algorithm>

#include "mappa/casebook/digest.hpp"
#include "mappa/policy/order.hpp"

namespace mappa {
namespace {

bool outside(const Finding& f) { return f.gate && f.answer == Answer::not_met; }
bool afterwards(const Finding& f) { return find_rule(f.rule)->afterwards; }

Outcome outcome_of(const std::vector<Finding>& findings) {
  const auto blocked = [&](Answer answer) {
    return std::ranges::any_of(findings, [&](const Finding& f) { return f.severity == Severity::blocks && f.answer == answer; });
  };
  if (blocked(Answer::not_met)) return Outcome::not_clear;
  if (blocked(Answer::unknown)) return Outcome::cannot_decide;
  return Outcome::clear;
}

std::string contacts(const std::map<std::string, std::string, std::less<>>& by_role) {
  std::string out;
  for (const auto& [role, text] : by_role) out += "|" + role + "=" + text;
  return out;
}

// The outcome. Outside the order only the findings stay that say why, and what is wrong with a release that was made.
void decide(Verdict& verdict, const Case& c) {
  if (std::ranges::none_of(verdict.findings, outside)) {
    verdict.outcome = outcome_of(verdict.findings);
    return;
  }
  verdict.outcome = Outcome::outside_order;
  const bool released = c.released.when.value.has_value();
  std::erase_if(verdict.findings, [&](const Finding& f) { return !outside(f) && !(released && f.open() && f.waits_for.empty() && afterwards(f)); });
}

// How decisive a blocking finding is: what stands against any release comes first, then the fact on which
// the most other blocking answers wait; then what can be found out, before what must be done.
std::pair<std::ptrdiff_t, bool> weight(const Finding& f, const Verdict& verdict) {
  const bool to_be_known = f.answer == Answer::unknown;
  if (f.rule == "p5.hold" || f.rule == "p5.recall") return {std::ssize(verdict.findings) + 1, to_be_known};
  return {std::ranges::count_if(verdict.findings,
                                [&](const Finding& other) { return other.waits_for == f.rule && other.severity == Severity::blocks; }),
          to_be_known};
}

}  // namespace

std::string_view name(Outcome outcome) {
  switch (outcome) {
    case Outcome::clear: return "clear";
    case Outcome::not_clear: return "not_clear";
    case Outcome::cannot_decide: return "cannot_decide";
    case Outcome::outside_order: return "outside_order";
  }
  return "";
}

Verdict judge(const Case& c, const Setting& setting) {
  Verdict out;
  for (const Rule& rule : rules())
    for (Finding& one : ask(rule, c, setting)) out.findings.push_back(std::move(one));
  decide(out, c);
  out.warnings = static_cast<int>(
      std::ranges::count_if(out.findings, [](const Finding& f) { return f.severity == Severity::warns && f.open() && f.waits_for.empty(); }));
  return out;
}

Verdict judge_in_short(const Case& c, const Setting& setting) {
  Verdict out;
  out.findings.reserve(16);
  const auto gather = [&](bool gates, const auto& decides) {
    for (const Rule& rule : rules()) {
      const Severity now = severity(rule, setting.policy);
      if (rule.gate != gates || (!gates && now != Severity::blocks)) continue;
      for (Finding& one : rule.ask(c, setting)) {
        one.rule = rule.name;
        one.severity = now;
        one.gate = gates;
        if (decides(one)) out.findings.push_back(std::move(one));
      }
    }
  };
  const auto blocks = [](const Finding& f) { return f.severity == Severity::blocks && f.answer != Answer::not_applicable; };
  gather(true, [&](const Finding& f) { return outside(f) || blocks(f); });
  // What is outside is so whatever the other rules say; after a release they still say what was wrong with it.
  if (std::ranges::none_of(out.findings, outside) || c.released.when) gather(false, blocks);
  decide(out, c);
  return out;
}

std::vector<const Finding*> blocking(const Verdict& verdict) {
  std::vector<const Finding*> out;
  for (const Finding& f : verdict.findings)
    if (f.severity == Severity::blocks && f.open() && f.waits_for.empty()) out.push_back(&f);
  std::ranges::stable_sort(out, std::ranges::greater{}, [&](const Finding* f) { return weight(*f, verdict); });
  return out;
}

Setting setting_for(const Case& c, Moment at, Date today, const Policy& policy) {
  const auto place = c.facility();
  return {at, today, policy, place ? policy.facilities.find(*place) : nullptr};
}

std::string policy_digest(const Policy& policy) {
  std::string text = std::string(order_name) + " " + std::string(order_version) + "\n";
  for (const Rule& rule : rules())
    text += std::string(rule.name) + "=" + std::string(name(severity(rule, policy))) + "\n";
  for (const Parameter& one : parameters(policy)) text += std::string(one.id) + "=" + one.value + "\n";
  for (const Facility& one : policy.facilities.all())
    text += one.id + "|" + one.name + "|" + std::string(name(one.kind)) + "|" + std::string(name(one.country)) + "|" + one.supplier + contacts(one.contacts) + "\n";
  text += "contacts" + contacts(policy.facilities.contacts()) + "\n";
  return digest(text);
}

}  // namespace mappa
