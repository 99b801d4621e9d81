#include "mappa/casework/policy_in_force.hpp"

#include "mappa/rules/verdict.hpp"

namespace mappa {

std::vector<std::string> policy_differences(const Policy& policy) {
  std::vector<std::string> out;
  const auto shipped = parameters(shipped_policy()), now = parameters(policy);
  for (std::size_t i = 0; i < now.size(); ++i)
    if (now[i].value != shipped[i].value)
      out.push_back(std::string(now[i].id) + ": " + shipped[i].value + " -> " + now[i].value + " (" + std::string(now[i].source) + ")");
  for (const Rule& rule : rules())
    if (const Severity severity_now = severity(rule, policy); severity_now != rule.severity)
      out.push_back(std::string(rule.name) + ": " + std::string(name(rule.severity)) + " -> " + std::string(name(severity_now)));
  return out;
}

PolicyInForce policy_in_force(const Policy& policy) {
  PolicyInForce out;
  out.parameters = parameters(policy);
  for (const Parameter& one : parameters(shipped_policy())) out.shipped.push_back(one.value);
  for (const Rule& rule : rules()) out.rules.push_back({rule.name, severity(rule, policy), rule.severity});
  out.differences = policy_differences(policy);
  out.facilities = policy.facilities.all().size();
  out.digest = policy_digest(policy);
  return out;
}

}  // namespace mappa
