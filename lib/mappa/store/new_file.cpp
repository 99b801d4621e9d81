#include "mappa/store/new_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "mappa/base/fault.hpp"
#include "mappa/store/schema.hpp"

namespace mappa {
namespace {

namespace fs = std::filesystem;

Fault cannot_make(const std::string& path, const std::string& why) {
  return Fault(
      Cause::unexpected, "The casebook " + path + " cannot be made: " + why + ". Nothing was written.",
      "Check that you may write to its folder and that the disk is not full, or name another place.");
}

std::string reason(int error) { return std::generic_category().message(error); }

Fault taken(const std::string& path) {
  return Fault(Cause::refused, "There is already something at " + path + "; it was not touched.",
               "Use it as it is, or name another place.");
}

// SQLite would take such a leftover for unfinished work on the new file.
void refuse_leftovers(const fs::path& file, const std::string& path) {
  std::error_code none;
  for (const char* suffix : {"-wal", "-journal"}) {
    auto beside = file;
    beside += suffix;
    if (!fs::exists(fs::symlink_status(beside, none))) continue;
    if (fs::file_size(beside, none) == 0 && !none) continue;
    throw Fault(Cause::refused, path + suffix + " is left over from another casebook.",
                "Move it away together with the casebook it belongs to, or name another place.");
  }
}

// Every folder on the way that is not there yet, for its owner only. A failure shows later, when the
// file is made.
void make_folder(const fs::path& folder) {
  std::error_code none;
  if (fs::is_directory(folder, none)) return;
  if (folder.has_relative_path()) make_folder(folder.parent_path());
  if (::mkdir(folder.c_str(), 0700) == 0) (void)::chmod(folder.c_str(), 0700);  // whatever the umask took
}

// A file beside the final one where the casebook is made; it goes away in any case, with what SQLite
// puts next to it.
class Scaffold {
 public:
  Scaffold(const fs::path& file, const std::string& path) : name_(file.string() + ".new-XXXXXX") {
    const int made = ::mkstemp(name_.data());
    if (made < 0) throw cannot_make(path, reason(errno));
    const bool ours = ::fchmod(made, 0600) == 0;
    const int error = errno;
    ::close(made);
    if (ours) return;
    ::unlink(name_.c_str());
    throw cannot_make(path, reason(error));
  }
  Scaffold(const Scaffold&) = delete;
  Scaffold& operator=(const Scaffold&) = delete;
  ~Scaffold() {
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) ::unlink((name_ + suffix).c_str());
  }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

// The switch to a log comes last: until then everything is in the file itself, and all that went wrong
// was said.
void build(const std::string& file, const std::string& path) {
  try {
    SQLite::Database database(file, SQLite::OPEN_READWRITE);
    migrate(database);
    database.exec("PRAGMA journal_mode = WAL");
  } catch (const SQLite::Exception& reported) {
    throw cannot_make(path, reported.what());
  }
}

// A second name for a file is given in one step and never to a name that is taken.
void put_in_place(const std::string& from, const fs::path& to, const std::string& path) {
  if (::link(from.c_str(), to.c_str()) == 0) return;
  if (errno == EEXIST) throw taken(path);
  throw cannot_make(path, reason(errno));
}

// So that the name survives a power cut as well.
void settle(const fs::path& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return;
  (void)::fsync(opened);
  ::close(opened);
}

}  // namespace

void make_casebook(const std::string& path) {
  if (!fs::path(path).has_filename()) {
    throw Fault(Cause::usage, "\"" + path + "\" names no file.",
                "Name the file that is to hold the casebook.");
  }
  std::error_code trouble;
  const auto file = fs::absolute(path, trouble);
  if (trouble) throw cannot_make(path, trouble.message());
  if (fs::exists(fs::symlink_status(file, trouble))) throw taken(path);
  refuse_leftovers(file, path);
  make_folder(file.parent_path());
  const Scaffold scaffold(file, path);
  build(scaffold.name(), path);
  put_in_place(scaffold.name(), file, path);
  settle(file.parent_path());
}

}  // namespace mappa
