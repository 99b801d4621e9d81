#include "output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"

namespace mappa {
namespace {

namespace files = std::filesystem;

Fault cannot_write(const std::string& path, int error) {
  return {Cause::unexpected,
          "\"" + safe(path) + "\" cannot be written: " + std::generic_category().message(error) +
              ". Nothing was written.",
          "Check that its folder is there and may be written, and that the disk is not full, or name another place."};
}

Fault taken(const std::string& path) {
  return {Cause::refused, "There is already something at \"" + safe(path) + "\"; it was not touched.",
          "Move it away, or name another file."};
}

bool on_the_disk(const std::string& file) {
  const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) return false;
  const bool done = ::fsync(opened) == 0;
  ::close(opened);
  return done;
}

// In one step, and never to a name that is taken: by a second name where the disk knows such, else by a move.
int give_name(const std::string& from, const std::string& to) {
  if (::link(from.c_str(), to.c_str()) == 0) return 0;
  if (errno != EPERM && errno != EOPNOTSUPP) return errno;
  return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
}

}  // namespace

OutputFile::OutputFile(const std::string& path) : path_(path) {
  if (!files::path(path).has_filename())
    throw Fault(Cause::usage, "\"" + safe(path) + "\" names no file.", "Name the file that is to be written.");
  std::error_code none;
  if (files::exists(files::symlink_status(path, none))) throw taken(path);
  std::string beside = path + ".new-XXXXXX";
  const int made = ::mkstemp(beside.data());  // its owner's only
  if (made < 0) throw cannot_write(path, errno);
  ::close(made);
  beside_ = beside;
  out_.open(beside_, std::ios::binary);
}

OutputFile::~OutputFile() {
  out_.close();
  ::unlink(beside_.c_str());
}

void OutputFile::keep() {
  errno = 0;
  out_.close();
  if (!out_ || !on_the_disk(beside_)) throw cannot_write(path_, errno != 0 ? errno : EIO);
  const int error = give_name(beside_, path_);
  if (error == EEXIST) throw taken(path_);
  if (error != 0) throw cannot_write(path_, error);
}

}  // namespace mappa
