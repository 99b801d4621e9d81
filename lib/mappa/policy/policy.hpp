#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/toml.hpp"
#include "mappa/calendar/working_days.hpp"
#include "mappa/policy/facility.hpp"

namespace mappa {

// What an answer does to the verdict. Names are stored and printed.
enum class Severity { blocks, warns, informs };
std::string_view name(Severity severity);

// The numbers and lists that the rules work with. What each means and where it comes from stands in
// parameters(), beside the id under which a policy file may change it.
struct Policy {
  int referral_months = 6;
  std::vector<std::string> release_dates;  // NOMIS fields that count as a release from prison
  std::vector<std::string> recall_dates;   // those that count while a recall lasts
  std::vector<std::string> parole_dates;   // those that count then where they are later than the recall
  int young_under = 18;
  std::chrono::minutes daytime_from{}, daytime_until{};
  int nomis_days = 7;
  int licence_notice_days = 56;
  int notification_days = 3;
  int acknowledgement_days = 28;
  std::vector<std::string> not_foreign;    // nationalities that evidently are no foreign ones
  std::map<std::string, Severity, std::less<>> severity;  // of rules, where a policy file changes it
  Register facilities;
  BankHolidays bank_holidays;
};

// The policy as mappa ships it.
const Policy& shipped_policy();

// One parameter, for people and for the policy's digest.
struct Parameter {
  std::string_view id;
  int paragraph;            // the one it serves; 0: none of them
  std::string_view source;  // "paragraph 9" where the order says it, another law, who published it, or "assumption"
  std::string_view says;
  std::string value;        // in canonical text
};
std::vector<Parameter> parameters(const Policy& policy);
// One that has another value; but for the bank holidays, of which changes() tells.
struct ChangedParameter {
  std::string_view id, source;
  std::string before, now;
};
std::vector<ChangedParameter> changed_parameters(const Policy& before, const Policy& now);
// The id of the one that is read from a table of its own.
inline constexpr std::string_view bank_holidays_id = "bank-holidays";

// Reads the [parameters], [severity], [bank-holidays] and [[facility]] tables of a configuration into
// `policy`. Throws Fault (configuration) for an unknown key, a wrong type or an impossible value.
// Rule names under [severity] are checked against `rules`.
void read_policy(Toml& document, Policy& policy, const std::vector<std::string>& rules);

}  // namespace mappa
