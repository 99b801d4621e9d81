#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace mappa {

// A way of writing dates to which a whole column of a file keeps.
enum class DateFormat {
  year_month_day,     // 2022-12-31
  compact,            // 20221231
  day_first,          // 31/12/2022
  month_first,        // 12/31/2022
  short_day_first,    // 31/12/22
  short_month_first,  // 12/31/22
  month_named,        // 31 Dec 2022
};

// All of them, in the order in which they are listed for people.
std::span<const DateFormat> date_formats();

// "dd/mm/yyyy": the name by which a mapping file calls it.
std::string_view name(DateFormat format);
// The format of that name, in any letter case; nothing when there is none.
std::optional<DateFormat> find_date_format(std::string_view name);
// "month/day/two-digit year": what a date of this format looks like, for sentences.
std::string_view looks_like(DateFormat format);

// 25 November 2026 in this format: "25/11/2026".
std::string_view example(DateFormat format);

bool has_short_year(DateFormat format);
bool has_month_first(DateFormat format);
// The format with all four digits of the year and the same order; others stay as they are.
DateFormat with_full_year(DateFormat format);

// What the parts of a date say, whether there is such a day or not.
struct DateParts {
  int year = 0;
  int month = 0;
  int day = 0;
};

// The parts of a date in this format; nothing when it is written in another. "/" in the format's name also
// stands for "-" and ".", the same one twice; a day or month beside it may have one digit (5/9/2022). The
// blanks around the name of a month may also both be "-", and the name may be whole or three letters, in
// any letter case. Two-digit years mean 2000 to 2099.
std::optional<DateParts> date_parts(std::string_view text, DateFormat format);

}  // namespace mappa
