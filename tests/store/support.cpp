#include "store/support.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace mappa::testing {

namespace fs = std::filesystem;

Folder::Folder() : path_((fs::temp_directory_path() / "mappa-store-XXXXXX").string()) {
  if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
}

Folder::~Folder() {
  std::error_code none;
  fs::permissions(path_, fs::perms::owner_all, none);
  fs::remove_all(path_, none);
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_)) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

Now at(int seconds) {
  return {*instant_from_iso("2026-11-25T09:00:00Z") + std::chrono::seconds(seconds), false};
}

PrisonNumber number(const std::string& text) { return PrisonNumber::parse(text).value(); }

Draft draft(const std::string& number, const std::string& body) {
  Draft draft;
  draft.number = PrisonNumber::parse(number);
  draft.kind = "licence";
  draft.on = *date_from_iso("2026-11-24");
  draft.by = "jsmith";
  draft.source = "caseworker";
  draft.body = body;
  return draft;
}

void record(Store& store, const std::vector<Draft>& drafts) {
  int second = 0;
  for (const auto& one : drafts) {
    auto change = store.change(at(second++));
    change.append(one);
    change.commit();
  }
}

std::vector<Entry> everything(const Snapshot& snapshot) {
  std::vector<Entry> all;
  snapshot.each([&](const PrisonNumber&, std::span<const Entry> entries) {
    all.insert(all.end(), entries.begin(), entries.end());
  });
  return all;
}

std::optional<Fault> fault_in(const std::function<void()>& work) {
  try {
    work();
    return std::nullopt;
  } catch (const Fault& fault) {
    return fault;
  }
}

std::optional<Cause> cause_of(const std::function<void()>& work) {
  const auto fault = fault_in(work);
  return fault ? std::optional(fault->cause()) : std::nullopt;
}

void make_filled(const std::string& file) {
  auto store = Store::create(file);
  auto import = draft("");
  import.kind = "import";
  record(store, {draft("A1111AA", "one"), draft("B2222BB", "two"), draft("A1111AA", "three"), import,
                 draft("B2222BB", "five")});
}

SQLite::Database raw(const std::string& file) { return {file, SQLite::OPEN_READWRITE}; }

SQLite::Database raw_without_guards(const std::string& file) {
  auto database = raw(file);
  for (const char* trigger : {"entries_stay", "entries_are_kept", "cases_stay", "cases_are_kept"}) {
    database.exec(std::string("DROP TRIGGER ") + trigger);
  }
  return database;
}

void write_file(const std::string& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string read_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

unsigned mode_of(const std::string& file) {
  struct stat seen = {};
  if (::stat(file.c_str(), &seen) != 0) throw std::runtime_error("no " + file);
  return seen.st_mode & 0777;
}

namespace {

std::string said_by(const std::function<std::string()>& work) {
  try {
    return work();
  } catch (const Fault& fault) {
    return "fault: " + fault.happened();
  } catch (const std::exception& other) {
    return std::string("exception: ") + other.what();
  }
}

bool give_up_rights() {
  constexpr unsigned kNobody = 65534;
  return ::geteuid() != 0 || (::setgid(kNobody) == 0 && ::setuid(kNobody) == 0);
}

std::string child(const std::function<std::string()>& work, bool with_rights) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) throw std::runtime_error("no pipe");
  const auto process = ::fork();
  if (process == 0) {
    const auto said = with_rights || give_up_rights() ? said_by(work) : "cannot give up rights";
    const bool written = ::write(pipe[1], said.data(), said.size()) == static_cast<ssize_t>(said.size());
    ::_exit(written ? 0 : 1);
  }
  ::close(pipe[1]);
  std::string said;
  std::array<char, 4096> some{};
  for (ssize_t n = 0; (n = ::read(pipe[0], some.data(), some.size())) > 0;) {
    said.append(some.data(), static_cast<std::size_t>(n));
  }
  ::close(pipe[0]);
  ::waitpid(process, nullptr, 0);
  return said;
}

}  // namespace

std::string in_process_without_rights(const std::function<std::string()>& work) { return child(work, false); }
std::string in_process(const std::function<std::string()>& work) { return child(work, true); }

}  // namespace mappa::testing
