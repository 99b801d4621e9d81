#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mappa {

enum class PoliceNumber { right, wrong_letter, no_such_form };

// A Police National Computer number, "2012/0394773H" or short, "12/394773H": whether its last letter
// fits the year's last two digits followed by the seven-digit serial number, modulo 23.
PoliceNumber check_pnc(std::string_view text);

// A Criminal Records Office number, "029906/12J" or "29906/12J" (the year's two digits followed by the
// six-digit serial number), or "SF39/83396C" (followed by the serial number without leading zeros).
PoliceNumber check_cro(std::string_view text);

// A PNC number in full, so that two forms of one number are equal: "81/34U" is "1981/0000034U". Blanks
// around it go, the letter becomes a capital and stays, be it right or wrong. Nothing when it has no such
// form. now: the current year. A year of two digits is of its century, or of the one before where that would
// lie in the future; a year of four digits stays.
std::optional<std::string> canonical_pnc(std::string_view text, std::chrono::year now);

}  // namespace mappa
