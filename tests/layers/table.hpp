#pragma once

#include <string>
#include <vector>

namespace layers {

constexpr int any = -1;  // no limit on the number of files

// A library from outside, known by its headers: a name ending in "/" stands for all below it.
struct Library {
  std::string name;
  std::vector<std::string> headers;
};

// How many files of a layer may include a library.
struct Allowed {
  std::string library;
  int sources = 1;
  int headers = 0;
};

// Every include of the files below `folder`. The standard library and fmt may always be included.
struct Layer {
  std::string name;
  std::string folder;             // from the root of the project, ending in "/"
  std::vector<std::string> uses;  // layers, besides itself
  std::vector<Allowed> libraries;
  std::vector<std::string> never;  // standard headers that it must do without
};

// Words of the language that some folders must not use.
struct Ban {
  std::string what;                  // "reads the clock"
  std::vector<std::string> words;    // identifiers
  std::vector<std::string> calls;    // functions whose name alone says too little: free calls only
  std::vector<std::string> folders;  // where it holds
  std::vector<std::string> except;   // files or folders where it does not
  std::string remedy;                // what to do instead
};

// The tables themselves, in table.cpp.
const std::vector<Library>& libraries();
const std::vector<Layer>& table();
const std::vector<Ban>& bans();

// Where SQL may stand, and where string literals are searched for it.
const std::vector<std::string>& sql_folders();
const std::string& sql_home();

}  // namespace layers
