// Status, category and level against each other, and NOMIS against the casebook: what the rules of paragraphs 6
// and 12 ask of a release is asked here of the records.
#include <algorithm>

#include "mappa/rules/contradiction_list.hpp"
#include "mappa/rules/paragraph_rules.hpp"
#include "mappa/rules/standing.hpp"

namespace mappa {
namespace {

Findings only_not_met(Findings found) {
  std::erase_if(found, [](const Finding& one) { return one.answer != Answer::not_met; });
  return found;
}

}  // namespace

Findings category_without_what_it_needs(const Case& c, const Setting& s) {
  Findings found = category_supported(c, s);
  // What waits for the category itself contradicts nothing.
  std::erase_if(found, [](const Finding& one) { return !one.open() || !one.waits_for.empty(); });
  return found;
}

Findings level_without_category(const Case& c, const Setting&) {
  const auto level = c.standing.settled_level();
  if (mappa_state(c) != MappaState::yes || !level || c.standing.settled_category()) return {};
  return not_met("level {} is set, and no category is known: a level follows from a screening of the category", *level)
      .from(c.standing.level, "level", "alerts")
      .from(c.standing.category, "category", "alerts")
      .act(say("Ask the offender manager which category holds, and record it."))
      .mend_with("category", "N");
}

Findings not_mappa_with_category_or_level(const Case& c, const Setting&) {
  const auto& not_mappa = c.standing.mappa.record;
  if (!not_mappa || *not_mappa) return {};
  Findings out;
  const auto again = [](Finding found) {
    return found.act(say("Ask the offender manager which holds, and record the status about today.")).mend_with("status", "YES-OR-NO", {"said-by"});
  };
  const auto add = [&](const Fact<int>& fact, const char* what) {
    if (!fact) return;
    out.push_back(again(not_met("recorded as not a MAPPA offender about {}, and with " + std::string(what) + " {} about {}", *not_mappa.day, *fact, *fact.day)
                            .from(not_mappa, "mappa")
                            .from(fact, what)));
  };
  add(c.standing.category.record, "category");
  add(c.standing.level.record, "level");
  const auto& applies = c.notification.applies.record;
  if (applies && *applies)
    out.push_back(again(not_met("recorded as not a MAPPA offender about {}, and as subject to notification, which is category 1, about {}",
                                *not_mappa.day, *applies.day)
                            .from(not_mappa, "mappa")
                            .from(applies, "applies")));
  return out;
}

Findings mappa_codes_contradict(const Case& c, const Setting& s) { return only_not_met(codes_in_order(c, s)); }

Findings nomis_against_casebook(const Case& c, const Setting& s) { return only_not_met(both_sides_agree(c, s)); }

}  // namespace mappa
