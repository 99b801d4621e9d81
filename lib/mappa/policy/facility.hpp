#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mappa/base/toml.hpp"

namespace mappa {

// Names are stored and printed.
enum class FacilityKind {
  removal_centre, short_term_holding_facility, residential_short_term_holding_facility, pre_departure_accommodation,
  prison, escort,
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
  // How to reach who acts there, by the name of the role.
  std::map<std::string, std::string, std::less<>> contacts;

  // Whether people held there are in the immigration estate.
  bool immigration_estate() const { return kind != FacilityKind::prison; }
};

// The facilities that the configuration names; a place that is not here is reported, never guessed.
class Register {
 public:
  // Reads the [[facility]] tables of a document, each with a [facility.contacts] table or none, and its
  // [contacts] table for roles that are the same everywhere. Throws Fault (configuration) for a missing or
  // unknown key, an unknown kind, country or role, or one id twice.
  static Register read(Toml& document);
  // Adds another register's facilities and contacts; the same id or role twice is a Fault (configuration).
  void add(const Register& other);

  const Facility* find(std::string_view id) const;
  const std::vector<Facility>& all() const { return facilities_; }
  // Of a role that is the same everywhere; empty where nobody said.
  std::string contact(std::string_view role) const;
  const std::map<std::string, std::string, std::less<>>& contacts() const { return contacts_; }

 private:
  std::vector<Facility> facilities_;
  std::map<std::string, std::string, std::less<>> contacts_;
};

}  // namespace mappa
