#include "mappa/policy/facility.hpp"

#include <algorithm>
#include <array>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/policy/role.hpp"

namespace mappa {
namespace {

constexpr std::array kinds_of_facility{
    std::pair{FacilityKind::removal_centre, std::string_view{"removal-centre"}},
    std::pair{FacilityKind::short_term_holding_facility, std::string_view{"short-term-holding-facility"}},
    std::pair{FacilityKind::residential_short_term_holding_facility,
              std::string_view{"residential-short-term-holding-facility"}},
    std::pair{FacilityKind::pre_departure_accommodation, std::string_view{"pre-departure-accommodation"}},
    std::pair{FacilityKind::prison, std::string_view{"prison"}},
    std::pair{FacilityKind::escort, std::string_view{"escort"}},
};
constexpr std::array countries{
    std::pair{Country::england, std::string_view{"england"}}, std::pair{Country::wales, std::string_view{"wales"}},
    std::pair{Country::scotland, std::string_view{"scotland"}},
    std::pair{Country::northern_ireland, std::string_view{"northern-ireland"}},
};

template <class List>
auto chosen(Toml& table, std::string_view key, const std::string& text, const List& list) {
  std::vector<std::string> words;
  std::string listed;
  for (const auto& [value, word] : list) {
    if (word == text) return value;
    words.emplace_back(word);
    listed += (listed.empty() ? "" : ", ") + std::string(word);
  }
  const auto near = nearest(text, words);
  table.reject(key, "\"" + safe(text) + "\" is none of " + listed + ".",
               near ? "Did you mean \"" + *near + "\"?" : "Use one of these words.");
}

std::string needed(Toml& table, std::string_view key) {
  auto text = table.text(key);
  if (!text || text->empty()) table.reject(key, "A facility needs \"" + std::string(key) + "\".", "Add it.");
  return *text;
}

std::map<std::string, std::string, std::less<>> read_contacts(Toml& document) {
  std::map<std::string, std::string, std::less<>> out;
  auto table = document.table("contacts");
  if (!table) return out;
  for (const Role role : roles())
    if (auto text = table->text(name(role)); text && !text->empty()) out.emplace(name(role), *text);
  table->finish();
  return out;
}

Facility read_facility(Toml& table) {
  Facility out;
  out.id = upper(needed(table, "id"));
  out.name = needed(table, "name");
  out.kind = chosen(table, "kind", needed(table, "kind"), kinds_of_facility);
  out.country = chosen(table, "country", needed(table, "country"), countries);
  out.supplier = table.text("supplier").value_or("");
  out.contacts = read_contacts(table);
  table.finish();
  return out;
}

template <class List, class Value>
std::string_view word_of(const List& list, Value value) {
  return std::ranges::find(list, value, [](const auto& pair) { return pair.first; })->second;
}

}  // namespace

std::string_view name(FacilityKind kind) { return word_of(kinds_of_facility, kind); }
std::string_view name(Country country) { return word_of(countries, country); }
std::string_view spoken(Country country) {
  switch (country) {
    case Country::england: return "England";
    case Country::wales: return "Wales";
    case Country::scotland: return "Scotland";
    case Country::northern_ireland: return "Northern Ireland";
  }
  return "";
}

Register Register::read(Toml& document) {
  Register out;
  auto tables = document.tables("facility");
  for (Toml& table : tables) {
    const Facility facility = read_facility(table);
    if (out.find(facility.id)) table.reject("id", "The facility \"" + facility.id + "\" stands here twice.", "Remove one.");
    out.facilities_.push_back(facility);
  }
  out.contacts_ = read_contacts(document);
  return out;
}

void Register::add(const Register& other) {
  for (const Facility& facility : other.facilities_) {
    if (find(facility.id))
      throw Fault(Cause::configuration, "The facility \"" + facility.id + "\" stands in two registers.", "Remove one.");
    facilities_.push_back(facility);
  }
  for (const auto& [role, text] : other.contacts_)
    if (!contacts_.emplace(role, text).second)
      throw Fault(Cause::configuration, "The contact for \"" + role + "\" stands in two registers.", "Remove one.");
}

std::string Register::contact(std::string_view role) const {
  const auto found = contacts_.find(role);
  return found == contacts_.end() ? "" : found->second;
}

const Facility* Register::find(std::string_view id) const {
  const auto found = std::ranges::find(facilities_, id, &Facility::id);
  return found == facilities_.end() ? nullptr : &*found;
}

}  // namespace mappa
