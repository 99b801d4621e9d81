#include "mappa/casebook/nomis_entry.hpp"

#include <charconv>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

// Keys beside the fields of the row; none of them is the name of a NOMIS field.
constexpr std::string_view alerts_key = "alerts";
constexpr std::string_view assumed_key = "exportDayAssumed";

Fault damaged(std::string_view what) {
  return {Cause::integrity, "An entry of the casebook cannot be understood: " + std::string(what) + ".",
          "It may come from a newer version of mappa: update it, or restore the casebook from a backup."};
}

template <class Number>
Number number_at(const Body& body, std::string_view key) {
  const auto text = value(body, key);
  Number out{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) throw damaged(key);
  return out;
}

}  // namespace

Body nomis_body(const NomisRow& row, bool assumed) {
  Body body;
  for (const auto& field : nomis_fields())
    if (const auto text = row.value(field.name); !text.empty()) body.emplace_back(field.name, text);
  std::string alerts;
  for (const auto& alert : row.alerts) alerts += (alerts.empty() ? "" : ";") + text(alert);
  if (!alerts.empty()) body.emplace_back(alerts_key, alerts);
  if (assumed) body.emplace_back(assumed_key, "yes");
  if (body.empty()) body.emplace_back(alerts_key, "");
  return body;
}

NomisRow nomis_row_from(const PrisonNumber& number, const Body& body) {
  NomisRow row{number, {}, {}};
  for (const auto& [key, text] : body) {
    if (key == assumed_key) continue;
    if (key == alerts_key) {
      for (const auto part : split(text, ';')) {
        const auto alert = alert_from_text(part);
        if (!alert) throw damaged("alert");
        row.alerts.push_back(*alert);
      }
    } else if (find_nomis_field(key)) {
      row.fields.emplace(key, text);
    } else {
      throw damaged(key);
    }
  }
  return row;
}

bool day_assumed(const Body& body) { return value(body, assumed_key) == "yes"; }

bool ImportEntry::confirms(const PrisonNumber& number, EntryId known_since) const {
  if (known_since == 0 || known_since >= first) return false;
  return numbers.contains(number.text()) != all_but;
}

Body import_body(const ImportEntry& entry) {
  std::string numbers;
  for (const auto& number : entry.numbers) numbers += (numbers.empty() ? "" : " ") + number;
  return {{"file", entry.file},
          {"digest", entry.digest},
          {"first", std::to_string(entry.first)},
          {std::string(assumed_key), entry.day_assumed ? "yes" : "no"},
          {"records", std::to_string(entry.records)},
          {"new", std::to_string(entry.added)},
          {"changed", std::to_string(entry.changed)},
          {"unchanged", std::to_string(entry.unchanged)},
          {"rejected", std::to_string(entry.rejected)},
          {entry.all_but ? "notConfirmed" : "confirmed", numbers}};
}

ImportEntry import_from(const Body& body) {
  ImportEntry entry;
  entry.file = value(body, "file");
  entry.digest = value(body, "digest");
  entry.first = number_at<EntryId>(body, "first");
  entry.day_assumed = day_assumed(body);
  entry.records = number_at<std::size_t>(body, "records");
  entry.added = number_at<std::size_t>(body, "new");
  entry.changed = number_at<std::size_t>(body, "changed");
  entry.unchanged = number_at<std::size_t>(body, "unchanged");
  entry.rejected = number_at<std::size_t>(body, "rejected");
  entry.all_but = has(body, "notConfirmed");
  for (const auto number : split(value(body, entry.all_but ? "notConfirmed" : "confirmed"), ' '))
    entry.numbers.emplace(number);
  return entry;
}

Body undo_body(const UndoEntry& entry) {
  return {{"batch", std::to_string(entry.batch)}, {"first", std::to_string(entry.first)}, {"reason", entry.reason}};
}

UndoEntry undo_from(const Body& body) {
  UndoEntry entry{number_at<EntryId>(body, "batch"), number_at<EntryId>(body, "first"),
                  std::string(value(body, "reason"))};
  if (entry.first < 1 || entry.first > entry.batch) throw damaged("batch");
  return entry;
}

}  // namespace mappa
