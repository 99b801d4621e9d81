#include "machine.hpp"

#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace bench {
namespace {

std::string processor() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "a processor that does not say its name";
}

}  // namespace

std::string load() {
  double minute = 0;
  return getloadavg(&minute, 1) == 1 ? fmt::format("{:.1f}", minute) : "unknown";
}

std::string machine() {
  utsname kernel{};
  uname(&kernel);
  const long cores = sysconf(_SC_NPROCESSORS_ONLN);
  const double memory =
      static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  return fmt::format("{}, {} core{}, {:.0f} GiB of memory, {} {}", processor(), cores, cores == 1 ? "" : "s",
                     memory / (1024.0 * 1024 * 1024), kernel.sysname, kernel.release);
}

}  // namespace bench
