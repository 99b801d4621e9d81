#include "mappa/casebook/kind.hpp"

#include <algorithm>

#include "mappa/casebook/kind_list.hpp"

namespace mappa {

const Field* Kind::find(std::string_view field) const {
  const auto found = std::ranges::find(fields, field, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

std::string Kind::line_to_type() const { return "mappa record " + std::string(example); }

namespace {

// Made when somebody first asks for it: most commands need few of them.
template <Kind (*make)()>
const Kind& made() {
  static const Kind kind = make();
  return kind;
}

struct Named {
  std::string_view name;
  const Kind& (*kind)();
};

constexpr Named list[] = {
    {"person", made<person_kind>},
    {"reference", made<reference_kind>},
    {"status", made<status_kind>},
    {"category", made<category_kind>},
    {"level", made<level_kind>},
    {"offender-manager", made<offender_manager_kind>},
    {"referral", made<referral_kind>},
    {"arrangements", made<arrangements_kind>},
    {"case-owner", made<case_owner_kind>},
    {"contribution", made<contribution_kind>},
    {"meeting", made<meeting_kind>},
    {"request", made<request_kind>},
    {"answer", made<answer_kind>},
    {"part-c", made<part_c_kind>},
    {"risk-assessment", made<risk_assessment_kind>},
    {"special-conditions", made<special_conditions_kind>},
    {"placement", made<placement_kind>},
    {"child-risk", made<child_risk_kind>},
    {"visiting-arrangements", made<visiting_arrangements_kind>},
    {"licence", made<licence_kind>},
    {"notification", made<notification_kind>},
    {"location", made<location_kind>},
    {"sentence", made<sentence_kind>},
    {"recall", made<recall_kind>},
    {"hold", made<hold_kind>},
    {"release-plan", made<release_plan_kind>},
    {"acknowledgement", made<acknowledgement_kind>},
    {"released", made<released_kind>},
    {"note", made<note_kind>},
};

std::vector<Kind> all() {
  std::vector<Kind> out;
  for (const Named& one : list) out.push_back(one.kind());
  return out;
}

}  // namespace

std::span<const Kind> kinds() {
  static const std::vector<Kind> every = all();
  return every;
}

const Kind* find_kind(std::string_view name) {
  const auto found = std::ranges::find(list, name, &Named::name);
  return found == std::end(list) ? nullptr : &found->kind();
}

}  // namespace mappa
