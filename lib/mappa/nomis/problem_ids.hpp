#pragma once

#include <array>
#include <string>
#include <utility>

#include "mappa/base/problem.hpp"

namespace mappa {

// One thing that may be wrong with an export: its stable name, how much it weighs, and what to do.
struct ProblemKind {
  const char* id;
  Weight weight;
  const char* remedy;
};

// Every problem that reading an export can raise. The ids are printed and may be stored: a test
// freezes them.
namespace nomis_problem {

// About the file or a whole record.
inline constexpr ProblemKind column_ignored{
    "nomis.column-ignored", Weight::note,
    "Nothing, unless one of them should have been read: then give it its NOMIS or prisoner-search name."};
inline constexpr ProblemKind encoding{"nomis.encoding", Weight::note,
                                      "Nothing, if names with accents look right; else export it again in UTF-8."};
inline constexpr ProblemKind column_twice{"nomis.column-twice", Weight::warning,
                                          "Leave one of them out of the export."};
inline constexpr ProblemKind cells{
    "nomis.cells", Weight::error,
    "Look for a comma that should be inside quotation marks, or for a cell that is missing."};
inline constexpr ProblemKind quotes{
    "nomis.quotes", Weight::error,
    "Put the whole cell into quotation marks and double those inside it, or take the mark away."};
inline constexpr ProblemKind record{"nomis.record", Weight::error,
                                    "Make it one JSON object for each person."};
inline constexpr ProblemKind duplicate{"nomis.duplicate", Weight::error,
                                       "Find out which row is right and leave the others out."};
inline constexpr ProblemKind duplicate_rejected{
    "nomis.duplicate-rejected", Weight::warning,
    "Compare the two: correct the rejected row, or leave it out if it says nothing else."};
inline constexpr ProblemKind repeated{"nomis.repeated", Weight::note, "Nothing: it was taken once."};

// About one value.
inline constexpr ProblemKind prison_number{
    "nomis.prison-number", Weight::error,
    "Look the number up in NOMIS: one letter, four digits, two letters, such as A1234BC."};
inline constexpr ProblemKind date{"nomis.date", Weight::error,
                                  "Look the date up and write it as 2026-11-25 (year, month, day)."};
inline constexpr ProblemKind date_order{
    "nomis.date-order", Weight::error,
    "Export the file again with dates as 2026-11-25 (year, month, day), which read only one way."};
inline constexpr ProblemKind flag{"nomis.flag", Weight::error,
                                  "Write yes or no (also Y or N, true or false, 1 or 0), or leave it empty."};
inline constexpr ProblemKind code{"nomis.code", Weight::error,
                                  "Look the code up in NOMIS, or leave it empty."};
inline constexpr ProblemKind alert{
    "nomis.alert", Weight::error,
    "Write each alert as type and code, such as P:P33, with semicolons between."};
inline constexpr ProblemKind type{"nomis.type", Weight::error,
                                  "Export the record again in the form of the prisoner-search API."};
inline constexpr ProblemKind values_differ{"nomis.values-differ", Weight::error,
                                           "Find out which value is right and leave the other out."};
inline constexpr ProblemKind repaired{"nomis.repaired", Weight::note,
                                      "Nothing, if that is what was meant; else correct the export."};
inline constexpr ProblemKind date_time{"nomis.date-time", Weight::note, "Nothing: only the day is kept."};
inline constexpr ProblemKind date_none{
    "nomis.date-none", Weight::note,
    "Nothing, if it stands for no date; else put the right date into NOMIS."};

// Oddities: taken as they came, but somebody should look.
inline constexpr ProblemKind alert_repeated{"nomis.alert-repeated", Weight::note,
                                            "Nothing: it was taken once."};
inline constexpr ProblemKind alert_states{
    "nomis.alert-states", Weight::note,
    "Nothing, if it is active; else ask the holding prison to close it in NOMIS."};
inline constexpr ProblemKind alert_expired{
    "nomis.alert-expired", Weight::warning,
    "Ask the holding prison whether the alert still holds, and to correct it in NOMIS."};
inline constexpr ProblemKind alert_type{
    "nomis.alert-type", Weight::warning,
    "Ask the holding prison whether it is meant as a MAPPA alert, and to file it under type P."};
inline constexpr ProblemKind alerts_for_nobody{
    "nomis.alerts-for-nobody", Weight::warning,
    "Look whether both files are about the same people; these alerts went nowhere."};
inline constexpr ProblemKind pnc{"nomis.pnc", Weight::warning,
                                 "Compare it with the Police National Computer."};
inline constexpr ProblemKind cro{"nomis.cro", Weight::warning,
                                 "Compare it with the Criminal Records Office's record."};
inline constexpr ProblemKind identifiers{"nomis.identifiers", Weight::warning,
                                         "Find out which of them is right, and correct NOMIS."};
inline constexpr ProblemKind merged{
    "nomis.merged", Weight::warning,
    "Look for a case under the old number (mappa find), and record what it holds under the new one."};
inline constexpr ProblemKind date_sequence{"nomis.date-sequence", Weight::warning,
                                           "Ask the holding prison which of the two dates is right."};

inline constexpr std::array all{
    encoding,       column_ignored, column_twice,  cells,    quotes,     record,       duplicate,      duplicate_rejected,
    repeated,       prison_number, date,     date_order, flag,         code,           alert,
    type,           values_differ, repaired, date_time,  date_none,    alert_repeated, alert_states,
    alert_expired,  alert_type,    alerts_for_nobody,  pnc,      cro,        date_sequence,
    identifiers,    merged};

}  // namespace nomis_problem

// A problem with one value. Where it stands (file and line) is added by whoever knows.
inline Problem make_problem(const ProblemKind& kind, std::string field, std::string value, std::string what) {
  return {kind.id, kind.weight, {}, 0, std::move(field), std::move(value), std::move(what), kind.remedy};
}

}  // namespace mappa
