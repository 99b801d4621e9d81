// The contract "mappa.check-release/1".
#include "mappa/policy/order.hpp"
#include "mappa/report/check_release.hpp"
#include "mappa/report/words.hpp"

namespace mappa {
namespace {

Json finding_json(const Finding& f, const ReleaseCheck& check) {
  Json sources = Json::array();
  for (const Source& source : f.sources) sources.add(json(source, check.notes));
  return Json::object({{"rule", f.rule},
                       {"paragraph", f.paragraph},
                       {"answer", name(f.answer)},
                       {"severity", name(f.severity)},
                       {"evidence", worded(f.evidence)},
                       {"sources", std::move(sources)},
                       {"action", f.action.empty() ? Json() : Json(worded(f.action))},
                       {"role", name(f.who)},
                       {"team", f.responsible.team},
                       {"contact", or_null(f.responsible.contact)},
                       {"by", f.by},
                       {"command", f.mended && f.open() ? Json(command(*f.mended, check.folded.number)) : Json()},
                       {"advice", or_null(find_rule(f.rule)->advice)}});
}

Json shown_json(const ReleaseCheck& check) {
  if (!check.shown) return {};
  const auto& shown = *check.shown;
  return Json::object({{"released", shown.released}, {"verdict", shown.verdict}, {"policy", shown.policy}, {"rests_on", shown.rests_on},
                       {"entry", shown.entry}, {"recorded_since", shown.later}});
}

Json referral_due_json(const ReleaseCheck& check) {
  const auto& due = check.earliest.referral_due;
  if (!due) return {};
  return Json::object({{"date", due->date}, {"rounded", due->rounded}});
}

Json earliest_json(const ReleaseCheck& check) {
  if (!check.earliest.date) return {};
  return Json::object({{"date", *check.earliest.date}, {"from", check.earliest.from}});
}

Json release_json(const ReleaseCheck& check) {
  const auto& plan = check.folded.plan;
  return Json::object({{"kind", word(plan.kind.value.value_or(ReleaseKind::community))},
                       {"ordered_by", plan.ordered_by ? Json(word(*plan.ordered_by)) : Json()}});
}

std::string mappa_word(MappaState state) {
  switch (state) {
    case MappaState::yes: return "yes";
    case MappaState::no: return "no";
    case MappaState::unknown: return "unknown";
  }
  return "";
}

}  // namespace

Json json(const ReleaseCheck& check) {
  Json findings = Json::array();
  for (const Finding& f : check.verdict.findings) findings.add(finding_json(f, check));
  const Case& c = check.folded;
  const auto place = c.facility();
  Json out = Json::object({{"schema", "mappa.check-release/1"},
                           {"prison_number", c.number.text()},
                           {"name", or_null(c.name())},
                           {"born", c.born().value},
                           {"facility", place.value},
                           {"verdict", name(check.verdict.outcome)},
                           {"warnings", check.verdict.warnings},
                           {"at", check.at},
                           {"as_of", check.as_of},
                           {"as_known_on", Json()},
                           {"policy", Json::object({{"order", order_name}, {"version", order_version}, {"digest", check.policy_digest}})},
                           {"mappa", mappa_word(check.mappa)},
                           {"category", c.standing.settled_category().value},
                           {"level", c.standing.settled_level().value},
                           {"earliest_release", earliest_json(check)},
                           {"referral_due", referral_due_json(check)},
                           {"release", release_json(check)},
                           {"nomis_age_days", check.nomis_age_days},
                           {"rests_on", c.newest},
                           {"findings", std::move(findings)}});
  Json overrides = Json::array();
  for (const auto& change : check.overrides) overrides.add(change);
  out.add("overrides", std::move(overrides));
  out.add("shown_at_release", shown_json(check));
  return out;
}

}  // namespace mappa
