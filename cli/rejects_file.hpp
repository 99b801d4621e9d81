#pragma once

#include <fstream>
#include <string>

#include "mappa/casework/import_export.hpp"

namespace mappa {

// The new file into which an import writes its rejected records. Made beside its place and put there only when
// it is whole; gone again where the import does not go through.
class RejectsFile {
 public:
  // Throws Fault: refused where something of that name is there already, unexpected where it cannot be made.
  explicit RejectsFile(std::string path);
  RejectsFile(const RejectsFile&) = delete;
  RejectsFile& operator=(const RejectsFile&) = delete;
  ~RejectsFile();

  // What the import calls; throws Fault (unexpected) where the disk is full.
  Rejects rejects();
  // The import went through.
  void keep() { kept_ = true; }
  bool written() const { return in_place_; }
  const std::string& path() const { return path_; }

 private:
  void begin(const Layout& layout);
  void write(const std::string& text);
  void finish();

  std::string path_, beside_;
  std::ofstream file_;
  Layout layout_;
  std::size_t count_ = 0;
  bool in_place_ = false, kept_ = false;
};

}  // namespace mappa
