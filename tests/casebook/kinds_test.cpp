#include "mappa/casebook/kind.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "casebook/book.hpp"
#include "mappa/base/fault.hpp"

using namespace mappa;

namespace {

const Moment now = moment("2026-11-30T23:00");

// "A1234BC licence --from core-file" as a shell would cut it up.
std::vector<std::string> words(const std::string& line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    else if (c == ' ' && !quoted) out.emplace_back();
    else out.back() += c;
  }
  std::erase(out, "");
  return out;
}

// What the words behind the kind give: options with their values, and the main field without its name.
Given given(const Kind& kind, const std::vector<std::string>& line) {
  Given out;
  for (std::size_t i = 2; i < line.size(); ++i) {
    if (!line[i].starts_with("--")) out.emplace_back(kind.main, line[i]);
    else if (i + 1 < line.size()) out.emplace_back(line[i].substr(2), line[i + 1]), ++i;
  }
  return out;
}

// Something that may be typed for a field.
std::string sample(const Field& field) {
  if (!field.words.empty()) return field.words.front();
  for (const char* typed : {"2026-11-20", "2026-11-20 14:00", "18m", "2026-12-20", "something"})
    if (std::holds_alternative<std::string>(field.read(typed, now))) return typed;
  return "";
}

}  // namespace

TEST_CASE("every kind is described, and can be found") {
  std::set<std::string> names;
  for (const Kind& kind : kinds()) {
    CAPTURE(kind.name);
    CHECK(names.insert(kind.name).second);
    REQUIRE(find_kind(kind.name));
    CHECK(find_kind(kind.name)->name == kind.name);
    CHECK(kind.about.ends_with("."));
    CHECK_FALSE(kind.fields.empty());
    CHECK((kind.main.empty() || kind.find(kind.main)));
    CHECK((kind.dated_by.empty() || kind.find(kind.dated_by)));
    for (const auto& name : kind.required) CHECK(kind.find(name));
  }
  CHECK_FALSE(find_kind("licences"));
}

TEST_CASE("every field is described, and what it takes back is there") {
  for (const Kind& kind : kinds()) {
    std::set<std::string> names;
    for (const Field& field : kind.fields) {
      INFO(kind.name, " ", field.name);
      CHECK(names.insert(field.name).second);
      CHECK_FALSE(field.help.empty());
      CHECK_FALSE(field.placeholder.empty());
      CHECK(kind.find(field.name) == &field);
      for (const auto& other : field.takes_back) CHECK((kind.find(other) && other != field.name));
    }
  }
}

TEST_CASE("every kind's example parses, and is recorded as it stands") {
  for (const Kind& kind : kinds()) {
    CAPTURE(kind.example);
    const auto line = words(std::string(kind.example.substr(0, kind.example.find("   (or:"))));
    REQUIRE(line.size() > 2);
    CHECK(line[0] == "A1234BC");
    CHECK(line[1] == kind.name);
    const auto read = read_record(kind, given(kind, line), std::nullopt, now);
    for (const auto& problem : read.problems) FAIL_CHECK(problem.field, ": ", problem.what);
    CHECK(read.body.size() == given(kind, line).size());
  }
}

TEST_CASE("every kind refuses what it cannot take, and names the field") {
  const auto complains = [](const Recording& read, std::string_view id, const std::string& field) {
    return read.body.empty() && std::ranges::any_of(read.problems, [&](const Problem& p) { return p.id == id && p.field == field; });
  };
  for (const Kind& kind : kinds()) {
    Given all;
    for (const Field& field : kind.fields)
      if (!field.computed) all.emplace_back(field.name, sample(field));
    REQUIRE(read_record(kind, all, std::nullopt, now).problems.empty());
    CHECK_FALSE(read_record(kind, {}, std::nullopt, now).problems.empty());
    CHECK(complains(read_record(kind, all, day("2026-12-01"), now), "record.value", "on"));
    for (const Field& field : kind.fields) {
      INFO(kind.name, " ", field.name);
      Given blank = all, without = all, misspelt = all, twice = all;
      std::erase_if(without, [&](const auto& one) { return one.first == field.name; });
      twice.emplace_back(field.name, sample(field));
      misspelt.emplace_back(field.name + "x", sample(field));
      for (auto& [name, typed] : blank)
        if (name == field.name) typed = " ";
      CHECK(complains(read_record(kind, misspelt, std::nullopt, now), "record.field", field.name + "x"));
      CHECK(complains(read_record(kind, twice, std::nullopt, now), field.computed ? "record.field" : "record.twice", field.name));
      if (field.computed) continue;
      CHECK(complains(read_record(kind, blank, std::nullopt, now), "record.value", field.name));
      if (std::ranges::find(kind.required, field.name) != kind.required.end())
        CHECK(complains(read_record(kind, without, std::nullopt, now), "record.required", field.name));
    }
  }
}

