#include "mappa/report/policy.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "mappa/policy/order.hpp"
#include "mappa/report/words.hpp"
#include "mappa/report/working_days.hpp"

namespace mappa {

Json json(const PolicyInForce& policy) {
  Json parameters = Json::array(), rules = Json::array(), differences = Json::array();
  for (std::size_t i = 0; i < policy.parameters.size(); ++i) {
    const Parameter& one = policy.parameters[i];
    parameters.add(Json::object({{"id", one.id}, {"value", one.value}, {"shipped", policy.shipped[i]}, {"paragraph", one.paragraph == 0 ? Json() : Json(one.paragraph)},
                                 {"source", one.source}, {"says", one.says}}));
  }
  for (const auto& one : policy.rules)
    rules.add(Json::object({{"rule", one.name}, {"severity", name(one.severity)}, {"shipped", name(one.shipped)}}));
  for (const auto& one : policy.differences) differences.add(one);
  return Json::object({{"schema", "mappa.policy/1"},
                       {"order", order_name},
                       {"version", order_version},
                       {"digest", policy.digest},
                       {"facilities", policy.facilities},
                       {"parameters", std::move(parameters)},
                       {"bank_holidays", json(policy.bank_holidays)},
                       {"bank_holidays_end", policy.holidays_end},
                       {"rules", std::move(rules)},
                       {"differences", std::move(differences)}});
}

Page page(const PolicyInForce& policy) {
  Page out{fmt::format("The policy in force: {}, version {}", order_name, order_version), {}};
  for (std::size_t i = 0; i < policy.parameters.size(); ++i) {
    const Parameter& one = policy.parameters[i];
    const bool calendar = one.id == bank_holidays_id;
    out.blocks.push_back(Line{});
    out.blocks.push_back(Line{fmt::format("  {} = {}", one.id, calendar ? in_short(policy.bank_holidays) : one.value)});
    const std::string source = one.source == "assumption" && one.paragraph != 0 ? fmt::format("assumption, for paragraph {}", one.paragraph) : std::string(one.source);
    out.blocks.push_back(Line{fmt::format("      {} ({}.)", one.says, capital(source))});
    if (calendar) add_days(policy.bank_holidays, out);
    else if (one.value != policy.shipped[i]) out.blocks.push_back(Line{fmt::format("      As shipped: {}", policy.shipped[i])});
  }
  const auto changed = std::ranges::count_if(policy.rules, [](const auto& rule) { return rule.severity != rule.shipped; });
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{fmt::format("{}, {} of other severity than shipped. {} in the register.", counted(policy.rules.size(), "rule", "rules"),
                                        changed, counted(policy.facilities, "facility", "facilities"))});
  add_holidays_end(policy.holidays_end, policy.today, out);
  add_differences(policy.differences, out);
  out.blocks.push_back(Line{fmt::format("Digest {}.", policy.digest.substr(0, 12))});
  return out;
}

Page checked_page(const std::string& file, const PolicyInForce& policy) {
  Page out{file + " is in order.", {}};
  if (policy.differences.empty()) out.blocks.push_back(Line{"It changes no parameter and no severity."});
  for (const auto& one : policy.differences) out.blocks.push_back(Line{"It changes " + one});
  if (policy.facilities > 0) out.blocks.push_back(Line{"It adds " + counted(policy.facilities, "facility", "facilities") + " to the register."});
  add_holidays_end(policy.holidays_end, policy.today, out);
  return out;
}

}  // namespace mappa
