#include "mappa/store/store.hpp"

#include "mappa/casebook/chain.hpp"
#include "mappa/store/inside.hpp"
#include "mappa/store/new_file.hpp"
#include "mappa/store/reading.hpp"

namespace mappa {
std::unique_ptr<Connection> Pool::take() {
  if (idle_.empty()) return Connection::open(path_, wait_);
  auto connection = std::move(idle_.back());
  idle_.pop_back();
  return connection;
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept {
  // One that reads without locks is of use only while the file stays as it was.
  if (connection->in_transaction() || connection->unlocked()) return;
  try {
    idle_.push_back(std::move(connection));
  } catch (const std::bad_alloc&) {
    // Then it is closed, and opened again when it is wanted.
  }
}

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::Store(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::create(const std::string& path, Wait wait) {
  make_casebook(path);
  return open(path, wait);
}

Store Store::open(const std::string& path, Wait wait) {
  auto pool = std::make_shared<Pool>(path, wait);
  pool->give_back(pool->take());
  return Store(std::make_unique<Inside>(Inside{std::move(pool)}));
}

Snapshot Store::read() const { return Snapshot(std::make_unique<Snapshot::Inside>(inside_->pool, "BEGIN")); }

Snapshot Store::read(Instant before) const {
  auto inside = std::make_unique<Snapshot::Inside>(inside_->pool, "BEGIN");
  inside->last = newest_before(*inside->connection, before);
  return Snapshot(std::move(inside));
}

Change Store::change(Now now, bool for_many) {
  auto inside = std::make_unique<Snapshot::Inside>(inside_->pool, "BEGIN IMMEDIATE");
  // SQLite itself only objects to the first writing.
  if (inside->connection->read_only()) throw read_only(inside->connection->path());
  inside->check_all();
  inside->now = now;
  inside->for_many = for_many;
  if (for_many) inside->connection->use_memory(kMemoryForMany);
  inside->head = {0, chain_start()};
  if (auto newest = read_newest(*inside->connection); !newest.empty()) {
    inside->head = {newest.front().entry.id, std::move(newest.front().digest)};
    inside->not_before = newest.front().entry.recorded_at;
  }
  return Change(std::move(inside));
}

}  // namespace mappa
