#include "folders.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

namespace bench {
namespace files = std::filesystem;

Folder::Folder(const std::string& path) : path_(path) {
  files::remove_all(path_);
  files::create_directories(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  files::remove_all(path_, ignored);
}

void settle(const std::string& path) {
  const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0 || syncfs(folder) != 0) throw std::runtime_error(path + " cannot be brought to the disk");
  close(folder);
}

void copy_and_settle(const std::string& from, const std::string& to) {
  files::copy(from, to, files::copy_options::recursive | files::copy_options::copy_symlinks);
  settle(to);
}

}  // namespace bench
