#include "mappa/base/text.hpp"
#include "mappa/calendar/date.hpp"
