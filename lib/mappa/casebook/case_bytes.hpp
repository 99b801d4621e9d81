#pragma once

#include <string>
#include <string_view>

#include "mappa/casebook/case.hpp"

namespace mappa {

// A folded case as bytes, for keeping it beside the entries that it comes from (see packing.hpp), and back.
std::string case_bytes(Case folded);
// Throws Fault (integrity) when they are not what case_bytes() gave.
Case case_from_bytes(const PrisonNumber& number, std::string_view bytes);

}  // namespace mappa
