#include "mappa/policy/bank_holidays.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <fmt/format.h>

#include "mappa/base/text.hpp"

namespace mappa {
namespace {

// New Year's Day, May Day and the others: since 1978 no year has had fewer.
constexpr int fewest_in_a_year = 8;

constexpr std::array<std::string_view, fewest_in_a_year> names{
    "New Year's Day",      "Good Friday",         "Easter Monday", "Early May bank holiday",
    "Spring bank holiday", "Summer bank holiday", "Christmas Day", "Boxing Day"};
// The month and day on which the holiday of this place in the list always is; 0 where it moves. On another day it
// is the substitute for one that fell on a weekend.
constexpr std::array<int, fewest_in_a_year> always_on{101, 0, 0, 0, 0, 0, 1225, 1226};

struct Year {
  int number;
  std::array<int, fewest_in_a_year> days;  // month and day, in the order of the names: 419 is 19 April
};
constexpr std::array years{
    Year{2019, {101, 419, 422, 506, 527, 826, 1225, 1226}}, Year{2020, {101, 410, 413, 508, 525, 831, 1225, 1228}},
    Year{2021, {101, 402, 405, 503, 531, 830, 1227, 1228}}, Year{2022, {103, 415, 418, 502, 602, 829, 1227, 1226}},
    Year{2023, {102, 407, 410, 501, 529, 828, 1225, 1226}}, Year{2024, {101, 329, 401, 506, 527, 826, 1225, 1226}},
    Year{2025, {101, 418, 421, 505, 526, 825, 1225, 1226}}, Year{2026, {101, 403, 406, 504, 525, 831, 1225, 1228}},
    Year{2027, {101, 326, 329, 503, 531, 830, 1227, 1228}}, Year{2028, {103, 414, 417, 501, 529, 828, 1225, 1226}},
};

// Days that came once, and one that was moved: it takes its name from here.
struct Once {
  int year, day;
  std::string_view name;
};
constexpr std::array once{
    Once{2020, 508, "Early May bank holiday, VE Day"},
    Once{2022, 603, "Platinum Jubilee bank holiday"},
    Once{2022, 919, "Bank holiday for the State Funeral of Queen Elizabeth II"},
    Once{2023, 508, "Bank holiday for the coronation of King Charles III"},
};

Date date_of(int year, int month_and_day) {
  return std::chrono::year{year} / (month_and_day / 100) / (month_and_day % 100);
}

constexpr std::string_view until = "until", take_away = "take-away";
constexpr const char* how_to_write = "Write the year first, as in 2029-12-25 = \"Christmas Day\".";

// Nobody works then anyway, and the day that is off instead would be missing.
void reject_weekend(const Toml& table, const std::string& key, Date day) {
  if (kind_of_day(day, {}) != DayKind::weekend) return;
  table.reject(key, fmt::format("{} is a {}, on which nobody is taken to work anyway.", spoken(day), weekday(day)),
               "Give the substitute day, on which the bank holiday is kept.");
}

std::vector<Date> read_taken_away(Toml& table, BankHolidays& calendar) {
  std::vector<Date> out;
  for (const auto& text : table.texts(take_away)) {
    const auto day = date_from_iso(text);
    if (!day) table.reject(take_away, "\"" + safe(text) + "\" is no day.", "Write the year first, as in [2029-12-25].");
    if (!calendar.take_away(*day))
      table.reject(take_away, spoken(*day) + " is no bank holiday here.", "Correct the day, or leave it out.");
    out.push_back(*day);
  }
  return out;
}

void read_day(Toml& table, const std::string& key, const std::vector<Date>& taken_away, BankHolidays& calendar) {
  const auto day = date_from_iso(key);
  if (!day) table.reject(key, "\"" + safe(key) + "\" is no day.", how_to_write);
  reject_weekend(table, key, *day);
  if (std::ranges::find(taken_away, *day) != taken_away.end())
    table.reject(key, spoken(*day) + " is taken away here as well.", "Keep one of the two.");
  const std::string name{trimmed(table.text(key).value_or(""))};
  // A semicolon stands between two days in the canonical text.
  if (name.empty() || name != safe(name) || name.find(';') != std::string::npos)
    table.reject(key, "The bank holiday on " + spoken(*day) + " needs a name of one line, without a semicolon.", how_to_write);
  calendar.add({*day, name});
}

void read_until(Toml& table, BankHolidays& calendar) {
  const auto last = table.number(until);
  if (!last) return;
  if (*last < calendar.last_year())
    table.reject(until, fmt::format("The calendar goes to {} already, and cannot end in {}.", calendar.last_year(), *last),
                 "Remove the line, or say a later year.");
  for (int year = calendar.last_year() + 1; year <= *last; ++year)
    if (const int known = calendar.count_in(year); known < fewest_in_a_year)
      table.reject(until, fmt::format("Of {} only {} of at least {} bank holidays are here.", year, known, fewest_in_a_year),
                   "Add the others, with substitute days, or say an earlier year.");
  calendar.cover_until(static_cast<int>(*last));
}

bool begins_like_a_day(const std::string& key) { return !key.empty() && key[0] >= '0' && key[0] <= '9'; }

void add_days(std::string& out, std::string_view word, const std::vector<std::string>& days) {
  if (!days.empty()) out += fmt::format("{}{} {}", out.empty() ? "" : "; ", word, fmt::join(days, ", "));
}

}  // namespace

BankHolidays shipped_bank_holidays() {
  std::vector<BankHoliday> days;
  for (const Year& year : years)
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool substitute = always_on[i] != 0 && always_on[i] != year.days[i];
      days.push_back({date_of(year.number, year.days[i]), std::string(names[i]) + (substitute ? ", substitute day" : "")});
    }
  BankHolidays out{years.front().number, years.back().number, std::move(days)};
  for (const Once& one : once) out.add({date_of(one.year, one.day), std::string(one.name)});
  return out;
}

std::string canonical(const BankHolidays& calendar) {
  std::string out = fmt::format("{} to {}:", calendar.first_year(), calendar.last_year());
  std::string_view between = " ";
  for (const BankHoliday& one : calendar.days()) {
    out.append(between).append(iso(one.day)).append(" ").append(one.name);
    between = "; ";
  }
  return out;
}

std::string changes(const BankHolidays& shipped, const BankHolidays& now) {
  if (now == shipped) return {};
  std::vector<std::string> added, renamed, gone;
  for (const BankHoliday& one : now.days()) {
    const BankHoliday* before = shipped.find(one.day);
    if (!before) added.push_back(iso(one.day));
    else if (before->name != one.name) renamed.push_back(iso(one.day));
  }
  for (const BankHoliday& one : shipped.days())
    if (!now.find(one.day)) gone.push_back(iso(one.day));
  std::string out;
  add_days(out, "added", added);
  add_days(out, "renamed", renamed);
  add_days(out, "taken away", gone);
  if (now.last_year() != shipped.last_year())
    out += fmt::format("{}until {} instead of {}", out.empty() ? "" : "; ", now.last_year(), shipped.last_year());
  return out;
}

void read_bank_holidays(Toml& document, BankHolidays& calendar) {
  auto table = document.table("bank-holidays");
  if (!table) return;
  const auto taken_away = read_taken_away(*table, calendar);
  for (const auto& key : table->keys())
    if (begins_like_a_day(key)) read_day(*table, key, taken_away, calendar);
  read_until(*table, calendar);
  table->finish();
}

}  // namespace mappa
