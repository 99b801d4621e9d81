// A casebook appears whole or not at all, and never in the place of something else.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "store/support.hpp"

using namespace mappa;
using namespace mappa::testing;

namespace {

// No file that this process writes may grow beyond so many bytes: as a full disk would do it.
void limit_files_to(std::size_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

class Umask {
 public:
  explicit Umask(mode_t mask) : before_(::umask(mask)) {}
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;
  ~Umask() { ::umask(before_); }

 private:
  mode_t before_;
};

}  // namespace

TEST_CASE("a new casebook and its new folders are for their owner only, whatever the umask") {
  for (const mode_t mask : {mode_t{0}, mode_t{022}, mode_t{0277}, mode_t{0777}}) {
    CAPTURE(mask);
    const Folder folder;
    const auto file = folder.file("a/b/casebook.db");
    {
      const Umask umask(mask);
      auto store = Store::create(file);
      record(store, {draft("A1111AA")});
      CHECK(mode_of(file + "-wal") == 0600);
      CHECK(mode_of(file + "-shm") == 0600);
    }
    CHECK(mode_of(folder.file("a")) == 0700);
    CHECK(mode_of(folder.file("a/b")) == 0700);
    CHECK(mode_of(file) == 0600);
    CHECK(Store::open(file).read().head().newest == 1);
  }
}

TEST_CASE("folders that are there keep their permissions") {
  const Folder folder;
  REQUIRE(::chmod(folder.path().c_str(), 0755) == 0);
  Store::create(folder.file("casebook.db"));
  CHECK(mode_of(folder.path()) == 0755);
}

TEST_CASE("nothing but the casebook and its log is left in the folder") {
  const Folder folder;
  Store::create(folder.file("casebook.db"));
  CHECK(folder.names() == std::vector<std::string>{"casebook.db", "casebook.db-shm", "casebook.db-wal"});
}

TEST_CASE("whatever has the name already is not touched") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  SUBCASE("a casebook") {
    make_filled(file);
    CHECK(cause_of([&] { Store::create(file); }) == Cause::refused);
    CHECK(Store::open(file).read().head().newest == 5);
  }
  SUBCASE("a casebook that is in use") {
    auto store = Store::create(file);
    record(store, {draft("A1111AA")});
    const auto fault = fault_in([&] { Store::create(file); });
    REQUIRE(fault);
    CHECK(fault->happened() == "There is already something at " + file + "; it was not touched.");
  }
  SUBCASE("any file, even an empty one") {
    write_file(file, "");
    CHECK(cause_of([&] { Store::create(file); }) == Cause::refused);
    CHECK(folder.names() == std::vector<std::string>{"casebook.db"});
    CHECK(read_file(file).empty());
  }
  SUBCASE("a folder") {
    std::filesystem::create_directory(file);
    CHECK(cause_of([&] { Store::create(file); }) == Cause::refused);
  }
  SUBCASE("a link, even one that leads nowhere") {
    std::filesystem::create_symlink(folder.file("elsewhere.db"), file);
    CHECK(cause_of([&] { Store::create(file); }) == Cause::refused);
    CHECK(folder.names() == std::vector<std::string>{"casebook.db"});
  }
}

TEST_CASE("the log of an earlier casebook of that name is not taken for the new one's") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  for (const char* suffix : {"-wal", "-journal"}) {
    write_file(file + suffix, "old pages");
    const auto fault = fault_in([&] { Store::create(file); });
    REQUIRE(fault);
    CHECK(fault->cause() == Cause::refused);
    CHECK(fault->happened() == file + suffix + " is left over from another casebook.");
    CHECK(folder.names().size() == 1);
    std::filesystem::remove(file + suffix);
  }
  write_file(file + "-wal", "");  // what a closed casebook leaves
  write_file(file + "-shm", "stale");
  Store::create(file);
  CHECK(Store::open(file).read().head().newest == 0);
}

