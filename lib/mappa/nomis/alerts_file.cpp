#include "mappa/nomis/alerts_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/nomis/alert_parts.hpp"
#include "mappa/nomis/aliases.hpp"
#include "mappa/nomis/csv_table.hpp"
#include "mappa/nomis/encoding.hpp"
#include "mappa/nomis/problem_ids.hpp"
#include "mappa/nomis/values.hpp"

namespace mappa {
namespace {

// What a column of the file holds.
enum class Part { number, type, code, state, expired, from, until };
constexpr std::size_t part_count = 7;

struct Header {
  std::string_view name;
  Part means;
};

// The headers of the prison number are those of every export.
constexpr std::array headers{
    Header{"ALERT_TYPE", Part::type},    Header{"alertType", Part::type},
    Header{"ALERT_CODE", Part::code},    Header{"alertCode", Part::code},
    Header{"ALERT_STATUS", Part::state}, Header{"active", Part::state},
    Header{"expired", Part::expired},    Header{"ALERT_DATE", Part::from},
    Header{"dateCreated", Part::from},   Header{"EXPIRY_DATE", Part::until},
    Header{"dateExpires", Part::until},
};

std::optional<Part> part_of(std::string_view header) {
  const std::string wanted = lower(trimmed(header));
  for (const Header& known : headers)
    if (lower(known.name) == wanted) return known.means;
  const auto alias = find_alias(header);
  if (alias && alias->field == prison_number_field) return Part::number;
  return std::nullopt;
}

std::vector<std::string> headers_of(Part part) {
  if (part == Part::number) return prison_number_headers();
  std::vector<std::string> names;
  for (const Header& known : headers)
    if (known.means == part) names.emplace_back(known.name);
  return names;
}

std::size_t parts_known(const CsvRow& row) {
  return static_cast<std::size_t>(
      std::ranges::count_if(row.cells, [](std::string_view cell) { return part_of(cell).has_value(); }));
}

// Where the parts stand.
struct Columns {
  std::vector<std::string> names;             // as the file has them, without surrounding blanks
  std::vector<std::optional<Part>> means;     // beside each name
  std::array<std::string, part_count> first;  // the header of the first column of each part

  const std::string& header(Part part) const { return first[static_cast<std::size_t>(part)]; }
};

Columns columns_of(const CsvRow& row) {
  Columns columns;
  for (const std::string_view cell : row.cells) {
    columns.names.emplace_back(trimmed(cell));
    columns.means.push_back(part_of(cell));
    if (!columns.means.back()) continue;
    auto& first = columns.first[static_cast<std::size_t>(*columns.means.back())];
    if (first.empty()) first = columns.names.back();
  }
  return columns;
}

void require(Part part, const char* what, const Columns& columns, const CsvRow& row,
             const std::string& file) {
  if (!columns.header(part).empty()) return;
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < columns.names.size(); ++i)
    if (!columns.means[i]) unknown.push_back(columns.names[i]);
  no_header(row, file, what, headers_of(part), unknown);
}

Problems about_headers(const Columns& columns, std::size_t line) {
  Problems problems;
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < columns.names.size(); ++i) {
    if (!columns.means[i]) {
      unknown.push_back(columns.names[i]);
      continue;
    }
    const auto first = std::ranges::find(columns.means, columns.means[i]) - columns.means.begin();
    if (static_cast<std::size_t>(first) == i) continue;
    problems.push_back(make_problem(
        nomis_problem::column_twice, columns.names[i], columns.names[i],
        fmt::format("The column \"{}\" means the same; of people for whom the two differ nothing is taken.",
                    safe(columns.header(*columns.means[i])))));
  }
  if (!unknown.empty()) problems.push_back(columns_ignored(std::move(unknown)));
  for (Problem& problem : problems) problem.line = line;
  return problems;
}

// The values of a row, one a part.
struct Values {
  std::array<std::string_view, part_count> of;
  std::string wrong;  // two columns that mean the same and differ

  std::string_view at(Part part) const { return of[static_cast<std::size_t>(part)]; }
};

