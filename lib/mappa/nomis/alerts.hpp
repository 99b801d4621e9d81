#pragma once

#include <span>
#include <vector>

#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// The alerts of a record in canonical form, sorted by type and code, each once. Adds to problems: an
// error for each that is no alert; a warning for each that is both active and expired (kept as
// expired) and for each MAPPA code that is not filed under type P (kept as it came); a note for what
// was repaired or came several times, and for a day so far away that it stands for none. Of one alert in
// several states the active one is kept, and of those alike the one that gives most days. One whose end lies
// before the export is expired, whatever else is said of it.
// more: alerts of the same person that stand in another file.
std::vector<Alert> read_alerts(const RawRecord& record, std::span<const RawAlert> more, Date exported_on,
                               Problems& problems);

}  // namespace mappa
