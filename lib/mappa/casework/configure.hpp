#pragma once

#include <string>

#include "mappa/base/toml.hpp"
#include "mappa/nomis/mapping.hpp"
#include "mappa/policy/policy.hpp"

namespace mappa {

// Reads facilities, parameters and severities of a configuration into `policy`; severities may name any
// rule there is. Throws Fault (configuration) as read_policy does.
void configure_policy(Toml& document, Policy& policy);

// What a mapping file says. Throws Fault (configuration) when it cannot be read or says what it may not.
Mapping load_mapping(const std::string& path);

}  // namespace mappa
