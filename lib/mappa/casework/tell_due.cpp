#include "mappa/casework/tell_due.hpp"

#include <algorithm>
#include <utility>

#include "mappa/casework/due_bytes.hpp"
#include "mappa/casework/due_list.hpp"
#include "mappa/casework/in_turn.hpp"

namespace mappa {
namespace {

constexpr std::size_t at_a_time = 1024;  // lines in a piece of work

// What stands under a heading, made where there is nothing yet: the order is that of the first lines.
ToldDue::Under& under(const std::string& heading, std::vector<ToldDue::Under>& told) {
  const auto found = std::ranges::find(told, heading, &ToldDue::Under::heading);
  return found != told.end() ? *found : told.emplace_back(ToldDue::Under{heading, {}});
}

// Lines that are kept and, between them at their places, lines that were made anew: unpacked and told in several threads.
class LinesInTurn {
 public:
  LinesInTurn(ToldDue& told, std::vector<DueLine> anew, const Desk& desk, const TellLine& tell)
      : told_(told), anew_(std::move(anew)), desk_(desk), tell_(tell), in_turn_([this](Some&& some) { take(std::move(some)); }) {}

  void add(PlaceOnList where, std::string_view line) {
    while (next_ < anew_.size() && place_on_list(anew_[next_]) < where) add_anew();
    lines_.bytes += line;
    add_line(nullptr);
  }
  void finish() {
    while (next_ < anew_.size()) add_anew();
    begin();
    in_turn_.finish();
  }

 private:
  // A piece of work: lines that are kept, in bytes behind one another, and lines that were made anew.
  struct Lines {
    struct Line {
      std::size_t end;      // of its bytes
      const DueLine* anew;  // none: it is kept
    };
    std::string bytes;
    std::vector<Line> lines;
  };
  struct Some {
    std::size_t lines = 0;
    int acknowledged = 0;
    std::vector<ToldDue::Under> told;  // each in one piece
  };

  void add_line(const DueLine* anew) {
    lines_.lines.push_back({lines_.bytes.size(), anew});
    if (lines_.lines.size() == at_a_time) begin();
  }
  void add_anew() { add_line(&anew_[next_++]); }

  void begin() {
    in_turn_.begin([this, work = std::exchange(lines_, {})] {
      Some some;
      std::string words;  // of one line, again and again
      std::size_t from = 0;
      for (const auto& [end, anew] : work.lines) {
        if (anew) tell(*anew, words, some);
        else tell_kept(std::string_view(work.bytes).substr(from, end - from), words, some);
        from = end;
      }
      return some;
    });
  }
  void tell_kept(std::string_view bytes, std::string& words, Some& some) const {
    DueLine line = due_line_within(bytes);
    if (is_listed(line, told_.due.query, desk_, some.acknowledged)) tell(line, words, some);
  }
  void tell(const DueLine& line, std::string& words, Some& some) const {
    ++some.lines;
    words.clear();
    const std::string heading = tell_(line, words);
    auto& pieces = under(heading, some.told).pieces;
    if (pieces.empty()) pieces.emplace_back().reserve(at_a_time * words.size() / 4);  // few owe most of it
    pieces.front() += words;
  }
  void take(Some&& some) {
    told_.lines += some.lines;
    told_.due.acknowledged += some.acknowledged;
    for (auto& [heading, pieces] : some.told) under(heading, told_.told).pieces.push_back(std::move(pieces.front()));
  }

  ToldDue& told_;
  const std::vector<DueLine> anew_;
  const Desk& desk_;
  const TellLine& tell_;
  InTurn<Some> in_turn_;
  Lines lines_;
  std::size_t next_ = 0;
};

}  // namespace

ToldDue tell_due(const Snapshot& snapshot, const DueQuery& query, const Desk& desk, const TellLine& tell) {
  auto [due, kept, anew] = begin_list(snapshot, query, desk);
  auto lines = std::exchange(due.lines, {});
  ToldDue out{std::move(due), 0, {}};
  LinesInTurn in_turn(out, std::move(lines), desk, tell);
  if (kept) kept->each_line(snapshot, query, desk, anew, [&](PlaceOnList where, std::string_view line) { in_turn.add(where, line); });
  in_turn.finish();
  return out;
}

}  // namespace mappa
