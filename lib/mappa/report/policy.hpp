#pragma once

#include <optional>
#include <string>

#include "mappa/casework/policy_in_force.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

Json json(const PolicyInForce& policy);  // "mappa.policy/1"
Page page(const PolicyInForce& policy);

// Of a policy file that was read without a fault: only what it changes.
Page checked_page(const std::string& file, const PolicyInForce& policy);

// The walk through the order, of one paragraph or of all; "mappa.coverage/1".
Json coverage_json(std::optional<int> paragraph);
Page coverage_page(std::optional<int> paragraph);

}  // namespace mappa
