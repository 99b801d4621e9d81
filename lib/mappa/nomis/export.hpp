#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "mappa/base/input.hpp"
#include "mappa/base/problem.hpp"
#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/alerts_file.hpp"
#include "mappa/nomis/check.hpp"
#include "mappa/nomis/encoding.hpp"
#include "mappa/nomis/fingerprint.hpp"
#include "mappa/nomis/mapping.hpp"
#include "mappa/nomis/raw_record.hpp"

namespace mappa {

// How a file is laid out: what is needed to write rows of it back as they came.
struct Layout {
  bool json = false;
  std::string header;    // of a CSV file: its line of headers, with its line end
  char separator = ',';
};

// A record that can go in.
struct TakenRow {
  std::size_t line = 0;  // line of the CSV file, or number of the JSON record, from 1
  PrisonNumber number;
  std::string bytes;     // what its row is kept as: see nomis_bytes()
  // Of a row that says the same whenever it is read: empty where something was to be told about it, or where what
  // it says rests on the day.
  Fingerprint fingerprint{};
};

// Who uses what a reading finds, as it finds it.
struct ExportUse {
  std::function<void(const Told&, const Layout&)> begin;           // before any record
  std::function<void(TakenRow&&)> take;
  std::function<void(const Checked&, std::string_view text)> reject;  // text: the record as it came
  std::function<void(std::uint64_t bytes)> progress;               // how far the input was read, now and then
  // A row that was known by its fingerprint, and so says what it said before: see ReadOptions.
  std::function<void(const PrisonNumber&)> take_unchanged = [](const PrisonNumber&) {};
};

// Whose row has this fingerprint; nothing where none has.
using KnownRow = std::function<std::optional<PrisonNumber>(const Fingerprint&)>;

struct ReadOptions {
  Date exported_on;          // see check()
  bool day_assumed = false;  // part of what a row is kept as
  Mapping mapping = {};      // what somebody says of a CSV file
  // More alerts in a file of their own: the records then tell the alerts of everybody, and who has none in it
  // and none in the record has none.
  const AlertsFile* alerts = nullptr;
  KnownRow known = {};              // rows that went in before, exactly so; none are known without it
  std::string_view read_by = {};    // names the program: another one may read a row otherwise, and must read it again
  std::size_t expected = 0;         // about how many people there are
};

// What only a whole file shows, and the reading of its first record must know: none of it the first time.
struct Foreknowledge {
  bool month_first = false;           // a date shows that the file writes the month first
  std::set<PrisonNumber> contested;   // numbers whose records differ
};

// What a reading found. Problems of weight `note` are given one by one only up to ten of a kind, then counted.
struct ReadExport {
  Problems problems;           // by line; those of the file of alerts behind those of the export
  std::size_t records = 0;     // rows or records in the file, without a header
  std::size_t rejected = 0;    // of those, how many cannot go in
  std::size_t repeated = 0;    // of those, how many say again what another one said
  bool again = false;          // something came to be known too late: undo what was taken, and read again
};

// Reads a whole export once: CSV with prisoner-search field names or NOMIS column names as headers, or JSON in
// the shape of the prisoner-search API or prison-api (which is looked through twice, for what it can tell).
// Memory does not grow with the file, but for the numbers in it and for records that contest each other.
// known: grows by what is found. Throws Fault (unreadable) when it is not what it claims to be, or has no
// column for the prison number.
ReadExport read_nomis_export(Input& input, const Survey& look, const ReadOptions& options, Foreknowledge& known, const ExportUse& use);

}  // namespace mappa
