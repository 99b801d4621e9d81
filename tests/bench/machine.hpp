#pragma once

#include <string>

namespace bench {

// Processor, cores, memory and kernel, in one sentence.
std::string machine();
// How many processes wanted to run in the last minute, on average: "0.52".
std::string load();

}  // namespace bench
