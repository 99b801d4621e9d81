#include "casebook.hpp"

#include <filesystem>

#include "drill.hpp"

namespace bench {
namespace {

constexpr const char* store = "people.db";

}  // namespace

Casebook::Casebook(const Options& options, unsigned long people) : options_(options), folder_(options.folder + "/casebook") {
  const auto& here = folder_.path();
  run_well({{options.program("make_export"), "export.csv", std::to_string(people), "--mixed"}, here});
  run_well({{options.mappa, "init", "--store", store}, here});
  run_well({{options.mappa, "--store", store, "--by", "bench", "import", "export.csv", "--exported-on", exported_on}, here});
  run_well({{options.program("make_casebook"), store, options.configuration, "facts.sql"}, here});
  load(facts, "facts.sql");
  settle(here);
}

void Casebook::refresh() {
  const auto& here = folder_.path();
  run_well({{options_.mappa, "--config", options_.configuration, "--store", store, "refresh"}, here});
  run_well({{options_.program("write_due"), store, options_.configuration, "due.sql"}, here});
  load(due, "due.sql");
  settle(here);
}

void Casebook::load(const char* database, const std::string& sql) const {
  run_well({{options_.sqlite3, "-batch", "-bail", "-init", "/dev/null", database, ".read " + sql}, folder_.path()});
  std::filesystem::remove(file(sql));
}

Run Casebook::mappa(const std::vector<std::string>& words, const std::string& output) const {
  std::vector<std::string> all{options_.mappa, "--config", options_.configuration, "--store", store};
  all.insert(all.end(), words.begin(), words.end());
  return run_well({all, folder_.path(), output}, {0, 10, 11, 12, 14});
}

Run Casebook::shell(const std::vector<std::string>& words, const std::string& output) const {
  std::vector<std::string> all{options_.sqlite3, "-batch", "-init", "/dev/null"};
  all.insert(all.end(), words.begin(), words.end());
  return run_well({all, folder_.path(), output}, {0});
}

Run Casebook::shell(const std::string& database, const std::string& script, const std::string& output) const {
  return shell({database, ".read '" + options_.peers + "/" + script + "'"}, output);
}

// A statement may begin with a comment, which the shell would take for an option.
Run Casebook::shell_reads(const std::string& sql, const std::string& output) const { return shell({store, " " + sql}, output); }

}  // namespace bench
