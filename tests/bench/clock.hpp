#pragma once

#include <string>

namespace bench {

// Seconds since some moment in the past; never runs backwards.
double seconds();
// The day on which this runs, in UTC: 2026-11-27.
std::string today();

}  // namespace bench
