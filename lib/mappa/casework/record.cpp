#include "mappa/casework/record.hpp"

#include <algorithm>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/fold.hpp"
#include "mappa/casework/acknowledge.hpp"
#include "mappa/casework/check_release.hpp"

namespace mappa {
namespace {

PrisonNumber whose(const Snapshot& snapshot, const RecordRequest& request, const Desk& desk) {
  if (!request.kind.opens) return resolve(snapshot, request.who, desk.today());
  if (const auto read = PrisonNumber::read(request.who)) return read->number;
  if (const auto found = cases_with_reference(snapshot, request.who, desk.today()); found.size() == 1) return found.front();
  throw Fault(Cause::usage, "\"" + safe(request.who) + "\" is no prison number.",
              "A prison number is a letter, four digits and two letters, such as A1234BC.");
}

// A release keeps what the check said when it was recorded.
Given kept_with(const Snapshot& snapshot, const PrisonNumber& number, const RecordRequest& request, const Desk& desk) {
  if (request.kind.name != "released") return {};
  std::optional<Moment> when;
  for (const auto& [name, typed] : request.given)
    if (name == "when")
      if (const auto read = read_moment(typed, request.now); const auto* moment = std::get_if<Moment>(&read)) when = *moment;
  const auto check = check_release(load(snapshot, number, request.now.day), when, {desk.policy, request.now});
  return {{"verdict", std::string(name(check.verdict.outcome))},
          {"policy", check.policy_digest},
          {"rests-on", std::to_string(check.folded.newest)}};
}

// An acknowledgement keeps what was due when it was recorded.
void keep_what_is_due(const Snapshot& snapshot, const PrisonNumber& number, const RecordRequest& request, const Desk& desk, Recording& read) {
  if (request.kind.name != "acknowledgement" || !read.problems.empty()) return;
  auto found = acknowledging(load(snapshot, number, request.now.day), read.body, {desk.policy, request.now});
  read.problems = std::move(found.problems);
  read.body.emplace_back("owed", std::move(found.owed));
}

Problem remark(std::string id, std::string field, std::string value, std::string what, std::string remedy) {
  return {std::move(id), Weight::warning, "", 0, std::move(field), std::move(value), std::move(what), std::move(remedy)};
}

// What is written, and may yet be a slip of the hand.
Problems remarks_on(const RecordRequest& request, const Body& body, const Case& before, const Desk& desk) {
  if (request.kind.name == "location" || request.kind.name == "placement") {
    const std::string id{value(body, "facility")};
    if (desk.policy.facilities.find(id)) return {};
    return {remark("record.facility", "facility", id, "This facility is not in the register.",
                   "Add it to the configuration, with its kind and country, or correct the id with another record.")};
  }
  if (request.kind.name != "answer") return {};
  const std::string reference{value(body, "reference")};
  const bool known = std::ranges::any_of(before.requests, [&](const Request& one) { return one.reference && same_reference(one.key, reference); });
  if (known) return {};
  return {remark("record.request", "reference", reference, "No request of this reference is recorded.",
                 "Record the request, or withdraw this answer if its reference is wrong.")};
}

}  // namespace

RecordResult record(Store& store, const RecordRequest& request, const Desk& desk) {
  Change change = store.change(request.clock);
  const PrisonNumber number = whose(change, request, desk);
  RecordResult out;
  out.opened = !change.has(number);
  auto read = read_record(request.kind, request.given, request.on, request.now,
                          out.opened ? Given{} : kept_with(change, number, request, desk));
  keep_what_is_due(change, number, request, desk, read);
  if (!read.problems.empty()) {
    out.problems = std::move(read.problems);
    return out;
  }
  out.body = read.body;
  out.remarks = remarks_on(request, read.body, load(change, number, request.now.day).folded, desk);
  out.entry = change.append({number, request.kind.name, request.kind.version, read.on, request.by, "caseworker", encode(read.body)});
  out.name = load(change, number, request.now.day).folded.name();
  change.commit();
  return out;
}

Entry withdraw(Store& store, const std::string& who, EntryId id, const std::string& reason, const std::string& by, Now clock,
               const Desk& desk) {
  Change change = store.change(clock);
  const PrisonNumber number = resolve(change, who, desk.today());
  const auto entries = change.entries(number);
  const auto found = std::ranges::find(entries, id, &Entry::id);
  const std::string entry = "entry " + std::to_string(id);
  if (found == entries.end())
    throw Fault(Cause::not_found, number.text() + " has no " + entry + ".", "See: mappa history " + number.text());
  if (withdrawn(entries, read_exports(export_entries(change))).contains(id))
    throw Fault(Cause::refused, "The " + entry + " is withdrawn already.", "See: mappa history " + number.text());
  if (trimmed(reason).empty())
    throw Fault(Cause::usage, "A withdrawal needs a reason.", "Add: --reason \"why the entry was wrong\"");
  const Body body{{"entry", std::to_string(id)}, {"reason", std::string(trimmed(reason))}};
  const Entry out = change.append({number, std::string(withdrawal_kind), 1, england(clock.instant).day, by, "caseworker", encode(body)});
  change.commit();
  return out;
}

}  // namespace mappa
