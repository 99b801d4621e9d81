# Writes OUT, a header that says a digest of all the sources named in LIST, one a line: what is derived from a casebook
# names it, and is made again by a program that was built from others. cmake -DOUT=... -DLIST=... -P sources_digest.cmake
file(STRINGS ${LIST} sources)
set(all "")
foreach(source ${sources})
  file(SHA256 ${source} one)
  string(APPEND all ${one})
endforeach()
string(SHA256 digest "${all}")
file(CONFIGURE OUTPUT ${OUT} CONTENT "#pragma once

#include <string_view>

namespace mappa {

constexpr std::string_view sources_digest = \"${digest}\";

}  // namespace mappa
")
