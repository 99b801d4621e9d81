#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mappa {

class Session;

// What a command is given on the command line.
class Arguments {
 public:
  bool has(const std::string& option) const { return values_.contains(option); }
  std::optional<std::string> value(const std::string& option) const;
  const std::vector<std::string>& words() const { return words_; }

  void set(const std::string& option, std::string value) { values_[option] = std::move(value); }
  void set_words(std::vector<std::string> words) { words_ = std::move(words); }

 private:
  std::map<std::string, std::string> values_;
  std::vector<std::string> words_;
};

struct Option {
  std::string name;         // "at", typed as --at
  std::string placeholder;  // "MOMENT"; empty for a flag
  std::string help;
  bool several = false;     // may be given again; what is given stands with commas between
};

// One subcommand: what it takes, and what it does. Help, parsing and the manual's check walk from here.
struct Command {
  std::string name;
  std::string summary;              // one line
  std::string usage;                // behind the name: "NUMBER [--at MOMENT]"
  std::vector<std::string> details; // more lines for --help
  std::size_t least_words = 0, most_words = 0;
  std::vector<Option> options;
  bool reads = false;               // reads the casebook and writes nothing: takes --as-known-on
  std::function<int(const Arguments&, Session&)> run;  // returns the exit code
};

// The options that stand before or after every subcommand.
const std::vector<Option>& global_options();

}  // namespace mappa
