#include "mappa/casework/runs.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "mappa/base/fault.hpp"
#include "mappa/base/nearest.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/kind.hpp"
#include "mappa/casework/acknowledge.hpp"
#include "mappa/rules/verdict.hpp"

namespace mappa {
namespace {

// In order; one that stands twice was shown twice.
using Lines = std::vector<ShownLine>;

Lines without(const Lines& lines, const Lines& others) {
  Lines out;
  std::ranges::set_difference(lines, others, std::back_inserter(out));
  return out;
}

Lines with(const Lines& lines, const Lines& others) {
  Lines out;
  std::ranges::merge(lines, others, std::back_inserter(out));
  return out;
}

ShownLine shown(const DueLine& line) { return {line.number, std::string(line.finding.rule), owed(line)}; }

Lines shown(const std::vector<DueLine>& lines) {
  Lines out;
  for (const DueLine& line : lines) out.push_back(shown(line));
  std::ranges::sort(out);
  return out;
}

std::vector<Run> every_run(const Snapshot& snapshot) {
  std::vector<Run> out;
  for (Entry& entry : snapshot.entries_of_kind(std::string(run_kind))) {
    RunEntry run = run_from(decode(entry.body));
    out.push_back({std::move(entry), std::move(run)});
  }
  return out;
}

Fault no_such_run(const std::string& name, const std::vector<Run>& all) {
  std::vector<std::string> names;
  for (const Run& one : all) names.push_back(one.run.name);
  const auto near = nearest(name, names);
  return {Cause::not_found, "There was no run of the name \"" + safe(name) + "\".",
          near ? "Did you mean " + *near + "?" : "See: mappa runs. A run is recorded by: mappa due --run NAME"};
}

std::size_t imports_since(const Snapshot& snapshot, EntryId before) {
  const Exports exports = read_exports(export_entries(snapshot));
  return static_cast<std::size_t>(std::ranges::count_if(
      exports.imports, [&](const Confirmation& one) { return one.id > before && !exports.undo_of_import(one.id); }));
}

// What the runs of a name have shown, and the last of them.
struct Channel {
  Lines shown;
  std::optional<DueRun::Before> last;
};

Channel channel(const std::vector<Run>& runs, const std::string& name) {
  Channel out;
  for (const auto& [entry, run] : runs) {
    if (run.name != name) continue;
    out.shown = with(without(out.shown, run.went), run.came);
    out.last = {entry.id, run.day, entry.recorded_at};
  }
  return out;
}

// Marks each line that the channel has not shown, and says so of the whole list.
void compare(Due& due, const Channel& channel, const std::string& name, const Snapshot& snapshot) {
  const Lines news = without(shown(due.lines), channel.shown);
  std::multiset<ShownLine> fresh(news.begin(), news.end());
  DueRun run{name, 0, channel.last, imports_since(snapshot, channel.last ? channel.last->entry : 0), fresh.size(), 0, false};
  run.shown_before = due.lines.size() - fresh.size();
  for (DueLine& line : due.lines) {
    const auto found = fresh.find(shown(line));
    line.fresh = found != fresh.end();
    if (*line.fresh) fresh.erase(found);
  }
  due.run = std::move(run);
}

void leave_only_fresh(Due& due) {
  std::erase_if(due.lines, [](const DueLine& line) { return !*line.fresh; });
  due.run->only_fresh = true;
}

RunEntry entry_of(const Due& due, const Channel& channel, const RunRequest& request, const Snapshot& snapshot, const Desk& desk) {
  RunEntry out;
  out.name = request.name;
  out.day = due.as_of;
  out.rests_on = snapshot.head().newest;
  out.before = channel.last ? channel.last->entry : 0;
  out.policy = policy_digest(desk.policy);
  out.asked = request.asked;
  out.due = due.lines.size();
  out.overdue = due.overdue();
  out.undated = due.undated();
  out.acknowledged = static_cast<std::size_t>(due.acknowledged);
  out.imports = due.run->imports;
  const Lines now = shown(due.lines);
  out.came = without(now, channel.shown);
  out.went = without(channel.shown, now);
  return out;
}

}  // namespace

std::vector<Run> list_runs(const Snapshot& snapshot, const std::string& name) {
  auto all = every_run(snapshot);
  if (name.empty()) return all;
  std::vector<Run> out;
  std::ranges::copy_if(all, std::back_inserter(out), [&](const Run& one) { return one.run.name == name; });
  if (out.empty()) throw no_such_run(name, all);
  return out;
}

Due run_due(Store& store, const RunRequest& request, const Desk& desk, const std::function<void(const Due&)>& show) {
  if (!is_run_name(request.name))
    throw Fault(Cause::usage, "--run: \"" + safe(request.name) + "\" cannot be the name of a run.",
                "A name has up to 40 letters, digits, dots, dashes and underlines, such as morning.");
  Change change = store.change(request.clock);
  Due due = list_due(change, request.query, desk);
  const Channel before = channel(every_run(change), request.name);
  compare(due, before, request.name, change);
  const RunEntry run = entry_of(due, before, request, change, desk);
  due.run->entry = change.append({{}, std::string(run_kind), 1, request.real_today, request.by, "mappa due", encode(run_body(run))}).id;
  if (request.only_fresh) leave_only_fresh(due);
  show(due);
  change.commit();
  return due;
}

Due due_since_run(const Snapshot& snapshot, const DueQuery& query, const std::string& name, const Desk& desk) {
  const auto runs = every_run(snapshot);
  const Channel before = channel(runs, name);
  if (!before.last) throw no_such_run(name, runs);
  Due due = list_due(snapshot, query, desk);
  compare(due, before, name, snapshot);
  leave_only_fresh(due);
  return due;
}

}  // namespace mappa
