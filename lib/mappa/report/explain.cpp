#include "mappa/report/explain.hpp"

#include <fmt/format.h>

#include "mappa/report/words.hpp"

namespace mappa {
namespace {

std::string spaced(std::string_view answer) {
  std::string out{answer};
  for (char& c : out)
    if (c == '_') c = ' ';
  return out;
}

void add_finding(const Finding& f, const Explanation& e, Page& out) {
  out.blocks.push_back(Line{fmt::format("    {}: {}.", spaced(name(f.answer)), worded(f.evidence))});
  for (const auto& line : source_lines(f, e.notes)) out.blocks.push_back(Line{"    " + line});
  for (const Said& step : f.working) out.blocks.push_back(Line{"      " + worded(step)});
}

Json finding_json(const Finding& f, const Explanation& e) {
  Json sources = Json::array(), working = Json::array();
  for (const Source& source : f.sources) sources.add(json(source, e.notes));
  for (const Said& step : f.working) working.add(worded(step));
  return Json::object({{"answer", name(f.answer)},
                       {"evidence", worded(f.evidence)},
                       {"sources", std::move(sources)},
                       {"working", std::move(working)},
                       {"by", f.by}});
}

}  // namespace

Json json(const Explanation& e) {
  Json asked = Json::array(), params = Json::array();
  for (const auto& one : e.rules) {
    Json findings = Json::array();
    for (const Finding& f : one.findings) findings.add(finding_json(f, e));
    asked.add(Json::object({{"rule", one.rule->name}, {"question", one.rule->question}, {"severity", name(one.severity)},
                            {"role", name(one.rule->who)}, {"findings", std::move(findings)}}));
  }
  for (const Parameter& one : e.parameters)
    params.add(Json::object({{"id", one.id}, {"value", one.value}, {"source", one.source}, {"says", one.says}}));
  return Json::object({{"schema", "mappa.explain/1"},
                       {"paragraph", e.paragraph.number},
                       {"title", e.paragraph.title},
                       {"says", e.paragraph.says},
                       {"prison_number", e.number ? Json(e.number->text()) : Json()},
                       {"at", e.at},
                       {"rules", std::move(asked)},
                       {"parameters", std::move(params)}});
}

Page page(const Explanation& e) {
  Page out{fmt::format("Paragraph {}: {}", e.paragraph.number, e.paragraph.title), {}};
  out.blocks.push_back(Line{std::string(e.paragraph.says)});
  if (e.number) {
    out.blocks.push_back(Line{});
    out.blocks.push_back(Line{fmt::format("For {} {}, on {}:", e.number->text(), e.name, spoken(*e.at))});
  }
  if (e.rules.empty()) out.blocks.push_back(Line{"No rule of this version follows from it."});
  for (const auto& one : e.rules) {
    out.blocks.push_back(Line{});
    const Facility* place = e.facility ? &*e.facility : nullptr;
    out.blocks.push_back(Line{fmt::format("  {}  {} ({}; {})", one.rule->name, one.rule->question, name(one.severity), team(one.rule->who, place))});
    if (!one.rule->advice.empty()) out.blocks.push_back(Line{"    " + advice_of(*one.rule)});
    for (const Finding& f : one.findings) add_finding(f, e, out);
  }
  if (!e.parameters.empty()) {
    out.blocks.push_back(Line{});
    out.blocks.push_back(Line{"Parameters"});
    for (const Parameter& one : e.parameters) {
      out.blocks.push_back(Line{fmt::format("  {} = {}  ({})", one.id, one.value, one.source)});
      out.blocks.push_back(Line{fmt::format("      {}", one.says)});
    }
  }
  if (e.number && !e.differences.empty()) {
    out.blocks.push_back(Line{});
    add_differences(e.differences, out);
  }
  return out;
}

}  // namespace mappa
