#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace mappa {

// What people are shown, before anybody decides how it looks: a title and blocks. No styles, no nesting.

struct Line {
  std::string text;  // empty: a gap
};

// Names with their values, one below the other.
struct Pairs {
  std::vector<std::pair<std::string, std::string>> rows;
};

struct Table {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

// Answers of the order, under a heading: a role, or what they have in common.
struct FindingList {
  struct Item {
    std::string mark;      // "NOT MET"
    std::string title;     // "p14  Licence copy in the person's hands?"
    std::vector<std::string> lines;
    std::string command;   // to be typed as it stands
  };
  std::string heading;
  std::vector<Item> items;
};

using Block = std::variant<Line, Pairs, Table, FindingList>;

struct Page {
  std::string title;       // may be empty
  std::vector<Block> blocks;
};

}  // namespace mappa
