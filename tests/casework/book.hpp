#pragma once

#include <string>

#include <stdlib.h>

#include <filesystem>

#include "mappa/casework/batches.hpp"
#include "mappa/casework/batches.hpp"
#include "mappa/casework/check_release.hpp"
#include "mappa/casework/import_export.hpp"
#include "mappa/casework/record.hpp"

namespace mappa::testing {

// A casebook in a folder of its own, on 22 November 2026 at nine in the morning.
class Book {
 public:
  Book() : folder_(make_folder()), store_(Store::create(folder_ + "/casebook.db")), policy_(shipped_policy()) {}
  ~Book() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  Store& store() { return store_; }
  Snapshot read() const { return store_.read(); }
  Policy& policy() { return policy_; }
  Desk desk() const { return {policy_, england(now().instant)}; }
  static Now now() { return {*instant_from_iso("2026-11-22T09:00:00Z"), true}; }
  static Date day(const char* iso) { return *date_from_iso(iso); }
  static PrisonNumber number(const char* text) { return *PrisonNumber::parse(text); }

  ImportResult import(const std::string& bytes, std::optional<Date> exported_on = {}) {
    Input input = Input::of(bytes, "export.csv");
    return import_nomis(store_, {input, exported_on, false, false, "tester", now(), desk().today()}, desk());
  }
  ImportResult import_with(const std::string& bytes, const std::string& alerts, std::optional<Date> exported_on = {}) {
    Input input = Input::of(bytes, "export.csv"), second = Input::of(alerts, "alerts.csv");
    ImportRequest request{input, exported_on, false, false, "tester", now(), desk().today()};
    request.alerts = &second;
    return import_nomis(store_, request, desk());
  }
  UndoResult undo(EntryId batch, bool dry_run = false) {
    return mappa::undo(store_, {batch, "the wrong file", dry_run, "tester", now(), desk().today()});
  }
  RecordResult record(const std::string& who, const std::string& kind, Given given, std::optional<Date> on = {}) {
    return mappa::record(store_, {who, *find_kind(kind), std::move(given), on, "tester", now(), desk().now}, desk());
  }
  Case fold(const char* who) const { return load(store_.read(), number(who), desk().today()).folded; }
  ReleaseCheck check(const char* who, std::optional<Moment> at = {}) const {
    return check_release(load(store_.read(), number(who), desk().today()), at, desk());
  }
  std::size_t size() const { return static_cast<std::size_t>(store_.read().head().newest); }

 private:
  static std::string make_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "mappa-test-XXXXXX").string();
    return mkdtemp(name.data());
  }

  std::string folder_;
  Store store_;
  Policy policy_;
};

}  // namespace mappa::testing
