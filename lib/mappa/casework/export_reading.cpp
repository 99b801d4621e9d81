#include "mappa/casework/export_reading.hpp"

#include <future>
#include <utility>

#include "mappa/casebook/digest.hpp"
#include "mappa/casework/handover.hpp"

namespace mappa {
namespace {

constexpr std::size_t rows_at_once = 256, batches_waiting = 16;

using Rows = Handover<RowBatch>;

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
  void add(TakenRow&& row) {
    if (salts_.empty()) salts_ = fresh_salts(rows_at_once);
    Seal sealed = seal(std::string_view(salts_).substr(salts_.size() - salt_size), row.bytes);
    salts_.resize(salts_.size() - salt_size);
    batch_.taken.push_back({std::move(row), std::move(sealed)});
    give_when_full();
  }
  void add(const PrisonNumber& number) {
    batch_.unchanged.push_back(number);
    give_when_full();
  }
  void give() {
    if (!rows_.give(std::exchange(batch_, {}))) throw NobodyTakes{};
  }

 private:
  void give_when_full() {
    if (batch_.taken.size() + batch_.unchanged.size() >= rows_at_once) give();
  }

  Rows& rows_;
  RowBatch batch_;
  std::string salts_;  // some that are not used yet
};

struct GiveUp {
  Rows& rows;
  ~GiveUp() { rows.give_up(); }
};

}  // namespace

ReadExport read_beside(Input& input, const Survey& look, const ReadOptions& options, Foreknowledge& known, const ExportUse& use,
                       const std::function<void(RowBatch&&)>& take) {
  Rows rows(batches_waiting);
  auto reading = std::async(std::launch::async, [&] {
    Giving giving(rows);
    ExportUse there = use;
    there.begin = [&](const Told& told, const Layout& layout) {
      use.begin(told, layout);
      giving.begin(told);
    };
    there.take = [&](TakenRow&& row) { giving.add(std::move(row)); };
    there.take_unchanged = [&](const PrisonNumber& number) { giving.add(number); };
    ReadExport out = read_nomis_export(input, look, options, known, there);
    giving.give();
    return out;
  });
  const GiveUp when_done{rows};  // goes before the thread is waited for
  while (auto batch = rows.take()) take(std::move(*batch));
  return reading.get();
}

}  // namespace mappa
