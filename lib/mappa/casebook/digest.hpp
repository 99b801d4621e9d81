#pragma once

#include <string>
#include <string_view>

namespace mappa {

// BLAKE2b with 256 bits of the bytes, as 64 lower-case hexadecimal digits.
std::string digest(std::string_view bytes);

// 16 bytes from the system's random source: the salt of an entry's body.
std::string fresh_salt();

}  // namespace mappa
