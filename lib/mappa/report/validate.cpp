#include "mappa/report/validate.hpp"

#include <fmt/format.h>

#include "mappa/report/words.hpp"

namespace mappa {
namespace {

FindingList::Item item(const Contradicting& one, const ValidatedCase& of) {
  const Finding& f = one.finding;
  FindingList::Item out{one.what->weight == Weight::error ? "ERROR" : "WARNING", fmt::format("{}  {}", one.what->id, one.what->question),
                        {capital(worded(f.evidence)) + "."}, {}};
  for (auto& line : source_lines(f, of.notes)) out.lines.push_back(std::move(line));
  if (!f.action.empty()) out.lines.push_back(fmt::format("-> {} ({})", worded(f.action), responsible(f)));
  if (f.mended) out.command = command(*f.mended, of.number);
  return out;
}

Json finding_json(const Contradicting& one, const ValidatedCase& of) {
  const Finding& f = one.finding;
  Json sources = Json::array();
  for (const Source& source : f.sources) sources.add(json(source, of.notes));
  return Json::object({{"id", one.what->id},
                       {"severity", name(one.what->weight)},
                       {"evidence", worded(f.evidence)},
                       {"sources", std::move(sources)},
                       {"role", name(f.who)},
                       {"team", f.responsible.team},
                       {"contact", or_null(f.responsible.contact)},
                       {"action", worded(f.action)},
                       {"command", f.mended ? Json(command(*f.mended, of.number)) : Json()}});
}

}  // namespace

Json json(const Validation& validation) {
  Json cases = Json::array();
  for (const ValidatedCase& one : validation.cases) {
    Json found = Json::array();
    for (const Contradicting& contradiction : one.found) found.add(finding_json(contradiction, one));
    cases.add(Json::object({{"prison_number", one.number.text()}, {"name", or_null(one.name)}, {"found", std::move(found)}}));
  }
  return Json::object({{"schema", "mappa.validate/1"}, {"as_of", validation.as_of}, {"looked_at", validation.looked_at}, {"cases", std::move(cases)}});
}

Page page(const Validation& validation) {
  Page out;
  std::size_t count = 0;
  for (const ValidatedCase& one : validation.cases) {
    FindingList list{one.number.text() + "  " + one.name, {}};
    for (const Contradicting& contradiction : one.found) list.items.push_back(item(contradiction, one));
    count += one.found.size();
    out.blocks.push_back(Line{});
    out.blocks.push_back(std::move(list));
  }
  const std::string looked_at = counted(validation.looked_at, "case", "cases");
  out.title = count == 0 ? "Nothing contradicts itself in " + looked_at + "."
                         : fmt::format("{} in {} of {}.", counted(count, "contradiction", "contradictions"), validation.cases.size(), looked_at);
  return out;
}

}  // namespace mappa
