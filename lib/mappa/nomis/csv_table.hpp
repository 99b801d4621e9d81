#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "mappa/base/problem.hpp"
#include "mappa/nomis/csv_rows.hpp"

namespace mappa {

// What every CSV file has in common whose first row names its columns, whoever the rows are about.

// Reads the row of headers into `row`, and leaves `rows` behind it. Returns the separator: the one that was
// said, else the comma, semicolon or tab that tells most headers apart, and where two do, the one that makes
// more columns. Nothing when there is no row. said: by somebody. known: how many cells of a row are headers
// that mean something. file: its name for messages. Throws Fault (unreadable) when the row is torn.
std::optional<char> read_headers(CsvRows& rows, CsvRow& row, std::optional<char> said,
                                 const std::function<std::size_t(const CsvRow&)>& known,
                                 const std::string& file);

// Which problem keeps a row from being told into cells; nothing when it has as many as there are headers.
std::optional<Problem> misfit(const CsvRow& row, std::size_t headers);

// The note on columns that are not known. names: at least one, as the file has them.
Problem columns_ignored(std::vector<std::string> names);

// The Fault (unreadable) of a row of headers in which a column is missing that must be there, naming the
// nearest header and what the line looks like instead. missing: "the prison number". wanted: the headers that
// it may have. candidates: the headers that may have been meant.
[[noreturn]] void no_header(const CsvRow& row, const std::string& file, const std::string& missing,
                            const std::vector<std::string>& wanted,
                            const std::vector<std::string>& candidates);

}  // namespace mappa
