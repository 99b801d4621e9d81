#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// One alert as a file gives it in several values, each under a name of its own.
struct AlertParts {
  std::string type, code;      // as they came; empty where there is none
  std::optional<bool> active;  // nothing where the file does not say
  bool expired = false;
  std::string from, until;  // days as they came; empty where there is none
};

// What the file calls them.
struct AlertNames {
  std::string_view code, from, until;
};

// The whole in the form that the checks take, with what is wrong in so many words. A day may have a time
// behind it, which is dropped. A day so far away that it stands for none is none.
RawAlert raw_alert(const AlertParts& parts, const AlertNames& names);

}  // namespace mappa
