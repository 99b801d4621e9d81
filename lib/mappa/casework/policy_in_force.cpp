#include "mappa/casework/policy_in_force.hpp"

#include "mappa/policy/bank_holidays.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {

std::vector<std::string> policy_differences(const Policy& policy) {
  std::vector<std::string> out;
  const Policy& shipped = shipped_policy();
  for (const auto& [id, source, before, now] : changed_parameters(shipped, policy))
    out.push_back(std::string(id) + ": " + before + " -> " + now + " (" + std::string(source) + ")");
  // Two whole calendars side by side would tell nobody what was changed.
  if (const auto changed = changes(shipped.bank_holidays, policy.bank_holidays); !changed.empty())
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
