#include "pairs.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "figures.hpp"

namespace bench {

void Pairs::add(const Run& ours, const Run& peers) {
  ours_.add(ours);
  peers_.add(peers);
  ratios_.push_back(ours.seconds / peers.seconds);
  cpu_ratios_.push_back(ours.cpu / peers.cpu);
}

std::vector<std::string> Pairs::cells() const {
  return {in_seconds(median(ours_.seconds)),
          in_seconds(median(peers_.seconds)),
          fmt::format("{:.2f}", median(ratios_)),
          fmt::format("{:.2f}–{:.2f}", std::ranges::min(ratios_), std::ranges::max(ratios_)),
          fmt::format("{:.2f}", median(cpu_ratios_)),
          in_mib(ours_.peak_kib),
          in_mib(peers_.peak_kib)};
}

std::vector<std::string> Pairs::headings() {
  return {"mappa", "peer", "ratio", "ratios", "ratio of CPU", "mappa's memory", "peer's memory"};
}

std::vector<std::string> row_of(std::vector<std::string> first, const std::vector<std::string>& rest) {
  first.insert(first.end(), rest.begin(), rest.end());
  return first;
}

}  // namespace bench
