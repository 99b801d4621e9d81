// Writes every line of `mappa due --all` into tables, as SQL for the sqlite3 shell: write_due CASEBOOK CONFIGURATION FILE
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "configured.hpp"
#include "drill.hpp"
#include "mappa/casework/due.hpp"
#include "mappa/report/words.hpp"
#include "sql_text.hpp"

namespace bench {
namespace {

constexpr const char* tables = R"sql(
PRAGMA synchronous = OFF;
BEGIN;
CREATE TABLE people(id INTEGER PRIMARY KEY, number TEXT, name TEXT, place TEXT);
CREATE TABLE rules(id INTEGER PRIMARY KEY, name TEXT, kind TEXT, question TEXT);
CREATE TABLE teams(id INTEGER PRIMARY KEY, name TEXT);
-- In the order of the people and then of the rules. No day is ''.
CREATE TABLE owed(id INTEGER PRIMARY KEY, person INTEGER, rule INTEGER, team INTEGER, day TEXT, evidence TEXT);
)sql";

class Tables {
 public:
  explicit Tables(const std::string& file) : file_(file), out_(file, std::ios::binary) { out_ << tables; }

  void person(const std::vector<mappa::DueLine>& lines) {
    if (lines.empty()) return;
    const auto& who = lines.front();
    out_ << fmt::format("INSERT INTO people VALUES({},{},{},{});\n", ++people_, sql_text(who.number.text()), sql_text(who.name), sql_text(who.place));
    for (const auto& line : lines) add(line);
  }

  void finish() {
    out_ << "CREATE INDEX owed_by_day ON owed(day);\nCOMMIT;\nANALYZE;\n";
    out_.close();
    if (!out_) throw std::runtime_error(file_ + " cannot be written");
  }

 private:
  void add(const mappa::DueLine& line) {
    const auto& finding = line.finding;
    const std::string rule{finding.rule};
    const auto rule_id = known(rules_, rule, "rules",
                               sql_text(rule) + "," + sql_text(line.kind) + "," + sql_text(mappa::find_rule(rule)->question));
    const std::string team = mappa::responsible(finding);
    const auto team_id = known(teams_, team, "teams", sql_text(team));
    out_ << fmt::format("INSERT INTO owed VALUES(NULL,{},{},{},{},{});\n", people_, rule_id, team_id,
                        sql_text(finding.by ? mappa::iso(*finding.by) : ""), sql_text(mappa::worded(finding.evidence)));
  }

  // The row of what is named; a new one where there is none.
  std::size_t known(std::map<std::string, std::size_t>& all, const std::string& name, const char* table, const std::string& values) {
    const auto [found, fresh] = all.emplace(name, all.size() + 1);
    if (fresh) out_ << fmt::format("INSERT INTO {} VALUES({},{});\n", table, found->second, values);
    return found->second;
  }

  std::string file_;
  std::ofstream out_;
  std::size_t people_ = 0;
  std::map<std::string, std::size_t> rules_, teams_;
};

void write(const std::vector<std::string>& words) {
  if (words.size() != 3) throw std::runtime_error("write_due CASEBOOK CONFIGURATION FILE");
  const mappa::Policy policy = configured(words[1]);
  const mappa::Desk desk{policy, mappa::england(*mappa::instant_from_iso(now))};
  const mappa::Store store = mappa::Store::open(words[0]);
  Tables out(words[2]);
  mappa::each_case(store.read(), desk.today(), [&](const mappa::LoadedCase& loaded) { out.person(mappa::due_about(loaded, desk).lines); });
  out.finish();
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  try {
    bench::write({argv + 1, argv + argc});
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "write_due: {}\n", error.what());
    return 1;
  }
}
