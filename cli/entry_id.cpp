#include "entry_id.hpp"

#include <charconv>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {

EntryId entry_id(const std::string& typed, const std::string& whose, const std::string& shown_by) {
  EntryId id = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), id);
  if (error != std::errc{} || end != typed.data() + typed.size() || id < 1)
    throw Fault(Cause::usage, "\"" + safe(typed) + "\" is no " + whose + "'s number.",
                shown_by + " shows the numbers.");
  return id;
}

}  // namespace mappa
