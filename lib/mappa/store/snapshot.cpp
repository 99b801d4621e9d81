#include <algorithm>

#include "mappa/casebook/chain.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/store/inside.hpp"
#include "mappa/store/reading.hpp"

namespace mappa {
namespace {

std::vector<Entry> without_digests(std::vector<Verified> verified) {
  std::vector<Entry> entries;
  entries.reserve(verified.size());
  for (auto& one : verified) entries.push_back(std::move(one.entry));
  return entries;
}

// Says to the database that its index over kinds serves: it leaves out the one of which there are very many.
constexpr const char* of_few = " AND e.kind <> 'nomis'";
std::string of_kind(const std::string& kind) { return std::string("e.kind = ?") + (kind == nomis_kind ? "" : of_few); }

PrisonNumber number_at(SQLite::Statement& row, int column, const std::string& path) {
  auto number = PrisonNumber::parse(row.getColumn(column).getString());
  if (!number) throw damaged(path, "It holds a case under what is no prison number.");
  return *number;
}

// The first three columns of a row; nothing where they make no sense, for it is only kept.
std::optional<Made> made_at(SQLite::Statement& row) {
  const auto day = date_from_iso(row.getColumn(1).getString());
  if (!day) return std::nullopt;
  return Made{row.getColumn(0).getInt64(), *day, row.getColumn(2).getString()};
}

}  // namespace

Snapshot::Inside::Inside(std::shared_ptr<Pool> from, const char* begin)
    : pool(std::move(from)), connection(pool->take()) {
  connection->run(begin);
  check_head(*connection);  // also the first reading, which fixes the instant
}

void Snapshot::Inside::check_all() {
  if (all_checked) return;
  check_dense(open());
  all_checked = true;
}

void Snapshot::Inside::check_about(const PrisonNumber& number) {
  if (all_checked || checked == number) return;
  if (check_case(open(), number)) checked = number;
  else check_all();  // or is the case itself missing?
}

void Snapshot::Inside::check_of_kind(const std::string& kind) {
  if (kind != import_kind && kind != undo_kind && kind != run_kind) check_all();  // about no case: looked at already
}

Snapshot::Inside::~Inside() {
  undo();
  // The connection goes on serving readers, who need little. One that fails to shrink is closed with the pool.
  try {
    if (for_many) connection->use_memory(kMemory);
  } catch (const std::exception&) {
  }
  pool->give_back(std::move(connection));
}

void Snapshot::Inside::undo() noexcept {
  try {
    if (connection->in_transaction()) connection->run("ROLLBACK");
  } catch (const std::exception&) {
    // Closing the connection undoes it as well; the pool does not keep one that is inside a transaction.
  }
}

Connection& Snapshot::Inside::open() const {
  if (connection->in_transaction()) return *connection;
  throw Fault(Cause::unexpected, "A change to the casebook was used after it was committed or undone.",
              "This is a mistake in the program: report it.");
}

std::string Snapshot::Inside::seen() const { return last ? " AND e.id <= " + std::to_string(*last) : std::string(); }

Snapshot::Snapshot(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot::~Snapshot() = default;

Head Snapshot::head() const {
  const auto newest = inside_->last ? read_verified(inside_->open(), "e.id = ?", [&](SQLite::Statement& s) { s.bind(1, *inside_->last); })
                                    : read_newest(inside_->open());
  if (newest.empty()) return {0, chain_start()};
  return {newest.front().entry.id, newest.front().digest};
}

EntryId Snapshot::later() const {
  if (!inside_->last) return 0;
  const auto newest = read_newest(inside_->open());
  return newest.empty() ? 0 : newest.front().entry.id - *inside_->last;
}

bool Snapshot::has(const PrisonNumber& number) const {
  auto& connection = inside_->open();
  inside_->check_about(number);
  if (inside_->checked == number && !inside_->last) return true;
  return connection.guarded([&] {
    auto query = connection.query(
        "SELECT 1 FROM entries e JOIN cases c ON c.id = e.case_id WHERE c.number = ?" + inside_->seen() + " LIMIT 1");
    query->bindNoCopy(1, number.text());
    return query->executeStep();
  });
}

std::vector<PrisonNumber> Snapshot::numbers() const {
  inside_->check_all();
  auto& connection = inside_->open();
  return connection.guarded([&] {
    auto query = connection.query(
        "SELECT number FROM cases c WHERE EXISTS (SELECT 1 FROM entries e WHERE e.case_id = c.id" + inside_->seen() +
        ") ORDER BY number");
    std::vector<PrisonNumber> all;
    while (query->executeStep()) all.push_back(number_at(*query.operator->(), 0, connection.path()));
    return all;
  });
}

std::vector<Entry> Snapshot::entries(const PrisonNumber& number) const {
  inside_->check_about(number);
  return without_digests(read_verified(inside_->open(), "e.case_id = (SELECT id FROM cases WHERE number = ?)" + inside_->seen(),
                                       [&](SQLite::Statement& s) { s.bindNoCopy(1, number.text()); }));
}

std::vector<Entry> Snapshot::entries_of_kind(const std::string& kind) const { return entries_of_kinds({kind}); }

std::vector<Entry> Snapshot::entries_of_kinds(const std::vector<std::string>& kinds) const {
  std::string condition = "e.kind IN (";
  for (const auto& kind : kinds) {
    inside_->check_of_kind(kind);
    condition += &kind == &kinds.front() ? "?" : ",?";
  }
  condition += ")";
  if (std::ranges::find(kinds, nomis_kind) == kinds.end()) condition += of_few;
  return without_digests(read_verified(inside_->open(), condition + inside_->seen(), [&](SQLite::Statement& s) {
    int at = 0;
    for (const auto& kind : kinds) s.bindNoCopy(++at, kind);
  }));
}

EntryId Snapshot::newest_of_kind(const std::string& kind) const {
  inside_->check_of_kind(kind);
  auto& connection = inside_->open();
  return connection.guarded([&]() -> EntryId {
    auto query = connection.query("SELECT max(e.id) FROM entries e WHERE " + of_kind(kind) + inside_->seen());
    query->bindNoCopy(1, kind);
    query->executeStep();
    return query->getColumn(0).getInt64();
  });
}

std::optional<Entry> Snapshot::entry(EntryId id) const {
  auto found = read_verified(inside_->open(), "e.id = ?" + inside_->seen(), [&](SQLite::Statement& s) { s.bind(1, id); });
  if (found.empty()) return std::nullopt;
  return std::move(found.front().entry);
}

bool SealedEntry::holds(std::string_view body) const { return body_digest(salt, body) == digest; }

namespace {

constexpr const char* kSelectSealed =
    "SELECT e.id, c.number, e.day, e.salt, e.body_digest FROM entries e JOIN cases c ON c.id = e.case_id WHERE ";

SealedEntry sealed_entry(SQLite::Statement& row, const std::string& path) {
  const auto number = PrisonNumber::parse(row.getColumn(1).getString());
  const auto on = date_from_iso(row.getColumn(2).getString());
  if (!number || !on) throw damaged(path, "It holds an entry about nobody, or about no day.");
  return {row.getColumn(0).getInt64(), *number, *on, row.getColumn(3).getString(), row.getColumn(4).getString()};
}

}  // namespace

void Snapshot::each_sealed(const std::string& kind, const std::function<void(const SealedEntry&)>& take) const {
  inside_->check_all();
  auto& connection = inside_->open();
  connection.guarded([&] {
    auto query = connection.query(kSelectSealed + (of_kind(kind) + inside_->seen()) + " ORDER BY e.id");
    query->bindNoCopy(1, kind);
    while (query->executeStep()) take(sealed_entry(*query.operator->(), connection.path()));
    return true;
  });
}

std::optional<SealedEntry> Snapshot::sealed(EntryId id) const {
  auto& connection = inside_->open();
  return connection.guarded([&]() -> std::optional<SealedEntry> {
    auto query = connection.query(kSelectSealed + ("e.id = ?" + inside_->seen()));
    query->bind(1, id);
    if (!query->executeStep()) return std::nullopt;
    return sealed_entry(*query.operator->(), connection.path());
  });
}

std::optional<SealedEntry> Snapshot::first_sealed(const PrisonNumber& number) const {
  auto& connection = inside_->open();
  return connection.guarded([&]() -> std::optional<SealedEntry> {
    auto query = connection.query(kSelectSealed + ("c.number = ?" + inside_->seen()) + " ORDER BY e.id LIMIT 1");
    query->bindNoCopy(1, number.text());
    if (!query->executeStep()) return std::nullopt;
    return sealed_entry(*query.operator->(), connection.path());
  });
}

std::optional<std::pair<EntryId, std::string>> Snapshot::kept() const {
  auto& connection = inside_->open();
  return connection.guarded([&]() -> std::optional<std::pair<EntryId, std::string>> {
    auto query = connection.query("SELECT import, rows FROM known_rows");
    if (!query->executeStep()) return std::nullopt;
    return std::pair{query->getColumn(0).getInt64(), query->getColumn(1).getString()};
  });
}

std::optional<Made> Snapshot::states_made() const {
  auto& connection = inside_->open();
  return connection.guarded([&]() -> std::optional<Made> {
    auto query = connection.query("SELECT newest, day, by_what FROM states_made");
    return query->executeStep() ? made_at(*query.operator->()) : std::nullopt;
  });
}

std::optional<std::pair<Made, std::string>> Snapshot::deadlines_made() const {
  auto& connection = inside_->open();
  return connection.guarded([&]() -> std::optional<std::pair<Made, std::string>> {
    auto query = connection.query("SELECT newest, day, by_what, counted FROM deadlines_made");
    if (!query->executeStep()) return std::nullopt;
    const auto made = made_at(*query.operator->());
    if (!made) return std::nullopt;
    return std::pair{*made, query->getColumn(3).getString()};
  });
}

void Snapshot::each_deadline(const DeadlineQuery& asked,
                             const std::function<void(const PrisonNumber&, std::optional<Date>, std::string_view)>& take) const {
  inside_->check_all();
  auto& connection = inside_->open();
  std::string also = asked.place.empty() ? "" : " AND place = ?";
  for (const auto& rule : asked.rules) also += &rule == &asked.rules.front() ? " AND rule IN (?" : ",?";
  if (!asked.rules.empty()) also += ")";
  connection.guarded([&] {
    auto query = connection.query("SELECT number, day, line FROM deadlines WHERE day <= ?" + also + " ORDER BY day, number, nth");
    int at = 0;
    query->bind(++at, days_since_1970(asked.until));
    if (!asked.place.empty()) query->bindNoCopy(++at, asked.place);
    for (const auto& rule : asked.rules) query->bindNoCopy(++at, rule);
    while (query->executeStep()) {
      const auto day = query->getColumn(1), line = query->getColumn(2);
      take(PrisonNumber::unpacked(query->getColumn(0).getUInt()), day.getInt() == no_day ? std::nullopt : std::optional(date_since_1970(day.getInt())),
           {static_cast<const char*>(line.getBlob()), static_cast<std::size_t>(line.size())});
    }
    return true;
  });
}

std::optional<std::string> Snapshot::looked_at(const PrisonNumber& number) const {
  auto& connection = inside_->open();
  return connection.guarded([&]() -> std::optional<std::string> {
    auto query = connection.query("SELECT counted FROM looked_at WHERE number = ?");
    query->bind(1, number.packed());
    if (!query->executeStep()) return std::nullopt;
    return query->getColumn(0).getString();
  });
}

void Snapshot::each_state(const std::function<void(const PrisonNumber&, std::string_view)>& take) const {
  inside_->check_all();
  auto& connection = inside_->open();
  connection.guarded([&] {
    auto query = connection.query("SELECT number, body FROM states ORDER BY number");
    while (query->executeStep()) {
      const auto body = query->getColumn(1);
      take(PrisonNumber::unpacked(query->getColumn(0).getUInt()), {static_cast<const char*>(body.getBlob()), static_cast<std::size_t>(body.size())});
    }
    return true;
  });
}

std::vector<PrisonNumber> Snapshot::numbers_since(EntryId entry) const {
  inside_->check_all();
  auto& connection = inside_->open();
  return connection.guarded([&] {
    // Mostly few of very many: the new entries lead to their people, and not the order of the numbers to their entries.
    auto query = connection.query("SELECT number FROM cases WHERE id IN (SELECT e.case_id FROM entries e WHERE e.id > ?" + inside_->seen() +
                                  ") ORDER BY number");
    query->bind(1, entry);
    std::vector<PrisonNumber> all;
    while (query->executeStep()) all.push_back(number_at(*query.operator->(), 0, connection.path()));
    return all;
  });
}

void Snapshot::each(const std::function<void(const PrisonNumber&, std::span<const Entry>)>& take) const {
  for (const auto& number : numbers()) take(number, entries(number));
}

}  // namespace mappa
