#pragma once

#include <string>

namespace mappa {

// Makes an empty casebook of this program's version under a name that is free, whole or not at all.
// Throws what Store::create throws.
void make_casebook(const std::string& path);

}  // namespace mappa
