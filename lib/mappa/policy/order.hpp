#pragma once

#include <span>
#include <string_view>

namespace mappa {

inline constexpr std::string_view order_name = "DSO 20/2012";
inline constexpr std::string_view order_version = "3.0";
// What every verdict must own up to.
inline constexpr std::string_view order_superseded =
    "Version 3.1 of the order has existed since 14 November 2024; this program implements version 3.0.";

// A paragraph of the order, in our own words.
struct Paragraph {
  int number;
  std::string_view title;
  std::string_view says;
};

// All fifteen, in order.
std::span<const Paragraph> paragraphs();

}  // namespace mappa
