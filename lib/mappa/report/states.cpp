#include "mappa/report/states.hpp"

#include "mappa/report/words.hpp"

namespace mappa {

Json json(const Refreshed& done) { return Json::object({{"schema", "mappa.refresh/1"}, {"folded", done.folded}, {"everybody", done.all}}); }

Page page(const Refreshed& done) {
  return {counted(done.folded, "case was", "cases were") + (done.all ? " worked out: everybody." : " worked out anew; what was kept of everybody else holds."), {}};
}

}  // namespace mappa
