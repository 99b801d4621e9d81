#include <algorithm>

#include "mappa/casebook/chain.hpp"
#include "mappa/casebook/digest.hpp"
#include "mappa/store/inside.hpp"

namespace mappa {
namespace {

constexpr std::size_t kSaltsForMany = 256;
constexpr std::size_t kLongestBody = 500'000'000;  // bytes; SQLite itself holds twice as much

void check(const Draft& draft) {
  const bool whole = !draft.kind.empty() && !draft.by.empty() && !draft.source.empty() && !draft.body.empty();
  if (whole && draft.version >= 1 && draft.on.ok() && draft.body.size() <= kLongestBody) return;
  throw Fault(Cause::unexpected, "An entry was to be recorded that is not whole. Nothing was written.",
              "This is a mistake in the program: report it.");
}

const std::string kFindCase = "UPDATE OR ROLLBACK cases SET entries = entries + 1 WHERE number = ? RETURNING id";
const std::string kAddCase = "INSERT OR ROLLBACK INTO cases(number) VALUES (?) ON CONFLICT DO NOTHING";
const std::string kAddEntry = "INSERT OR ROLLBACK INTO entries VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";

// The case that the next entry is about; counts that entry.
std::int64_t case_of(Connection& connection, const PrisonNumber& number) {
  {
    auto query = connection.query(kAddCase);
    query->bindNoCopy(1, number.text());
    if (query->exec() == 1) return connection.last_id();
  }
  auto query = connection.query(kFindCase);
  query->bindNoCopy(1, number.text());
  query->executeStep();
  return query->getColumn(0).getInt64();
}

void bind_bytes(SQLite::Statement& statement, int at, std::string_view bytes) {
  statement.bindNoCopy(at, bytes.data(), static_cast<int>(bytes.size()));
}

// day: its words, which must live until the step.
void bind_made(SQLite::Statement& statement, const Made& made, const std::string& day) {
  statement.bind(1, made.newest);
  statement.bindNoCopy(2, day);
  statement.bindNoCopy(3, made.by_what);
}

// An entry as it is written. What is bound without a copy lives until the step.
struct Written {
  const Draft& draft;
  const EntryWords& words;
  const std::string& on;
  const std::string& recorded_at;
  std::string_view salt;
  const std::string& body_digest;
  const std::string& digest;
};

void add_entry(Connection& connection, const Written& written) {
  std::optional<std::int64_t> about;
  if (written.draft.number) about = case_of(connection, *written.draft.number);
  auto query = connection.query(kAddEntry);
  query->bind(1, written.words.id);
  about ? query->bind(2, *about) : query->bind(2);
  query->bindNoCopy(3, written.draft.kind);
  query->bind(4, written.draft.version);
  query->bindNoCopy(5, written.on);
  query->bindNoCopy(6, written.recorded_at);
  query->bind(7, written.words.drill ? 1 : 0);
  query->bindNoCopy(8, written.draft.by);
  query->bindNoCopy(9, written.draft.source);
  bind_bytes(*query.operator->(), 10, written.body_digest);
  bind_bytes(*query.operator->(), 11, written.digest);
  bind_bytes(*query.operator->(), 12, written.salt);
  bind_bytes(*query.operator->(), 13, written.draft.body);
  query->exec();
}

}  // namespace

std::string_view Snapshot::Inside::fresh_salt() {
  if (salts_used == salts.size()) {
    salts = fresh_salts(for_many ? kSaltsForMany : 1);
    salts_used = 0;
  }
  salts_used += salt_size;
  return std::string_view(salts).substr(salts_used - salt_size, salt_size);
}

EntryId Change::add(const Draft& draft) {
  Inside& inside = *inside_;
  auto& connection = inside.open();
  check(draft);
  const Instant recorded_at = std::max(inside.now.instant, inside.not_before);
  if (inside.on != draft.on) inside.on_words = iso(*(inside.on = draft.on));
  if (inside.recorded_at != recorded_at) inside.recorded_at_words = iso(*(inside.recorded_at = recorded_at));
  const EntryWords words{inside.head.newest + 1,  draft.number ? std::string_view(draft.number->text()) : std::string_view(),
                         draft.kind,              draft.version,
                         inside.on_words,         inside.recorded_at_words,
                         inside.now.drill,        draft.by,
                         draft.source};
  const auto salt = inside.fresh_salt();
  const auto of_body = body_digest(salt, draft.body);
  const auto digest = entry_digest(inside.head.digest, words, of_body);
  const Written written{draft, words, inside.on_words, inside.recorded_at_words, salt, of_body, digest};
  try {
    connection.guarded([&] {
      add_entry(connection, written);
      return true;
    });
  } catch (const Fault&) {
    inside.undo();  // never half an entry
    throw;
  }
  inside.head = {words.id, digest};
  if (!draft.number) ++inside.about_itself;
  inside.not_before = recorded_at;
  return words.id;
}

Entry Change::append(const Draft& draft) {
  const EntryId id = add(draft);
  return {draft, id, inside_->not_before, inside_->now.drill};
}

void Change::keep(EntryId beside, std::string_view bytes) {
  auto& connection = inside_->open();
  connection.guarded([&] {
    connection.query("DELETE FROM known_rows")->exec();
    if (bytes.empty()) return true;
    auto query = connection.query("INSERT INTO known_rows VALUES (1, ?, ?)");
    query->bind(1, beside);
    bind_bytes(*query.operator->(), 2, bytes);
    query->exec();
    return true;
  });
}

void Change::keep_state(const PrisonNumber& number, std::string_view bytes) {
  auto& connection = inside_->open();
  connection.guarded([&] {
    auto query = connection.query(bytes.empty() ? "DELETE FROM states WHERE number = ?" : "INSERT OR REPLACE INTO states VALUES (?, ?)");
    query->bind(1, number.packed());
    if (!bytes.empty()) bind_bytes(*query.operator->(), 2, bytes);
    query->exec();
    return true;
  });
}

void Change::drop_states() {
  auto& connection = inside_->open();
  connection.guarded([&] {
    connection.query("DELETE FROM states")->exec();
    connection.query("DELETE FROM states_made")->exec();
    return true;
  });
}

void Change::keep_states_made(const Made& made) {
  auto& connection = inside_->open();
  connection.guarded([&] {
    auto query = connection.query("INSERT OR REPLACE INTO states_made VALUES (1, ?, ?, ?)");
    const std::string day = iso(made.day);
    bind_made(*query.operator->(), made, day);
    query->exec();
    return true;
  });
}

void Change::keep_deadline(const KeptDeadline& deadline) {
  auto& connection = inside_->open();
  connection.guarded([&] {
    auto query = connection.query("INSERT INTO deadlines VALUES (?, ?, ?, ?, ?, ?)");
    query->bind(1, deadline.day ? days_since_1970(*deadline.day) : no_day);
    query->bind(2, deadline.number.packed());
    query->bind(3, deadline.nth);
    query->bindNoCopy(4, deadline.place);
    query->bind(5, std::string(deadline.rule));
    bind_bytes(*query.operator->(), 6, deadline.line);
    query->exec();
    return true;
  });
}

void Change::keep_looked_at(const PrisonNumber& number, std::string_view counted) {
  auto& connection = inside_->open();
  connection.guarded([&] {
    auto query = connection.query("INSERT INTO looked_at VALUES (?, ?)");
    query->bind(1, number.packed());
    bind_bytes(*query.operator->(), 2, counted);
    query->exec();
    return true;
  });
}

void Change::drop_deadlines() {
  auto& connection = inside_->open();
  connection.guarded([&] {
    for (const char* table : {"deadlines", "looked_at", "deadlines_made"}) connection.query(std::string("DELETE FROM ") + table)->exec();
    return true;
  });
}

void Change::keep_deadlines_made(const Made& made, std::string_view counted) {
  auto& connection = inside_->open();
  connection.guarded([&] {
    auto query = connection.query("INSERT OR REPLACE INTO deadlines_made VALUES (1, ?, ?, ?, ?)");
    const std::string day = iso(made.day);
    bind_made(*query.operator->(), made, day);
    bind_bytes(*query.operator->(), 4, counted);
    query->exec();
    return true;
  });
}

void Change::commit() {
  try {
    auto& connection = inside_->open();
    connection.guarded([&] {
      auto query = connection.query("UPDATE head SET newest = ?, about_itself = about_itself + ?");
      query->bind(1, inside_->head.newest);
      query->bind(2, inside_->about_itself);
      query->exec();
      return true;
    });
    connection.run("COMMIT");
  } catch (const Fault&) {
    inside_->undo();
    throw;
  }
}

}  // namespace mappa
