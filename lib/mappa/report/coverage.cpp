// How the walk through the order is shown.
#include <fmt/format.h>

#include "mappa/policy/coverage.hpp"
#include "mappa/policy/order.hpp"
#include "mappa/report/policy.hpp"

namespace mappa {
namespace {

Json names_json(std::string_view list) {
  Json out = Json::array();
  for (const auto& one : names_in(list)) out.add(one);
  return out;
}

std::string with_commas(std::string_view list) {
  std::string out;
  for (const auto& one : names_in(list)) out += (out.empty() ? "" : ", ") + one;
  return out;
}

FindingList::Item item(const CoveredSentence& one) {
  FindingList::Item out{one.number == 0 ? "-" : std::to_string(one.number), std::string(one.says), {}, {}};
  if (!one.rules.empty()) out.lines.push_back("rules: " + with_commas(one.rules));
  if (!one.records.empty()) out.lines.push_back("records: " + with_commas(one.records));
  if (one.rules.empty() && one.records.empty()) out.lines.push_back("none: " + std::string(one.otherwise));
  else if (!one.otherwise.empty()) out.lines.push_back("(" + std::string(one.otherwise) + ")");
  return out;
}

}  // namespace

Json coverage_json(std::optional<int> paragraph) {
  Json sentences = Json::array();
  for (const CoveredSentence& one : coverage()) {
    if (paragraph && one.paragraph != *paragraph) continue;
    sentences.add(Json::object({{"paragraph", one.paragraph}, {"sentence", one.number == 0 ? Json() : Json(one.number)}, {"says", one.says},
                                {"asks", one.asks}, {"rules", names_json(one.rules)}, {"records", names_json(one.records)},
                                {"otherwise", or_null(one.otherwise)}}));
  }
  return Json::object({{"schema", "mappa.coverage/1"}, {"order", order_name}, {"version", order_version}, {"sentences", std::move(sentences)}});
}

Page coverage_page(std::optional<int> paragraph) {
  Page out{fmt::format("{}, version {}, sentence by sentence, in our own words", order_name, order_version), {}};
  for (const Paragraph& heading : paragraphs()) {
    if (paragraph && heading.number != *paragraph) continue;
    FindingList list{fmt::format("Paragraph {}: {}", heading.number, heading.title), {}};
    for (const CoveredSentence& one : coverage())
      if (one.paragraph == heading.number) list.items.push_back(item(one));
    out.blocks.push_back(Line{});
    out.blocks.push_back(std::move(list));
  }
  out.blocks.push_back(Line{});
  out.blocks.push_back(Line{"A line marked - is not the order's: the program asks it. Every rule: mappa explain RULE. Every record: mappa record KIND --help."});
  return out;
}

}  // namespace mappa
