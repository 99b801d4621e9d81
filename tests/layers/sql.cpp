#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <iterator>
#include <string_view>

#include "checks.hpp"
#include "table.hpp"

namespace layers {
namespace {

using Words = std::vector<std::string>;

bool one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// Words, and single signs between them, as they stand.
Words words(std::string_view text) {
  Words found;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && letter(text[end])) ++end;
    if (end > at) {
      found.emplace_back(text.substr(at, end - at));
      at = end;
    } else {
      if (text[at] != ' ' && text[at] != '\n') found.emplace_back(1, text[at]);
      ++at;
    }
  }
  return found;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

// Two words that begin a statement and no English sentence about cases.
bool opens_statement(const std::string& first, const std::string& second) {
  if (first == "INSERT") return one_of(second, {"INTO", "OR"});
  if (first == "DELETE") return second == "FROM";
  if (first == "BEGIN") return one_of(second, {"IMMEDIATE", "EXCLUSIVE", "DEFERRED", "TRANSACTION"});
  if (one_of(first, {"CREATE", "DROP", "ALTER"})) {
    return one_of(second, {"TABLE", "INDEX", "TRIGGER", "VIEW", "VIRTUAL", "TEMP", "UNIQUE"});
  }
  return false;
}

// Written in capitals, these are SQL wherever they stand. BEGIN and END are not among them: a calendar
// file has BEGIN:VEVENT.
bool keyword(const std::string& word) {
  return one_of(word, {"SELECT", "INSERT", "UPDATE", "DELETE", "PRAGMA"});
}

bool contains(const Words& all, const char* word) {
  return std::find(all.begin(), all.end(), word) != all.end();
}

// In small letters only what cannot be a sentence: "select a, b from", "select *", "update x set".
bool lower_case_statement(const Words& capital) {
  if (capital.size() < 2) return false;
  if (opens_statement(capital[0], capital[1])) return true;
  if (capital[0] == "PRAGMA") return true;
  if (capital.size() < 3) return false;
  if (capital[0] == "UPDATE") return capital[2] == "SET";
  if (capital[0] != "SELECT" || !contains(capital, "FROM")) return false;
  return one_of(capital[1], {"*", "DISTINCT", "COUNT"}) || one_of(capital[2], {",", "FROM"});
}

bool sql(const std::string& text) {
  const auto plain = words(text);
  if (std::any_of(plain.begin(), plain.end(), keyword)) return true;
  for (std::size_t at = 0; at + 1 < plain.size(); ++at) {
    if (opens_statement(plain[at], plain[at + 1])) return true;
  }
  if (plain.size() == 1 && one_of(plain[0], {"COMMIT", "ROLLBACK", "VACUUM"})) return true;
  Words capital;
  std::transform(plain.begin(), plain.end(), std::back_inserter(capital), upper);
  return lower_case_statement(capital);
}

bool sql_clock(const std::string& text) {
  const auto all = words(upper(text));
  return contains(all, "CURRENT_TIMESTAMP") || contains(all, "CURRENT_DATE") ||
         contains(all, "CURRENT_TIME") || upper(text).find("'NOW'") != std::string::npos;
}

// The beginning on one line, to recognise it by.
std::string shortened(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank || (!line.empty() && line.back() != ' ')) line += blank ? ' ' : c;
  }
  return line.size() > 40 ? line.substr(0, 40) + "..." : line;
}

std::string judge(const std::string& path, const std::string& text) {
  if (path.starts_with(sql_home())) {
    return sql_clock(text) ? "the clock in SQL: bind the time, which the session read" : std::string();
  }
  return sql(text) ? "SQL: only " + sql_home() + " may hold it" : std::string();
}

}  // namespace

std::vector<Mistake> check_sql(const std::vector<Source>& sources) {
  std::vector<Mistake> found;
  for (const auto& source : sources) {
    const auto& folders = sql_folders();
    if (std::none_of(folders.begin(), folders.end(),
                     [&](const auto& f) { return source.path.starts_with(f); })) {
      continue;
    }
    for (const auto& token : source.tokens) {
      if (token.kind != Kind::text) continue;
      const auto wrong = judge(source.path, token.value);
      if (!wrong.empty())
        found.push_back({source.path, token.line, '"' + shortened(token.value) + "\": " + wrong});
    }
  }
  return found;
}

}  // namespace layers
