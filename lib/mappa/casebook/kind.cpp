#include "mappa/casebook/kind.hpp"

#include <algorithm>

#include "mappa/casebook/kind_list.hpp"

namespace mappa {

const Field* Kind::find(std::string_view field) const {
  const auto found = std::ranges::find(fields, field, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

std::span<const Kind> kinds() {
  static const std::vector<Kind> list{
      person_kind(),         reference_kind(),    status_kind(),       category_kind(),
      level_kind(),          offender_manager_kind(), referral_kind(), arrangements_kind(),
      case_owner_kind(),     contribution_kind(), meeting_kind(),      request_kind(),
      answer_kind(),         part_c_kind(),       risk_assessment_kind(), special_conditions_kind(),
      placement_kind(),      child_risk_kind(),   visiting_arrangements_kind(),
      licence_kind(),        notification_kind(), location_kind(),     sentence_kind(),
      recall_kind(),         hold_kind(),         release_plan_kind(), acknowledgement_kind(),
      released_kind(),       note_kind()};
  return list;
}

const Kind* find_kind(std::string_view name) {
  const auto list = kinds();
  const auto found = std::ranges::find(list, name, &Kind::name);
  return found == list.end() ? nullptr : &*found;
}

}  // namespace mappa
