#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "mappa/calendar/date.hpp"

namespace mappa {

// A date and wall time in England, to the minute: what a release plan says and a check is made for.
struct Moment {
  Date day;
  std::chrono::minutes time{};  // since midnight, 0 to 1439

  friend auto operator<=>(const Moment&, const Moment&) = default;
};

// Seconds since 1970 in UTC: when an entry was recorded.
using Instant = std::chrono::sys_seconds;

// "2026-11-25T14:00", as stored and exchanged; and back, strictly.
std::string iso(Moment moment);
std::optional<Moment> moment_from_iso(std::string_view text);

// "25 November 2026, 14:00": as shown to people.
std::string spoken(Moment moment);

// A date in any form that read_date takes, then a time: "2026-11-25 14:00", "25/11/2026 2:30pm",
// "2026-11-25T14:00", "today 19:30", "tomorrow 2pm", "now" (which is `now`). The time is required. A
// time that could be two is a problem: "2:30" (write 02:30 or 2:30pm) and "12pm" (write 12:00 or 00:00).
std::variant<Moment, DateProblem> read_moment(std::string_view typed, Moment now);

// "14:00" to minutes since midnight; nothing unless 00:00 to 23:59.
std::optional<std::chrono::minutes> time_from_text(std::string_view text);

// "2026-11-25T14:00:00Z" and back, strictly.
std::string iso(Instant instant);
std::optional<Instant> instant_from_iso(std::string_view text);

// Wall time in England at an instant: UTC, or an hour later from 01:00 UTC on the last Sunday of
// March until 01:00 UTC on the last Sunday of October. The machine's own time zone plays no part.
Moment england(Instant instant);

// The instant at which a day begins in England.
Instant beginning_in_england(Date day);

}  // namespace mappa
