#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mappa/casebook/chain.hpp"
#include "mappa/casebook/entry.hpp"

namespace mappa {

// The newest entry and its digest: two casebooks with the same head hold the same history. Of an
// empty casebook: 0 and the start of the chain.
struct Head {
  EntryId newest = 0;
  std::string digest;

  friend bool operator==(const Head&, const Head&) = default;
};

// An entry without its body, which is known only by what it must fit.
struct SealedEntry {
  EntryId id = 0;
  PrisonNumber number;
  Date on;
  std::string salt, digest;
  // Whether these bytes are its body. See body_digest() in casebook/chain.hpp.
  bool holds(std::string_view body) const;
};

// How what is kept beside the entries was made: up to which entry, for which day, and by what.
struct Made {
  EntryId newest = 0;
  Date day;
  std::string by_what;
};

// A deadline as it is kept: whose, where that person is, by which rule, and by which day (none: no day is known), and
// bytes that say what it is.
struct KeptDeadline {
  PrisonNumber number;
  int nth;  // of this person
  std::string place;
  std::string_view rule;
  std::optional<Date> day;
  std::string_view line;
};

// Which of them: those without a day, and those by a day; everywhere, or at one place; by every rule, or by some.
struct DeadlineQuery {
  Date until;
  std::string place;
  std::vector<std::string> rules;
};

// The casebook at one instant: later writes by others do not show in it. Bodies are opaque bytes to
// the store. Every entry that is read is checked against its own digest and that of the entry before
// it, and none of those that are asked for may be missing: for one person those about that person are
// counted, for everybody all; who cuts off the newest entries and hides the traces is found only by
// comparing heads.
// Every function throws Fault: integrity when an entry does not verify or the database is damaged,
// busy when another program holds it longer than the store waits, unexpected when it cannot be read.
// A snapshot may outlive its store. Not for several threads at once.
class Snapshot {
 public:
  Snapshot(Snapshot&&) noexcept;
  virtual ~Snapshot();

  // Of the newest entry that this snapshot sees.
  Head head() const;
  // How many entries it leaves out because they were recorded later: see Store::read(Instant).
  EntryId later() const;
  // Whether any entry is about this person.
  bool has(const PrisonNumber& number) const;
  // Everybody, in the order of their numbers.
  std::vector<PrisonNumber> numbers() const;
  // About this person; of one kind, or of some: by id.
  std::vector<Entry> entries(const PrisonNumber& number) const;
  std::vector<Entry> entries_of_kind(const std::string& kind) const;
  std::vector<Entry> entries_of_kinds(const std::vector<std::string>& kinds) const;
  // The newest entry of a kind; 0 where there is none.
  EntryId newest_of_kind(const std::string& kind) const;
  // Nothing when there is no such entry.
  std::optional<Entry> entry(EntryId id) const;
  // Everybody's entries of one kind, by id, for looking through very many quickly: bodies are not read, and
  // so nothing is verified.
  void each_sealed(const std::string& kind, const std::function<void(const SealedEntry&)>& take) const;
  // One entry of somebody's, as each_sealed() gives it; nothing when there is no such entry.
  std::optional<SealedEntry> sealed(EntryId id) const;
  // The first entry about this person, likewise; nothing when none is.
  std::optional<SealedEntry> first_sealed(const PrisonNumber& number) const;
  // What keep() kept last: the entry that it was kept beside, and the bytes. Nothing where nothing was.
  std::optional<std::pair<EntryId, std::string>> kept() const;
  // States are bytes that somebody kept for people, see Change::keep_state(); nothing where none were finished. They
  // stand outside the chain, and tell nothing of an entry that came later.
  std::optional<Made> states_made() const;
  // Likewise deadlines: how they were made, with the bytes that keep_deadlines_made() was given.
  std::optional<std::pair<Made, std::string>> deadlines_made() const;
  // Each of those asked for: first without a day, then in the order of the days, then of the numbers. The bytes live as
  // long as the call.
  void each_deadline(const DeadlineQuery& query,
                     const std::function<void(const PrisonNumber&, std::optional<Date>, std::string_view)>& take) const;
  // What was kept of a person whom the deadlines were asked about.
  std::optional<std::string> looked_at(const PrisonNumber& number) const;
  // Each of the states, in the order of the numbers. The bytes live as long as the call.
  void each_state(const std::function<void(const PrisonNumber&, std::string_view)>& take) const;
  // People about whom something was recorded after an entry, in the order of their numbers.
  std::vector<PrisonNumber> numbers_since(EntryId entry) const;
  // Everybody in turn, in the order of their numbers, with their entries by id. Memory holds one
  // person at a time. `take` may read from this snapshot; what it throws passes through.
  void each(const std::function<void(const PrisonNumber&, std::span<const Entry>)>& take) const;

