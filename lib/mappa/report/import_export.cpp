#include "mappa/report/import_export.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "mappa/base/text.hpp"
#include "mappa/report/batches.hpp"
#include "mappa/report/import_effects.hpp"
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

namespace {

Json missing_json(const std::vector<Missing>& missing) {
  Json out = Json::array();
  for (const Missing& one : missing)
    out.add(Json::object({{"number", one.number.text()},
                          {"name", or_null(one.name)},
                          {"place", or_null(one.place)},
                          {"seen_on", one.seen_on},
                          {"released", one.released}}));
  return out;
}

void add_missing(const ImportResult& r, Page& out) {
  if (r.missing.empty()) {
    out.blocks.push_back(Line{"Everybody whom earlier exports showed is in the file."});
    return;
  }
  Table table{{"NUMBER", "NAME", "LAST SEEN", "AT", "RELEASED"}, {}};
  for (const Missing& one : r.missing)
    table.rows.push_back({one.number.text(), one.name, one.seen_on ? spoken(*one.seen_on) : "-", one.place.empty() ? "-" : one.place,
                          one.released ? spoken(one.released->day) : "not recorded"});
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{fmt::format("{} not in the file, though it holds everybody, and earlier exports showed {}. Nothing is "
                                        "deleted; find out whether each was transferred, was released, or is lost:",
                                        counted(r.missing.size(), "person is", "people are"), r.missing.size() == 1 ? "that one" : "them")});
  out.blocks.push_back(std::move(table));
}

}  // namespace

Json json(const ImportResult& r) {
  Json problems = Json::array(), kept = Json::array();
  for (const auto& name : r.kept) kept.add(name);
  for (const Problem& problem : r.problems) problems.add(json(problem));
  return Json::object({{"schema", "mappa.import/1"},
                       {"file", r.file},
                       {"alerts_file", or_null(r.alerts_file)},
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
                       {"dry_run", r.dry_run},
                       {"full", r.full},
                       {"missing", missing_json(r.missing)},
                       {"effects", r.dry_run && !r.already ? json(r.effects) : Json()},
                       {"undo", r.entry == 0 ? Json() : Json(undo_line(r.entry))},
                       {"kept", std::move(kept)},
                       {"problems", std::move(problems)}});
}

Page page(const ImportResult& r, const std::string& rejects) {
  const std::string files = r.alerts_file.empty() ? r.file : fmt::format("{} with {}", r.file, r.alerts_file);
  Page out{fmt::format("{}: {}, as NOMIS had it on {}.", files, counted(r.records, "record", "records"), spoken(r.exported_on)), {}};
  if (r.already)
    out.blocks.push_back(Line{r.alerts_file.empty() ? "The same file was imported before: nothing was written."
                                                    : "The same two files were imported before: nothing was written."});
  if (r.dry_run && !r.already) out.title = "Dry run: " + out.title;
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
  if (r.rejected > 0)
    out.blocks.push_back(Line{rejects.empty() ? "Rejected records did not go in: mend them and import the file again."
                                              : "Rejected records did not go in. They are in " + safe(rejects) + ": mend them there and import that file."});
  if (r.full && !r.already) add_missing(r, out);
  if (r.dry_run && !r.already) {
    for (Block& block : page(r.effects).blocks) out.blocks.push_back(std::move(block));
    out.blocks.push_back(Line{});
    out.blocks.push_back(Line{"This was a dry run: nothing was written."});
  }
  if (r.entry != 0) out.blocks.push_back(Line{"To undo this import: " + undo_line(r.entry)});
  return out;
}

}  // namespace mappa
