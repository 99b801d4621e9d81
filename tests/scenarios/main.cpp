// Runs scenarios: each a file of facts and what the rules find in them.
//   scenarios FILE...                     runs them; 1 when one does not come out as it says
//   scenarios --show FILE...              also prints every rule's answer
//   scenarios --fails TEXT FILE           runs one that must fail with a message that holds the text
//   scenarios --coverage LIST FILE...     checks that each answer of each rule is shown; LIST: those that cannot be
#include <iostream>

#include "coverage.hpp"
#include "mappa/base/fault.hpp"
#include "scenario.hpp"

namespace {

using namespace scenarios;
using Words = std::vector<std::string>;

Words problems_of(const std::string& file) {
  try {
    return differences(read_scenario(file));
  } catch (const mappa::Fault& fault) {
    return {fault.happened() + " " + fault.remedy()};
  }
}

void show(const std::string& file) {
  const Outcome outcome = run(read_scenario(file).whole);
  std::cout << "verdict " << name(outcome.verdict.outcome) << ", warnings " << outcome.verdict.warnings << "\n";
  for (const auto& f : outcome.findings) {
    std::cout << f.rule << " " << name(f.answer) << ": " << worded(f.evidence);
    if (f.mended) std::cout << " [" << worded(f.mended) << "]";
    std::cout << "\n";
  }
}

int run_all(const Words& files, bool showing) {
  int failed = 0;
  for (const auto& file : files) {
    if (showing) show(file);
    const auto problems = problems_of(file);
    for (const auto& problem : problems) std::cout << file << ": " << problem << "\n";
    failed += problems.empty() ? 0 : 1;
  }
  std::cout << files.size() << " run, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}

int must_fail(const std::string& text, const std::string& file) {
  for (const auto& problem : problems_of(file)) {
    if (problem.find(text) != std::string::npos) return 0;
    std::cout << problem << "\n";
  }
  std::cout << "It did not fail with: " << text << "\n";
  return 1;
}

int cover(const std::string& list, const Words& files) {
  const Coverage found = coverage(files, list);
  for (const auto& line : found.lines) std::cout << line << "\n";
  for (const auto& gap : found.gaps) std::cout << "MISSING " << gap << "\n";
  return found.gaps.empty() ? 0 : 1;
}

int work(Words words) {
  const std::string first = words.empty() ? "" : words.front();
  if (!first.starts_with("--")) return run_all(words, false);
  words.erase(words.begin());
  if (first == "--show") return run_all(words, true);
  if (words.size() < 2) return 2;
  const std::string second = words.front();
  words.erase(words.begin());
  if (first == "--fails") return must_fail(second, words.front());
  return first == "--coverage" ? cover(second, words) : 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return work({argv + 1, argv + argc});
  } catch (const mappa::Fault& fault) {
    std::cout << fault.happened() << " " << fault.remedy() << "\n";
    return 2;
  }
}
