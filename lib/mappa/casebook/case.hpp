#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappa/calendar/moment.hpp"
#include "mappa/casebook/alert_codes.hpp"
#include "mappa/casebook/entry.hpp"
#include "mappa/casebook/fact.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/casebook/words.hpp"

namespace mappa {

using Text = std::string;
using FacilityId = std::string;  // as NOMIS writes it, upper case
using Topics = std::vector<Topic>;  // in the order of their list, each once

// A length of a sentence. "1y6m" as typed, "P1Y6M0D" as stored.
struct Length {
  int years = 0, months = 0, days = 0;
  // Whether it is 12 months or more (paragraph 6, category 2), whichever months they are.
  bool twelve_months() const { return years * 12 + months + days / 31 >= 12 || days >= 365; }
  friend bool operator==(const Length&, const Length&) = default;
};

struct Person {
  TwoSided<Text> surname, forenames;
  TwoSided<Date> born;
  TwoSided<Text> nationality;
  Fact<bool> foreign_national;
  Fact<bool> time_served;                // the custodial part of the sentence is over (paragraph 3)
};

struct Reference {
  Text number;
  ReferenceKind kind = ReferenceKind::home_office;
  EntryId entry = 0;
};

// Whether two references are the same, whatever their letter case and blanks.
bool same_reference(std::string_view a, std::string_view b);

struct Note {
  Text text;
  EntryId entry = 0;
};

// Paragraphs 6 and 7. "Not MAPPA", "MAPPA, level not set" and "level N" are three states.
struct Standing {
  TwoSided<bool> mappa;
  Fact<Text> said_by;
  TwoSided<int> category;                // 1 to 4
  TwoSided<int> level;                   // 1 to 3
  Fact<bool> level_to_be_confirmed;      // a NOMIS alert says so
  Fact<bool> categories_contradict;      // two NOMIS alerts do
  Fact<bool> levels_contradict;
  Fact<Done> level_decided;
  Fact<Text> level_set_by;

