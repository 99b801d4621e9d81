#pragma once

#include <string>
#include <string_view>

namespace bench {

// 'O''Brien'
inline std::string sql_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

}  // namespace bench
