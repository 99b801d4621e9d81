#pragma once

#include <optional>
#include <string>

#include "mappa/calendar/working_days.hpp"
#include "mappa/report/json.hpp"
#include "mappa/report/page.hpp"

namespace mappa {

// "30 November 2026 (in 8 days).", "28 November 2026 (a Saturday; in 6 days): act by Friday 27 November.": the end
// of a sentence, and one more where it is not known whether the day to act by is a bank holiday.
// days_left: from today to `by`; negative when overdue, and then it is of no use any more when to act by.
std::string by_day(Date by, int days_left, const ActBy& act);

// "83 days, 2019 to 2028"
std::string in_short(const BankHolidays& calendar);
// A line for each year.
void add_days(const BankHolidays& calendar, Page& page);
Json json(const BankHolidays& calendar);

// A line that says when the calendar ends and what to do about it, if `end` is given: see ends_soon().
void add_holidays_end(std::optional<Date> end, Date today, Page& page);

}  // namespace mappa
