#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/casebook/nomis_row.hpp"

namespace mappa {

// What a MAPPA alert code (NOMIS alert type P) says. Source: the reference data of HMPPS's alerts
// service as of February 2024.
struct MappaCode {
  std::string_view code;
  std::optional<int> category;  // 1 to 4
  std::optional<int> level;     // 1 to 3
  bool to_be_confirmed = false; // the level is to be confirmed six months before release
  bool withdrawn = false;       // no longer given out; it still turns up as active and still counts
};

std::span<const MappaCode> mappa_codes();
// The code's meaning, or nothing when it is no MAPPA code (PVN, a ViSOR nominal, is none).
const MappaCode* find_mappa_code(std::string_view code);

// What all alerts of one person that count say together. Codes that contradict each other settle
// nothing: the value is then absent and `..._contradict` says so.
struct MappaReading {
  bool flagged = false;             // at least one MAPPA code
  std::optional<int> category;
  std::optional<int> level;
  bool to_be_confirmed = false;     // and no code gives a level
  bool categories_contradict = false;
  bool levels_contradict = false;
  std::vector<std::string> codes;      // the codes that were read
  std::vector<std::string> withdrawn;  // those of them that are withdrawn
  std::vector<std::string> misfiled;   // those that stand under another type than P, as "X:P66"
};
MappaReading read_mappa_alerts(std::span<const Alert> alerts);

// Whether an alert that counts says that the person is a registered sexual offender (S:SOR, or its
// withdrawn forerunner S:SR), or must not be released (X:XNR).
bool registered_sexual_offender(std::span<const Alert> alerts);
bool not_for_release(std::span<const Alert> alerts);

// The alerts that count and say that the person is a risk to children, or may not freely be in touch with
// them (types C, R and S), as "C:CC1"; withdrawn codes too. A child of the person on a protection register
// is among them: visits staff must know.
std::vector<std::string> child_risk_alerts(std::span<const Alert> alerts);

}  // namespace mappa
