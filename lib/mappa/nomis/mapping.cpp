#include "mappa/nomis/mapping.hpp"

#include <algorithm>

#include "mappa/base/text.hpp"
#include "mappa/casebook/nomis_row.hpp"

namespace mappa {
namespace {

const Mapping::Column* find_column(const Mapping& mapping, std::string_view header) {
  const auto found = std::ranges::find_if(mapping.columns, [header](const Mapping::Column& column) {
    return same_header(column.header, header);
  });
  return found == mapping.columns.end() ? nullptr : &*found;
}

std::optional<DateFormat> format_for(const Mapping& mapping, std::string_view column) {
  const auto found = std::ranges::find_if(
      mapping.dates, [column](const Mapping::Dates& dates) { return same_header(dates.column, column); });
  if (found == mapping.dates.end()) return std::nullopt;
  return found->format;
}

bool holds_dates(const Alias& means) {
  const NomisField* field = find_nomis_field(means.field);
  return field != nullptr && field->type == NomisType::date;
}

}  // namespace

bool same_header(std::string_view a, std::string_view b) { return lower(trimmed(a)) == lower(trimmed(b)); }

bool same_meaning(const Mapping::Column& a, const Mapping::Column& b) {
  const auto one = find_alias(a.means);
  const auto other = find_alias(b.means);
  return one && other && one->field == other->field && one->beats == other->beats;
}

// Two words for one meaning are kept as one, except where NOMIS has a column and we have no field for it.
std::string meaning_word(const Alias& means, std::string_view header) {
  return means.beats || means.youth_code ? upper(trimmed(header)) : std::string(means.field);
}

std::optional<Alias> meaning(const Mapping& mapping, std::string_view header) {
  const Mapping::Column* column = find_column(mapping, header);
  return find_alias(column == nullptr ? header : column->means);
}

bool is_left_out(const Mapping& mapping, std::string_view header) {
  const Mapping::Column* column = find_column(mapping, header);
  return column != nullptr && column->means.empty();
}

std::optional<DateFormat> date_format(const Mapping& mapping, std::string_view header) {
  const auto means = meaning(mapping, header);
  if (!means || !holds_dates(*means)) return std::nullopt;
  if (const auto own = format_for(mapping, header)) return own;
  if (const auto field = format_for(mapping, means->field)) return field;
  if (!mapping.other_dates || means->field != "dateOfBirth") return mapping.other_dates;
  return with_full_year(*mapping.other_dates);
}

bool has_month_first(const Mapping& mapping) {
  return (mapping.other_dates && has_month_first(*mapping.other_dates)) ||
         std::ranges::any_of(mapping.dates,
                             [](const Mapping::Dates& dates) { return has_month_first(dates.format); });
}

}  // namespace mappa
