#pragma once

#include <string>
#include <string_view>

#include "mappa/casework/due.hpp"

namespace mappa {

// A line of what is due as bytes, for keeping it beside the entries that it comes from (see casebook/packing.hpp), and
// back. What it takes a day or a question to know (how far away it is, the day to act by, whether it is fresh, its
// token) is not kept.
std::string due_line_bytes(DueLine line);
// Throws Fault (integrity) when the bytes are not what due_line_bytes() gave.
DueLine due_line_from_bytes(std::string_view bytes);
// The same for showing it at once, in a long list: without the notes on the entries that it rests on, and with wordings
// that stay in the bytes, which must outlive it.
DueLine due_line_within(std::string_view bytes);

}  // namespace mappa
