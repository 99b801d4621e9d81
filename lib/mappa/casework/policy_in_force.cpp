#include "mappa/casework/policy_in_force.hpp"

#include "mappa/policy/bank_holidays.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {

std::vector<std::string> policy_differences(const Policy& policy) {
  std::vector<std::string> out;
  const Policy as_shipped = shipped_policy();
  const auto shipped = parameters(as_shipped), now = parameters(policy);
  for (std::size_t i = 0; i < now.size(); ++i)
    if (now[i].value != shipped[i].value && now[i].id != bank_holidays_id)
      out.push_back(std::string(now[i].id) + ": " + shipped[i].value + " -> " + now[i].value + " (" + std::string(now[i].source) + ")");
  // Two whole calendars side by side would tell nobody what was changed.
  if (const auto changed = changes(as_shipped.bank_holidays, policy.bank_holidays); !changed.empty())
    out.push_back(std::string(bank_holidays_id) + ": " + changed);
  for (const Rule& rule : rules())
    if (const Severity severity_now = severity(rule, policy); severity_now != rule.severity)
      out.push_back(std::string(rule.name) + ": " + std::string(name(rule.severity)) + " -> " + std::string(name(severity_now)));
  return out;
}

PolicyInForce policy_in_force(const Policy& policy, Date today) {
  PolicyInForce out;
  out.parameters = parameters(policy);
  for (const Parameter& one : parameters(shipped_policy())) out.shipped.push_back(one.value);
  for (const Rule& rule : rules()) out.rules.push_back({rule.name, severity(rule, policy), rule.severity});
  out.differences = policy_differences(policy);
  out.facilities = policy.facilities.all().size();
  out.digest = policy_digest(policy);
  out.bank_holidays = policy.bank_holidays;
  out.holidays_end = ends_soon(policy.bank_holidays, today);
  out.today = today;
  return out;
}

}  // namespace mappa
