#include "mappa/nomis/oddities.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

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

// The field whose value holds: the override where the row has one.
const NomisField& in_force(const NomisRow& row, std::string_view name) {
  for (const NomisField& field : nomis_fields())
    if (field.override_of == name && !row.value(field.name).empty()) return field;
  return *find_nomis_field(name);
}

void look_at_sequence(const NomisRow& row, const Sequence& sequence, Problems& problems) {
  const NomisField& earlier = in_force(row, sequence.earlier);
  const NomisField& later = in_force(row, sequence.later);
  const auto from = row.date(earlier.name);
  const auto to = row.date(later.name);
  if (!from || !to || *from <= *to) return;
  problems.push_back(
      make_problem(nomis_problem::date_sequence, std::string(later.name), std::string(row.value(later.name)),
                   fmt::format("The {} is before the {} ({}).", later.means, earlier.means, iso(*from))));
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
  for (const Sequence& sequence : sequences) look_at_sequence(row, sequence, problems);
  return problems;
}

}  // namespace mappa
