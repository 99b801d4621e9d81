// Checks the sources against the table of layers (table.cpp): layers ROOT
// Checks itself: layers --self FOLDER (a small project with planted mistakes, and expected.txt)
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "checks.hpp"
#include "source.hpp"

namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string() + " cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

bool is_code(const fs::path& file) {
  const auto ending = file.extension();
  return ending == ".cpp" || ending == ".hpp" || ending == ".h" || ending == ".inc";
}

// Every source file below lib, cli and tests, by path; not the planted mistakes.
std::vector<layers::Source> sources(const fs::path& root) {
  std::vector<layers::Source> all;
  for (const char* folder : {"lib", "cli", "tests"}) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& file : fs::recursive_directory_iterator(root / folder)) {
      const auto path = fs::relative(file.path(), root).generic_string();
      if (!file.is_regular_file() || !is_code(file.path()) || path.starts_with("tests/layers/self/"))
        continue;
      all.push_back({path, layers::tokens(contents(file.path()))});
    }
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return all;
}

std::string mistakes(const fs::path& root) {
  const auto all = sources(root);
  std::ostringstream text;
  for (const auto check : {layers::check_includes, layers::check_words, layers::check_sql}) {
    for (const auto& found : check(all))
      text << found.path << ':' << found.line << ": " << found.what << '\n';
  }
  return text.str();
}

int check(const fs::path& root) {
  if (!fs::exists(root / "lib")) throw std::runtime_error(root.string() + " has no folder lib");
  const auto found = mistakes(root);
  std::cerr << found;
  return found.empty() ? 0 : 1;
}

int check_self(const fs::path& folder) {
  const auto expected = contents(folder / "expected.txt");
  const auto found = mistakes(folder);
  if (found == expected) return 0;
  std::cerr << folder.string() << "\nexpected:\n" << expected << "found:\n" << found;
  return 1;
}

}  // namespace

int main(int count, char** words) try {
  const std::vector<std::string> args(words + 1, words + count);
  if (args.size() == 1) return check(args[0]);
  if (args.size() == 2 && args[0] == "--self") return check_self(args[1]);
  std::cerr << "layers ROOT | layers --self FOLDER\n";
  return 2;
} catch (const std::exception& fault) {
  std::cerr << "layers: " << fault.what() << '\n';
  return 2;
}
