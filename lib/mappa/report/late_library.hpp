#pragma once

#include <string>

namespace mappa {

// A shared library that is loaded when something needs it: one that is linked would be loaded, with all that it needs
// itself, at the start of every command. It stays until the program ends.
class LateLibrary {
 public:
  // file: the name that the system's loader looks for, with the version whose headers were compiled in:
  // "libical.so.3". package: where Debian has it. Throws Fault (unexpected) when it cannot be loaded.
  LateLibrary(std::string file, std::string package);

  // One of its functions: find<decltype(f)>("f"). Throws Fault (unexpected) when it has none of this name.
  template <class Function>
  Function* find(const char* name) const {
    return reinterpret_cast<Function*>(address(name));
  }

 private:
  void* address(const char* name) const;

  std::string file_, package_;
  void* handle_;
};

}  // namespace mappa
