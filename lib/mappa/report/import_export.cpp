#include "mappa/report/import_export.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "mappa/base/text.hpp"
#include "mappa/report/batches.hpp"
#include "mappa/report/words.hpp"

namespace mappa {

Json json(const Problem& problem) {
  return Json::object({{"id", problem.id},
                       {"weight", name(problem.weight)},
                       {"file", or_null(problem.file)},
                       {"line", problem.line == 0 ? Json() : Json(problem.line)},
                       {"field", or_null(problem.field)},
                       {"value", problem.value},
                       {"what", problem.what},
                       {"remedy", problem.remedy}});
}

std::string one_line(const Problem& problem) {
  std::string out = safe(problem.file);
  if (problem.line != 0) out += ":" + std::to_string(problem.line);
  if (!out.empty()) out += ": ";
  out += fmt::format("{}: ", name(problem.weight));
  if (!problem.field.empty()) out += safe(problem.field) + ": ";
  if (!problem.value.empty()) out += "\"" + safe(problem.value) + "\": ";
  return out + safe(problem.what) + " " + safe(problem.remedy) + " [" + problem.id + "]";
}

Json json(const ImportResult& r) {
  Json problems = Json::array(), kept = Json::array();
  for (const auto& name : r.kept) kept.add(name);
  for (const Problem& problem : r.problems) problems.add(json(problem));
  return Json::object({{"schema", "mappa.import/1"},
                       {"file", r.file},
                       {"exported_on", r.exported_on},
                       {"day_assumed", r.day_assumed},
                       {"records", r.records},
                       {"new", r.added},
                       {"changed", r.changed},
                       {"unchanged", r.unchanged},
                       {"rejected", r.rejected},
                       {"repeated", r.repeated},
                       {"older", r.older},
                       {"entry", r.entry == 0 ? Json() : Json(r.entry)},
                       {"already_imported", r.already},
                       {"undo", r.entry == 0 ? Json() : Json(undo_line(r.entry))},
                       {"kept", std::move(kept)},
                       {"problems", std::move(problems)}});
}

Page page(const ImportResult& r) {
  Page out{fmt::format("{}: {}, as NOMIS had it on {}.", r.file, counted(r.records, "record", "records"), spoken(r.exported_on)), {}};
  if (r.already) out.blocks.push_back(Line{"The same file was imported before: nothing was written."});
  Pairs counts{{{"new", std::to_string(r.added)},
                {"changed", std::to_string(r.changed)},
                {"unchanged", std::to_string(r.unchanged)},
                {"rejected", std::to_string(r.rejected)}}};
  if (r.repeated > 0) counts.rows.emplace_back("repeated", std::to_string(r.repeated));
  out.blocks.push_back(std::move(counts));
  if (!r.kept.empty()) {
    std::string names;
    for (const auto& name : r.kept) names += (names.empty() ? "" : ", ") + name;
    out.blocks.push_back(Line{"The file has no place for these, and what earlier exports said of them stays: " + names + "."});
  }
  if (r.older > 0)
    out.blocks.push_back(Line{fmt::format("{} known from a newer export: that one still holds, and these rows only fill the past.",
                                          counted(r.older, "of these is", "of these are"))});
  if (r.day_assumed)
    out.blocks.push_back(Line{"The day of import stands for the day of the export. If the file is older, say so: --exported-on DATE."});
  const auto count = [&](Weight weight) { return static_cast<int>(std::ranges::count(r.problems, weight, &Problem::weight)); };
  if (!r.problems.empty())
    out.blocks.push_back(Line{fmt::format("Told on the error output: {}, {}, {}.", counted(count(Weight::error), "error", "errors"),
                                          counted(count(Weight::warning), "warning", "warnings"),
                                          counted(count(Weight::note), "note", "notes"))});
  if (r.rejected > 0) out.blocks.push_back(Line{"Rejected records did not go in: mend them and import the file again."});
  if (r.entry != 0) out.blocks.push_back(Line{"To undo this import: " + undo_line(r.entry)});
  return out;
}

}  // namespace mappa
