#include "role.hpp"

#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"

namespace mappa {

Role read_role(const std::string& typed) {
  if (const auto known = role_from(lower(trimmed(typed)))) return *known;
  std::vector<std::string> names;
  std::string listed;
  for (const Role one : roles()) {
    names.emplace_back(name(one));
    listed += (listed.empty() ? "" : ", ") + std::string(name(one));
  }
  const auto near = nearest(typed, names);
  throw Fault(Cause::usage, "--role: \"" + safe(typed) + "\" is no role.", near ? "Did you mean " + *near + "?" : "The roles are " + listed + ".");
}

}  // namespace mappa
