#include "mixture.hpp"

#include <fmt/format.h>

#include <array>

#include "dice.hpp"

namespace bench {
namespace {

constexpr std::array more_codes{Words{"P:P22"}, Words{"P:P33"}, Words{"P:P66"}, Words{"P:P88"},
                                Words{"P:P11"}, Words{"P:PC1"}, Words{"P:PL3"}};
constexpr std::array old_codes{Words{"P:P0"},  Words{"P:P2"},  Words{"P:PC1"}, Words{"P:PC2"},
                               Words{"P:PC3"}, Words{"P:PL1"}, Words{"P:PL2"}, Words{"P:P11"},
                               Words{"P:P99"}, Words{"P:P101"}};
constexpr std::array elsewhere{Words{"OUT"}, Words{"TRN"}, Words{""}, Words{"DUN"}, Words{"MAN"}, Words{"TIN"}};

Day day_of_the_check() { return std::chrono::year{2026} / std::chrono::November / 22; }

// Alerts stand as "P:P22;X:XA".
void mix_alerts(std::string& all, Dice& dice) {
  const std::string other = all.substr(all.find(';') + 1);
  if (dice.in_100(45))
    all = dice.in_100(10) ? "P:P33:inactive;" + other : other;
  else if (dice.in_100(5))
    all += fmt::format(";{}", dice.of(more_codes));
  else if (dice.in_100(8))
    all = fmt::format("{};{}", dice.of(old_codes), other);
  if (dice.in_100(1)) all += ";X:XNR";
}

// Seventeen or so, under a short sentence; what comes after it is supervision.
void make_young(Cells& cells, Dice& dice) {
  const Day start = first_of(2025) + Days{dice.between(0, 500)};
  const Day expiry = start + Days{dice.between(100, 800)};
  cells[birth] = iso(first_of(2008) + Days{dice.between(200, 900)});
  cells[youth] = "true";
  cells[curfew] = "";
  cells[sentence_start] = iso(start);
  cells[conditional_release] = cells[release] = iso(start + (expiry - start) / 2);
  cells[sentence_expiry] = iso(expiry);
  cells[licence_expiry] = dice.in_100(50) ? iso(expiry) : "";
  if (dice.in_100(60)) cells[supervision_expiry] = iso(expiry + Days{dice.between(30, 365)});
}

void mix_sentence(Cells& cells, Dice& dice) {
  cells[indeterminate] = "false";
  if (cells[recall] == "true" && dice.in_100(70))
    cells[post_recall_release] = iso(day_of_the_check() + Days{dice.between(-200, 400)});
  switch (dice.between(0, 49)) {
    case 0:
      cells[indeterminate] = "true";
      cells[conditional_release] = cells[release] = cells[curfew] = "";
      cells[sentence_expiry] = cells[licence_expiry] = "";
      break;
    case 1:
      cells[sentence_expiry] = cells[licence_expiry] = "";
      break;
    case 2:
      cells[licence_expiry] = "";
      break;
    case 3:
    case 4:
      make_young(cells, dice);
      break;
    case 5:
    case 6:
      cells[supervision_expiry] = iso(day_of_the_check() + Days{dice.between(-100, 365)});
      break;
    default:
      break;
  }
}

}  // namespace

void mix(Cells& cells, std::uint64_t seed, std::uint64_t index) {
  Dice dice(seed * 0x9e6c63d0876a9a47 + index * 0xda942042e4dd58b5);
  mix_alerts(cells[alerts], dice);
  mix_sentence(cells, dice);
  if (dice.in_100(5)) cells[prison] = dice.of(elsewhere);
  if (dice.in_100(1)) cells[nationality] = "British";
}

}  // namespace bench
