#pragma once

#include <string>
#include <string_view>

#include "mappa/base/toml.hpp"
#include "mappa/calendar/working_days.hpp"

namespace mappa {

// The bank holidays of England and Wales as mappa ships them, 2019 to 2028: the days on which nobody is taken to
// work, besides Saturdays and Sundays.
BankHolidays shipped_bank_holidays();

inline constexpr std::string_view bank_holidays_source = "as published on gov.uk on 24 November 2025";

// All of it in canonical text: "2019 to 2028: 2019-01-01 New Year's Day; 2019-04-19 Good Friday; ...".
std::string canonical(const BankHolidays& calendar);

// What differs: "added 2029-01-01; taken away 2028-05-01; until 2029 instead of 2028". Empty where nothing does.
std::string changes(const BankHolidays& shipped, const BankHolidays& now);

// Reads the [bank-holidays] table of a configuration into `calendar`: days with their names, `take-away`, and
// `until`, the last year that is covered. Throws Fault (configuration) for an unknown key, a wrong type, a day
// that does not exist or falls on a weekend, a day taken away that is not there, a last year before the one that
// is covered already, or a year that has too few days to be whole.
void read_bank_holidays(Toml& document, BankHolidays& calendar);

}  // namespace mappa
