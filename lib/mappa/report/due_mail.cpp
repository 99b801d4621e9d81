#include "mappa/report/due_mail.hpp"

#include <fmt/format.h>

#include "mappa/casebook/digest.hpp"
#include "mappa/report/due.hpp"
#include "mappa/report/html_page.hpp"
#include "mappa/report/known.hpp"
#include "mappa/report/text_page.hpp"
#include "mappa/report/words.hpp"

namespace mappa {
namespace {

constexpr int width = 72;  // leaves room for the marks of an answer that quotes it

// " (supplier, HAR)": what the list was asked for, or nothing.
std::string asked_for(const DueQuery& query) {
  std::string out;
  const auto add = [&out](std::string_view part) {
    if (!part.empty()) out += (out.empty() ? " (" : ", ") + std::string(part);
  };
  if (query.number) add(query.number->text());
  if (query.role) add(name(*query.role));
  add(query.facility);
  for (const auto& one : query.kinds) add(one);
  return out.empty() ? out : out + ")";
}

std::string subject(const Due& due) {
  const std::string whose = asked_for(due.query);
  const std::string fresh = due.run && due.run->only_fresh ? " newly" : "";
  if (due.lines.empty()) return "MAPPA: nothing" + fresh + " due" + whose;
  std::string out = fmt::format("MAPPA: {}{} due", due.lines.size(), fresh);
  if (const auto late = due.overdue(); late > 0) out += fmt::format(", {} overdue", late);
  if (const auto open = due.undated(); open > 0) out += fmt::format(", {} without a date", open);
  return out + whose;
}

// The line that shows the same list; after a run that shows only what is new, all of what is due, for it is shown now.
std::string see_more(const Due& due, const DueMail& wanted) {
  const DueQuery& query = due.query;
  std::string out = "mappa due";
  if (query.number) out += " " + query.number->text();
  if (query.role) out += fmt::format(" --role {}", name(*query.role));
  if (!query.facility.empty()) out += " --facility " + shell_word(query.facility);
  if (!query.kinds.empty()) out += fmt::format(" --kind {}", fmt::join(query.kinds, ","));
  if (query.overdue) out += " --overdue";
  else if (query.all) out += " --all";
  else if (query.within_days != DueQuery{}.within_days) out += fmt::format(" --within {}d", query.within_days);
  if (due.run && due.run->entry == 0) out += " --new-since " + due.run->name;
  if (wanted.known_on) out += " --as-known-on " + iso(*wanted.known_on);
  if (due.as_of != wanted.known_on.value_or(england(wanted.made.instant).day)) out += " --as-of " + iso(due.as_of);
  return out;
}

Page content(const Due& due, const DueMail& wanted) {
  Page out = page(due, wanted.with_names ? Detail::names : Detail::roles);
  if (wanted.known_on)
    for (Block& block : known_page(*wanted.known_on, wanted.left_out).blocks) out.blocks.push_back(std::move(block));
  const std::string more = due.lines.empty() ? "To look for yourself:"
                           : wanted.with_names ? "With the line to type for each:"
                                               : "With names, evidence and the line to type for each:";
  out.blocks.push_back(Line{});
  out.blocks.push_back(FindingList{"", {{"", more, {}, see_more(due, wanted)}}});
  return out;
}

// When it was made, and from what.
Pairs origin(const Due& due, const DueMail& wanted) {
  const std::string drill = wanted.made.drill ? " (in a drill: the clock was set)" : "";
  const std::string entry = due.rests_on == 0 ? "an empty casebook" : fmt::format("entry {} of the casebook", due.rests_on);
  return {{{"Made", spoken(england(wanted.made.instant)) + drill}, {"Rests on", entry}}};
}

// Every piece with its length, so that no two different messages look alike.
std::string id_of(const Mail& mail, const std::string& said, const Due& due) {
  std::string pieces;
  const auto add = [&pieces](const std::string& piece) { pieces += std::to_string(piece.size()) + ":" + piece; };
  add(mail.from.address);
  for (const Mailbox& one : mail.to) add(one.address);
  add(mail.subject);
  add(said);
  add(std::to_string(due.rests_on));
  add(due.run ? std::to_string(due.run->entry) : "");
  return digest(pieces).substr(0, 32);
}

}  // namespace

Mail mail(const Due& due, const DueMail& wanted) {
  Mail out{wanted.from, wanted.to, subject(due), wanted.made.instant, {}, {}, {}};
  Page all = content(due, wanted);
  out.id = id_of(out, text(all, width), due);
  all.blocks.push_back(Line{});
  all.blocks.push_back(origin(due, wanted));
  out.text = text(all, width);
  out.html = html(all);
  return out;
}

}  // namespace mappa
