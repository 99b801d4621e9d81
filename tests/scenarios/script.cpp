#include "script.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/rules/rule.hpp"

namespace scenarios {
namespace {

using namespace mappa;

const PrisonNumber the_number = *PrisonNumber::parse("A1234BC");

Date day_at(Toml& table, std::string_view key) {
  const auto day = date_from_iso(table.text(key).value_or(""));
  if (!day) table.reject(key, "It must be a day.", "Write it as 2026-11-25.");
  return *day;
}

EntryId entry_at(Toml& table) { return table.number("entry").value_or(0); }

bool day_assumed_at(Toml& table) { return table.flag("day-assumed").value_or(false); }

// A value of a NOMIS row in canonical form, as the import would bring it.
std::string canonical(Toml& table, const NomisField& field) {
  const std::string text = *table.scalar(field.name);
  if (text.empty()) return text;
  if (field.type == NomisType::date && !date_from_iso(text)) table.reject(field.name, "It must be a day.", "Write it as 2026-11-25.");
  if (field.type == NomisType::flag && text != "yes" && text != "no") table.reject(field.name, "It must be yes or no.", "Change it.");
  return text;
}

std::vector<Alert> alerts_at(Toml& table) {
  std::vector<Alert> out;
  const std::string text = *table.text("alerts");
  std::size_t from = 0;
  while (from < text.size()) {
    const auto end = std::min(text.find(';', from), text.size());
    const auto alert = alert_from_text(text.substr(from, end - from));
    if (!alert) table.reject("alerts", "It is no list of alerts.", "Write it as \"P:P66;X:XNR:inactive\".");
    out.push_back(*alert);
    from = end + 1;
  }
  return out;
}

// The row with what differs; an empty text takes a field away.
void change_row(Toml& table, NomisRow& row) {
  for (const auto& field : nomis_fields()) {
    if (!table.has(field.name)) {
      static_cast<void>(table.scalar(field.name));
      continue;
    }
    const auto value = canonical(table, field);
    row.fields.set(field, value);
  }
  if (table.text("alerts")) row.alerts = alerts_at(table);
}

// Without a day, what differs in the first export; with one, another export that shows what differs
// from the one before; or, with instead = true, the first export made on that day.
void read_export(Toml& table, Script& script) {
  bool on = table.text("exported-on").has_value();
  if (table.flag("instead").value_or(false) && on && !script.exports.empty()) {
    script.exports.front().on = day_at(table, "exported-on");
    on = false;
  } else if (!on && script.exports.empty()) {
    table.reject("exported-on", "The first export needs its day.", "Add exported-on.");
  }
  if (on) {
    const Export* before = script.exports.empty() ? nullptr : &script.exports.back();
    script.exports.push_back({before ? before->row : NomisRow{the_number, {}, {}}, day_at(table, "exported-on"), false, 0});
  }
  Export& one = on ? script.exports.back() : script.exports.front();
  change_row(table, one.row);
  if (table.has("day-assumed")) one.day_assumed = day_assumed_at(table);
  if (table.has("entry")) one.entry = entry_at(table);
  static_cast<void>(table.scalar("day-assumed"));
  static_cast<void>(table.scalar("entry"));
  table.finish();
}

// What somebody would have typed; true and false are typed yes and no.
std::string typed(Toml& table, const std::string& field) {
  const std::string text = *table.scalar(field);
  if (text == "true") return "yes";
  return text == "false" ? "no" : text;
}

Recorded read_record_of(Toml& table) {
  Recorded out;
  if (table.text("on")) out.on = day_at(table, "on");
  out.entry = entry_at(table);
  for (const Kind& kind : kinds()) {
    auto given = table.table(kind.name);
    if (!given) continue;
    if (!out.kind.empty()) table.reject(kind.name, "A record is of one kind.", "Make it two records.");
    out.kind = kind.name;
    // Which fields there are, the recording itself knows, and says better.
    for (const auto& field : given->keys()) out.given.emplace_back(field, typed(*given, field));
  }
  table.finish();
  if (out.kind.empty()) table.reject("record", "A record needs a kind.", "Add one, such as licence = { copy-held = 2026-11-24 }.");
  return out;
}

// Takes away "licence", "licence.copy-held", "nomis", "nomis.alerts" or "nomis.tariffDate"; says whether
// there was such a thing.
bool take_away_record(Script& script, const std::string& kind, const std::string& field) {
  bool found = false;
  for (auto& record : script.records) {
    if (record.kind != kind) continue;
    found |= field.empty() || std::erase_if(record.given, [&](const auto& one) { return one.first == field; }) > 0;
    if (field.empty()) record.given.clear();
  }
  std::erase_if(script.records, [](const Recorded& record) { return record.given.empty(); });
  return found;
}

bool take_away_nomis(Script& script, const std::string& field) {
  bool found = field.empty() && !script.exports.empty();
  for (auto& one : script.exports) {
    if (field == "alerts") found |= !std::exchange(one.row.alerts, {}).empty();
    else if (!one.row.value(field).empty()) {
      found = true;
      one.row.fields.set(*find_nomis_field(field), "");
    }
  }
  if (field.empty()) script.exports.clear();
  return found;
}

void take_away(Toml& document, Script& script) {
  for (const auto& what : document.texts("without")) {
    const auto dot = what.find('.');
    const std::string kind = what.substr(0, dot), field = dot == std::string::npos ? "" : what.substr(dot + 1);
    if (!(kind == "nomis" ? take_away_nomis(script, field) : take_away_record(script, kind, field)))
      document.reject("without", "The start has no \"" + what + "\" to take away.", "Correct it, or leave it out.");
  }
}

Moment moment_at(Toml& document, std::string_view key) {
  const auto read = read_moment(*document.text(key), {});
  if (const auto* problem = std::get_if<DateProblem>(&read)) document.reject(key, problem->what, problem->remedy);
  return std::get<Moment>(read);
}

Fault refused(const Recorded& record, const Problems& problems) {
  std::string what = "The record \"" + record.kind + "\" is refused:";
  for (const auto& one : problems) what += " " + one.field + " \"" + one.value + "\": " + one.what + " " + one.remedy;
  return {Cause::configuration, what, ""};
}

class Building {
 public:
  explicit Building(Date today) : now_{today, std::chrono::hours{23} + std::chrono::minutes{59}} {}

