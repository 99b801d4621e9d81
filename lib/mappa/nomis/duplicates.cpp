#include "mappa/nomis/duplicates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

using Records = std::vector<std::reference_wrapper<Checked>>;

void say(Checked& record, const ProblemKind& kind, std::string what) {
  record.problems.push_back(make_problem(kind, record.number_named, record.number->text(), std::move(what)));
  record.problems.back().line = record.line;
}

// "lastName, alerts": what two rows of one number do not agree on.
std::string differences(const NomisRow& a, const NomisRow& b) {
  std::vector<std::string_view> names;
  for (const NomisField& field : nomis_fields())
    if (a.value(field.name) != b.value(field.name)) names.push_back(field.name);
  if (a.alerts != b.alerts) names.push_back(alerts_field);
  return fmt::format("{}", fmt::join(names, ", "));
}

// records: with rows that are not all the same, so that each has one that differs.
void reject_all(const Records& records, const char* unit) {
  std::vector<std::string> sentences;
  for (const Checked& record : records) {
    const auto other = std::ranges::find_if(records, [&](const Checked& r) { return r.row != record.row; });
    sentences.push_back(fmt::format("{} {} gives other facts for this number: {}.", unit, other->get().line,
                                    differences(*record.row, *other->get().row)));
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    say(records[i], nomis_problem::duplicate, std::move(sentences[i]));
    records[i].get().row.reset();
  }
}

void take_first(const Records& records, const char* unit) {
  const Checked& first = records.front();
  for (Checked& record : std::span(records).subspan(1)) {
    say(record, nomis_problem::repeated,
        fmt::format("{} {} says the same about this number.", unit, first.line));
    record.row.reset();
    record.taken_once = true;
  }
}

// same: at least two records of one number.
void settle(const Records& same, const char* unit) {
  Records good;
  std::ranges::copy_if(same, std::back_inserter(good), [](const Checked& r) { return r.row.has_value(); });
  if (good.empty()) return;
  const auto bad = std::ranges::find_if(same, [](const Checked& r) { return !r.row; });
  if (bad != same.end())
    say(good.front(), nomis_problem::duplicate_rejected,
        fmt::format("{} {} holds the same number and was rejected.", unit, bad->get().line));
  const NomisRow& first = *good.front().get().row;
  const bool alike = std::ranges::all_of(good, [&](const Checked& r) { return *r.row == first; });
  if (alike)
    take_first(good, unit);
  else
    reject_all(good, unit);
}

}  // namespace

void settle_date_order(std::vector<Checked>& records) {
  if (std::ranges::none_of(records, &Checked::month_first)) return;
  for (Checked& record : records) {
    if (record.if_month_first.empty()) continue;
    std::ranges::move(record.if_month_first, std::back_inserter(record.problems));
    record.row.reset();
  }
}

void settle_duplicates(std::vector<Checked>& records, const char* unit) {
  std::map<PrisonNumber, Records> by_number;
  for (Checked& record : records)
    if (record.number) by_number[*record.number].push_back(record);
  for (auto& [number, same] : by_number)
    if (same.size() > 1) settle(same, unit);
}

}  // namespace mappa
