#pragma once

#include <string>

namespace bench {

// A folder that is removed with everything in it.
class Folder {
 public:
  explicit Folder(const std::string& path);  // new and empty
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Returns when the disk has what was written to a folder and everything before it: whoever runs next must not pay for
// writing what was left over.
void settle(const std::string& path);
// Copies what is in a folder into another, and settles it.
void copy_and_settle(const std::string& from, const std::string& to);

}  // namespace bench
