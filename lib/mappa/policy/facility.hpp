#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/toml.hpp"

namespace mappa {

// Names are stored and printed.
enum class FacilityKind {
  removal_centre, short_term_holding_facility, residential_short_term_holding_facility, pre_departure_accommodation,
  prison,
};
enum class Country { england, wales, scotland, northern_ireland };

std::string_view name(FacilityKind kind);  // "removal-centre"
std::string_view name(Country country);    // "england"
std::string_view spoken(Country country);  // "Northern Ireland"

struct Facility {
  std::string id;        // as NOMIS and caseworkers write it, upper case
  std::string name;
  FacilityKind kind = FacilityKind::removal_centre;
  Country country = Country::england;
  std::string supplier;  // may be empty
};

// The facilities that the configuration names; a place that is not here is reported, never guessed.
class Register {
 public:
  // Reads the [[facility]] tables of a document. Throws Fault (configuration) for a missing or
  // unknown key, an unknown kind or country, or one id twice.
  static Register read(Toml& document);
  // Adds another register's facilities; the same id twice is a Fault (configuration).
  void add(const Register& other);

  const Facility* find(std::string_view id) const;
  const std::vector<Facility>& all() const { return facilities_; }

 private:
  std::vector<Facility> facilities_;
};

}  // namespace mappa
