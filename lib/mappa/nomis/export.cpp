#include "mappa/nomis/export.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "mappa/casebook/nomis_entry.hpp"
#include "mappa/nomis/csv_reader.hpp"
#include "mappa/nomis/duplicates.hpp"
#include "mappa/nomis/json_reader.hpp"
#include "mappa/nomis/telling.hpp"

namespace mappa {
namespace {

constexpr std::size_t between_progress = 1024;  // records

// What the members of all records of a JSON file can tell.
Told told_by_json(Input& input, const Survey& look) {
  Told told;
  DecodedText text(input, look.encoding);
  read_json(text, input.name(), [&](const RawRecord& record) {
    told.alerts = told.alerts || record.tells_alerts;
    for (const RawField& one : record.fields)
      if (one.field && !told.fields.contains(one.field->name)) told.fields.emplace(one.field->name);
  });
  return told;
}

Told told_by(const CsvHeader& header, const Mapping& mapping) {
  Told told;
  for (const auto& [name, value] : mapping.constants)
    if (name == alerts_field) told.alerts = true;
    else told.fields.insert(name);
  for (const CsvColumn& column : header.columns) {
    told.alerts = told.alerts || column.means.field == alerts_field;
    if (column.field) told.fields.emplace(column.field->name);
  }
  return told;
}

// Handles the records of one reading in turn.
class Reader {
 public:
  Reader(Input& input, const Survey& look, const ReadOptions& options, Foreknowledge& known, const ExportUse& use)
      : input_(input), options_(options), known_(known), use_(use), telling_(input.name()),
        duplicates_(look.json ? "Record" : "Line", known.contested, options.expected), month_first_(known.month_first || has_month_first(options.mapping)) {
    known_.month_first = month_first_;
    telling_.add(look.problems);
  }

  void begin(Told told, const Layout& layout) {
    if (!layout.json && !options_.alerts) fingerprints_ = Fingerprinter(std::string(options_.read_by) + layout.header + layout.separator + as_toml(options_.mapping));
    told.alerts = told.alerts || options_.alerts != nullptr;
    use_.begin(told, layout);
  }
  void tell(const Problems& problems) { telling_.add(problems); }

  void record(const RawRecord& raw) {
    if (++out_.records % between_progress == 0) use_.progress(input_.at());
    Checked checked = check(raw, options_.exported_on, options_.alerts);
    look_at_date_order(checked);
    std::string bytes;
    if (checked.row) bytes = nomis_bytes(*checked.row, options_.day_assumed);
    settle(checked, std::move(bytes), raw.text);
  }

  // Whether the row went in before exactly as it stands here, and nothing was to be told about it.
  bool known(std::string_view row, std::size_t line) {
    if (!options_.known) return false;
    const auto number = options_.known(fingerprints_.of(row));
    if (!number || !duplicates_.take_known(*number, line)) return false;
    if (++out_.records % between_progress == 0) use_.progress(input_.at());
    if (!again()) use_.take_unchanged(*number);
    return true;
  }

  ReadExport finish() {
    for (auto& [record, text, fate] : duplicates_.settle_contested()) settle_as(fate, record, {}, text);
    known_.contested.insert(duplicates_.contested().begin(), duplicates_.contested().end());
    known_.month_first = month_first_;
    out_.again = again();
    telling_.add(duplicates_.late());
    out_.problems = telling_.finish();
    if (options_.alerts) std::ranges::move(about_alerts(), std::back_inserter(out_.problems));
    return std::move(out_);
  }

 private:
  // Dates that read two ways are taken until one shows that the file writes the month first.
  void look_at_date_order(Checked& checked) {
    month_first_ = month_first_ || checked.month_first;
    if (checked.if_month_first.empty()) return;
    if (known_.month_first) {
      std::ranges::move(checked.if_month_first, std::back_inserter(checked.problems));
      checked.row.reset();
    } else {
      either_way_ = true;
    }
  }

  Problems about_alerts() const {
    return options_.alerts->problems([&](const PrisonNumber& number) { return duplicates_.has(number); }, input_.name());
  }

  bool again() const { return !duplicates_.contested().empty() || (month_first_ && either_way_); }

  void settle(Checked& checked, std::string bytes, std::string_view text) {
    const auto fate = duplicates_.settle(checked, bytes, text);
    settle_as(fate, checked, std::move(bytes), text);
  }

  // bytes: what its row is kept as; empty where nobody has put it together yet.
  void settle_as(Duplicates::Fate fate, Checked& checked, std::string bytes, std::string_view text) {
    switch (fate) {
      case Duplicates::Fate::taken: {
        telling_.add(checked.problems);
        if (again()) break;
        if (bytes.empty()) bytes = nomis_bytes(*checked.row, options_.day_assumed);
        const Fingerprint fingerprint = fingerprint_of(checked, text);
        use_.take({checked.line, *checked.number, std::move(bytes), fingerprint});
        break;
      }
      case Duplicates::Fate::rejected: reject(checked, text); break;
      case Duplicates::Fate::repeated:
        telling_.add(checked.problems);
        ++out_.repeated;
        break;
      case Duplicates::Fate::contested: break;
    }
  }

  Fingerprint fingerprint_of(const Checked& checked, std::string_view text) const {
    const bool dated = checked.row && std::ranges::any_of(checked.row->alerts, [](const Alert& alert) { return alert.until.has_value(); });
    const bool says_the_same = checked.problems.empty() && checked.if_month_first.empty() && !dated && !options_.alerts;
    return says_the_same ? fingerprints_.of(text) : Fingerprint{};
  }

  void reject(const Checked& checked, std::string_view text) {
    telling_.add(checked.problems);
    ++out_.rejected;
    use_.reject(checked, text);
  }

  Input& input_;
  const ReadOptions& options_;
  Foreknowledge& known_;
  const ExportUse& use_;
  Telling telling_;
  Duplicates duplicates_;
  ReadExport out_;
  Fingerprinter fingerprints_;
  bool month_first_, either_way_ = false;
};

}  // namespace

ReadExport read_nomis_export(Input& input, const Survey& look, const ReadOptions& options, Foreknowledge& known, const ExportUse& use) {
  Reader reader(input, look, options, known, use);
  const auto take = [&](const RawRecord& record) { reader.record(record); };
  if (look.json) {
    reader.begin(told_by_json(input, look), {.json = true, .header = {}});
    DecodedText text(input, look.encoding);
    read_json(text, input.name(), take);
  } else {
    DecodedText text(input, look.encoding);
    const auto begin = [&](const CsvHeader& header) {
      reader.begin(told_by(header, options.mapping), {false, header.text, header.separator});
      reader.tell(header.problems);
    };
    const auto skip = [&](std::string_view row, std::size_t line) { return reader.known(row, line); };
    read_csv(text, options.mapping, input.name(), {begin, skip, take});
  }
  return reader.finish();
}

}  // namespace mappa
