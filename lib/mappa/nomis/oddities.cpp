#include "mappa/nomis/oddities.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mappa/nomis/police_numbers.hpp"
#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

// Two dates of which the later one should not come before the earlier one.
struct Sequence {
  std::string_view earlier;
  std::string_view later;
};

constexpr std::array sequences{
    Sequence{"dateOfBirth", "sentenceStartDate"},
    Sequence{"sentenceStartDate", "licenceExpiryDate"},
    Sequence{"sentenceStartDate", "releaseDate"},
    Sequence{"sentenceStartDate", "confirmedReleaseDate"},
    Sequence{"sentenceStartDate", "conditionalReleaseDate"},
    Sequence{"sentenceStartDate", "automaticReleaseDate"},
    Sequence{"homeDetentionCurfewEligibilityDate", "homeDetentionCurfewActualDate"},
};

// A date and the one that somebody may have put over it.
struct DateField {
  const NomisField* calculated = nullptr;
  const NomisField* override_ = nullptr;

  explicit DateField(std::string_view name) : calculated(find_nomis_field(name)) {
    for (const NomisField& field : nomis_fields())
      if (field.override_of == name) override_ = &field;
  }
  // The one whose value holds, and its value; empty where there is none.
  std::pair<const NomisField*, std::string_view> in_force(const NomisRow& row) const {
    if (override_)
      if (const auto value = row.fields.value(*override_); !value.empty()) return {override_, value};
    return {calculated, row.fields.value(*calculated)};
  }
};

struct Fields {
  DateField earlier, later;
};

// The fields of the sequences, looked up once.
const std::vector<Fields>& fields_of_sequences() {
  static const std::vector<Fields> all = [] {
    std::vector<Fields> out;
    for (const Sequence& one : sequences) out.push_back({DateField(one.earlier), DateField(one.later)});
    return out;
  }();
  return all;
}

void look_at_sequence(const NomisRow& row, const Fields& fields, Problems& problems) {
  const auto [earlier, from] = fields.earlier.in_force(row);
  const auto [later, to] = fields.later.in_force(row);
  if (from.empty() || to.empty() || from <= to) return;  // ISO 8601 sorts as the days do
  problems.push_back(make_problem(nomis_problem::date_sequence, std::string(later->name), std::string(to),
                                  fmt::format("The {} is before the {} ({}).", later->means, earlier->means, from)));
}

void look_at_police_number(const NomisRow& row, std::string_view field,
                           PoliceNumber (*check)(std::string_view), const ProblemKind& kind,
                           Problems& problems) {
  const std::string value(row.value(field));
  if (value.empty()) return;
  const PoliceNumber found = check(value);
  if (found == PoliceNumber::right) return;
  problems.push_back(make_problem(kind, std::string(field), value,
                                  found == PoliceNumber::wrong_letter
                                      ? "The check letter does not fit the number."
                                      : "The number has not the usual form."));
}

}  // namespace

Problems oddities(const NomisRow& row) {
  Problems problems;
  look_at_police_number(row, "pncNumber", check_pnc, nomis_problem::pnc, problems);
  look_at_police_number(row, "croNumber", check_cro, nomis_problem::cro, problems);
  for (const Fields& fields : fields_of_sequences()) look_at_sequence(row, fields, problems);
  return problems;
}

}  // namespace mappa
