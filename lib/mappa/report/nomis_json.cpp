#include "mappa/report/nomis_json.hpp"

#include "mappa/nomis/raw_record.hpp"
#include "mappa/report/json.hpp"

namespace mappa {
namespace {

Json value(const NomisField& field, const std::string& text) {
  return field.type == NomisType::flag ? Json(text == "yes") : Json(text);
}

Json alert_object(const Alert& alert) {
  Json out = Json::object({{"alertType", or_null(alert.type)},
                           {"alertCode", alert.code},
                           {"active", alert.active && alert.expired ? Json() : Json(alert.active)},
                           {"expired", alert.expired}});
  if (alert.from) out.add("dateCreated", *alert.from);
  if (alert.until) out.add("dateExpires", *alert.until);
  return out;
}

Json person(const NomisRow& row) {
  Json out = Json::object({{std::string(prison_number_field), row.number.text()}}), alerts = Json::array();
  for (const auto& [field, text] : row.fields) out.add(std::string(field->name), value(*field, text));
  for (const Alert& alert : row.alerts) alerts.add(alert_object(alert));
  out.add(std::string(alerts_field), std::move(alerts));
  return out;
}

}  // namespace

RowsText nomis_json() {
  return {"[\n", ",\n", "\n]\n", [](const NomisRow& row) { return text(person(row), false); }};
}

}  // namespace mappa
