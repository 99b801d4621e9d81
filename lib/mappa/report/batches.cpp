#include "mappa/report/batches.hpp"

#include <fmt/format.h>

#include "mappa/base/text.hpp"
#include "mappa/report/words.hpp"

namespace mappa {
namespace {

constexpr std::size_t shown_of_digest = 12;

Json undone_json(const Batch& batch) {
  if (!batch.undone) return {};
  const Entry& e = *batch.undone;
  return Json::object(
      {{"entry", e.id}, {"recorded_at", e.recorded_at}, {"by", e.by}, {"drill", e.drill}, {"reason", batch.reason}});
}

// "export.csv with alerts.csv, as NOMIS had it on 20 November 2026".
std::string exported(const Batch& batch) {
  const std::string& alerts = batch.import.alerts_file;
  return fmt::format("{}{}, as NOMIS had it on {}", batch.import.file, alerts.empty() ? "" : " with " + alerts,
                     spoken(batch.entry.on));
}

void add_batch(const Batch& batch, Page& out) {
  const ImportEntry& import = batch.import;
  out.blocks.push_back(Line{});
  out.blocks.push_back(
      Line{fmt::format("{}  {}{}{}", batch.entry.id, exported(batch),
                       import.day_assumed ? " (assumed: the day of import)" : "", batch.undone ? "; UNDONE" : "")});
  out.blocks.push_back(
      Line{fmt::format("  recorded {}; digest {}{}", recorded(batch.entry), import.digest.substr(0, shown_of_digest),
                       import.alerts_digest.empty() ? "" : " and " + import.alerts_digest.substr(0, shown_of_digest))});
  out.blocks.push_back(Line{fmt::format("  {}: {} new, {} changed, {} unchanged, {} rejected",
                                        counted(import.records, "record", "records"), import.added, import.changed,
                                        import.unchanged, import.rejected)});
  if (batch.undone)
    out.blocks.push_back(Line{
        fmt::format("  undone by entry {}, recorded {}: {}", batch.undone->id, recorded(*batch.undone), batch.reason)});
}

Json numbers_json(const std::vector<PrisonNumber>& people) {
  Json out = Json::array();
  for (const auto& number : people) out.add(number.text());
  return out;
}

void add_people(const UndoResult& r, Page& out) {
  const std::size_t people = r.earlier_row.size() + r.no_row.size() + r.newer_row.size();
  out.blocks.push_back(Line{fmt::format("{} {} the row that came in with it{}", counted(people, "person", "people"),
                                        r.dry_run ? "would lose" : "lost", people == 0 ? "." : ":")});
  if (people == 0) return;
  out.blocks.push_back(Pairs{{{"back to an earlier row", std::to_string(r.earlier_row.size())},
                              {"without any NOMIS data", std::to_string(r.no_row.size())},
                              {"known from a newer row, as before", std::to_string(r.newer_row.size())}}});
}

Page refused_page(const UndoResult& r) {
  Page out{fmt::format("Batch {} would not be undone: {}.", r.batch.entry.id, exported(r.batch)), {}};
  if (!r.imports.empty()) {
    FindingList list{
        r.imports.size() == 1
            ? "A later export changed or confirmed people whose rows came in with it. Undo that one first:"
            : "Later exports changed or confirmed people whose rows came in with it. Undo those first, in this order:",
        {}};
    for (const EntryId batch : r.imports)
      list.items.push_back({"", "batch " + std::to_string(batch), {}, undo_line(batch)});
    out.blocks.push_back(Line{});
    out.blocks.push_back(std::move(list));
  }
  if (!r.records.empty()) {
    Table table{{"ENTRY", "NUMBER", "KIND"}, {}};
    for (const BuiltOn& one : r.records) table.rows.push_back({std::to_string(one.entry), one.number.text(), one.kind});
    out.blocks.push_back(Line{});
    out.blocks.push_back(Line{
        "Caseworkers have recorded since about people whom it brought or changed. What was recorded because of it can "
        "be withdrawn first (mappa withdraw NUMBER ENTRY):"});
    out.blocks.push_back(std::move(table));
  }
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{"This was a dry run: nothing was written."});
  return out;
}

}  // namespace

