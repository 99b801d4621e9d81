#pragma once

#include <string>
#include <vector>

#include "mappa/calendar/moment.hpp"

namespace mappa {

// One day on which something falls due, as a calendar shows it. Texts may hold anything but control characters other
// than line ends.
struct CalendarEvent {
  std::string uid;
  int sequence = 0;
  Date day;
  Instant modified;
  std::string summary, description, category;
  std::vector<int> alarms;  // each so many days before its day, at nine in the morning
};

struct Calendar {
  std::string name, about;  // without commas and semicolons, which the properties for them do not escape
  Instant made;
  std::vector<CalendarEvent> events;
};

// The calendar as iCalendar (RFC 5545), published whole (RFC 5546): whoever takes it in again has what it holds now.
// Events take a day and no time of it, and are confidential. Throws Fault (unexpected) where libical is missing.
std::string ical(const Calendar& calendar);

}  // namespace mappa
