#include "mappa/report/working_days.hpp"

#include <map>

#include <fmt/format.h>

#include "mappa/report/words.hpp"

namespace mappa {
namespace {

int year_of(Date day) { return static_cast<int>(day.year()); }

std::string without_year(Date day) {
  const std::string whole = spoken(day);
  return whole.substr(0, whole.rfind(' '));
}

// "27 Nov": a year's days then fit on one line.
std::string short_day(Date day) {
  const std::string whole = without_year(day);
  return whole.substr(0, whole.find(' ') + 4);
}

// "Friday 27 November", and the year where it is another one than that of the day on which it is due.
std::string named(Date day, Date due) { return fmt::format("{} {}", weekday(day), day.year() == due.year() ? without_year(day) : spoken(day)); }

// "a Saturday", "Good Friday"
std::string why_nobody_works(Date due, const ActBy& act) { return act.holiday.empty() ? fmt::format("a {}", weekday(due)) : act.holiday; }

std::string what_to_do(Date due, int days_to_act, const ActBy& act) {
  if (days_to_act < 0) return fmt::format("not overdue, but {}, the last working day before it, has gone.", named(act.day, due));
  if (days_to_act == 0) return "act today, the last working day before it.";
  return fmt::format("act by {}.", named(act.day, due));
}

}  // namespace

std::string by_day(Date by, int days_left, const ActBy& act) {
  if (days_left < 0) return spoken(by) + " (overdue, " + how_soon(days_left) + ").";
  const std::string in_doubt = act.certain ? "" : fmt::format(" Bank holidays of {} are not known.", year_of(act.day));
  if (act.day == by) return spoken(by) + " (" + how_soon(days_left) + ")." + in_doubt;
  return fmt::format("{} ({}; {}): {}{}", spoken(by), why_nobody_works(by, act), how_soon(days_left),
                     what_to_do(by, days_left - days_between(act.day, by), act), in_doubt);
}

std::string in_short(const BankHolidays& calendar) {
  return fmt::format("{}, {} to {}", counted(calendar.days().size(), "day", "days"), calendar.first_year(), calendar.last_year());
}

void add_days(const BankHolidays& calendar, Page& page) {
  std::map<int, std::string> years;
  for (const BankHoliday& one : calendar.days()) {
    std::string& line = years[year_of(one.day)];
    line += (line.empty() ? "" : ", ") + short_day(one.day);
  }
  for (const auto& [year, line] : years) page.blocks.push_back(Line{fmt::format("      {}: {}", year, line)});
}

Json json(const BankHolidays& calendar) {
  Json days = Json::array();
  for (const BankHoliday& one : calendar.days()) days.add(Json::object({{"date", one.day}, {"name", one.name}}));
  return Json::object({{"first_year", calendar.first_year()}, {"last_year", calendar.last_year()}, {"days", std::move(days)}});
}

void add_holidays_end(std::optional<Date> end, Date today, Page& page) {
  if (!end) return;
  page.blocks.push_back(Line{fmt::format("The calendar of bank holidays {} on {}; {} only weekends are known. Get a newer mappa, or add days under "
                                         "[bank-holidays] in the configuration.",
                                         today > *end ? "ended" : "ends", spoken(*end), today > *end ? "since then" : "after that")});
}

}  // namespace mappa
