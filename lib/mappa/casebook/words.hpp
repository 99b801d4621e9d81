#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mappa {

// The words in which caseworkers choose. They are stored: a test freezes them.

enum class PaperSource { core_file, offender_manager, other };
enum class Provider { nps, crc, yot, police, other };
enum class ReleaseKind { community, removal, prison, hospital, other_centre };
enum class OrderedBy { tribunal, court, secretary_of_state };
enum class Team { det, depmu, other };
enum class SentenceKind { determinate, indeterminate, detention_and_training, hospital_order, guardianship_order };
enum class ReferenceKind { home_office, cid, port, other };
enum class Attendee { case_owner, det_manager, other, nobody };
enum class Answerer { det_manager, centre_manager };
// What a contribution of the Home Office covers.
enum class Topic { status, removal, barriers, appeals, detention_reviews, bail, addresses };
enum class ChildVisits { none, named_only, supervised, allowed };

// Specialised for each of the above: the words and what they mean, in one list.
template <class E>
struct Words;

template <> struct Words<PaperSource> {
  static constexpr std::array list{std::pair{PaperSource::core_file, "core-file"},
                                   std::pair{PaperSource::offender_manager, "offender-manager"},
                                   std::pair{PaperSource::other, "other"}};
};
template <> struct Words<Provider> {
  static constexpr std::array list{std::pair{Provider::nps, "nps"}, std::pair{Provider::crc, "crc"},
                                   std::pair{Provider::yot, "yot"}, std::pair{Provider::police, "police"},
                                   std::pair{Provider::other, "other"}};
};
template <> struct Words<ReleaseKind> {
  static constexpr std::array list{
      std::pair{ReleaseKind::community, "community"}, std::pair{ReleaseKind::removal, "removal"},
      std::pair{ReleaseKind::prison, "prison"}, std::pair{ReleaseKind::hospital, "hospital"},
      std::pair{ReleaseKind::other_centre, "other-centre"}};
};
template <> struct Words<OrderedBy> {
  static constexpr std::array list{std::pair{OrderedBy::tribunal, "tribunal"}, std::pair{OrderedBy::court, "court"},
                                   std::pair{OrderedBy::secretary_of_state, "secretary-of-state"}};
};
template <> struct Words<Team> {
  static constexpr std::array list{std::pair{Team::det, "det"}, std::pair{Team::depmu, "depmu"},
                                   std::pair{Team::other, "other"}};
};
template <> struct Words<SentenceKind> {
  static constexpr std::array list{
      std::pair{SentenceKind::determinate, "determinate"}, std::pair{SentenceKind::indeterminate, "indeterminate"},
      std::pair{SentenceKind::detention_and_training, "detention-and-training"},
      std::pair{SentenceKind::hospital_order, "hospital-order"},
      std::pair{SentenceKind::guardianship_order, "guardianship-order"}};
};
template <> struct Words<ReferenceKind> {
  static constexpr std::array list{std::pair{ReferenceKind::home_office, "home-office"},
                                   std::pair{ReferenceKind::cid, "cid"}, std::pair{ReferenceKind::port, "port"},
                                   std::pair{ReferenceKind::other, "other"}};
};
template <> struct Words<Attendee> {
  static constexpr std::array list{std::pair{Attendee::case_owner, "case-owner"},
                                   std::pair{Attendee::det_manager, "det-manager"},
                                   std::pair{Attendee::other, "other"}, std::pair{Attendee::nobody, "nobody"}};
};
template <> struct Words<Answerer> {
  static constexpr std::array list{std::pair{Answerer::det_manager, "det-manager"},
                                   std::pair{Answerer::centre_manager, "centre-manager"}};
};
template <> struct Words<Topic> {
  static constexpr std::array list{
      std::pair{Topic::status, "status"}, std::pair{Topic::removal, "removal"}, std::pair{Topic::barriers, "barriers"},
      std::pair{Topic::appeals, "appeals"}, std::pair{Topic::detention_reviews, "detention-reviews"},
      std::pair{Topic::bail, "bail"}, std::pair{Topic::addresses, "addresses"}};
};
template <> struct Words<ChildVisits> {
  static constexpr std::array list{std::pair{ChildVisits::none, "none"}, std::pair{ChildVisits::named_only, "named-only"},
                                   std::pair{ChildVisits::supervised, "supervised"},
                                   std::pair{ChildVisits::allowed, "allowed"}};
};

template <class E>
std::string word(E value) {
  for (const auto& [e, text] : Words<E>::list)
    if (e == value) return text;
  return {};
}

template <class E>
std::optional<E> from_word(std::string_view text) {
  for (const auto& [e, known] : Words<E>::list)
    if (text == known) return e;
  return std::nullopt;
}

}  // namespace mappa