Values values_of(const CsvRow& row, const Columns& columns) {
  Values values;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto cell = trimmed(row.cells[i]);
    if (!columns.means[i] || is_absent(cell, NomisType::code)) continue;
    auto& kept = values.of[static_cast<std::size_t>(*columns.means[i])];
    if (kept.empty())
      kept = cell;
    else if (kept != cell && values.wrong.empty())
      values.wrong = fmt::format("\"{}\" holds \"{}\", and another column that means the same holds \"{}\".",
                                 safe(columns.names[i]), safe(cell), safe(kept));
  }
  return values;
}

bool says_nothing(const Values& values) {
  const auto& of = values.of;
  return std::all_of(of.begin() + 1, of.end(), [](std::string_view value) { return value.empty(); });
}

// "ACTIVE", or a flag as read_flag() takes it; nothing where it is neither.
std::optional<bool> yes_or_no(std::string_view value, std::string_view yes, std::string_view no) {
  const std::string word = lower(value);
  if (word == yes) return true;
  if (word == no) return false;
  Problems ignored;
  const auto flag = read_flag({nullptr, {}, value}, ignored);
  if (!flag) return std::nullopt;
  return *flag == "yes";
}

RawAlert alert_of(const Values& values, const Columns& columns) {
  AlertParts parts;
  std::string wrong = values.wrong;
  const auto state = values.at(Part::state);
  const auto expired = values.at(Part::expired);
  parts.type = values.at(Part::type);
  parts.code = values.at(Part::code);
  parts.from = values.at(Part::from);
  parts.until = values.at(Part::until);
  if (!state.empty()) parts.active = yes_or_no(state, "active", "inactive");
  if (!state.empty() && !parts.active && wrong.empty())
    wrong = fmt::format("The alert's {} \"{}\" is neither active nor inactive.",
                        safe(columns.header(Part::state)), safe(state));
  const auto said_expired = expired.empty() ? false : yes_or_no(expired, "expired", "");
  parts.expired = said_expired.value_or(false);
  if (!said_expired && wrong.empty())
    wrong = fmt::format("The alert's {} \"{}\" is neither yes nor no.", safe(columns.header(Part::expired)),
                        safe(expired));
  RawAlert raw =
      raw_alert(parts, {columns.header(Part::code), columns.header(Part::from), columns.header(Part::until)});
  if (!wrong.empty()) raw.wrong = std::move(wrong);
  return raw;
}

// Whoever's number stands in a row that cannot be told into cells.
std::vector<PrisonNumber> numbers_in(const CsvRow& row, char separator) {
  std::vector<PrisonNumber> numbers;
  for (std::string_view piece : row.torn ? split(row.raw, separator) : row.cells) {
    std::string bare(piece);
    std::erase(bare, '"');
    if (const auto reading = PrisonNumber::read(trimmed(bare))) numbers.push_back(reading->number);
  }
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

// Puts the file together row by row.
class AlertRows {
 public:
  AlertRows(AlertsFile& file, const Columns& columns, char separator)
      : file_(file), columns_(columns), separator_(separator) {}

  void add(const CsvRow& row) {
    line_ = row.line;
    if (const auto problem = misfit(row, columns_.names.size()))
      add_misfit(row, *problem);
    else
      add_alert(row);
  }

  void refuse_rows_of_nobody() const {
    if (lines_of_nobody_.empty()) return;
    const bool one = lines_of_nobody_.size() == 1;
    throw Fault(Cause::unreadable,
                fmt::format("In {} nobody knows whose alert stands in {} {}: {} Nothing was imported.", input_name(file_.name),
                            one ? "line" : "lines", fmt::join(lines_of_nobody_, ", "), first_wrong_),
                one ? "Correct that line, or take it out if it is about nobody here." : "Correct those lines, or take them out.");
  }

 private:
  void add_misfit(const CsvRow& row, const Problem& problem) {
    const auto numbers = numbers_in(row, separator_);
    for (const PrisonNumber& number : numbers) keep(number, {std::string(trimmed(row.raw)), problem.what});
    if (numbers.empty()) nobodys(problem.what);
  }

  void add_alert(const CsvRow& row) {
    const Values values = values_of(row, columns_);
    const auto came = values.at(Part::number);
    const auto reading = PrisonNumber::read(came);
    if (!reading) {
      nobodys(came.empty() ? "The prison number is missing." : fmt::format("\"{}\" is no prison number.", safe(came)));
      return;
    }
    if (reading->repaired) tell(repaired(file_.number_header, came, reading->number.text()));
    if (says_nothing(values) && values.wrong.empty()) return;
    keep(reading->number, alert_of(values, columns_));
  }

  void keep(const PrisonNumber& number, const RawAlert& alert) {
    file_.month_first = file_.month_first || alert.month_first;
    file_.rows.push_back({number.packed(), static_cast<std::uint32_t>(line_), file_.texts.size(),
                          static_cast<std::uint32_t>(alert.text.size()),
                          static_cast<std::uint32_t>(alert.wrong.size()), alert.far_away, alert.either_way});
    file_.texts += alert.text;
    file_.texts += alert.wrong;
  }

  void nobodys(std::string what) {
    if (lines_of_nobody_.empty()) first_wrong_ = std::move(what);
    lines_of_nobody_.push_back(line_);
  }

  void tell(Problem problem) {
    problem.line = line_;
    file_.told.add({std::move(problem)});
  }

  AlertsFile& file_;
  const Columns& columns_;
  char separator_;
  std::size_t line_ = 0;
  std::vector<std::size_t> lines_of_nobody_;
  std::string first_wrong_;
};

Columns read_columns(const CsvRow& row, AlertsFile& file) {
  Columns columns = columns_of(row);
  require(Part::number, "the prison number", columns, row, file.name);
  require(Part::code, "the code of the alert", columns, row, file.name);
  file.number_header = columns.header(Part::number);
  file.code_header = columns.header(Part::code);
  file.told.add(about_headers(columns, row.line));
  return columns;
}

}  // namespace

