#pragma once

#include "mappa/base/toml.hpp"
#include "mappa/policy/policy.hpp"

namespace mappa {

// Reads facilities, parameters and severities of a configuration into `policy`; severities may name any
// rule there is. Throws Fault (configuration) as read_policy does.
void configure_policy(Toml& document, Policy& policy);

}  // namespace mappa
