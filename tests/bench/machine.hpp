#pragma once

#include <string>

namespace bench {

// Processor, cores, memory and kernel, in one sentence.
std::string machine();

}  // namespace bench
