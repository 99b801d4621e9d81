// What is stored for ever. A name that has once been written may get an alias; it is never taken away.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "mappa/casebook/kind.hpp"
#include "mappa/casebook/nomis_row.hpp"

using namespace mappa;

namespace {

using Lines = std::vector<std::string>;

// "licence 1: due=yes|no why expires copy-held=date-unknown from=core-file|offender-manager|other"
std::string line(const Kind& kind) {
  std::string out = kind.name + " " + std::to_string(kind.version) + ":";
  for (const Field& field : kind.fields) {
    out += " " + field.name;
    for (std::size_t i = 0; i < field.words.size(); ++i) out += (i == 0 ? "=" : "|") + field.words[i];
  }
  return out;
}

std::string type(NomisType type) {
  switch (type) {
    case NomisType::text: return "text";
    case NomisType::code: return "code";
    case NomisType::date: return "date";
    case NomisType::flag: return "flag";
  }
  return "";
}

}  // namespace

TEST_CASE("kinds, their fields and their words are frozen") {
  Lines found;
  for (const Kind& kind : kinds()) found.push_back(line(kind));
  const Lines expected{
      "person 1: surname forenames born nationality foreign-national=yes|no time-served=yes|no",
      "reference 1: number kind=home-office|cid|port|other",
      "status 1: mappa=yes|no said-by",
      "category 1: category=1|2|3|4",
      "level 1: level=1|2|3 decided=date-unknown set-by",
      "offender-manager 1: name provider=nps|crc|yot|police|other contact",
      "referral 1: identified-on=date-unknown made-on=date-unknown reviewed-on=date-unknown",
      "arrangements 1: lead confirmed-by confirmed-on=date-unknown",
      "case-owner 1: name contact",
      "contribution 1: made-on=date-unknown meeting covers=status|removal|barriers|appeals|detention-reviews|bail|addresses|all",
      "meeting 1: day attendance-asked=yes|no attended-by=case-owner|det-manager|other|nobody attendee can-decide=yes|no",
      "request 1: reference asked-by received-on due det-manager-tasked=date-unknown centre-manager-tasked=date-unknown",
      "answer 1: reference from=det-manager|centre-manager answered-on=date-unknown",
      "part-c 1: reference incident happened-on relevance completed-on=date-unknown to-compliance=date-unknown "
      "to-det-manager=date-unknown to-det-inbox=date-unknown to-mappa-co-ordinator=date-unknown to-case-owner=date-unknown",
      "risk-assessment 1: requested-on=date-unknown received-on=date-unknown nomis-enough=yes|no",
      "special-conditions 1: recorded-on=date-unknown text",
      "placement 1: facility decided-on=date-unknown why",
      "child-risk 1: applies=yes|no why",
      "visiting-arrangements 1: children=none|named-only|supervised|allowed arrangements",
      "licence 1: due=yes|no why expires copy-held=date-unknown from=core-file|offender-manager|other handover-agreed=date-unknown",
      "notification 1: applies=yes|no why reissued-on=date-unknown from=core-file|offender-manager|other notified-on=date-unknown",
      "location 1: facility since",
      "sentence 1: length kind=determinate|indeterminate|detention-and-training|hospital-order|guardianship-order "
      "listed-offence=yes|no ends",
      "recall 1: from to",
      "hold 1: reason",
      "release-plan 1: at kind=community|removal|prison|hospital|other-centre ordered-by=tribunal|court|secretary-of-state "
      "out-of-hours-reason case-owner-told=date-unknown",
      "acknowledgement 1: of about until reason owed",
      "released 1: when to by-team=det|depmu|other verdict policy rests-on",
      "note 1: text",
  };
  CHECK(found == expected);
}

TEST_CASE("the kinds that the program writes itself are frozen") {
  CHECK(nomis_kind == "nomis");
  CHECK(import_kind == "import");
  CHECK(withdrawal_kind == "withdrawal");
  CHECK(undo_kind == "undo");
  CHECK(run_kind == "run");
}

TEST_CASE("the fields of a NOMIS row, their order and their types are frozen") {
  std::string found;
  for (const auto& field : nomis_fields()) {
    found += (found.empty() ? "" : " ") + std::string(field.name) + ":" + type(field.type);
    if (!field.override_of.empty()) found += ">" + std::string(field.override_of);
  }
  CHECK(found ==
        "lastName:text firstName:text middleNames:text dateOfBirth:date nationality:text pncNumber:text croNumber:text "
        "bookingId:text bookNumber:text prisonId:code lastPrisonId:code status:text inOutStatus:code activeFlag:flag "
        "legalStatus:code imprisonmentStatus:code recall:flag indeterminateSentence:flag youthOffender:flag "
        "mostSeriousOffence:text sentenceStartDate:date releaseDate:date confirmedReleaseDate:date "
        "conditionalReleaseDate:date conditionalReleaseOverrideDate:date>conditionalReleaseDate "
        "automaticReleaseDate:date automaticReleaseOverrideDate:date>automaticReleaseDate "
        "nonParoleDate:date nonParoleOverrideDate:date>nonParoleDate "
        "postRecallReleaseDate:date postRecallReleaseOverrideDate:date>postRecallReleaseDate "
        "dtoPostRecallReleaseDate:date dtoPostRecallReleaseDateOverride:date>dtoPostRecallReleaseDate "
        "paroleEligibilityDate:date paroleEligibilityOverrideDate:date>paroleEligibilityDate actualParoleDate:date "
        "homeDetentionCurfewEligibilityDate:date "
        "homeDetentionCurfewEligibilityOverrideDate:date>homeDetentionCurfewEligibilityDate "
        "homeDetentionCurfewActualDate:date homeDetentionCurfewEndDate:date "
        "earlyTermDate:date earlyTermOverrideDate:date>earlyTermDate midTermDate:date midTermOverrideDate:date>midTermDate "
        "lateTermDate:date lateTermOverrideDate:date>lateTermDate tariffDate:date tariffOverrideDate:date>tariffDate "
        "earlyRemovalSchemeEligibilityDate:date tariffEarlyRemovalSchemeEligibilityDate:date "
        "sentenceExpiryDate:date sentenceExpiryOverrideDate:date>sentenceExpiryDate "
        "licenceExpiryDate:date licenceExpiryOverrideDate:date>licenceExpiryDate "
        "topupSupervisionStartDate:date topupSupervisionExpiryDate:date "
        "topupSupervisionExpiryOverrideDate:date>topupSupervisionExpiryDate "
        "releaseOnTemporaryLicenceDate:date nonDtoReleaseDate:date nonDtoReleaseDateType:code");
}
