#pragma once

#include <string>

#include "mappa/casework/configure.hpp"

namespace bench {

// The policy as a configuration changes it. Throws mappa::Fault as it is read.
inline mappa::Policy configured(const std::string& file) {
  mappa::Policy policy = mappa::shipped_policy();
  mappa::Toml document = mappa::Toml::load(file);
  mappa::configure_policy(document, policy);
  document.finish();
  return policy;
}

}  // namespace bench
