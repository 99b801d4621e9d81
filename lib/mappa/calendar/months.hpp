#pragma once

#include "mappa/calendar/date.hpp"

namespace mappa {

// Which way to go when the month that is reached has no such day.
enum class Rounding {
  down,  // the last day of that month: the earlier day, for "at least N months before"
  up,    // the first day of the next month: the later day
};

// A date reached by counting months, and whether the day had to be rounded.
struct Counted {
  Date date;
  bool rounded = false;
};

// `months` (0 or more) calendar months before or after `date`. 31 August 2026 less six months is
// 28 February 2026, rounded down: February has no 31st.
Counted months_before(Date date, int months, Rounding rounding);
Counted months_after(Date date, int months, Rounding rounding);

// Full years from `born` to `day`. Somebody born on 29 February has a birthday on 1 March in other
// years (the rule of English law: an age is reached at the start of the anniversary, and where
// there is none, on the day after 28 February). Negative when `day` is before `born`.
int age_on(Date born, Date day);

}  // namespace mappa
