#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/policy/policy.hpp"

namespace mappa {

// What the configuration changed in what mappa ships: "referral-months: 6 -> 8 (paragraph 9)",
// "p8.provider: warns -> blocks". Printed with every verdict.
std::vector<std::string> policy_differences(const Policy& policy);

// The parameters and severities under which everything is answered.
struct PolicyInForce {
  struct Rule {
    std::string_view name;
    Severity severity, shipped;
  };
  std::vector<Parameter> parameters;
  std::vector<std::string> shipped;   // their values as mappa ships them, in the same order
  std::vector<Rule> rules;
  std::vector<std::string> differences;
  std::size_t facilities = 0;
  std::string digest;
  BankHolidays bank_holidays;
  std::optional<Date> holidays_end;  // as ends_soon() has it, on this day:
  Date today;
};
PolicyInForce policy_in_force(const Policy& policy, Date today);

}  // namespace mappa
