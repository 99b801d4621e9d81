#include "mappa/store/reading.hpp"

#include "mappa/casebook/chain.hpp"

namespace mappa {
namespace {

constexpr const char* kSelect =
    "SELECT e.id, e.case_id, c.number, e.kind, e.version, e.day, e.recorded_at, e.drill, e.recorded_by,"
    " e.source, e.body_digest, e.digest, p.digest, e.salt, e.body FROM entries e"
    " LEFT JOIN cases c ON c.id = e.case_id"
    " LEFT JOIN entries p ON p.id = e.id - 1 WHERE ";

// A row of kSelect.
class Row {
 public:
  Row(const SQLite::Statement& statement, const std::string& path)
      : statement_(statement), path_(path), id_(statement.getColumn(0).getInt64()) {}

  Verified verified() const {
    auto entry = fields();
    const auto body = text(10);
    const auto digest = text(11);
    if (body_digest(text(13), entry.body) != body) throw changed("body");
    if (entry_digest(before(), entry, body) != digest) throw changed("record");
    return {std::move(entry), digest};
  }

 private:
  std::string text(int column) const { return statement_.getColumn(column).getString(); }
  bool absent(int column) const { return statement_.getColumn(column).isNull(); }

  Fault changed(const char* what) const {
    return damaged(path_, std::string("The ") + what + " of entry " + std::to_string(id_) +
                              " is not the one that was written.");
  }

  Entry fields() const {
    const auto on = date_from_iso(text(5));
    const auto recorded_at = instant_from_iso(text(6));
    if (!on || !recorded_at) throw changed("record");
    Entry entry;
    entry.id = id_;
    entry.number = number();
    entry.kind = text(3);
    entry.version = statement_.getColumn(4).getInt();
    entry.on = *on;
    entry.recorded_at = *recorded_at;
    entry.drill = statement_.getColumn(7).getInt() != 0;
    entry.by = text(8);
    entry.source = text(9);
    entry.body = text(14);
    return entry;
  }

  std::optional<PrisonNumber> number() const {
    if (absent(1)) return std::nullopt;
    auto number = PrisonNumber::parse(text(2));
    if (!number) throw changed("record");
    return number;
  }

  std::string before() const {
    if (id_ == 1) return chain_start();
    if (absent(12)) throw missing_entry(path_, id_ - 1);
    return text(12);
  }

  const SQLite::Statement& statement_;
  const std::string& path_;
  EntryId id_;
};

// The lowest id that no entry has.
EntryId first_gap(Connection& connection) {
  auto query = connection.query(
      "SELECT min(id) FROM (SELECT 1 AS id UNION ALL SELECT id + 1 FROM entries)"
      " WHERE id NOT IN (SELECT id FROM entries)");
  query->executeStep();
  return query->getColumn(0).getInt64();
}

// row: how many entries there are to be, and how many there are. Where ids have no gap, others stand in their place.
void compare(Connection& connection, const SQLite::Statement& row, const std::string& about) {
  const auto wanted = row.getColumn(0).getInt64(), there = row.getColumn(1).getInt64();
  if (wanted == there) return;
  check_dense(connection);
  throw damaged(connection.path(), "It counts " + std::to_string(wanted) + " among its entries " + about + ", and there are " + std::to_string(there) + ".");
}

}  // namespace

std::vector<Verified> read_verified(Connection& connection, const std::string& condition,
                                    const std::function<void(SQLite::Statement&)>& bind) {
  return connection.guarded([&] {
    auto query = connection.query(kSelect + condition + " ORDER BY e.id");
    bind(*query.operator->());
    std::vector<Verified> all;
    while (query->executeStep()) all.push_back(Row(*query.operator->(), connection.path()).verified());
    return all;
  });
}

std::vector<Verified> read_newest(Connection& connection) {
  return read_verified(connection, "e.id = (SELECT max(id) FROM entries)", [](SQLite::Statement&) {});
}

EntryId newest_before(Connection& connection, Instant before) {
  return connection.guarded([&]() -> EntryId {
    auto query = connection.query("SELECT id FROM entries WHERE recorded_at < ? ORDER BY id DESC LIMIT 1");
    const std::string text = iso(before);
    query->bindNoCopy(1, text);
    return query->executeStep() ? query->getColumn(0).getInt64() : 0;
  });
}

void check_head(Connection& connection) {
  connection.guarded([&] {
    auto query = connection.query(
        "SELECT about_itself, (SELECT count(*) FROM entries WHERE case_id IS NULL),"
        " newest, (SELECT coalesce(max(id), 0) FROM entries) FROM head");
    query->executeStep();
    const EntryId newest = query->getColumn(2).getInt64(), highest = query->getColumn(3).getInt64();
    if (highest < newest) throw missing_entry(connection.path(), first_gap(connection));
    if (highest > newest)
      throw damaged(connection.path(), "It says that its newest entry is " + std::to_string(newest) + ", and holds " + std::to_string(highest) + ".");
    compare(connection, *query.operator->(), "about no case");
    return true;
  });
}

bool check_case(Connection& connection, const PrisonNumber& number) {
  return connection.guarded([&] {
    auto query = connection.query("SELECT entries, (SELECT count(*) FROM entries WHERE case_id = c.id) FROM cases c WHERE number = ?");
    query->bindNoCopy(1, number.text());
    if (!query->executeStep()) return false;
    compare(connection, *query.operator->(), "about " + number.text());
    return true;
  });
}

void check_dense(Connection& connection) {
  connection.guarded([&] {
    auto query = connection.query("SELECT (SELECT count(*) FROM entries), (SELECT coalesce(max(id), 0) FROM entries)");
    query->executeStep();
    if (query->getColumn(0).getInt64() != query->getColumn(1).getInt64()) throw missing_entry(connection.path(), first_gap(connection));
    return true;
  });
}

}  // namespace mappa
