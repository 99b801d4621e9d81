// What is no casebook, or not one to be used as it is.
#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "store/support.hpp"

using namespace mappa;
using namespace mappa::testing;

namespace {

Fault fault_opening(const std::string& file) {
  const auto fault = fault_in([&] { (void)everything(Store::open(file).read()); });
  REQUIRE(fault);
  return *fault;
}

void cut_to(const std::string& file, std::uintmax_t bytes) { std::filesystem::resize_file(file, bytes); }

}  // namespace

TEST_CASE("without a casebook the fault says so and how to make one") {
  const Folder folder;
  const auto file = folder.file("none.db");
  const auto fault = fault_opening(file);
  CHECK(fault.cause() == Cause::not_found);
  CHECK(fault.happened() == "There is no casebook at " + file + ".");
  CHECK(fault.remedy() == "Make one with mappa init, or name another.");
  CHECK(fault_opening(folder.file("no/such/folder.db")).cause() == Cause::not_found);
  CHECK(fault_opening("").cause() == Cause::not_found);
  CHECK(folder.names().empty());
}

TEST_CASE("what is no casebook is left as it is") {
  const Folder folder;
  const auto file = folder.file("thing");
  for (const std::string& bytes :
       {std::string(), std::string("x"), std::string("offenderNo,lastName\nA1234BC,Who\n"),
        std::string(100'000, '\0'), std::string("SQLite format 3\0", 16)}) {
    CAPTURE(bytes.size());
    write_file(file, bytes);
    const auto fault = fault_opening(file);
    CHECK(fault.cause() == Cause::unreadable);
    CHECK(fault.happened() == file + " is not a casebook.");
    CHECK(read_file(file) == bytes);
    CHECK(folder.names() == std::vector<std::string>{"thing"});
  }
}

TEST_CASE("another program's database is no casebook") {
  const Folder folder;
  const auto file = folder.file("other.db");
  for (const char* journal : {"DELETE", "WAL"}) {
    {
      SQLite::Database other(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      other.exec(std::string("PRAGMA journal_mode = ") + journal);
      other.exec("PRAGMA user_version = 1; CREATE TABLE IF NOT EXISTS entries(id INTEGER PRIMARY KEY)");
    }
    const auto before = read_file(file);
    CHECK(fault_opening(file).cause() == Cause::unreadable);
    CHECK(read_file(file) == before);
  }
}

TEST_CASE("a folder or a pipe is no casebook") {
  const Folder folder;
  CHECK(fault_opening(folder.path()).cause() == Cause::unreadable);
  const auto pipe = folder.file("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(fault_opening(pipe).cause() == Cause::unreadable);
}

TEST_CASE("a casebook that was cut short is damaged, or no casebook when nothing is left of it") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  const auto whole = std::filesystem::file_size(file);
  for (const auto bytes : {whole - 1, whole / 2, std::uintmax_t{4096}, std::uintmax_t{1000}}) {
    CAPTURE(bytes);
    const auto cut = folder.file("cut.db");
    std::filesystem::copy_file(file, cut, std::filesystem::copy_options::overwrite_existing);
    cut_to(cut, bytes);
    CHECK(fault_opening(cut).cause() == Cause::integrity);
  }
  cut_to(file, 10);
  CHECK(fault_opening(file).cause() == Cause::unreadable);
}

TEST_CASE("a casebook with bytes spoilt in the middle is damaged") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  auto bytes = read_file(file);
  for (std::size_t i = 4096; i < bytes.size(); ++i) bytes[i] = '\x5a';
  write_file(file, bytes);
  const auto fault = fault_opening(file);
  CHECK(fault.cause() == Cause::integrity);
  CHECK(fault.happened().find("Its database is damaged") != std::string::npos);
}

TEST_CASE("a casebook of another version is named as such and left alone") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  make_filled(file);
  raw(file).exec("PRAGMA user_version = 7");
  const auto newer = fault_opening(file);
  CHECK(newer.cause() == Cause::schema);
  CHECK(newer.happened() == "The casebook " + file + " has version 7; this program works with version 3.");
  CHECK(newer.remedy() == "Use the newer program that last wrote to it.");
  raw(file).exec("PRAGMA user_version = 0");
  CHECK(fault_opening(file).cause() == Cause::schema);
  CHECK(fault_opening(file).remedy() ==
        "Use the older program that made it, or bring the casebook up to date.");
}

TEST_CASE("a casebook is found by any name that leads to it") {
  const Folder folder;
  std::filesystem::create_directory(folder.file("100% odd ?#&=:name"));
  const auto file = folder.file("100% odd ?#&=:name/case book.db");
  make_filled(file);
  const auto link = folder.file("link");
  std::filesystem::create_symlink(file, link);
  CHECK(Store::open(link).read().head().newest == 5);
  CHECK(folder.names() == std::vector<std::string>{"100% odd ?#&=:name", "link"});
}

TEST_CASE("a copy that another program made without a log is a casebook again") {
  const Folder folder;
  const auto file = folder.file("casebook.db");
  const auto copy = folder.file("copy.db");
  make_filled(file);
  raw(file).exec("VACUUM INTO '" + copy + "'");
  auto store = Store::open(copy, Store::Wait(0));
  const auto before = store.read();
  record(store, {draft("C3333CC")});  // which the snapshot would not allow without a log
  CHECK(before.head().newest == 5);
  CHECK(store.read().head().newest == 6);
  CHECK(before.head() == Store::open(file).read().head());
}
