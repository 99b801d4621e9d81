#include "mappa/report/known.hpp"

#include "mappa/report/words.hpp"

namespace mappa {

Page known_page(Date known_on, EntryId later) {
  const std::string left_out = later == 0 ? "nothing was recorded since" : counted(static_cast<std::size_t>(later), "entry", "entries") + " recorded later " + (later == 1 ? "is" : "are") + " left out";
  return {"", {Line{}, Line{"As known at the end of " + spoken(known_on) + " (" + left_out + "), under today's rules."}}};
}

Json as_known(Json result, Date known_on) {
  if (std::holds_alternative<Json::Object>(result.raw())) result.set("as_known_on", known_on);
  return result;
}

}  // namespace mappa
