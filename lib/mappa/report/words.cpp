#include "mappa/report/words.hpp"

#include <algorithm>

#include "mappa/base/text.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {
namespace {

struct Shown {
  std::string operator()(int number) const { return std::to_string(number); }
  std::string operator()(Date date) const { return spoken(date); }
  std::string operator()(Moment moment) const { return spoken(moment); }
  std::string operator()(const std::string& text) const { return safe(text); }
};

}  // namespace

std::string shell_word(const std::string& text) {
  const bool plain = !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-_./:,").find(c) != std::string_view::npos;
  });
  if (plain) return text;
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string worded(const Said& said) {
  std::string out;
  out.reserve(said.text.view().size() + 16 * said.gaps.size());
  std::size_t from = 0;
  for (const Gap& gap : said.gaps) {
    const auto at = said.text.view().find("{}", from);
    if (at == std::string::npos) break;
    out += said.text.view().substr(from, at - from);
    out += std::visit(Shown{}, gap);
    from = at + 2;
  }
  out += said.text.view().substr(from);
  return out;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t has = columns(text);
  if (has < width) text.append(width - has, ' ');
  return text;
}

std::string responsible(const Finding& finding) {
  const std::string& contact = finding.responsible.contact;
  return capital(finding.responsible.team) + (contact.empty() ? "" : ": " + contact);
}

std::string advice_of(const Rule& rule) { return "Advice, from the " + std::string(rule.advice) + " and not from the order."; }

std::string command(const Mend& mend, const PrisonNumber& number) { return command(mend, number.text()); }

std::string command(const Mend& mend, const std::string& who) {
  std::string out;
  out.reserve(128);  // most are shorter, and there may be very many
  out.append("mappa record ").append(who).append(" ").append(mend.kind);
  if (!mend.main.empty()) out.append(" ").append(shell_word(mend.main));
  const Kind* kind = find_kind(mend.kind);
  for (const auto& one : mend.fields) {
    const auto equals = one.find('=');
    const auto name = std::string_view(one).substr(0, equals);
    const Field* field = kind ? kind->find(name) : nullptr;
    out.append(" --").append(name).append(" ");
    if (equals != std::string::npos) out += shell_word(one.substr(equals + 1));
    else out += field ? field->placeholder : "DATE";  // --on stands beside every kind's fields
  }
  return out;
}

std::string sourced(const Source& source, const EntryNotes& notes) {
  const auto found = notes.find(source.entry);
  const std::string entry = "entry " + std::to_string(source.entry);
  if (found == notes.end()) return entry;
  const EntryNote& note = found->second;
  if (note.kind == nomis_kind || note.kind == import_kind) return entry + ", NOMIS export of " + spoken(note.on) + " (" + std::string(source.field) + ")";
  return entry + ", " + note.kind + ", recorded " + spoken(england(note.recorded_at).day) + " by " + safe(note.by) +
         (note.drill ? " in a drill" : "");
}

std::vector<std::string> source_lines(const Finding& finding, const EntryNotes& notes) {
  std::vector<std::string> out;
  for (const Source& source : finding.sources)
    if (std::string line = "[" + sourced(source, notes) + "]"; std::ranges::find(out, line) == out.end()) out.push_back(std::move(line));
  return out;
}

Json json(const Source& source, const EntryNotes& notes) {
  const auto found = notes.find(source.entry);
  Json out = Json::object({{"entry", source.entry}, {"field", std::string(source.field)}});
  if (found == notes.end()) return out;
  const EntryNote& note = found->second;
  out.add("kind", note.kind);
  out.add("on", note.on);
  out.add("by", note.by);
  out.add("source", note.source);
  out.add("recorded_at", note.recorded_at);
  return out;
}

std::string how_soon(int days) {
  if (days == 0) return "today";
  const int count = days < 0 ? -days : days;
  const std::string text = counted(count, "day", "days");
  return days < 0 ? text + " ago" : "in " + text;
}

std::string counted(int count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return counted(static_cast<int>(count), one, many);
}

void add_differences(const std::vector<std::string>& differences, Page& page) {
  for (const auto& one : differences) page.blocks.push_back(Line{"Changed by the configuration: " + one});
}

}  // namespace mappa
