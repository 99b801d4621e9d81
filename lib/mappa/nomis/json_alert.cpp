#include "mappa/nomis/json_alert.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "mappa/base/text.hpp"
#include "mappa/nomis/date_value.hpp"
#include "mappa/nomis/values.hpp"

namespace mappa {
namespace {

// What would be read as something else once type, code and state stand in one text.
bool fits_in_text(std::string_view part) {
  constexpr std::array<std::string_view, 3> states{"active", "inactive", "expired"};
  return part.find_first_of(":;") == std::string_view::npos &&
         std::ranges::find(states, lower(trimmed(part))) == states.end();
}

// A date so far away that it stands for none is none.
void add_day(RawAlert& raw, std::string_view word, std::string_view member, const std::optional<std::string>& value) {
  if (!value || is_absent(*value, NomisType::date) || !raw.wrong.empty()) return;
  const DateValue read = read_date_value(trimmed(*value));
  if (!read.error.empty()) raw.wrong = fmt::format("The alert's {} \"{}\" cannot be read: {}", member, safe(*value), read.error);
  if (read.date) raw.text += fmt::format(":{} {}", word, iso(*read.date));
}

}  // namespace

void JsonAlert::set(std::string_view member, RawType type, std::string value) {
  const std::array members{std::pair{"alertType", &type_}, std::pair{"alertCode", &code_},
                           std::pair{"active", &active_}, std::pair{"expired", &expired_},
                           std::pair{"dateCreated", &created_}, std::pair{"dateExpires", &expires_}};
  const auto found = std::ranges::find(members, member, [](const auto& known) { return known.first; });
  if (found == members.end()) return;
  auto& kept = *found->second;
  const bool is_state = &kept == &active_ || &kept == &expired_;
  if (type != (is_state ? RawType::boolean : RawType::string))
    wrong_ = fmt::format("The alert's {} is not {}.", member, is_state ? "true or false" : "a text");
  else if (kept && *kept != value)
    wrong_ = fmt::format("The alert has {} twice.", member);
  kept = std::move(value);
}

RawAlert JsonAlert::raw() const {
  RawAlert raw;
  if (type_ && !is_absent(*type_, NomisType::code)) raw.text = *type_ + ":";
  raw.text += code_.value_or("");
  raw.wrong = wrong_;
  if (raw.wrong.empty() && (!code_ || is_absent(*code_, NomisType::code)))
    raw.wrong = "The alert has no alertCode.";
  if (raw.wrong.empty() && !(fits_in_text(*code_) && fits_in_text(type_.value_or(""))))
    raw.wrong = "It is no alert.";
  if (active_) raw.text += *active_ == "true" ? ":active" : ":inactive";
  if (expired_ == "true") raw.text += ":expired";
  add_day(raw, "from", "dateCreated", created_);
  add_day(raw, "until", "dateExpires", expires_);
  return raw;
}

}  // namespace mappa
