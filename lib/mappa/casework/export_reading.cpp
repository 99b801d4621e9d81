#include "mappa/casework/export_reading.hpp"

#include <future>
#include <thread>
#include <utility>

#include "mappa/casework/handover.hpp"

namespace mappa {
namespace {

constexpr std::size_t rows_at_once = 64, batches_waiting = 32;

using Rows = Handover<RowBatch>;

// A release check that waits for a processor need not wait until the system looks again, which may take it milliseconds.
void let_others_go_first() { std::this_thread::yield(); }

// Ends the reading where the taker wants no more.
struct NobodyTakes {};

// The reader's end of it.
class Giving {
 public:
  explicit Giving(Rows& rows) : rows_(rows) {}
  Giving(const Giving&) = delete;
  Giving& operator=(const Giving&) = delete;
  ~Giving() { rows_.end(); }  // also when reading fails: the taker then asks why

  void begin(const Told& told) { batch_.told = told; }
  void add(const TakenRow& row) {
    batch_.add(row);
    give_when_full();
  }
  void add(const PrisonNumber& number) {
    batch_.unchanged.push_back(number);
    give_when_full();
  }
  void give() {
    if (!rows_.give(std::exchange(batch_, {}))) throw NobodyTakes{};
    let_others_go_first();
  }

 private:
  void give_when_full() {
    if (batch_.size() >= rows_at_once) give();
  }

  Rows& rows_;
  RowBatch batch_;
};

struct GiveUp {
  Rows& rows;
  ~GiveUp() { rows.give_up(); }
};

}  // namespace

void RowBatch::add(const TakenRow& row) {
  rows_.push_back({row.number, row.fingerprint, text_.size(), row.bytes.size()});
  text_ += row.bytes;
}

ReadRow RowBatch::row(std::size_t at) const {
  const Row& row = rows_[at];
  return {row.number, row.fingerprint, std::string_view(text_).substr(row.at, row.size)};
}

ReadExport read_beside(Input& input, const Survey& look, const ReadOptions& options, Foreknowledge& known, const ExportUse& use,
                       const std::function<void(const RowBatch&)>& take) {
  Rows rows(batches_waiting);
  auto reading = std::async(std::launch::async, [&] {
    Giving giving(rows);
    ExportUse there = use;
    there.begin = [&](const Told& told, const Layout& layout) {
      use.begin(told, layout);
      giving.begin(told);
    };
    there.take = [&](TakenRow&& row) { giving.add(row); };
    there.take_unchanged = [&](const PrisonNumber& number) { giving.add(number); };
    ReadExport out = read_nomis_export(input, look, options, known, there);
    giving.give();
    return out;
  });
  const GiveUp when_done{rows};  // goes before the thread is waited for
  while (auto batch = rows.take()) {
    take(*batch);
    let_others_go_first();
  }
  return reading.get();
}

}  // namespace mappa
