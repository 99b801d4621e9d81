#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mappa {

// A strict reader of TOML for configuration and scenario files: what is not asked for is an error,
// a wrong type is an error, and each names file, line, column and, for a mistyped key, the nearest
// key that was asked for (`mappa.toml:3:1: unknown key "parametres"; did you mean "parameters"?`).
//
// Dates and times are given as ISO 8601 text whether written as TOML dates or strings: "2026-11-25",
// "2026-11-25T14:00", "14:00" (with seconds only where they are not 0). One with an offset from UTC is
// an error, since times are wall time in England. A key is one name, never a dotted path.
//
// Ask for keys with the functions below, then call finish(): it throws when a key was never asked
// for. All functions throw Fault (Cause::configuration) on a wrong type. Copies share what was asked.
class Toml {
 public:
  // Parses a whole document. name: for messages. Throws Fault (Cause::configuration) when the text
  // is not TOML.
  static Toml parse(std::string_view text, std::string name);
  // The same from a file; Fault (Cause::configuration) also when it cannot be read.
  static Toml load(const std::string& path);

  // Each gives nothing when the key is absent.
  std::optional<std::string> text(std::string_view key);  // a string, or a date or time as text
  std::optional<std::int64_t> number(std::string_view key);
  std::optional<bool> flag(std::string_view key);
  std::vector<std::string> texts(std::string_view key);  // an array of strings; empty when absent
  std::optional<Toml> table(std::string_view key);       // a sub-table, to be finished on its own
  std::vector<Toml> tables(std::string_view key);        // an array of tables; a single table is one

  bool has(std::string_view key) const;   // does not count as asking
  std::vector<std::string> keys() const;  // in the order of the file; asking for them all is up to the caller
  // A scalar in canonical text, whatever its type (true, 7, 2026-11-25, some text); asks for the key.
  std::optional<std::string> scalar(std::string_view key);

  // Throws unless every key here was asked for.
  void finish() const;
  // A fault at a key of this table, in the same words as the reader's own: what is wrong and what to do.
  [[noreturn]] void reject(std::string_view key, const std::string& what, const std::string& remedy) const;

  struct Node;  // hides the TOML library, which costs seconds a translation unit

 private:
  explicit Toml(std::shared_ptr<Node> node);
  std::shared_ptr<Node> node_;
};

}  // namespace mappa
