#pragma once

#include <functional>
#include <vector>

#include "command.hpp"
#include "mappa/casework/due.hpp"

namespace mappa {

// `mappa due --format email`: one message for `sendmail -t`.
std::vector<Option> email_options();

// Throws Fault: usage where nobody is named who sends or receives it, or what is named is no address; configuration
// where that is said there.
std::function<void(const Due&)> as_email(const Arguments& given, const Session& session);

}  // namespace mappa
