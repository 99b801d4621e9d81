// People who may only read the file and its folder can read, and cannot write.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <thread>

#include "store/support.hpp"

using namespace mappa;
using namespace mappa::testing;

namespace {

constexpr const char* kAllThere = "4 entries, head 5";

std::string reading(const std::string& file) {
  const auto snapshot = Store::open(file, Store::Wait(0)).read();
  return std::to_string(everything(snapshot).size()) + " entries, head " +
         std::to_string(snapshot.head().newest);
}

std::string writing(const std::string& file) {
  auto store = Store::open(file, Store::Wait(0));
  store.change(at());
  return "writes";
}

void set_mode(const std::string& file, mode_t mode) { REQUIRE(::chmod(file.c_str(), mode) == 0); }

// Everything in the folder, and the folder, can be read by everybody and written by nobody.
void make_read_only(const Folder& folder) {
  for (const auto& name : folder.names()) set_mode(folder.file(name), 0444);
  set_mode(folder.path(), 0555);
}

// One process tells another to go on.
class Signal {
 public:
  Signal() { REQUIRE(::pipe(ends_.data()) == 0); }
  Signal(const Signal&) = delete;
  Signal& operator=(const Signal&) = delete;
  ~Signal() {
    for (const int end : ends_) ::close(end);
  }
  void give() { (void)!::write(ends_[1], "!", 1); }
  void await() {
    char byte = 0;
    (void)!::read(ends_[0], &byte, 1);
  }

 private:
  std::array<int, 2> ends_{};
};

struct Filled {
  Folder folder;
  std::string file = folder.file("casebook.db");
  Filled() { make_filled(file); }
};

}  // namespace

TEST_CASE("who may only read a casebook reads it all") {
  const Filled filled;
  make_read_only(filled.folder);
  CHECK(in_process_without_rights([&] { return reading(filled.file); }) == kAllThere);
}

TEST_CASE("who may only read a casebook is told so on writing") {
  const Filled filled;
  make_read_only(filled.folder);
  const auto refused = "fault: The casebook " + filled.file + " may only be read.";
  CHECK(in_process_without_rights([&] { return writing(filled.file); }) == refused);
  set_mode(filled.folder.path(), 0755);
  for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(filled.file + suffix);
  make_read_only(filled.folder);
  CHECK(in_process_without_rights([&] { return writing(filled.file); }) == refused);
}

TEST_CASE("a reader sees what a writer has just written, while the writer works") {
  const Filled filled;
  set_mode(filled.folder.path(), 0755);
  set_mode(filled.file, 0644);  // the log follows when the owner opens the casebook next
  auto store = Store::open(filled.file);
  record(store, {draft("C3333CC")});
  CHECK(mode_of(filled.file + "-wal") == 0644);
  CHECK(mode_of(filled.file + "-shm") == 0644);
  CHECK(std::filesystem::file_size(filled.file + "-wal") > 0);
  auto change = store.change(at(60));
  change.append(draft("C3333CC"));
  CHECK(in_process_without_rights([&] { return reading(filled.file); }) == "5 entries, head 6");
  change.commit();
  CHECK(in_process_without_rights([&] { return reading(filled.file); }) == "6 entries, head 7");
}

TEST_CASE("a writer that stopped dead leaves what a reader can read") {
  const Filled filled;
  in_process([&] {
    auto store = Store::open(filled.file);
    record(store, {draft("C3333CC")});
    auto change = store.change(at(60));
    change.append(draft("C3333CC"));
    ::_exit(0);  // nothing is closed
    return std::string();
  });
  make_read_only(filled.folder);
  CHECK(std::filesystem::file_size(filled.file + "-wal") > 0);
  CHECK(in_process_without_rights([&] { return reading(filled.file); }) == "5 entries, head 6");
}

TEST_CASE("closing a casebook leaves its log, empty") {
  const Filled filled;
  CHECK(std::filesystem::file_size(filled.file + "-wal") == 0);
  CHECK(std::filesystem::exists(filled.file + "-shm"));
}

TEST_CASE("a lone file in a folder that cannot be written is read without locks") {
  const Filled filled;
  for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(filled.file + suffix);
  make_read_only(filled.folder);
  CHECK(in_process_without_rights([&] { return reading(filled.file); }) == kAllThere);
  CHECK(filled.folder.names() == std::vector<std::string>{"casebook.db"});
}

TEST_CASE("any name will do for a file that is read without locks") {
  const Folder folder;
  const auto file = folder.file("100% ?immutable=0#&:name é.db");
  make_filled(file);
  for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(file + suffix);
  make_read_only(folder);
  CHECK(in_process_without_rights([&] { return reading(file); }) == kAllThere);
}

TEST_CASE("an empty log that may not be read does not stand in the way") {
  const Filled filled;
  make_read_only(filled.folder);
  for (const char* suffix : {"-wal", "-shm"}) set_mode(filled.file + suffix, 0);
  CHECK(in_process_without_rights([&] { return reading(filled.file); }) == kAllThere);
}

TEST_CASE("a file that is read without locks and changes meanwhile gives no answer") {
  const Filled filled;
  for (const char* suffix : {"-wal", "-shm"}) std::filesystem::remove(filled.file + suffix);
  make_read_only(filled.folder);
  Signal opened, written;
  std::string said;
  std::thread reader([&] {
    said = in_process_without_rights([&] {
      const auto snapshot = Store::open(filled.file).read();
      opened.give();
      written.await();
      return std::to_string(snapshot.head().newest);
    });
    opened.give();  // also when it could not be opened
  });
  opened.await();
  set_mode(filled.folder.path(), 0755);
  set_mode(filled.file, 0644);
  auto store = Store::open(filled.file);
  record(store, {draft("C3333CC")});
  written.give();
  reader.join();
  CHECK(said == "fault: The casebook " + filled.file + " was written to while it was read.");
}

TEST_CASE("a log with something in it that may not be read is named") {
  const Filled filled;
  auto store = Store::open(filled.file);
  record(store, {draft("C3333CC")});
  make_read_only(filled.folder);
  set_mode(filled.file + "-wal", 0);
  CHECK(in_process_without_rights([&] { return reading(filled.file); }) ==
        "fault: The casebook " + filled.file + " cannot be read without the files " + filled.file +
            "-wal and " + filled.file + "-shm.");
}

TEST_CASE("a file that may not be read is said to be so") {
  const Filled filled;
  make_read_only(filled.folder);
  set_mode(filled.file, 0);
  CHECK(in_process_without_rights([&] { return reading(filled.file); }) ==
        "fault: The casebook " + filled.file + " cannot be opened.");
  set_mode(filled.folder.path(), 0);
  CHECK(in_process_without_rights([&] { return reading(filled.file); }) ==
        "fault: The casebook " + filled.file + " cannot be opened: Permission denied.");
}
