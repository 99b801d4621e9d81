#pragma once

namespace bench {

// When all this happens: the export's day, and the moment that MAPPA_NOW sets, in England 09:00.
inline constexpr const char* exported_on = "2026-11-20";
inline constexpr const char* now = "2026-11-22T09:00:00Z";

}  // namespace bench
