#pragma once

#include <exception>
#include <string>

namespace mappa {

// Why a command could not be carried out. The program turns each into an exit code, in one table.
enum class Cause {
  usage,          // the command line is wrong
  confirmation,   // a confirmation is needed
  not_found,      // no such case, entry or file
  unreadable,     // the input cannot be read or is not what it claims to be
  busy,           // another program holds the store
  schema,         // the store's schema is newer, or older and not migrated
  integrity,      // the store or its chain does not verify
  configuration,  // the configuration or policy file is wrong
  refused,        // built upon since, or not allowed
  unexpected,     // anything else
};

// The one exception type: something stopped a command. Nothing was half done when it is thrown.
class Fault : public std::exception {
 public:
  // happened: what happened, a sentence. remedy: what to do next, a sentence; may be empty.
  Fault(Cause cause, std::string happened, std::string remedy);

  Cause cause() const noexcept { return cause_; }
  const std::string& happened() const noexcept { return happened_; }
  const std::string& remedy() const noexcept { return remedy_; }
  const char* what() const noexcept override { return happened_.c_str(); }

 private:
  Cause cause_;
  std::string happened_;
  std::string remedy_;
};

}  // namespace mappa
