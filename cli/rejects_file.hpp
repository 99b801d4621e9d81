#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "mappa/casework/import_export.hpp"
#include "output_file.hpp"

namespace mappa {

// The new file into which an import writes its rejected records: see OutputFile. Gone again where the import does
// not go through.
class RejectsFile {
 public:
  // Throws Fault (refused) where something of that name is there already.
  explicit RejectsFile(std::string path);
  RejectsFile(const RejectsFile&) = delete;
  RejectsFile& operator=(const RejectsFile&) = delete;
  ~RejectsFile();

  // What the import calls; throws what OutputFile throws.
  Rejects rejects();
  // The import went through.
  void keep() { kept_ = true; }
  bool written() const { return in_place_; }
  const std::string& path() const { return path_; }

 private:
  void begin(const Layout& layout);
  void finish();

  std::string path_;
  std::optional<OutputFile> file_;  // of the reading that is under way
  Layout layout_;
  std::size_t count_ = 0;
  bool in_place_ = false, kept_ = false;
};

}  // namespace mappa
