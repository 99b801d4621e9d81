#pragma once

#include <string>

#include "mappa/policy/role.hpp"

namespace mappa {

// The role that somebody typed behind --role, in any letter case. Throws Fault (usage).
Role read_role(const std::string& typed);

}  // namespace mappa
