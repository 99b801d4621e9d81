#include "facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "mappa/casebook/alert_codes.hpp"
#include "sql_text.hpp"

namespace bench {
namespace {

constexpr const char* fixed_tables = R"sql(
PRAGMA synchronous = OFF;
BEGIN;
CREATE TABLE facilities(id TEXT PRIMARY KEY, name TEXT, kind TEXT, country TEXT) WITHOUT ROWID;
CREATE TABLE codes(code TEXT PRIMARY KEY, category INTEGER, level INTEGER, to_be_confirmed INTEGER) WITHOUT ROWID;
CREATE TABLE people(id INTEGER PRIMARY KEY, number TEXT, surname TEXT, forenames TEXT, born TEXT, nationality TEXT,
  place TEXT, recall INTEGER, indeterminate INTEGER, exported_on TEXT);
CREATE TABLE alerts(person INTEGER, type TEXT, code TEXT, counts INTEGER, PRIMARY KEY(person, type, code)) WITHOUT ROWID;
CREATE TABLE dates(person INTEGER, field TEXT, day TEXT, PRIMARY KEY(person, field)) WITHOUT ROWID;
)sql";

std::string table_of(const mappa::Kind& kind) {
  std::string out = kind.name;
  std::ranges::replace(out, '-', '_');
  return out;
}

std::string column_of(const mappa::Field& field) { return "\"" + field.name + "\""; }

bool is_number(const mappa::Field& field) {
  return field.placeholder == mappa::Codec<bool>::placeholder || field.placeholder == mappa::Codec<int>::placeholder;
}

// Yes and no as SQL has them, numbers bare, all else as text.
std::string value_of(std::string_view text, bool number) {
  if (text.empty()) return "NULL";
  if (!number) return sql_text(text);
  return text == "yes" ? "1" : text == "no" ? "0" : std::string(text);
}

std::string number_or_null(std::optional<int> number) { return number ? std::to_string(*number) : "NULL"; }

std::string forenames(const mappa::NomisRow& row) {
  const auto middle = row.value("middleNames");
  return std::string(row.value("firstName")) + (middle.empty() ? "" : " " + std::string(middle));
}

}  // namespace

Facts::Facts(const std::string& file, const mappa::Register& facilities) : file_(file), out_(file, std::ios::binary) {
  tables();
  for (const auto& one : facilities.all())
    insert("facilities", {sql_text(one.id), sql_text(one.name), sql_text(name(one.kind)), sql_text(spoken(one.country))});
  for (const auto& one : mappa::mappa_codes())
    insert("codes", {sql_text(one.code), number_or_null(one.category), number_or_null(one.level), one.to_be_confirmed ? "1" : "0"});
}

void Facts::tables() {
  out_ << fixed_tables;
  for (const auto& kind : mappa::kinds()) {
    out_ << "CREATE TABLE " << table_of(kind) << "(person INTEGER, entry INTEGER, said_on TEXT";
    for (const auto& field : kind.fields) out_ << ", " << column_of(field) << (is_number(field) ? " INTEGER" : " TEXT");
    out_ << ", PRIMARY KEY(person, entry)) WITHOUT ROWID;\n";
  }
}

void Facts::insert(const std::string& table, const std::vector<std::string>& values) {
  out_ << fmt::format("INSERT INTO {} VALUES({});\n", table, fmt::join(values, ","));
}

void Facts::person(const mappa::NomisRow& row, mappa::Date exported_on) {
  const std::string id = std::to_string(++person_);
  const auto text = [&](const char* field) { return value_of(row.value(field), false); };
  const auto flag = [&](const char* field) { return value_of(row.value(field), true); };
  insert("people", {id, sql_text(row.number.text()), text("lastName"), sql_text(forenames(row)), text("dateOfBirth"), text("nationality"),
                    text("prisonId"), flag("recall"), flag("indeterminateSentence"), sql_text(mappa::iso(exported_on))});
  for (const auto& alert : row.alerts) insert("alerts", {id, sql_text(alert.type), sql_text(alert.code), alert.counts() ? "1" : "0"});
  for (const auto& [field, value] : row.fields)
    if (field->type == mappa::NomisType::date && field->name != "dateOfBirth") insert("dates", {id, sql_text(field->name), sql_text(value)});
}

void Facts::record(const mappa::Kind& kind, mappa::EntryId entry, mappa::Date about, const mappa::Body& body) {
  std::vector<std::string> values{std::to_string(person_), std::to_string(entry), sql_text(mappa::iso(about))};
  for (const auto& field : kind.fields) values.push_back(value_of(mappa::value(body, field.name), is_number(field)));
  insert(table_of(kind), values);
}

void Facts::finish() {
  out_ << "COMMIT;\nANALYZE;\n";
  out_.close();
  if (!out_) throw std::runtime_error(file_ + " cannot be written");
}

}  // namespace bench
