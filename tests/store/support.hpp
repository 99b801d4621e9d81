#pragma once

#include <SQLiteCpp/Database.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/store/store.hpp"

// What the tests of the store share.
namespace mappa::testing {

// A folder of the test's own, removed at its end with everything in it.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  std::string file(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }
  std::vector<std::string> names() const;  // of what lies in it, sorted

 private:
  std::string path_;
};

// 25 November 2026, 09:00:00 UTC, and so many seconds.
Now at(int seconds = 0);

PrisonNumber number(const std::string& text);

// A licence entry about this person, or about the casebook itself when the number is empty.
Draft draft(const std::string& number, const std::string& body = R"({"due":"yes"})");

// Appends the drafts and commits them, one second apart.
void record(Store& store, const std::vector<Draft>& drafts);

// Every entry about anybody, as each() brings them.
std::vector<Entry> everything(const Snapshot& snapshot);

// The fault that `work` throws; nothing when it throws none.
std::optional<Fault> fault_in(const std::function<void()>& work);
std::optional<Cause> cause_of(const std::function<void()>& work);

// A casebook with the entries 1 (A1111AA), 2 (B2222BB), 3 (A1111AA), 4 (about itself), 5 (B2222BB).
void make_filled(const std::string& file);

// The database behind a casebook, opened as any program could, without the triggers that guard it.
SQLite::Database raw(const std::string& file);
SQLite::Database raw_without_guards(const std::string& file);

void write_file(const std::string& file, const std::string& bytes);
std::string read_file(const std::string& file);
unsigned mode_of(const std::string& file);  // the permission bits

// Runs `work` in a process of its own that has no more rights than the permission bits give to anybody
// (as root: as another user). Returns what it printed to its argument, or "fault: " and what happened.
std::string in_process_without_rights(const std::function<std::string()>& work);
// The same, with the rights of this process.
std::string in_process(const std::function<std::string()>& work);

}  // namespace mappa::testing
