#pragma once

#include <string_view>

namespace mappa {

enum class PoliceNumber { right, wrong_letter, no_such_form };

// A Police National Computer number, "2012/0394773H" or short, "12/394773H": whether its last letter
// fits the year's last two digits followed by the seven-digit serial number, modulo 23.
PoliceNumber check_pnc(std::string_view text);

// A Criminal Records Office number, "029906/12J" or "29906/12J" (the year's two digits followed by the
// six-digit serial number), or "SF39/83396D" (followed by the serial number without leading zeros).
PoliceNumber check_cro(std::string_view text);

}  // namespace mappa