AlertsFile read_alerts_file(Input& input) {
  const Survey look = survey(input);
  if (look.json)
    throw Fault(Cause::unreadable, input_name(input.name()) + " is JSON, and a file of alerts must be CSV.",
                "Export the alerts as CSV, one a row, or as part of the people's records.");
  AlertsFile file(input.name());
  file.digest = look.digest;
  file.told.add(look.problems);
  DecodedText text(input, look.encoding);
  CsvRows csv(text, ',');
  CsvRow row;
  const auto separator = read_headers(csv, row, {}, parts_known, file.name);
  const Columns columns = read_columns(row, file);
  AlertRows rows(file, columns, separator.value_or(','));
  while (csv.next(row)) rows.add(row);
  rows.refuse_rows_of_nobody();
  std::ranges::stable_sort(file.rows, {}, &AlertsFile::Row::number);
  return file;
}

std::vector<RawAlert> AlertsFile::alerts_of(const PrisonNumber& number) const {
  std::vector<RawAlert> out;
  const std::string_view all = texts;
  for (auto row = std::ranges::lower_bound(rows, number.packed(), {}, &Row::number);
       row != rows.end() && row->number == number.packed(); ++row) {
    RawAlert alert{std::string(all.substr(row->at, row->text_size)),
                   std::string(all.substr(row->at + row->text_size, row->wrong_size))};
    if (alert.wrong.empty() && row->either_way && month_first)
      alert.wrong = "A date of the alert reads two ways, and other dates of that file have the month first.";
    alert.far_away = row->far_away;
    alert.named = code_header;
    alert.place = fmt::format("line {} of {}", row->line, safe(name));
    out.push_back(std::move(alert));
  }
  return out;
}

Problems AlertsFile::problems(const std::function<bool(const PrisonNumber&)>& in_export,
                              const std::string& export_name) const {
  Telling all = told;
  for (auto row = rows.begin(); row != rows.end();) {
    const auto number = PrisonNumber::unpacked(row->number);
    const auto next =
        std::find_if(row, rows.end(), [&](const Row& other) { return other.number != row->number; });
    if (!in_export(number)) {
      Problem problem = make_problem(
          nomis_problem::alerts_for_nobody, number_header, number.text(),
          fmt::format("{} has no row of this number that can be read.", input_name(export_name)));
      problem.line = row->line;
      all.add({std::move(problem)});
    }
    row = next;
  }
  return all.finish();
}

}  // namespace mappa
