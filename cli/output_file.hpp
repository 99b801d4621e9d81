#pragma once

#include <fstream>
#include <string>

namespace mappa {

// A new file that appears whole or not at all, and is its owner's only: until keep() it stands beside its place
// under a name that goes away with this object.
class OutputFile {
 public:
  // path: its name, for messages too. Throws Fault: usage when it names no file, refused when something of that
  // name is there, unexpected when its folder cannot be written.
  explicit OutputFile(const std::string& path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  std::ostream& out() { return out_; }
  // Gives the file its name, once all of it is safely on the disk. Throws Fault: refused when something of that
  // name has come since, unexpected when not all could be written.
  void keep();

 private:
  std::string path_, beside_;
  std::ofstream out_;
};

}  // namespace mappa
