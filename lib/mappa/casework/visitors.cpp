#include "mappa/casework/visitors.hpp"

#include <algorithm>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casework/check_release.hpp"
#include "mappa/rules/standing.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {
namespace {

const Facility& known(const std::string& id, const Policy& policy) {
  if (const Facility* found = policy.facilities.find(id)) return *found;
  std::vector<std::string> ids;
  for (const Facility& one : policy.facilities.all()) ids.push_back(one.id);
  const auto near = nearest(id, ids);
  throw Fault(Cause::not_found, "The register of facilities does not know \"" + safe(id) + "\".",
              near ? "Did you mean " + *near + "?" : "Use an id of the register in the configuration.");
}

void look_at(const Case& c, const Desk& desk, Visitors& out) {
  ++out.held;
  const Setting setting = setting_for(c, desk.now, desk.today(), desk.policy);
  const Rule& rule = *find_rule("p13.visiting-arrangements");
  for (const Finding& finding : ask(rule, c, setting)) {
    if (finding.answer == Answer::not_applicable) return;
    if (!child_risk(c)) {
      ++out.unknown;
      return;
    }
    VisitorLine line{c.number, c.name(), {}, {}};
    // Arrangements that the rule does not accept were made for another place or for less risk.
    if (finding.answer == Answer::met) {
      line.children = *c.safeguarding.children;
      line.arrangements = c.safeguarding.arrangements.value.value_or("");
    }
    out.lines.push_back(std::move(line));
  }
}

}  // namespace

Visitors list_visitors(const Snapshot& snapshot, const std::string& facility, const Desk& desk) {
  const Facility& place = known(facility, desk.policy);
  Visitors out{place.id, place.name, desk.today(), {}, 0, 0};
  each_case(snapshot, desk.today(), [&](const LoadedCase& loaded) {
    const Case& c = loaded.folded;
    if (!released(c, desk) && c.facility().value.value_or("") == place.id) look_at(c, desk, out);
  });
  std::ranges::stable_sort(out.lines, {}, &VisitorLine::name);
  return out;
}

}  // namespace mappa