 protected:
  friend class Store;
  struct Inside;
  explicit Snapshot(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

// A snapshot that holds the write lock, sees its own writes, and appends. What is not committed when
// it goes out of scope was never written. After commit(), and after an append or a commit that threw
// anything but a complaint about the draft, it is over: all was written or nothing, and every further
// call throws unexpected.
class Change : public Snapshot {
 public:
  // Appends and returns the entry with its id and time. Ids are dense: the next one each time.
  // Kind, by, source and body must not be empty, the version at least 1, `on` a day that exists:
  // throws unexpected otherwise, as it does when the disk is full or cannot be written.
  Entry append(const Draft& draft);
  // The same for very many of them, without a copy of the entry; returns its id.
  EntryId add(const Draft& draft);
  // Keeps bytes beside an entry, in place of what was kept before; empty bytes are none. They are derived from
  // entries and no part of the chain: whoever reads them must be able to do without.
  void keep(EntryId beside, std::string_view bytes);
  // Keeps bytes for a person in place of what was kept before; empty bytes are none. They are derived from entries,
  // and are to be taken for what states_made() says of them.
  void keep_state(const PrisonNumber& number, std::string_view bytes);
  void drop_states();
  void keep_states_made(const Made& made);
  void keep_deadline(const KeptDeadline& deadline);
  void keep_looked_at(const PrisonNumber& number, std::string_view counted);
  void drop_deadlines();
  void keep_deadlines_made(const Made& made, std::string_view counted);
  // Returns when everything is safely on the disk. Throws unexpected when that fails.
  void commit();

 private:
  friend class Store;
  using Snapshot::Snapshot;
};

// When an entry is written: the real clock, or one set for a drill, which marks the entry for ever.
struct Now {
  Instant instant;
  bool drill = false;
};

// A casebook in an SQLite file. Beside the file stand two more whose names end in -wal and -shm; they
// belong to it and stay, so that people who may only read can read.
class Store {
 public:
  // How long to wait for another program.
  using Wait = std::chrono::milliseconds;
  static constexpr Wait kWait = std::chrono::seconds(5);

  // Creates the file (readable by its owner only) and its folders (likewise, where they are new).
  // The file appears whole or not at all. Throws refused when something of that name already exists
  // (a link too) or a non-empty -wal or -journal of that name is left over, usage when the path names
  // no file, unexpected when the folder cannot be written.
  static Store create(const std::string& path, Wait wait = kWait);
  // Opens an existing casebook. Throws not_found when there is none, unreadable when the file is no
  // casebook or may not be read, schema when it was made by another version, integrity when it is
  // damaged, busy.
  // Read-only files and folders are opened for reading; a later change() then throws refused. Where
  // nothing can be locked (a lone file in a folder that may not be written), reading throws busy as
  // soon as the file is seen to change.
  static Store open(const std::string& path, Wait wait = kWait);

  Store(Store&&) noexcept;
  ~Store();

  // Several may be open at once, also beside a change. Throws what Snapshot's functions throw.
  Snapshot read() const;
  // The casebook as it stood just before an instant: what was recorded then or later is left out, records,
  // withdrawals and imports alike.
  Snapshot read(Instant before) const;
  // Waits for the write lock (throws busy when that takes too long). recorded_at of what is appended
  // is `now`, or the time of the newest entry where that is later: it never runs backwards.
  // for_many: it appends very many entries, and may use more memory for the time being (64 MB).
  Change change(Now now, bool for_many = false);

 private:
  struct Inside;
  explicit Store(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace mappa
