#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace bench {

// A row of an export while it is being made up.

using Words = std::string_view;

constexpr std::array columns{Words{"OFFENDER_ID_DISPLAY"},
                             Words{"LAST_NAME"},
                             Words{"FIRST_NAME"},
                             Words{"MIDDLE_NAME"},
                             Words{"BIRTH_DATE"},
                             Words{"nationality"},
                             Words{"pncNumber"},
                             Words{"croNumber"},
                             Words{"OFFENDER_BOOK_ID"},
                             Words{"BOOKING_NO"},
                             Words{"prisonId"},
                             Words{"status"},
                             Words{"inOutStatus"},
                             Words{"recall"},
                             Words{"youthOffender"},
                             Words{"legalStatus"},
                             Words{"alerts"},
                             Words{"sentenceStartDate"},
                             Words{"releaseDate"},
                             Words{"conditionalReleaseDate"},
                             Words{"homeDetentionCurfewEligibilityDate"},
                             Words{"sentenceExpiryDate"},
                             Words{"licenceExpiryDate"},
                             Words{"postRecallReleaseDate"},
                             Words{"topupSupervisionExpiryDate"},
                             Words{"indeterminateSentence"}};
constexpr std::size_t fewer_columns = columns.size() - 3;  // without those that a plain export lacks

enum Column : std::size_t {
  number,
  surname,
  first_name,
  middle_names,
  birth,
  nationality,
  pnc,
  cro,
  booking_id,
  booking,
  prison,
  status,
  in_out,
  recall,
  youth,
  legal_status,
  alerts,
  sentence_start,
  release,
  conditional_release,
  curfew,
  sentence_expiry,
  licence_expiry,
  post_recall_release,
  supervision_expiry,
  indeterminate
};

using Cells = std::array<std::string, columns.size()>;

using Day = std::chrono::sys_days;
using Days = std::chrono::days;

std::string iso(Day day);
Day first_of(int year);

}  // namespace bench
