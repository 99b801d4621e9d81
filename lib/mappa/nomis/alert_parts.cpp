#include "mappa/nomis/alert_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "mappa/base/text.hpp"
#include "mappa/nomis/date_value.hpp"
#include "mappa/nomis/values.hpp"

namespace mappa {
namespace {

bool absent(std::string_view part) { return is_absent(part, NomisType::code); }

// What would be read as something else once type, code and state stand in one text.
bool fits_in_text(std::string_view part) {
  constexpr std::array<std::string_view, 3> states{"active", "inactive", "expired"};
  return part.find_first_of(":;") == std::string_view::npos &&
         std::ranges::find(states, lower(trimmed(part))) == states.end();
}

void add_day(RawAlert& raw, std::string_view word, std::string_view named, std::string_view value) {
  if (is_absent(value, NomisType::date)) return;
  const DateValue read = read_date_value(trimmed(value));
  raw.month_first = raw.month_first || read.month_first;
  raw.either_way = raw.either_way || read.either_way;
  raw.far_away = raw.far_away || read.means_none;
  if (read.date) raw.text += fmt::format(":{} {}", word, iso(*read.date));
  if (!read.error.empty() && raw.wrong.empty())
    raw.wrong = fmt::format("The alert's {} \"{}\" cannot be read: {}", named, safe(value), read.error);
}

}  // namespace

RawAlert raw_alert(const AlertParts& parts, const AlertNames& names) {
  RawAlert raw;
  if (!absent(parts.type)) raw.text = parts.type + ":";
  raw.text += parts.code;
  if (absent(parts.code))
    raw.wrong = fmt::format("The alert has no {}.", names.code);
  else if (!fits_in_text(parts.code) || !fits_in_text(parts.type))
    raw.wrong = "It is no alert.";
  if (parts.active) raw.text += *parts.active ? ":active" : ":inactive";
  if (parts.expired) raw.text += ":expired";
  add_day(raw, "from", names.from, parts.from);
  add_day(raw, "until", names.until, parts.until);
  return raw;
}

}  // namespace mappa
