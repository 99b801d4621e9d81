#include "mappa/casebook/alert_codes.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace mappa {
namespace {

constexpr std::optional<int> none = std::nullopt;
constexpr bool to_be_confirmed = true, withdrawn = true;

constexpr std::array codes{
    // 2006 to 2015: a nominal, or a level alone.
    MappaCode{"P0", none, none, false, withdrawn},
    MappaCode{"P1", none, 1, false, withdrawn},
    MappaCode{"P2", none, 2, false, withdrawn},
    MappaCode{"P3", none, 3, false, withdrawn},
    // 2015 to 2021: a category alone, or a level alone.
    MappaCode{"PC1", 1, none, false, withdrawn},
    MappaCode{"PC2", 2, none, false, withdrawn},
    MappaCode{"PC3", 3, none, false, withdrawn},
    MappaCode{"PL1", none, 1, false, withdrawn},
    MappaCode{"PL2", none, 2, false, withdrawn},
    MappaCode{"PL3", none, 3, false, withdrawn},
    // Since 2021: a category and its level.
    MappaCode{"P11", 1, none, to_be_confirmed},
    MappaCode{"P22", 1, 1},
    MappaCode{"P33", 1, 2},
    MappaCode{"P44", 1, 3},
    MappaCode{"P55", 2, none, to_be_confirmed},
    MappaCode{"P66", 2, 1},
    MappaCode{"P77", 2, 2},
    MappaCode{"P88", 2, 3},
    MappaCode{"P99", 3, 2},
    MappaCode{"PA1", 3, 3},
    // Since 2022: category 4, which version 3.0 of the order does not know.
    MappaCode{"P100", 4, none, to_be_confirmed},
    MappaCode{"P101", 4, 1},
    MappaCode{"P102", 4, 2},
    MappaCode{"P103", 4, 3},
};

// Type and code of what tells of a risk to children.
constexpr std::array child_risk_codes{
    std::pair{std::string_view{"C"}, std::string_view{"C1"}},   std::pair{std::string_view{"C"}, std::string_view{"C2"}},
    std::pair{std::string_view{"C"}, std::string_view{"C3"}},   std::pair{std::string_view{"C"}, std::string_view{"C4"}},
    std::pair{std::string_view{"C"}, std::string_view{"CC1"}},  std::pair{std::string_view{"C"}, std::string_view{"CC2"}},
    std::pair{std::string_view{"C"}, std::string_view{"CC3"}},  std::pair{std::string_view{"C"}, std::string_view{"CC4"}},
    std::pair{std::string_view{"C"}, std::string_view{"CPC"}},  std::pair{std::string_view{"C"}, std::string_view{"CPRC"}},
    std::pair{std::string_view{"R"}, std::string_view{"RCC"}},  std::pair{std::string_view{"R"}, std::string_view{"RCP"}},
    std::pair{std::string_view{"R"}, std::string_view{"RCS"}},  std::pair{std::string_view{"R"}, std::string_view{"RDO"}},
    std::pair{std::string_view{"S"}, std::string_view{"SC"}},
};

bool any(std::span<const Alert> alerts, std::string_view type, std::string_view code) {
  return std::ranges::any_of(alerts, [&](const Alert& a) {
    return a.counts() && a.code == code && (a.type == type || a.type.empty() || type.empty());
  });
}

}  // namespace

std::span<const MappaCode> mappa_codes() { return codes; }

const MappaCode* find_mappa_code(std::string_view code) {
  const auto found = std::ranges::find(codes, code, &MappaCode::code);
  return found == codes.end() ? nullptr : &*found;
}

MappaReading read_mappa_alerts(std::span<const Alert> alerts) {
  MappaReading out;
  std::set<int> categories, levels;
  for (const Alert& alert : alerts) {
    const MappaCode* code = alert.counts() ? find_mappa_code(alert.code) : nullptr;
    if (!code) continue;
    out.flagged = true;
    out.codes.push_back(alert.code);
    if (!alert.type.empty() && alert.type != "P") out.misfiled.push_back(alert.type + ":" + alert.code);
    if (code->withdrawn) out.withdrawn.push_back(alert.code);
    if (code->category) categories.insert(*code->category);
    if (code->level) levels.insert(*code->level);
    if (code->to_be_confirmed) out.to_be_confirmed = true;
  }
  out.categories_contradict = categories.size() > 1;
  // "To be confirmed" beside a set level contradicts it as much as another level would.
  out.levels_contradict = levels.size() + (out.to_be_confirmed ? 1 : 0) > 1;
  if (categories.size() == 1) out.category = *categories.begin();
  if (out.levels_contradict) out.to_be_confirmed = false;
  else if (levels.size() == 1) out.level = *levels.begin();
  return out;
}

bool registered_sexual_offender(std::span<const Alert> alerts) {
  // SOR and XNR are nobody else's codes: filed under another type they count all the same.
  return any(alerts, "", "SOR") || any(alerts, "S", "SR");
}

bool not_for_release(std::span<const Alert> alerts) { return any(alerts, "", "XNR"); }

std::vector<std::string> child_risk_alerts(std::span<const Alert> alerts) {
  std::vector<std::string> out;
  for (const Alert& alert : alerts) {
    if (!alert.counts()) continue;
    for (const auto& [type, code] : child_risk_codes)
      // The letters are nobody else's codes but for SC: filed under another type they count all the same.
      if (alert.code == code && (code != "SC" || alert.type.empty() || alert.type == type))
        out.push_back(alert.type.empty() ? alert.code : alert.type + ":" + alert.code);
  }
  return out;
}

}  // namespace mappa
