#pragma once

#include <functional>
#include <string>
#include <vector>

#include "options.hpp"
#include "process.hpp"

namespace bench {

// One program that imports. Its database is people.db in the folder where it runs, the export is export.csv
// there.
struct Contestant {
  std::string name;
  std::vector<std::vector<std::string>> begin;  // commands that make an empty database, where it needs one
  std::function<std::vector<std::string>(const std::string& exported_on)> import;
};

Contestant mappa(const Options& options);
// The sqlite3 shell and the Python program, in this order.
std::vector<Contestant> peers(const Options& options);

}  // namespace bench
