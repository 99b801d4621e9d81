#include <CLI/CLI.hpp>
#include <iostream>

#include "mappa/casework/due.hpp"
#include "session.hpp"
line("BEGIN", "VCALENDAR");
