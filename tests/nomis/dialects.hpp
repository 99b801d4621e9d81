#pragma once

#include <string>
#include <string_view>

// One and the same export, and what turns it into the forms in which it turns up.
namespace mappa {

inline const std::string plain =
    "prisonerNumber,lastName,dateOfBirth,alerts\nA1234BC,Núñez,1980-02-28,P:P33\nA1234BD,O’Neill,,\n";
inline const std::u16string_view plain_wide =
    u"\ufeffprisonerNumber,lastName,dateOfBirth,alerts\nA1234BC,Núñez,1980-02-28,P:P33\nA1234BD,O’Neill,,\n";

inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

// Latin letters and a few others, as code points.
inline std::string in_utf16(std::u16string_view text, bool little) {
  std::string out;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xff);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

// The letters of `plain`.
inline std::string in_windows_1252(const std::string& text) {
  return replaced(replaced(replaced(text, "ú", "\xfa"), "ñ", "\xf1"), "’", "\x92");
}

}  // namespace mappa
