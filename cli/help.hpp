#pragma once

#include "command.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// `mappa --help`, and the same for one command.
Page overview();
Page help(const Command& command);

}  // namespace mappa
