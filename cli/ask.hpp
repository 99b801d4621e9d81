#pragma once

#include "mappa/casework/check_release.hpp"

namespace mappa {

class Session;

// Asks for what each blocking finding needs, shows every record before it is written, and writes those that
// are confirmed. Returns whether anything was recorded.
bool ask_what_blocks(const ReleaseCheck& check, Store& store, Session& session);

}  // namespace mappa
