#pragma once

#include "mappa/base/problem.hpp"
#include "mappa/casebook/nomis_row.hpp"

namespace mappa {

// What is odd about a person who can go in all the same: warnings about police numbers whose check
// letter does not fit, and dates that cannot follow each other. Fields are named as in nomis_fields().
Problems oddities(const NomisRow& row);

}  // namespace mappa
