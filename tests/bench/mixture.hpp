#pragma once

#include <cstdint>

#include "cells.hpp"

namespace bench {

// Makes of somebody whom an export describes the one of a whole casebook: nearly half of them have no MAPPA alert,
// some have two that contradict each other, an old code, one that is inactive, or one that says not for release; some
// are young, for life, under supervision after the licence, without dates, or British; some are outside, in transit,
// in Scotland, or nobody knows where. From the seed and the index alone.
void mix(Cells& cells, std::uint64_t seed, std::uint64_t index);

}  // namespace bench
