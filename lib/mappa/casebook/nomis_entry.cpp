#include "mappa/casebook/nomis_entry.hpp"

#include <algorithm>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

// Keys beside the fields of the row; none of them is the name of a NOMIS field.
constexpr std::string_view alerts_key = "alerts";
constexpr std::string_view assumed_key = "exportDayAssumed";
// Of an import that took the alerts from a second file.
constexpr std::string_view alerts_file_key = "alertsFile", alerts_digest_key = "alertsDigest";
constexpr std::string_view map_digest_key = "mapDigest", rows_digest_key = "rowsDigest";

Fault damaged(std::string_view what) {
  return {Cause::integrity, "An entry of the casebook cannot be understood: " + std::string(what) + ".",
          "It may come from a newer version of mappa: update it, or restore the casebook from a backup."};
}

std::size_t count_at(const Body& body, std::string_view key) {
  const auto out = whole_number(body, key);
  if (!out || *out < 0) throw damaged(key);
  return static_cast<std::size_t>(*out);
}

EntryId entry_at(const Body& body, std::string_view key) { return static_cast<EntryId>(count_at(body, key)); }

}  // namespace

std::string nomis_bytes(const NomisRow& row, bool assumed) {
  BodyWriter body;
  for (const auto& [field, text] : row.fields) body.add(field->name, text);
  std::string alerts;
  for (const auto& alert : row.alerts) alerts += (alerts.empty() ? "" : ";") + text(alert);
  if (!alerts.empty()) body.add(alerts_key, alerts);
  if (assumed) body.add(assumed_key, "yes");
  if (body.empty()) body.add(alerts_key, "");
  return body.finish();
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
    } else if (const NomisField* field = find_nomis_field(key)) {
      row.fields.set(*field, text);
    } else {
      throw damaged(key);
    }
  }
  return row;
}

bool day_assumed(const Body& body) { return value(body, assumed_key) == "yes"; }

bool ImportEntry::confirms(const PrisonNumber& number, EntryId known_since) const {
  if (known_since == 0 || known_since >= first) return false;
  return std::ranges::binary_search(numbers, number.packed()) != all_but;
}

Body import_body(const ImportEntry& entry) {
  std::string numbers;
  for (const auto packed : entry.numbers) numbers += (numbers.empty() ? "" : " ") + PrisonNumber::unpacked(packed).text();
  std::string told;
  for (const auto& field : entry.told.fields) told += (told.empty() ? "" : " ") + field;
  if (entry.told.alerts) told += (told.empty() ? "" : " ") + std::string(alerts_key);
  Body body{{"file", entry.file}, {"digest", entry.digest}};
  if (!entry.alerts_digest.empty()) {
    body.emplace_back(alerts_file_key, entry.alerts_file);
    body.emplace_back(alerts_digest_key, entry.alerts_digest);
  }
  if (!entry.rows_digest.empty()) body.emplace_back(rows_digest_key, entry.rows_digest);
  if (!entry.map_digest.empty()) body.emplace_back(map_digest_key, entry.map_digest);
  const Body rest{{"first", std::to_string(entry.first)},
                  {std::string(assumed_key), entry.day_assumed ? "yes" : "no"},
                  {"records", std::to_string(entry.records)},
                  {"new", std::to_string(entry.added)},
                  {"changed", std::to_string(entry.changed)},
                  {"unchanged", std::to_string(entry.unchanged)},
                  {"rejected", std::to_string(entry.rejected)},
                  {"full", entry.full ? "yes" : "no"},
                  {"told", told},
                  {entry.all_but ? "notConfirmed" : "confirmed", numbers}};
  body.insert(body.end(), rest.begin(), rest.end());
  return body;
}

ImportEntry import_from(const Body& body) {
  ImportEntry entry;
  entry.file = value(body, "file");
  entry.digest = value(body, "digest");
  entry.alerts_file = value(body, alerts_file_key);
  entry.alerts_digest = value(body, alerts_digest_key);
  entry.map_digest = value(body, map_digest_key);
  entry.rows_digest = value(body, rows_digest_key);
  entry.first = entry_at(body, "first");
  entry.day_assumed = day_assumed(body);
  entry.records = count_at(body, "records");
  entry.added = count_at(body, "new");
  entry.changed = count_at(body, "changed");
  entry.unchanged = count_at(body, "unchanged");
  entry.rejected = count_at(body, "rejected");
  entry.full = value(body, "full") == "yes";
  for (const auto field : split(value(body, "told"), ' ')) {
    if (field == alerts_key) entry.told.alerts = true;
    else entry.told.fields.emplace(field);
  }
  entry.all_but = has(body, "notConfirmed");
  for (const auto text : split(value(body, entry.all_but ? "notConfirmed" : "confirmed"), ' ')) {
    const auto number = PrisonNumber::parse(text);
    if (!number) throw damaged("prison number");
    entry.numbers.push_back(number->packed());
  }
  return entry;
}

Body undo_body(const UndoEntry& entry) {
  return {{"batch", std::to_string(entry.batch)}, {"first", std::to_string(entry.first)}, {"reason", entry.reason}};
}

UndoEntry undo_from(const Body& body) {
  UndoEntry entry{entry_at(body, "batch"), entry_at(body, "first"),
                  std::string(value(body, "reason"))};
  if (entry.first < 1 || entry.first > entry.batch) throw damaged("batch");
  return entry;
}

}  // namespace mappa
