#include "mappa/report/visitors.hpp"

#include <fmt/format.h>

#include "mappa/report/words.hpp"

namespace mappa {
namespace {

// What visits staff do, in words for the desk.
std::string rule_of(const std::optional<ChildVisits>& children) {
  if (!children) return "NO CHILDREN: nothing is arranged here yet. Ask the centre's manager.";
  switch (*children) {
    case ChildVisits::none: return "NO CHILDREN.";
    case ChildVisits::named_only: return "Named children only.";
    case ChildVisits::supervised: return "Children under supervision only.";
    case ChildVisits::allowed: return "Children may visit.";
  }
  return "";
}

}  // namespace

Json json(const Visitors& visitors) {
  Json lines = Json::array();
  for (const VisitorLine& line : visitors.lines)
    lines.add(Json::object({{"prison_number", line.number.text()},
                            {"name", or_null(line.name)},
                            {"arranged", line.children.has_value()},
                            {"children", word(line.children.value_or(ChildVisits::none))},
                            {"arrangements", or_null(line.arrangements)}}));
  return Json::object({{"schema", "mappa.visitors/1"},
                       {"facility", visitors.id},
                       {"as_of", visitors.as_of},
                       {"held", visitors.held},
                       {"unknown", visitors.unknown},
                       {"lines", std::move(lines)}});
}

Page page(const Visitors& visitors) {
  Page out{fmt::format("Visits at {} ({}), {}", visitors.place, visitors.id, spoken(visitors.as_of)), {}};
  out.blocks.push_back(Line{"Before a child comes in, look for the person here (DSO 20/2012, paragraph 13)."});
  FindingList list;
  for (const VisitorLine& line : visitors.lines) {
    FindingList::Item item{"", line.number.text() + "  " + line.name, {rule_of(line.children)}, {}};
    if (!line.arrangements.empty()) item.lines.push_back(line.arrangements);
    list.items.push_back(std::move(item));
  }
  if (!list.items.empty()) {
    out.blocks.push_back(Line{});
    out.blocks.push_back(std::move(list));
  }
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{fmt::format("Listed: {} of {} held here.", visitors.lines.size(), counted(visitors.held, "person", "people"))});
  if (visitors.unknown > 0)
    out.blocks.push_back(Line{fmt::format("Of {} not listed nobody knows: ask the centre's manager before a child visits them.",
                                          counted(visitors.unknown, "person", "people"))});
  return out;
}

}  // namespace mappa
