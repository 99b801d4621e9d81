#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// One alert object of the JSON, filled member by member: alertType, alertCode, active, expired, dateCreated,
// dateExpires.
// Other members are left out.
class JsonAlert {
 public:
  // A member that is not null. value: strings as they are, booleans "true" or "false".
  void set(std::string_view member, RawType type, std::string value);
  // The whole in the form that the checks take. Without "active" it is active; without "expired" not.
  RawAlert raw() const;

 private:
  std::optional<std::string> type_, code_, active_, expired_, created_, expires_;
  std::string wrong_;
};

}  // namespace mappa
