#include "mappa/nomis/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mappa/base/text.hpp"
#include "mappa/nomis/alerts.hpp"
#include "mappa/nomis/alerts_file.hpp"
#include "mappa/nomis/oddities.hpp"
#include "mappa/nomis/police_numbers.hpp"
#include "mappa/nomis/problem_ids.hpp"
#include "mappa/nomis/values.hpp"

namespace mappa {
namespace {

constexpr const NomisField* the_prison_number = nullptr;

NomisType type_of(const RawField& raw) {
  return raw.field == the_prison_number ? NomisType::code : raw.field->type;
}

template <class Fields>
auto find_field(Fields& fields, const NomisField* field) {
  return std::ranges::find(fields, field, &RawField::field);
}

Problem differ(const RawField& first, const RawField& second) {
  return make_problem(
      nomis_problem::values_differ, std::string(second.named), std::string(second.value),
      fmt::format("{} holds another value of the same field: \"{}\".",
                  first.named == second.named ? "The same name" : fmt::format("\"{}\"", safe(first.named)),
                  safe(first.value)));
}

// Two values of one field: an override beats a calculation, equal ones are one, others are an error.
void settle(RawField& kept, const RawField& other, Problems& problems) {
  if (other.beats && !kept.beats)
    kept = other;
  else if (kept.beats == other.beats && trimmed(kept.value) != trimmed(other.value))
    problems.push_back(differ(kept, other));
}

// The values that are there, one a field.
std::vector<RawField> one_a_field(const std::vector<RawField>& raw, Problems& problems) {
  std::vector<RawField> settled;
  settled.reserve(raw.size());
  for (const RawField& field : raw) {
    if (is_absent(field.value, type_of(field))) continue;
    const auto same = find_field(settled, field.field);
    if (same == settled.end())
      settled.push_back(field);
    else
      settle(*same, field, problems);
  }
  return settled;
}

bool check_type(const RawField& raw, NomisType type, Problems& problems) {
  if (fits(raw, type)) return true;
  problems.push_back(make_problem(
      nomis_problem::type, std::string(raw.named), std::string(raw.value),
      type == NomisType::flag ? "The value is neither true nor false." : "The value is not a text."));
  return false;
}

// An error only if the file writes the month first: then this date is another day.
Problem date_order(const RawField& raw) {
  return make_problem(nomis_problem::date_order, std::string(raw.named), std::string(raw.value),
                      "The date reads two ways, and other dates of this file have the month first.");
}

std::optional<std::string> check_date(const RawField& raw, Checked& checked) {
  ReadDate read = read_date(raw, checked.problems);
  checked.month_first |= read.month_first;
  if (read.either_way) checked.if_month_first.push_back(date_order(raw));
  return std::move(read.value);
}

// Two forms of one number are the same: it is kept in the long one.
std::optional<std::string> read_pnc(const RawField& raw, std::chrono::year now, Problems& problems) {
  auto whole = canonical_pnc(raw.value, now);
  if (!whole) return read_text(raw, problems);
  if (*whole != raw.value) problems.push_back(repaired(raw.named, raw.value, *whole));
  return whole;
}

std::optional<std::string> check_value(const RawField& raw, NomisType type, Date exported_on, Checked& checked) {
  if (!check_type(raw, type, checked.problems)) return std::nullopt;
  switch (type) {
    case NomisType::text:
      if (raw.field->name == "pncNumber") return read_pnc(raw, exported_on.year(), checked.problems);
      return read_text(raw, checked.problems);
    case NomisType::code:
      return read_code(raw, checked.problems);
    case NomisType::flag:
      return read_flag(raw, checked.problems);
    case NomisType::date:
      return check_date(raw, checked);
  }
  return std::nullopt;
}

void check_number(const RawField& raw, Checked& checked) {
  if (!check_type(raw, NomisType::code, checked.problems)) return;
  const auto reading = PrisonNumber::read(raw.value);
  if (!reading) {
    checked.problems.push_back(make_problem(nomis_problem::prison_number, std::string(raw.named), std::string(raw.value),
                                            "It is no prison number."));
    return;
  }
  checked.number = reading->number;
  checked.number_named = raw.named;
  if (reading->repaired) checked.problems.push_back(repaired(raw.named, raw.value, reading->number.text()));
}

// What the file calls the prison number, whether there is one or not.
std::string number_named(const RawRecord& record) {
  const auto found = find_field(record.fields, the_prison_number);
  return std::string(found == record.fields.end() ? prison_number_field : found->named);
}

NomisValues check_fields(const std::vector<RawField>& fields, Date exported_on, Checked& checked) {
  NomisValues values;
  values.reserve(fields.size());
  for (const RawField& raw : fields) {
    if (raw.field == the_prison_number)
      check_number(raw, checked);
    else if (auto value = check_value(raw, type_of(raw), exported_on, checked))
      values.set(*raw.field, std::move(*value));
  }
  return values;
}

// Oddities name the fields as the casebook does; people look for them as the file does.
void add_oddities(const NomisRow& row, const std::vector<RawField>& fields, Problems& problems) {
  for (Problem& odd : oddities(row)) {
    const auto raw = find_field(fields, find_nomis_field(odd.field));
    if (raw != fields.end()) odd.field = raw->named;
    problems.push_back(std::move(odd));
  }
}

void tell_merged(const RawRecord& record, Problems& problems) {
  for (const std::string& old : record.merged)
    problems.push_back(make_problem(nomis_problem::merged, "identifiers", old, "The number was merged into this person's."));
}

// A record whose fields could be told apart.
void check_contents(const RawRecord& record, Date exported_on, const AlertsFile* more, Checked& checked) {
  Problems& problems = checked.problems;
  const auto fields = one_a_field(record.fields, problems);
  if (find_field(fields, the_prison_number) == fields.end())
    problems.push_back(make_problem(nomis_problem::prison_number, number_named(record), "",
                                    "The prison number is missing."));
  NomisValues values = check_fields(fields, exported_on, checked);
  const auto elsewhere = more && checked.number ? more->alerts_of(*checked.number) : std::vector<RawAlert>{};
  auto alerts = read_alerts(record, elsewhere, exported_on, problems);
  if (!checked.number || has_error(problems)) return;
  checked.row = NomisRow{*checked.number, std::move(values), std::move(alerts)};
  add_oddities(*checked.row, fields, problems);
  tell_merged(record, problems);
}

}  // namespace

bool has_error(const Problems& problems) {
  return std::ranges::any_of(problems, [](const Problem& p) { return p.weight == Weight::error; });
}

Checked check(const RawRecord& record, Date exported_on, const AlertsFile* alerts) {
  Checked checked;
  checked.line = record.line;
  checked.problems = record.problems;
  if (record.whole) check_contents(record, exported_on, alerts, checked);
  for (Problems* problems : {&checked.problems, &checked.if_month_first})
    for (Problem& problem : *problems) problem.line = record.line;
  return checked;
}

}  // namespace mappa
