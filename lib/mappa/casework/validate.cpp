#include "mappa/casework/validate.hpp"

#include "mappa/casework/check_release.hpp"

namespace mappa {

Validation validate(const Snapshot& snapshot, const std::optional<PrisonNumber>& number, const Desk& desk) {
  Validation out{desk.today(), {}, 0};
  const auto look_at = [&](const LoadedCase& loaded) {
    const Case& c = loaded.folded;
    ++out.looked_at;
    auto found = contradicting(c, setting_now(c, desk));
    if (!found.empty()) out.cases.push_back({c.number, c.name(), std::move(found), notes_on(loaded)});
  };
  if (number) look_at(load(snapshot, *number, desk.today()));
  else each_case(snapshot, desk.today(), look_at);
  return out;
}

}  // namespace mappa
