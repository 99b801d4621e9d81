#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mappa/calendar/date.hpp"
#include "mappa/casebook/prison_number.hpp"

namespace mappa {

// What a field of a NOMIS export may hold.
enum class NomisType { text, code, date, flag };

// One field that the casebook keeps. Names are those of the prisoner-search API, as are the names
// that prison-api adds; an override's name ends in OverrideDate. They are stored: a test freezes them.
struct NomisField {
  std::string_view name;
  NomisType type;
  std::string_view means;     // a few words, for lists and the manual
  std::string_view override_of = {};  // for an override: the field whose calculated date it beats
  // About the person, whichever booking they are held under; else about the booking.
  bool of_person() const;
};

// Every field that is kept, in the order in which a row is stored.
std::span<const NomisField> nomis_fields();
const NomisField* find_nomis_field(std::string_view name);

// An alert as it came; what it means is worked out when the case is folded, so that a corrected
// table of codes corrects every case.
struct Alert {
  std::string type;      // "P"; may be empty when the export gave the code alone
  std::string code;      // "P33"
  bool active = true;
  bool expired = false;
  std::optional<Date> from = {}, until = {};  // where the export gives them

  bool counts() const { return active && !expired; }
  friend bool operator==(const Alert&, const Alert&) = default;
};

// "P:P33", "P:P33:inactive", "P:P33:expired:from 2024-01-02:until 2025-03-04" and back; several are
// separated by semicolons. The state is also understood in any letter case, with blanks around every
// part. Nothing when the text is no alert.
std::string text(const Alert& alert);
std::optional<Alert> alert_from_text(std::string_view text);

// The values of a row: those that are there, one a field, in the order of nomis_fields(). None is empty.
class NomisValues {
 public:
  // The value of a field of this name; an empty view when absent.
  std::string_view value(std::string_view field) const;
  std::string_view value(const NomisField& field) const;
  // field: one of nomis_fields(). An empty value takes the field away.
  void set(const NomisField& field, std::string value);

  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  auto begin() const { return values_.begin(); }  // pairs of a field and its value
  auto end() const { return values_.end(); }
  void reserve(std::size_t count) { values_.reserve(count); }

  friend bool operator==(const NomisValues&, const NomisValues&) = default;

 private:
  std::vector<std::pair<const NomisField*, std::string>> values_;
};

// One person as a NOMIS export describes them, in canonical form: dates as ISO 8601, flags "yes" or
// "no", codes in upper case, no empty values.
struct NomisRow {
  PrisonNumber number;
  NomisValues fields;
  std::vector<Alert> alerts;  // sorted by type and code, each once

  // A field's value; an empty view when absent.
  std::string_view value(std::string_view field) const { return fields.value(field); }
  std::optional<Date> date(std::string_view field) const;

  friend bool operator==(const NomisRow&, const NomisRow&) = default;
};

// Whether two rows of one person name different bookings, by the number or else the id that both give.
bool other_booking(const NomisRow& a, const NomisRow& b);

}  // namespace mappa
