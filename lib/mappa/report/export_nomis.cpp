#include "mappa/report/export_nomis.hpp"

#include <fmt/format.h>

#include "mappa/base/text.hpp"
#include "mappa/report/words.hpp"

namespace mappa {

Page page(const RowsThatHold& rows) {
  const std::string day = spoken(rows.newest);
  const std::string days = rows.oldest == rows.newest ? "on " + day : "between " + spoken(rows.oldest) + " and " + day;
  Page out{fmt::format("{}, as NOMIS had them {}.", counted(rows.people, "person", "people"), days), {}};
  if (rows.older > 0)
    out.blocks.push_back(Line{fmt::format(
        "{} last seen before {}. Taken in again, their rows count as seen on that day, and alerts that ended before "
        "it as expired.",
        counted(rows.older, "person was", "people were"), day)});
  if (rows.day_assumed > 0)
    out.blocks.push_back(Line{fmt::format("Of {} the day is not known: the day of import stands for it.",
                                          counted(rows.day_assumed, "row", "rows"))});
  return out;
}

std::string import_line(const RowsThatHold& rows, const std::string& file) {
  return fmt::format("mappa import {} --exported-on {}", file.empty() ? "FILE" : shell_word(safe(file)),
                     iso(rows.newest));
}

}  // namespace mappa
