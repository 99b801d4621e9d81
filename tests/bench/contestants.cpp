#include "contestants.hpp"

#include <stdexcept>

namespace bench {

Contestant mappa(const Options& options) {
  const auto program = options.mappa;
  return {"mappa",
          {{program, "init", "--store", "people.db"}},
          [program](const std::string& exported_on) -> std::vector<std::string> {
            return {program,  "--store",    "people.db",     "--by",     "bench",
                    "import", "export.csv", "--exported-on", exported_on};
          }};
}

std::vector<Contestant> peers(const Options& options) {
  const auto sqlite3 = options.sqlite3;
  const auto python3 = options.python3;
  const auto folder = options.peers;
  std::vector<Contestant> all{
      {"sqlite3 shell",
       {},
       [=](const std::string&) -> std::vector<std::string> {
         return {sqlite3, "-batch", "-init", "/dev/null", "people.db", ".read '" + folder + "/shell.sql'"};
       }},
      {"Python", {}, [=](const std::string&) -> std::vector<std::string> {
         return {python3, "-I", folder + "/peer.py", "people.db", "export.csv"};
       }}};
  if (!options.beside.empty())
    std::erase_if(all, [&](const Contestant& one) { return one.name.find(options.beside) == std::string::npos; });
  if (all.empty()) throw std::runtime_error("--beside is shell or Python");
  return all;
}

}  // namespace bench
