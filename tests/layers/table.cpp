#include "table.hpp"

namespace layers {

const std::vector<Library>& libraries() {
  static const std::vector<Library> all = {
      {"fmt", {"fmt/"}},
      {"POSIX", {"iconv.h", "unistd.h", "dlfcn.h", "fcntl.h", "poll.h", "pwd.h", "signal.h", "termios.h", "sys/"}},
      {"toml++", {"toml++/"}},
      {"utf8proc", {"utf8proc.h"}},
      {"nlohmann", {"nlohmann/"}},
      {"sodium", {"sodium.h", "sodium/"}},
      {"libcsv", {"csv.h"}},
      {"SQLite", {"SQLiteCpp/", "sqlite3.h"}},
      {"smartcols", {"libsmartcols/"}},
      {"mustache", {"kainjow/mustache.hpp"}},
      {"GMime", {"gmime/"}},
      {"libical", {"libical/"}},
      {"CLI11", {"CLI/"}},
      {"doctest", {"doctest/"}},
  };
  return all;
}

// A layer includes only what stands to its left in the flow of data; heavy headers stay in one .cpp.
// Tests of a layer (tests/<layer>/) may include what the layer may, the layer itself, and doctest.
const std::vector<Layer>& table() {
  static const std::vector<std::string> no_files = {"iostream", "fstream", "filesystem"};
  static const std::vector<std::string> no_printing = {"iostream"};
  static const std::vector<std::string> every_layer = {"base",  "calendar", "casebook", "policy", "rules",
                                                       "nomis", "store",    "casework", "report"};
  static const std::vector<Layer> all = {
      {"base", "lib/mappa/base/", {}, {{"toml++"}, {"utf8proc"}}, no_printing},
      {"calendar", "lib/mappa/calendar/", {"base"}, {}, no_files},
      {"casebook", "lib/mappa/casebook/", {"base", "calendar"}, {{"nlohmann"}, {"sodium"}}, no_files},
      {"policy", "lib/mappa/policy/", {"base", "calendar", "casebook"}, {}, no_files},
      {"rules", "lib/mappa/rules/", {"base", "calendar", "casebook", "policy"}, {}, no_files},
      {"nomis",
       "lib/mappa/nomis/",
       {"base", "calendar", "casebook", "policy"},
       {{"libcsv"}, {"nlohmann"}, {"POSIX", any}},
       no_printing},
      {"store",
       "lib/mappa/store/",
       {"base", "calendar", "casebook"},
       {{"SQLite", any, 1}, {"POSIX", any}},
       no_printing},
      {"casework",
       "lib/mappa/casework/",
       {"base", "calendar", "casebook", "policy", "rules", "nomis", "store"},
       {},
       no_printing},
      {"report",
       "lib/mappa/report/",
       {"base", "calendar", "casebook", "policy", "rules", "nomis", "store", "casework"},
       {{"nlohmann"}, {"utf8proc"}, {"smartcols"}, {"libcsv"}, {"mustache"}, {"GMime"}, {"libical"}, {"POSIX"}},
       no_printing},
      {"cli",
       "cli/",
       {"base", "calendar", "casebook", "policy", "store", "casework", "report"},
       {{"CLI11"}, {"POSIX", any}},
       {}},
      {"tests", "tests/", every_layer, {{"doctest", any, any}, {"POSIX", any}}, {}},
  };
  return all;
}

const std::vector<Ban>& bans() {
  static const std::vector<Ban> all = {
      {"reads the clock or the time zone",
       {"system_clock", "steady_clock", "high_resolution_clock", "utc_clock", "gettimeofday", "clock_gettime",
        "timespec_get", "localtime", "localtime_r", "gmtime", "gmtime_r", "mktime", "timegm", "strftime",
        "ctime_r", "asctime", "tzset"},
       {"time", "clock"},
       {"lib/", "cli/", "tests/"},
       {"cli/session.cpp", "tests/transcripts/", "tests/bench/clock.cpp"},
       "only cli/session.cpp reads it; take the time as an argument"},
      {"prints",
       {"cout", "cerr", "clog", "printf", "fprintf", "vprintf", "vfprintf", "puts", "fputs", "putchar",
        "fputc", "putc", "perror", "fmt::print", "fmt::println", "std::print"},
       {},
       {"lib/"},
       {},
       "return a result; only the program prints"},
  };
  return all;
}

const std::vector<std::string>& sql_folders() {
  static const std::vector<std::string> all = {"lib/", "cli/"};
  return all;
}

const std::string& sql_home() {
  static const std::string home = "lib/mappa/store/";
  return home;
}

}  // namespace layers
