#include "people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "cells.hpp"
#include "dice.hpp"
#include "mixture.hpp"

namespace bench {
namespace {

constexpr std::array surnames{
    Words{"SMITH"},          Words{"O'BRIEN"},       Words{"KHAN"},       Words{"N'DIAYE"},
    Words{"NUÑEZ"},          Words{"KOWALSKI"},      Words{"OKAFOR"},     Words{"D'SOUZA"},
    Words{"MÜLLER"},         Words{"ŁUKASIEWICZ"},   Words{"BEGUM"},      Words{"NGUYEN"},
    Words{"HADŽIĆ"},         Words{"AL-HASSAN"},     Words{"DE LA CRUZ"}, Words{"POPESCU"},
    Words{"GREEN, JR"},      Words{"THOMPSON"},      Words{"MENSAH"},     Words{"ŞAHIN"},
    Words{"CAMPBELL"},       Words{"HOXHA"},         Words{"SINGH"},      Words{"O'CONNOR"},
    Words{"GARCÍA MÁRQUEZ"}, Words{"TRAN"},          Words{"ADEYEMI"},    Words{"VAN DER BERG"},
    Words{"BALOGUN"},        Words{"JÓZEFOWICZ"},    Words{"PEREIRA"},    Words{"LINDSTRÖM"},
    Words{"MOHAMUD"},        Words{"WILLIAMS, SNR"}, Words{"TESFAYE"},    Words{"BROWN"},
    Words{"IVANOV"},         Words{"RAHMAN"},        Words{"GONÇALVES"},  Words{"ABDI"}};
constexpr std::array first_names{
    Words{"JOHN"},   Words{"AMARA"},  Words{"JOSÉ"},     Words{"MOHAMMED"}, Words{"MAREK"},   Words{"CHIDI"},
    Words{"ANNA"},   Words{"DELROY"}, Words{"ZOË"},      Words{"ALI"},      Words{"ION"},     Words{"KWAME"},
    Words{"FATIMA"}, Words{"ARBEN"},  Words{"GURPREET"}, Words{"SEÁN"},     Words{"INÊS"},    Words{"DUC"},
    Words{"TUNDE"},  Words{"PIETER"}, Words{"OLGA"},     Words{"SAMIR"},    Words{"SIOBHÁN"}, Words{"BJÖRN"}};
constexpr std::array nationalities{Words{"Albanian"},  Words{"Polish"},   Words{"Romanian"},
                                   Words{"Jamaican"},  Words{"Nigerian"}, Words{"Vietnamese"},
                                   Words{"Pakistani"}, Words{"Somali"},   Words{"Brazilian"},
                                   Words{"Ghanaian"},  Words{"Indian"},   Words{"Portuguese"}};
constexpr std::array places{Words{"HAR"}, Words{"BRK"}, Words{"COL"}, Words{"DER"},
                            Words{"YAR"}, Words{"MDI"}, Words{"LEI"}, Words{"WWI"},
                            Words{"PVI"}, Words{"BXI"}, Words{"HEI"}, Words{"MSI"}};
constexpr std::array legal_statuses{Words{"SENTENCED"}, Words{"SENTENCED"}, Words{"SENTENCED"},
                                    Words{"IMMIGRATION_DETAINEE"}, Words{"RECALL"}};
constexpr std::array mappa_alerts{Words{"P:P22"}, Words{"P:P33"}, Words{"P:P44"}, Words{"P:P55"},
                                  Words{"P:P66"}, Words{"P:P66"}, Words{"P:P77"}, Words{"P:P88"}};
constexpr std::array other_alerts{Words{"X:XA"},  Words{"S:SOR"}, Words{"C:C1"},  Words{"X:XVL"},
                                  Words{"R:RCS"}, Words{"H:HA"},  Words{"X:XEL"}, Words{"V:VOP:inactive"}};
constexpr Words new_alert = "X:XSA";

constexpr std::uint64_t all_numbers = 26ULL * 10'000 * 26 * 26;

// A step prime to how many numbers there are walks through all of them, in no order.
std::string prison_number(std::uint64_t index) {
  std::uint64_t n = (index * 104'729'003 + 8'675'309) % all_numbers;
  const auto letter = [&n] {
    const char c = static_cast<char>('A' + n % 26);
    n /= 26;
    return c;
  };
  const char first = letter();
  const char last = letter();
  const char middle = letter();
  return fmt::format("{}{:04}{}{}", first, n, middle, last);
}

char check_letter(int two_digit_year, std::uint64_t serial, std::uint64_t ten_to_the_digits) {
  constexpr Words letters = "ZABCDEFGHJKLMNPQRTUVWXY";
  return letters[(static_cast<std::uint64_t>(two_digit_year) * ten_to_the_digits + serial) % letters.size()];
}

std::string pnc_number(Dice& dice) {
  const int year = dice.between(1985, 2025);
  const auto serial = dice.below(10'000'000);
  return fmt::format("{}/{:07}{}", year, serial, check_letter(year % 100, serial, 10'000'000));
}

std::string cro_number(Dice& dice) {
  const int year = dice.between(85, 99);
  const auto serial = 1 + dice.below(999'999);
  return fmt::format("{:06}/{:02}{}", serial, year, check_letter(year, serial, 1'000'000));
}

void add_sentence(Cells& cells, Dice& dice, Day born) {
  const Day start = first_of(2019) + Days{dice.between(0, 2700)};
  const int length = dice.between(300, 4000);
  const Day expiry = start + Days{length};
  const Day conditional = start + Days{length / 2};
  cells[sentence_start] = iso(start);
  cells[conditional_release] = cells[release] = iso(conditional);
  if (dice.in_100(30)) cells[curfew] = iso(conditional - Days{dice.between(30, 135)});
  cells[sentence_expiry] = cells[licence_expiry] = iso(expiry);
  cells[youth] = start - born < Days{21 * 365} ? "true" : "false";
}

Cells person(std::uint64_t seed, std::uint64_t index) {
  Dice dice(seed * 0xd1342543de82ef95 + index * 0x2545f4914f6cdd1d);
  Cells cells;
  cells[number] = prison_number(index);
  cells[surname] = dice.of(surnames);
  if (dice.in_100(15))
    cells[surname] += fmt::format("-{}", dice.of(std::array{Words{"JONES"}, Words{"ALI"}, Words{"COLE"}}));
  cells[first_name] = dice.of(first_names);
  if (dice.in_100(40)) cells[middle_names] = dice.of(first_names);
  const Day born = first_of(1955) + Days{dice.between(0, 50 * 365)};
  cells[birth] = iso(born);
  cells[nationality] = dice.of(nationalities);
  cells[pnc] = pnc_number(dice);
  if (dice.in_100(60)) cells[cro] = cro_number(dice);
  cells[booking_id] = std::to_string(1'200'000 + index);
  cells[booking] = fmt::format("{:05}{}", dice.below(100'000), static_cast<char>('A' + dice.below(26)));
  cells[prison] = dice.of(places);
  cells[status] = "ACTIVE IN";
  cells[in_out] = "IN";
  cells[legal_status] = dice.of(legal_statuses);
  cells[recall] = cells[legal_status] == "RECALL" ? "true" : "false";
  cells[alerts] = fmt::format("{};{}", dice.of(mappa_alerts), dice.of(other_alerts));
  add_sentence(cells, dice, born);
  return cells;
}

bool changes(std::uint64_t index) { return index % 100 == 11 || index % 100 == 47 || index % 100 == 83; }

std::string later(const std::string& date, int days) {
  const std::chrono::year_month_day day{
      std::chrono::year{std::stoi(date.substr(0, 4))},
      std::chrono::month{static_cast<unsigned>(std::stoul(date.substr(5, 2)))},
      std::chrono::day{static_cast<unsigned>(std::stoul(date.substr(8)))}};
  return iso(Day{day} + Days{days});
}

Words another_place(Words place) {
  const auto next = std::ranges::find(places, place) + 1;
  return next == places.end() ? places.front() : *next;
}

void change(Cells& cells, std::uint64_t index) {
  switch (index / 100 % 3) {
    case 0:
      cells[conditional_release] = cells[release] = later(cells[release], 28);
      break;
    case 1:
      cells[prison] = another_place(cells[prison]);
      break;
    default:
      cells[alerts] += fmt::format(";{}", new_alert);
  }
}

bool is_bad(std::uint64_t index) { return index % 200 == 0; }

std::string quoted(const std::string& cell) {
  return cell.find(',') == std::string::npos ? cell : fmt::format("\"{}\"", cell);
}

std::size_t columns_of(const People& people) { return people.mixed ? columns.size() : fewer_columns; }

std::string joined(const Cells& cells, std::size_t count) {
  std::string line;
  for (std::size_t i = 0; i < count; ++i) line += (i == 0 ? "" : ",") + quoted(cells[i]);
  return line + '\n';
}

// What goes wrong in real exports, one kind in turn.
std::string bad_row(Cells cells, std::size_t count, std::uint64_t index) {
  std::string line;
  switch (index / 200 % 5) {
    case 0:
      cells[number].pop_back();
      return joined(cells, count);
    case 1:
      cells[licence_expiry] = "2026-02-30";
      return joined(cells, count);
    case 2:
      cells[licence_expiry] = "12/31/28";
      return joined(cells, count);
    case 3:  // a cell too many: a comma that nobody quoted
      cells[surname] = "SMITH";
      line = joined(cells, count);
      return line.insert(line.find("SMITH"), "SMITH, ");
    default:  // a cell too few
      line = joined(cells, count);
      return line.erase(line.find(',', line.find(cells[birth])), 1);
  }
}

}  // namespace

std::string iso(Day day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

Day first_of(int year) { return std::chrono::year{year} / std::chrono::January / 1; }

std::string header(const People& people) {
  return fmt::format("{}\n", fmt::join(columns.begin(), columns.begin() + columns_of(people), ","));
}

std::string row(const People& people, std::uint64_t index) {
  Cells cells = person(people.seed, index);
  if (people.mixed) mix(cells, people.seed, index);
  if (people.changed && changes(index)) change(cells, index);
  const auto count = columns_of(people);
  return is_bad(index) ? bad_row(std::move(cells), count, index) : joined(cells, count);
}

}  // namespace bench