  void add(const Export& one) {
    put(out.entries, one.entry, {the_number, std::string(nomis_kind), 1, one.on, by, "export.csv", nomis_bytes(one.row, one.day_assumed)});
  }
  void add(const Recorded& one) {
    const Kind& kind = *find_kind(one.kind);
    const auto read = read_record(kind, one.given, one.on, now_);
    if (!read.problems.empty()) throw refused(one, read.problems);
    put(out.entries, one.entry, {the_number, kind.name, kind.version, read.on, by, "caseworker", encode(read.body)});
  }
  void add(const Unchanged& one) {
    ImportEntry import;
    import.file = "export.csv";
    import.first = one.entry ? one.entry : last_ + 10;
    import.day_assumed = one.day_assumed;
    import.numbers = {the_number.packed()};
    put(out.imports, one.entry, {{}, std::string(import_kind), 1, one.on, by, "export.csv", encode(import_body(import))});
  }
  void add(const Withdrawn& one) {
    if (std::ranges::find(out.entries, one.of, &Entry::id) == out.entries.end())
      throw Fault(Cause::configuration, "There is no entry " + std::to_string(one.of) + " to withdraw.", "");
    put(out.entries, one.entry, {the_number, std::string(withdrawal_kind), 1, now_.day, by, "caseworker",
                                 encode({{"entry", std::to_string(one.of)}, {"reason", "a mistake"}})});
  }

  Casebook out{the_number, {}, {}};

 private:
  void put(std::vector<Entry>& entries, EntryId id, Draft draft) {
    Entry entry;
    static_cast<Draft&>(entry) = std::move(draft);
    entry.id = id ? id : last_ += 10;
    if (!numbers_.insert(entry.id).second)
      throw Fault(Cause::configuration, "Two entries have the number " + std::to_string(entry.id) + ".", "Change one.");
    entries.push_back(std::move(entry));
  }

  const std::string by = "jsmith";
  Moment now_;
  EntryId last_ = 0;  // of those that are not numbered in the file
  std::set<EntryId> numbers_;
};

}  // namespace

Script read_script(Toml& document, Script base) {
  Script script = std::move(base);
  take_away(document, script);
  if (document.text("at")) script.at = moment_at(document, "at");
  if (document.text("today")) script.today = day_at(document, "today");
  if (document.text("as-of")) script.as_of = day_at(document, "as-of");
  for (auto& table : document.tables("nomis")) read_export(table, script);
  for (auto& table : document.tables("record")) script.records.push_back(read_record_of(table));
  for (auto& table : document.tables("unchanged")) {
    script.unchanged.push_back({day_at(table, "exported-on"), day_assumed_at(table), entry_at(table)});
    table.finish();
  }
  for (auto& table : document.tables("withdraw")) {
    script.withdrawals.push_back({table.number("of").value_or(0), entry_at(table)});
    table.finish();
  }
  read_policy(document, script.policy, rule_names());
  return script;
}

Casebook build(const Script& script) {
  if (!script.at || !script.today) throw Fault(Cause::configuration, "A scenario needs `at` and `today`.", "Add them to its start.");
  Building building(*script.today);
  for (const auto& one : script.exports) building.add(one);
  for (const auto& one : script.records) building.add(one);
  for (const auto& one : script.unchanged) building.add(one);
  for (const auto& one : script.withdrawals) building.add(one);
  return std::move(building.out);
}

}  // namespace scenarios
