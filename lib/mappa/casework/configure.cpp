#include "mappa/casework/configure.hpp"

#include "mappa/rules/rule.hpp"

namespace mappa {

void configure_policy(Toml& document, Policy& policy) { read_policy(document, policy, rule_names()); }

Mapping load_mapping(const std::string& path) {
  Toml file = Toml::load(path);
  return read_mapping(file);
}

}  // namespace mappa
