#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mappa/calendar/date.hpp"
#include "mappa/nomis/date_format.hpp"

namespace mappa {

// What a date in an export says. Read are: 2022-12-31, with or without a time behind it; 31/12/2022,
// 31-12-2022, 31.12.2022; 31 Dec 2022, 31 December 2022. Never month-first, never "today" or "+14d".
//
// NOMIS has no way to say "no end" but a date far away. Taken as that are every day of 2199 and 2999
// and 31 December of 2121 and later; other dates before 2199 are kept (a sentence may well end in
// 2132), and other dates from 2199 on are errors.
struct DateValue {
  std::optional<Date> date;   // absent when it is an error or stands for no date
  std::string error;          // a sentence; empty when it could be read
  bool means_none = false;    // a date that stands for no date
  bool time_dropped = false;  // a time stood behind it
  bool month_first = false;   // an error, which shows that the file writes the month first
  bool either_way = false;    // would be another day if the file wrote the month first: 01/02/2022
};

// text: without blanks at its ends, not empty.
DateValue read_date_value(std::string_view text);

// The same from a column whose format is known: read is that format (see date_parts) and nothing else, with
// or without a time behind it where day, month and year of four digits are numbers with separators. The
// error's sentence names the format, and others that the text looks like. either_way stays false: nothing
// is left open. month_first says that the text looks month-first, and the column is not.
DateValue read_date_value(std::string_view text, DateFormat format);

}  // namespace mappa
