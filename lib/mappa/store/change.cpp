#include <algorithm>

#include "mappa/casebook/chain.hpp"
#include "mappa/casebook/digest.hpp"
#include "mappa/store/inside.hpp"

namespace mappa {
namespace {

constexpr std::size_t kLongestBody = 500'000'000;  // bytes; SQLite itself holds twice as much

void check(const Draft& draft) {
  const bool whole = !draft.kind.empty() && !draft.by.empty() && !draft.source.empty() && !draft.body.empty();
  if (whole && draft.version >= 1 && draft.on.ok() && draft.body.size() <= kLongestBody) return;
  throw Fault(Cause::unexpected, "An entry was to be recorded that is not whole. Nothing was written.",
              "This is a mistake in the program: report it.");
}

std::optional<std::int64_t> find_case(Connection& connection, const PrisonNumber& number) {
  auto query = connection.query("SELECT id FROM cases WHERE number = ?");
  query->bindNoCopy(1, number.text());
  if (!query->executeStep()) return std::nullopt;
  return query->getColumn(0).getInt64();
}

std::int64_t add_case(Connection& connection, const PrisonNumber& number) {
  auto query = connection.query("INSERT INTO cases(number) VALUES (?) RETURNING id");
  query->bindNoCopy(1, number.text());
  query->executeStep();
  const auto id = query->getColumn(0).getInt64();
  query->executeStep();
  return id;
}

void add_entry(Connection& connection, const Entry& entry, const std::string& body,
               const std::string& digest) {
  std::optional<std::int64_t> about;
  if (entry.number) {
    about = find_case(connection, *entry.number);
    if (!about) about = add_case(connection, *entry.number);
  }
  const auto day = iso(entry.on);
  const auto recorded_at = iso(entry.recorded_at);
  auto query = connection.query("INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?,?,?)");
  query->bind(1, entry.id);
  about ? query->bind(2, *about) : query->bind(2);
  query->bindNoCopy(3, entry.kind);
  query->bind(4, entry.version);
  query->bindNoCopy(5, day);
  query->bindNoCopy(6, recorded_at);
  query->bind(7, entry.drill ? 1 : 0);
  query->bindNoCopy(8, entry.by);
  query->bindNoCopy(9, entry.source);
  query->bindNoCopy(10, body);
  query->bindNoCopy(11, digest);
  query->exec();
}

void add_body(Connection& connection, const Entry& entry, const std::string& salt) {
  auto query = connection.query("INSERT INTO bodies VALUES (?,?,?)");
  query->bind(1, entry.id);
  query->bindNoCopy(2, salt.data(), static_cast<int>(salt.size()));
  query->bindNoCopy(3, entry.body.data(), static_cast<int>(entry.body.size()));
  query->exec();
}

}  // namespace

Entry Change::append(const Draft& draft) {
  auto& connection = inside_->open();
  check(draft);
  Entry entry{draft, inside_->head.newest + 1, std::max(inside_->now.instant, inside_->not_before),
              inside_->now.drill};
  const auto salt = fresh_salt();
  const auto body = body_digest(salt, entry.body);
  const auto digest = entry_digest(inside_->head.digest, entry, body);
  try {
    connection.guarded([&] {
      add_entry(connection, entry, body, digest);
      add_body(connection, entry, salt);
      return true;
    });
  } catch (const Fault&) {
    inside_->undo();  // never half an entry
    throw;
  }
  inside_->head = {entry.id, digest};
  inside_->not_before = entry.recorded_at;
  return entry;
}

void Change::commit() {
  try {
    inside_->open().run("COMMIT");
  } catch (const Fault&) {
    inside_->undo();
    throw;
  }
}

}  // namespace mappa
