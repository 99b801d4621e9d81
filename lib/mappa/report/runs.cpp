#include "mappa/report/runs.hpp"

#include <fmt/format.h>

#include "mappa/report/words.hpp"

namespace mappa {
namespace {

Json run_json(const Run& one) {
  const auto& [entry, run] = one;
  return Json::object({{"entry", entry.id},
                       {"name", run.name},
                       {"day", run.day},
                       {"recorded_at", entry.recorded_at},
                       {"by", entry.by},
                       {"drill", entry.drill},
                       {"asked", run.asked},
                       {"due", run.due},
                       {"overdue", run.overdue},
                       {"undated", run.undated},
                       {"new", run.came.size()},
                       {"no_longer", run.went.size()},
                       {"acknowledged", run.acknowledged},
                       {"before", run.before == 0 ? Json() : Json(run.before)},
                       {"imports", run.imports},
                       {"rests_on", run.rests_on},
                       {"policy", run.policy}});
}

std::vector<std::string> row(const Run& one) {
  const auto& [entry, run] = one;
  const Moment recorded = england(entry.recorded_at);
  return {std::to_string(entry.id),     run.name, iso(run.day), fmt::format("{} {}", iso(recorded.day), iso(recorded).substr(11)), entry.by,
          std::to_string(run.due),      std::to_string(run.overdue), std::to_string(run.came.size()), std::to_string(run.imports)};
}

}  // namespace

Json json(const std::vector<Run>& runs) {
  Json lines = Json::array();
  for (const Run& one : runs) lines.add(run_json(one));
  return Json::object({{"schema", "mappa.runs/1"}, {"runs", std::move(lines)}});
}

Page page(const std::vector<Run>& runs) {
  if (runs.empty()) return {"No run was recorded. One is by: mappa due --run NAME", {}};
  Page out{fmt::format("{}.", counted(runs.size(), "run", "runs")), {}};
  Table table{{"RUN", "NAME", "FOR", "RECORDED", "BY", "DUE", "OVERDUE", "NEW", "IMPORTS"}, {}};
  for (const Run& one : runs) table.rows.push_back(row(one));
  out.blocks.push_back(std::move(table));
  return out;
}

}  // namespace mappa
