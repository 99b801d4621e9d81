#pragma once

#include <string>
#include <vector>

namespace bench {

// Of at least one figure. The 0.5th is the median; between two figures it interpolates.
double quantile(std::vector<double> figures, double which);
double median(std::vector<double> figures);

// Three digits that tell: "0.0123 s", "1.23 s", "12.3 s".
std::string in_seconds(double seconds);
std::string in_milliseconds(double seconds);
std::string in_mib(long kib);
// 100000 as "100k", 1000000 as "1M".
std::string short_count(unsigned long count);
// The other way round. Throws std::runtime_error when it is no such number.
unsigned long count_from(const std::string& text);

// A Markdown table. The first row holds the headings.
std::string markdown(const std::vector<std::vector<std::string>>& rows);

}  // namespace bench
