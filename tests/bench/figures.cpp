#include "figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace bench {

double quantile(std::vector<double> figures, double which) {
  std::ranges::sort(figures);
  const double at = which * static_cast<double>(figures.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const auto above = std::min(below + 1, figures.size() - 1);
  return figures[below] + (figures[above] - figures[below]) * (at - std::floor(at));
}

double median(std::vector<double> figures) { return quantile(std::move(figures), 0.5); }

std::string in_seconds(double seconds) {
  return fmt::format("{:.{}f} s", seconds, seconds < 0.1 ? 4 : seconds < 10 ? 2 : 1);
}

std::string in_milliseconds(double seconds) { return fmt::format("{:.1f} ms", seconds * 1000); }

std::string in_mib(long kib) { return fmt::format("{:.0f} MiB", static_cast<double>(kib) / 1024); }

std::string short_count(unsigned long count) {
  if (count > 0 && count % 1'000'000 == 0) return fmt::format("{}M", count / 1'000'000);
  if (count > 0 && count % 1'000 == 0) return fmt::format("{}k", count / 1'000);
  return std::to_string(count);
}

unsigned long count_from(const std::string& text) {
  const auto digits = text.find_first_not_of("0123456789");
  const auto unit = digits == std::string::npos ? std::string() : text.substr(digits);
  const unsigned long times = unit == "k" ? 1'000 : unit == "M" ? 1'000'000 : 1;
  const bool fits = digits != 0 && !text.empty() && text.size() < 10 && (unit.empty() || times > 1);
  if (!fits || std::stoul(text) == 0)
    throw std::runtime_error(text + " is no size: write it as 10000, 10k or 1M");
  return std::stoul(text) * times;
}

std::string markdown(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out += fmt::format("| {} |\n", fmt::join(rows[i], " | "));
    if (i > 0) continue;
    for (std::size_t column = 0; column < rows[i].size(); ++column) out += column == 0 ? "|---" : "|--:";
    out += "|\n";
  }
  return out;
}

}  // namespace bench