TEST_CASE("every field of every kind goes from the option through the bytes into the case") {
  for (const Kind& kind : kinds()) {
    Given all;
    for (const Field& field : kind.fields) {
      INFO(kind.name, " ", field.name);
      const std::string typed = sample(field);
      REQUIRE_FALSE(typed.empty());
      if (!field.computed) all.emplace_back(field.name, typed);
    }
    CAPTURE(kind.name);
    Book book;
    book.record(kind.name, all);
    CHECK(decode(book.entries.front().body).size() == all.size());
    CHECK(dump(book.fold()) != dump(Book{}.fold()));
  }
}

TEST_CASE("every field by itself changes the case, holds its value, and can be emptied") {
  for (const Kind& kind : kinds()) {
    if (kind.fold_whole) continue;
    for (const Field& field : kind.fields) {
      INFO(kind.name, " ", field.name);
      const std::string canonical = std::get<std::string>(field.read(sample(field), now));
      Case c(*PrisonNumber::parse("A1234BC"));
      const std::string before = dump(c);
      CHECK_FALSE(field.differs(c, canonical));
      field.fold(c, canonical, 7, day("2026-11-20"));
      CHECK(dump(c) != before);
      CHECK_FALSE(field.differs(c, canonical));
      CHECK(field.deed == static_cast<bool>(field.done));
      if (field.deed) CHECK(field.done(c).entry == 7);
      field.forget(c);
      CHECK(dump(c) == before);
    }
  }
}

TEST_CASE("reading a canonical value again changes nothing") {
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields) {
      INFO(kind.name, " ", field.name);
      const std::string canonical = std::get<std::string>(field.read(sample(field), now));
      CHECK(std::get<std::string>(field.read(canonical, now)) == canonical);
      for (const auto& word : field.words)
        if (word != "date-unknown" && word != "all") CHECK(std::get<std::string>(field.read(word, now)) == word);
    }
}

TEST_CASE("a value that no version writes is a fault, never guessed") {
  for (const Kind& kind : kinds()) {
    if (kind.fold_whole) continue;
    for (const Field& field : kind.fields) {
      if (field.placeholder == "TEXT" || std::holds_alternative<std::string>(field.read("?!", now))) continue;
      INFO(kind.name, " ", field.name);
      Case c(*PrisonNumber::parse("A1234BC"));
      CHECK_THROWS_AS(field.fold(c, "?!", 7, day("2026-11-20")), Fault);
    }
  }
}

TEST_CASE("deeds are what somebody did: one day, or an unknown one, never in the future") {
  std::vector<std::string> deeds;
  for (const Kind& kind : kinds())
    for (const Field& field : kind.fields) {
      if (!field.deed) continue;
      deeds.push_back(kind.name + " " + field.name);
      CHECK(std::holds_alternative<std::string>(field.read("date-unknown", now)));
      CHECK(std::holds_alternative<std::string>(field.read("2026-11-30", now)));
      CHECK(std::holds_alternative<TypedProblem>(field.read("2026-12-01", now)));
    }
  CHECK(deeds == std::vector<std::string>{"level decided", "referral identified-on", "referral made-on", "referral reviewed-on",
                                          "arrangements confirmed-on", "contribution made-on", "request det-manager-tasked",
                                          "request centre-manager-tasked", "answer answered-on", "part-c completed-on",
                                          "part-c to-compliance", "part-c to-det-manager", "part-c to-det-inbox",
                                          "part-c to-mappa-co-ordinator", "part-c to-case-owner",
                                          "risk-assessment requested-on", "risk-assessment received-on",
                                          "special-conditions recorded-on", "placement decided-on", "licence copy-held", "licence handover-agreed",
                                          "notification reissued-on", "notification notified-on",
                                          "release-plan case-owner-told"});
}
