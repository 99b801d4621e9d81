#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mappa {

// What a column of a CSV export means.
struct Alias {
  std::string_view field;   // prison_number_field, alerts_field or a name of nomis_fields()
  bool beats = false;       // an override without a field of its own: it beats the calculated date
  bool youth_code = false;  // NOMIS's code for young or adult: Y is young; N and A are adult
};

// The meaning of a column by its header: a field name of the prisoner-search API, one of prison-api,
// or a NOMIS column name, without regard to letter case or surrounding blanks. Nothing when unknown.
std::optional<Alias> find_alias(std::string_view header);

// Every header that find_alias() knows, for suggestions: the fields of nomis_fields() and what means them.
std::vector<std::string> known_headers();

// The headers under which a prison number may stand.
std::vector<std::string> prison_number_headers();

}  // namespace mappa