std::string recorded(const Entry& entry) {
  return fmt::format("{} by {}{}", spoken(england(entry.recorded_at)), entry.by, entry.drill ? ", in a drill" : "");
}

std::string undo_line(EntryId batch) { return fmt::format("mappa undo {} --reason TEXT", batch); }

Json json(const Batch& batch) {
  const Entry& e = batch.entry;
  const ImportEntry& import = batch.import;
  return Json::object({{"batch", e.id},
                       {"recorded_at", e.recorded_at},
                       {"by", e.by},
                       {"drill", e.drill},
                       {"exported_on", e.on},
                       {"day_assumed", import.day_assumed},
                       {"file", import.file},
                       {"digest", import.digest},
                       {"alerts_file", or_null(import.alerts_file)},
                       {"alerts_digest", or_null(import.alerts_digest)},
                       {"records", import.records},
                       {"new", import.added},
                       {"changed", import.changed},
                       {"unchanged", import.unchanged},
                       {"rejected", import.rejected},
                       {"undone", undone_json(batch)}});
}

Json json(const std::vector<Batch>& imports) {
  Json lines = Json::array();
  for (const Batch& batch : imports) lines.add(json(batch));
  return Json::object({{"schema", "mappa.imports/1"}, {"imports", std::move(lines)}});
}

Page page(const std::vector<Batch>& imports) {
  if (imports.empty()) return {"Nothing was imported. Next: mappa import FILE", {}};
  Page out{fmt::format("{}.", counted(imports.size(), "import", "imports")), {}};
  for (const Batch& batch : imports) add_batch(batch, out);
  return out;
}

Json json(const UndoResult& r) {
  Json imports = Json::array(), records = Json::array();
  for (const EntryId batch : r.imports) imports.add(batch);
  for (const BuiltOn& one : r.records)
    records.add(Json::object({{"entry", one.entry}, {"prison_number", one.number.text()}, {"kind", one.kind}}));
  return Json::object({{"schema", "mappa.undo/1"},
                       {"batch", r.batch.entry.id},
                       {"file", r.batch.import.file},
                       {"exported_on", r.batch.entry.on},
                       {"dry_run", r.dry_run},
                       {"refused", r.refused()},
                       {"entry", r.entry == 0 ? Json() : Json(r.entry)},
                       {"earlier_row", numbers_json(r.earlier_row)},
                       {"no_row", numbers_json(r.no_row)},
                       {"newer_row", numbers_json(r.newer_row)},
                       {"confirmed", r.confirmed},
                       {"later_imports", std::move(imports)},
                       {"records_since", std::move(records)}});
}

Page page(const UndoResult& r) {
  if (r.refused()) return refused_page(r);
  const EntryId batch = r.batch.entry.id;
  Page out{r.dry_run ? fmt::format("Batch {} would be undone: {}.", batch, exported(r.batch))
                     : fmt::format("Batch {} is undone, by entry {}: {}.", batch, r.entry, exported(r.batch)),
           {}};
  add_people(r, out);
  if (r.confirmed > 0)
    out.blocks.push_back(Line{fmt::format("Whom it showed unchanged ({}), it {}: their NOMIS data is as old as before.",
                                          counted(r.confirmed, "person", "people"),
                                          r.dry_run ? "would show no longer" : "shows no longer")});
  out.blocks.push_back(Line{
      r.dry_run
          ? "This was a dry run: nothing was written. To do it: " + undo_line(batch)
          : "Nothing is deleted: the rows stay in the history and count no more. The file can be imported again."});
  return out;
}

}  // namespace mappa
