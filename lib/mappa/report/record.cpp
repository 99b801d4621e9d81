#include "mappa/report/record.hpp"

#include <fmt/format.h>

#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/report/import_export.hpp"
#include "mappa/report/words.hpp"

namespace mappa {
namespace {

Json body_json(const Body& body) {
  Json out = Json::object({});
  for (const auto& [name, text] : body) out.add(name, text);
  return out;
}

Json entry_json(const Entry& entry, const Body& body) {
  return Json::object({{"entry", entry.id},
                       {"prison_number", entry.number ? Json(entry.number->text()) : Json()},
                       {"kind", entry.kind},
                       {"on", entry.on},
                       {"recorded_at", entry.recorded_at},
                       {"by", entry.by},
                       {"source", entry.source},
                       {"drill", entry.drill},
                       {"body", body_json(body)}});
}

// "copy-held 25 November 2026; from core-file": dates as people read them.
std::string in_words(const Body& body) {
  std::string out;
  for (const auto& [name, text] : body) {
    const auto day = date_from_iso(text);
    const auto moment = moment_from_iso(text);
    out += (out.empty() ? "" : "; ") + name + " " + (day ? spoken(*day) : moment ? spoken(*moment) : text);
  }
  return out;
}

std::string marked_withdrawn(const HistoryLine& line) {
  if (line.undone_by != 0) return fmt::format("; WITHDRAWN with batch {}, by entry {}", line.batch, line.undone_by);
  return line.withdrawn ? "; WITHDRAWN" : "";
}

std::string what_it_says(const HistoryLine& line) {
  if (line.entry.kind == nomis_kind) {
    const auto row = nomis_row_from(*line.entry.number, line.body);
    std::string alerts;
    for (const Alert& alert : row.alerts) alerts += " " + text(alert);
    return fmt::format("{} from {}{}", counted(row.fields.size(), "field", "fields"), line.entry.source,
                       alerts.empty() ? "; no alerts" : "; alerts" + alerts);
  }
  return in_words(line.body);
}

}  // namespace

Json json(const RecordResult& result) {
  Json remarks = Json::array();
  for (const Problem& remark : result.remarks) remarks.add(json(remark));
  Json out = entry_json(*result.entry, result.body);
  out.add("opened", result.opened);
  out.add("remarks", std::move(remarks));
  return out;
}

Page page(const RecordResult& result) {
  const Entry& e = *result.entry;
  Page out{fmt::format("Recorded as entry {}: {}{}, {}, about {}.", e.id, e.number->text(),
                       result.name.empty() ? "" : " " + result.name, e.kind, spoken(e.on)),
           {}};
  out.blocks.push_back(Line{"  " + in_words(result.body)});
  if (e.drill) out.blocks.push_back(Line{"MAPPA_NOW sets the clock: this entry is marked as a drill for ever."});
  return out;
}

Json withdrawal_json(const Entry& entry) { return entry_json(entry, decode(entry.body)); }

Json kinds_json() {
  Json out = Json::array();
  for (const Kind& kind : kinds()) {
    Json fields = Json::array();
    for (const Field& field : kind.fields) {
      Json words = Json::array();
      for (const auto& one : field.words) words.add(one);
      fields.add(Json::object({{"name", field.name}, {"help", field.help}, {"computed", field.computed}, {"deed", field.deed},
                               {"words", std::move(words)}}));
    }
    out.add(Json::object({{"kind", kind.name}, {"paragraph", or_null(kind.paragraph)}, {"about", kind.about},
                          {"example", kind.line_to_type()}, {"fields", std::move(fields)}}));
  }
  return out;
}

Page kinds_page() {
  Page out{"What can be recorded; `mappa record KIND --help` lists the options of one.", {}};
  for (const Kind& kind : kinds()) {
    out.blocks.push_back(Line{});
    out.blocks.push_back(FindingList{kind.name + (kind.paragraph.empty() ? "" : "  (paragraph " + std::string(kind.paragraph) + ")"),
                                     {{"", std::string(kind.about), {}, kind.line_to_type()}}});
  }
  return out;
}

Json json(const History& history) {
  Json lines = Json::array();
  for (const HistoryLine& line : history.lines) {
    Json entry = entry_json(line.entry, line.body);
    entry.add("withdrawn", line.withdrawn);
    entry.add("undone_by", line.undone_by == 0 ? Json() : Json(line.undone_by));
    lines.add(std::move(entry));
  }
  return Json::object({{"schema", "mappa.history/1"},
                       {"prison_number", history.number.text()},
                       {"name", or_null(history.name)},
                       {"entries", std::move(lines)}});
}

Page page(const History& history) {
  Page out{fmt::format("{}  {}: {}, as recorded.", history.number.text(),
                       history.name.empty() ? "name not known" : history.name, counted(history.lines.size(), "entry", "entries")),
           {}};
  for (const HistoryLine& line : history.lines) {
    const Entry& e = line.entry;
    out.blocks.push_back(Line{});
    out.blocks.push_back(Line{fmt::format("{}  {}, about {}; recorded {} by {}{}{}", e.id, e.kind, spoken(e.on),
                                          spoken(england(e.recorded_at)), e.by, e.drill ? ", in a drill" : "",
                                          marked_withdrawn(line))});
    out.blocks.push_back(Line{"  " + what_it_says(line)});
  }
  return out;
}

}  // namespace mappa
