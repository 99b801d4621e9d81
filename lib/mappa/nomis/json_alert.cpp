#include "mappa/nomis/json_alert.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "mappa/base/text.hpp"
#include "mappa/nomis/alert_parts.hpp"

namespace mappa {

void JsonAlert::set(std::string_view member, RawType type, std::string value) {
  const std::array members{std::pair{"alertType", &type_},      std::pair{"alertCode", &code_},
                           std::pair{"active", &active_},       std::pair{"expired", &expired_},
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
  AlertParts parts{type_.value_or(""), code_.value_or(""),    std::nullopt,
                   expired_ == "true", created_.value_or(""), expires_.value_or("")};
  if (active_) parts.active = *active_ == "true";
  RawAlert raw = raw_alert(parts, {"alertCode", "dateCreated", "dateExpires"});
  if (!wrong_.empty()) raw.wrong = wrong_;
  return raw;
}

}  // namespace mappa
