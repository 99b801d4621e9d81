#include "questions.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "agreement.hpp"
#include "casebook.hpp"
#include "figures.hpp"
#include "pairs.hpp"

namespace bench {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using Words = std::vector<std::string>;

// A question that the shell answers from one of its databases.
struct Question {
  std::string name;
  Words words;         // of mappa
  std::string database, script;
  std::function<std::string(const std::string& ours, const std::string& peers)> same;
};

Question everybody(const std::string& name) {
  return {name, {"check-release", "--all"}, Casebook::facts, "everybody.sql", same_of_everybody};
}

const std::vector<Question>& lists() {
  static const std::vector<Question> all{
      {"due", {"due"}, Casebook::due, "due.sql", same_due},
      {"due --facility HAR --kind plan,paper", {"due", "--facility", "HAR", "--kind", "plan,paper"}, Casebook::due, "due_desk.sql", same_due}};
  return all;
}

void told(unsigned long people, const std::string& name, const std::string& agreed) {
  fmt::print(stderr, "{}, {}: {}\n", short_count(people), name, agreed);
}

// The pair before the others is not timed: it warms up, and both must say the same.
std::vector<std::string> measure(const Casebook& casebook, const Question& question, unsigned long people, int pairs) {
  casebook.mappa(question.words, casebook.file("ours"));
  casebook.shell(question.database, question.script, casebook.file("peers"));
  told(people, question.name, apart([&] { return question.same(casebook.file("ours"), casebook.file("peers")); }));
  Pairs measured;
  for (int pair = 0; pair < pairs; ++pair) {
    const Run here = casebook.mappa(question.words);
    measured.add(here, casebook.shell(question.database, question.script));
  }
  return row_of({short_count(people), question.name, std::to_string(pairs)}, measured.cells());
}

std::string text_of(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string with_number(std::string sql, const std::string& number) {
  const std::string gap = ":number";
  for (auto at = sql.find(gap); at != std::string::npos; at = sql.find(gap, at)) sql.replace(at, gap.size(), number);
  return sql;
}

// So many numbers, half of them of people about whom something is recorded, spread over all.
std::vector<std::string> numbers(const Casebook& casebook, int wanted) {
  const auto list = [&](const std::string& condition) {
    const auto file = casebook.file("numbers");
    casebook.shell_reads("SELECT number FROM cases c WHERE " + condition + " (SELECT 1 FROM entries e WHERE e.case_id = c.id AND"
                         " e.kind <> 'nomis') ORDER BY number", file);
    std::vector<std::string> out;
    std::ifstream in(file);
    for (std::string number; in >> number;) out.push_back(number);
    if (out.empty()) throw std::runtime_error("the casebook has nobody to look at");
    return out;
  };
  const auto with = list("EXISTS"), without = list("NOT EXISTS");
  std::vector<std::string> out;
  const auto count = static_cast<std::size_t>(wanted);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& from = i % 2 == 0 ? with : without;
    out.push_back(from[i * from.size() / count]);
  }
  return out;
}

std::vector<std::string> measure_one(const Casebook& casebook, const Options& options, unsigned long people) {
  const std::string name = "check-release NUMBER", sql = text_of(options.peers + "/one.sql");
  Pairs measured;
  for (const auto& number : numbers(casebook, options.numbers)) {
    const Words words{"check-release", number};
    const auto read = with_number(sql, number);
    casebook.mappa(words, casebook.file("ours"));
    casebook.shell_reads(read, casebook.file("peers"));
    same_of_one(casebook.file("ours"), casebook.file("peers"), number);
    const Run here = casebook.mappa(words);
    measured.add(here, casebook.shell_reads(read));
  }
  told(people, name, fmt::format("{} numbers", options.numbers));
  return row_of({short_count(people), name, std::to_string(options.numbers)}, measured.cells());
}

}  // namespace

std::string measure_questions(const Options& options) {
  Rows rows{row_of({"people", "asked", "pairs"}, Pairs::headings())};
  for (const auto people : options.sizes) {
    Casebook casebook(options, people);
    if (options.wants("everybody")) rows.push_back(measure(casebook, everybody("check-release --all, not refreshed"), people, options.pairs));
    casebook.refresh();
    if (options.wants("everybody")) rows.push_back(measure(casebook, everybody("check-release --all"), people, options.pairs));
    if (options.wants("one")) rows.push_back(measure_one(casebook, options, people));
    if (options.wants("due"))
      for (const auto& list : lists()) rows.push_back(measure(casebook, list, people, options.pairs));
  }
  return markdown(rows);
}

}  // namespace bench