TEST_CASE("a place that cannot be written is said, and nothing is left behind") {
  const Folder folder;
  write_file(folder.file("file"), "x");
  const auto below_file = fault_in([&] { Store::create(folder.file("file/casebook.db")); });
  REQUIRE(below_file);
  CHECK(below_file->cause() == Cause::unexpected);
  CHECK(below_file->happened().find("Nothing was written.") != std::string::npos);
  CHECK(cause_of([&] { Store::create(""); }) == Cause::usage);
  CHECK(cause_of([&] { Store::create(folder.path() + "/"); }) == Cause::usage);
  CHECK(folder.names() == std::vector<std::string>{"file"});

  REQUIRE(::chmod(folder.path().c_str(), 0555) == 0);
  const auto file = folder.file("casebook.db");
  CHECK(in_process_without_rights([&] {
          Store::create(file);
          return std::string("created");
        }) == "fault: The casebook " + file + " cannot be made: Permission denied. Nothing was written.");
  CHECK(folder.names() == std::vector<std::string>{"file"});
}

TEST_CASE("a full disk leaves no half-made casebook") {
  const Folder folder;
  for (const std::size_t room : {0U, 100U, 5000U, 20000U}) {
    CAPTURE(room);
    const auto said = in_process([&] {
      limit_files_to(room);
      Store::create(folder.file("casebook.db"));
      return std::string("created");
    });
    CHECK(said.find("fault: The casebook") == 0);
    CHECK(folder.names().empty());
  }
}

TEST_CASE("a full disk loses the change and nothing else") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  const auto head = Store::open(file).read().head();
  const auto said = in_process([&] {
    limit_files_to(200'000);
    auto store = Store::open(file);
    auto change = store.change(at(60));
    change.append(draft("A1111AA"));
    try {
      change.append(draft("A1111AA", std::string(3'000'000, 'x')));
      change.commit();
    } catch (const Fault& fault) {
      CHECK(fault.cause() == Cause::unexpected);
      CHECK(fault.happened().find("Nothing was written.") != std::string::npos);
      return std::string("stopped");
    }
    return std::string("committed");
  });
  CHECK(said == "stopped");
  auto store = Store::open(file);
  CHECK(store.read().head() == head);
  record(store, {draft("A1111AA")});
  CHECK(everything(store.read()).size() == 5);
}

TEST_CASE("an entry that cannot be written takes the whole change with it") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  raw(file).exec(
      "CREATE TRIGGER obstacle BEFORE INSERT ON entries WHEN NEW.id = 7"
      " BEGIN SELECT RAISE(ABORT, 'no'); END");
  auto store = Store::open(file);
  auto change = store.change(at(60));
  change.append(draft("A1111AA"));
  CHECK(cause_of([&] { change.append(draft("A1111AA")); }) == Cause::unexpected);
  CHECK(cause_of([&] { change.append(draft("A1111AA")); }) == Cause::unexpected);
  CHECK(cause_of([&] { change.commit(); }) == Cause::unexpected);
  CHECK(store.read().head().newest == 5);
}

TEST_CASE("of several that create the same casebook at once one succeeds") {
  for (int round = 0; round < 5; ++round) {
    const Folder folder;
    const auto file = folder.file("new/casebook.db");
    std::atomic<int> created = 0, refused = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        const auto cause = cause_of([&] { Store::create(file); });
        if (!cause) ++created;
        if (cause == Cause::refused) ++refused;
      });
    }
    for (auto& thread : threads) thread.join();
    CHECK(created == 1);
    CHECK(refused == 3);
    CHECK(Store::open(file).read().head().newest == 0);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.file("new")), {}) == 3);
  }
}

TEST_CASE("several that write at once lose nothing and leave no gap") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  Store::create(file);
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (const char* who : {"A1111AA", "B2222BB", "C3333CC"}) {
    threads.emplace_back([&file, &failed, who] {
      const auto fault = fault_in([&] {
        auto store = Store::open(file, std::chrono::minutes(5));
        for (int i = 0; i < 10; ++i) record(store, {draft(who)});
      });
      if (fault) ++failed;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(failed == 0);
  const auto snapshot = Store::open(file).read();
  CHECK(snapshot.head().newest == 30);
  CHECK(everything(snapshot).size() == 30);
}
