#include "mappa/casework/configure.hpp"

#include "mappa/rules/rule.hpp"

namespace mappa {

void configure_policy(Toml& document, Policy& policy) { read_policy(document, policy, rule_names()); }

}  // namespace mappa
