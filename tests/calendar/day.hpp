#pragma once

#include <string_view>

#include "mappa/calendar/date.hpp"
#include "mappa/calendar/moment.hpp"

// Dates and times in tests, as ISO 8601 text; a wrong one throws.
inline mappa::Date day(std::string_view text) { return mappa::date_from_iso(text).value(); }
inline mappa::Moment moment(std::string_view text) { return mappa::moment_from_iso(text).value(); }
inline mappa::Instant instant(std::string_view text) { return mappa::instant_from_iso(text).value(); }