  // Without a value too where a category or level was recorded since "not MAPPA": they contradict it.
  Fact<bool> settled_mappa() const;
  bool contradicted(const Fact<bool>& not_mappa) const;
  Fact<int> settled_category() const;
  Fact<int> settled_level() const;       // without a value too where it is to be confirmed
};

struct Sentence {
  Fact<Length> length;
  Fact<SentenceKind> kind;
  Fact<bool> listed_offence;             // Criminal Justice Act 2003, Schedule 15
  TwoSided<Date> ends;
  Fact<bool> nomis_indeterminate;
  Fact<bool> nomis_youth;
};

struct Lead {                            // paragraphs 7 and 8
  Fact<Text> name, contact;
  Fact<Provider> provider;
};

struct Referral {                        // paragraph 9
  Fact<Done> identified, made, reviewed;
};

struct Licence {                         // paragraph 14
  Fact<bool> due;
  Fact<Text> why;
  TwoSided<Date> expires;
  Fact<Done> copy_held;
  Fact<PaperSource> from;
  Fact<Date> supervision_ends;           // top-up supervision after the licence, from NOMIS
  Fact<Done> handover_agreed;            // paragraph 7: who answers for the case once it has ended
};

struct Notification {                    // paragraph 14
  TwoSided<bool> applies;                // NOMIS: an alert says registered sexual offender
  Fact<Text> why;
  Fact<Done> reissued;
  Fact<PaperSource> from;
  Fact<Done> notified;                   // the person told the police after the release: another law's, not the order's
};

struct Arrangements {                    // paragraph 5
  Fact<Text> lead, confirmed_by;
  Fact<Done> confirmed;
};

struct Move {
  FacilityId to;
  Date on;                               // the person was there by this day
  bool arrived = false;                  // and arrived on it
  EntryId entry = 0;
};

struct Location {
  TwoSided<FacilityId> facility;
  Fact<Date> since;
  std::vector<Move> moves;               // every recorded place of this spell, by day
};

struct ReleasePlan {
  Fact<Moment> at;
  Fact<ReleaseKind> kind;
  Fact<OrderedBy> ordered_by;
  Fact<Text> out_of_hours;               // the operational reason
  Fact<Done> case_owner_told;
};

struct Released {
  Fact<Moment> when;
  Fact<Text> to;
  Fact<Team> by_team;
  Fact<Text> verdict, policy, rests_on;  // what the check said when it was first recorded
};

struct Recall {
  Fact<bool> nomis;
  Fact<Date> from, to;
};

struct Hold {
  Fact<bool> not_for_release;            // NOMIS alert X:XNR
  Fact<Text> reason;                     // "none" says that nothing holds the person
};

struct CaseOwner {                       // paragraph 10
  Fact<Text> name, contact;
};

// What is kept as a list has a key, by which a later record adds to it; compared without letter case and
// blanks.
struct Meeting {                         // paragraphs 10 and 11
  Text key;                              // its day
  EntryId entry = 0;
  Fact<Date> day;
  Fact<bool> attendance_asked;           // the panel asks the Home Office to come in person
  Fact<Attendee> attended_by;
  Fact<Text> attendee;
  Fact<bool> can_decide;                 // is of the seniority to decide about the risk
};

struct Contribution {                    // paragraph 10
  Text key;                              // none: each stands for itself
  EntryId entry = 0;
  Fact<Done> made;
  Fact<Date> meeting;                    // of the day on which it went into a meeting
  Fact<Topics> covers;
};

struct Request {                         // paragraph 11
  Text key;                              // its reference
  EntryId entry = 0;                     // the first about it
  Fact<Text> reference;                  // nothing: only an answer to it is recorded
  Fact<Text> asked_by;
  Fact<Date> received, due;
  Fact<Done> det_manager_tasked, centre_manager_tasked;
  Fact<Done> det_manager_answered, centre_manager_answered;
};

struct PartC {                           // paragraph 11: an IS91 Part C
  Text key;                              // its reference
  EntryId entry = 0;
  Fact<Text> reference, incident, relevance;
  Fact<Date> happened;
  Fact<Done> completed;
  Fact<Done> to_compliance, to_det_manager, to_det_inbox;
  Fact<Done> to_mappa_coordinator, to_case_owner;
};

struct RiskAssessment {                  // paragraph 12
  Fact<Done> requested, received;
  Fact<bool> nomis_enough;
};

struct SpecialConditions {               // paragraph 12: on CID
  Fact<Done> recorded;
  Fact<Text> text;
};

struct Placement {                       // paragraphs 5 and 12
  Fact<FacilityId> facility;
  Fact<Done> decided;
  Fact<Text> why;
};

struct Safeguarding {                    // paragraph 13
  TwoSided<bool> child_risk;             // NOMIS: an alert says so; never no
  Fact<Text> why;
  Fact<ChildVisits> children;            // what visits staff let happen
  Fact<Text> arrangements;
  std::vector<std::string> codes;        // the alerts, as "C:CC1"
};

// That somebody knows of what a rule finds owed, and when it is to be listed again.
struct Acknowledgement {
  Text key;                              // none: each stands for itself
  EntryId entry = 0;
  Fact<Text> of;                         // the rule's name
  Fact<Text> about;                      // which of several things, as it was typed; nothing: all of them
  Fact<Date> until;                      // the last day on which it is not listed
  Fact<Text> reason;
  Fact<Text> owed;                       // what was owed then: see casebook/owed.hpp
};

// Something that became another on a day, and the entry that says so.
struct Turn {
  Date day;
  EntryId entry = 0;
  std::string field;                     // of that entry
};

// A level and since when it has held: the level history of a spell (paragraph 7).
struct LevelStep {
  int level = 0;
  Turn since;
};

// The first level that held in a spell.
struct FirstLevel {
  int level = 0;
  EntryId entry = 0;
  std::optional<Date> by;                // the day of its decision, else one by which NOMIS showed it
  bool decided = false;                  // it is the day of its decision
};

// A deed of an earlier spell: shown, but it meets nothing.
struct EarlierDeed {
  std::string kind, field;
  Done done;
  EntryId entry = 0;
};

// What an export said about the person, and how fresh that is.
struct NomisData {
  std::optional<NomisRow> row;           // the newest, in the export's own words
  EntryId entry = 0;
  std::optional<Date> exported_on;       // of that row
  std::optional<Date> seen_on;           // the newest export that held the person, changed or not
  EntryId seen_by = 0;                   // the entry that says so
  bool day_assumed = false;              // the day of import stands for seen_on
  std::optional<Date> without_recall;    // the newest row that said so: no recall lasted then
  MappaReading alerts;
};

// One time-served foreign national offender, as the entries say, folded in order.
struct Case {
  explicit Case(PrisonNumber n) : number(std::move(n)) {}

  PrisonNumber number;
  Date as_of;                            // entries about later days are left out
  EntryId newest = 0;                    // of this person's entries, withdrawn ones too

  Person person;
  std::vector<Reference> references;
  std::vector<Note> notes;
  NomisData nomis;
  Standing standing;
  Sentence sentence;
  Lead lead;
  Referral referral;
  Licence licence;
  Notification notification;
  Arrangements arrangements;
  Location location;
  ReleasePlan plan;
  Released released;
  Recall recall;
  Hold hold;
  CaseOwner case_owner;
  std::vector<Meeting> meetings;         // of this spell, in the order in which they were recorded
  std::vector<Contribution> contributions;
  std::vector<Request> requests;         // about the person: a new spell does not end them
  std::vector<PartC> reports;
  RiskAssessment risk_assessment;
  SpecialConditions special_conditions;
  Placement placement;
  Safeguarding safeguarding;
  std::vector<Acknowledgement> acknowledgements;  // of this spell, in the order in which they count

  // The current spell, when it is not the first.
  std::optional<Date> spell_began;
  EntryId spell_entry = 0;               // the entry that began it
  bool new_booking = false;              // a booking did; else a return after a release
  std::optional<Date> earlier_until;     // the last day that is known to belong to the one before
  std::vector<EarlierDeed> earlier;

  // In this spell: the first level that held, and the last time that the level became another one, that
  // it became a higher one, and that the planned release became another one.
  std::optional<FirstLevel> first_level;
  std::vector<LevelStep> levels;         // by the day on which each came to hold
  std::optional<Turn> level_changed, level_raised, plan_changed;

  Text name() const;                     // "SURNAME, Forenames", or empty
  Fact<Date> born() const;
  Fact<FacilityId> facility() const;     // OUT and TRN are places too
};

}  // namespace mappa
