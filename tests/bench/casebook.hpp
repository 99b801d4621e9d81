#pragma once

#include <string>
#include <vector>

#include "folders.hpp"
#include "options.hpp"
#include "process.hpp"

namespace bench {

// A casebook with so many people, of whom something is recorded about some, and beside it the tables of the peer.
class Casebook {
 public:
  // Makes both, in a folder of their own below the options', with nothing kept of folded cases. Throws
  // std::runtime_error when one of the programs fails.
  Casebook(const Options& options, unsigned long people);
  // Has the casebook keep every case folded, and writes the lines of what is due for the peer.
  void refresh();

  // mappa with these words. Throws std::runtime_error unless it ends with a code that answers: nothing outstanding, not
  // clear, cannot decide, due, or outside the order.
  Run mappa(const std::vector<std::string>& words, const std::string& output = "/dev/null") const;
  // The sqlite3 shell with a script of the peers, on one of the databases.
  Run shell(const std::string& database, const std::string& script, const std::string& output = "/dev/null") const;
  // The same on the casebook itself, with statements.
  Run shell_reads(const std::string& sql, const std::string& output = "/dev/null") const;

  // A file beside the casebook.
  std::string file(const std::string& name) const { return folder_.path() + "/" + name; }

  static constexpr const char* facts = "facts.db";
  static constexpr const char* due = "due.db";

 private:
  Run shell(const std::vector<std::string>& words, const std::string& output) const;
  void load(const char* database, const std::string& sql) const;

  const Options& options_;
  Folder folder_;
};

}  // namespace bench
