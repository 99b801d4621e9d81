// The dates of a sentence, its licence and recall, and the date of birth, against each other.
#include <algorithm>

#include "mappa/calendar/months.hpp"
#include "mappa/rules/contradiction_list.hpp"
#include "mappa/rules/earliest_release.hpp"
#include "mappa/rules/licence_runs.hpp"

namespace mappa {
namespace {

constexpr const char* begins_field = "sentenceStartDate";
constexpr int age_of_responsibility = 10;  // nobody younger is convicted in England and Wales
constexpr int oldest = 120;

std::optional<Date> begins(const Case& c) { return c.nomis.row ? c.nomis.row->date(begins_field) : std::nullopt; }

std::optional<Date> later(Date a, Date b) { return std::max(a, b); }

Finding nomis_corrects(Finding out) {
  return std::move(out).act(say("The holding prison corrects NOMIS; or, if the record is wrong, withdraw it."));
}

// Each side of a date that lies before the day on which the sentence began.
void add_before_sentence(Findings& out, const Case& c, const TwoSided<Date>& sides, const std::string& text, const char* field, const char* nomis_field) {
  const auto start = begins(c);
  const auto add = [&](const Fact<Date>& fact, const char* name) {
    if (!start || !fact || *fact >= *start) return;
    out.push_back(nomis_corrects(not_met(text + " on {}, and the sentence began on {}", *fact, *start).from(fact, name).from(c.nomis.entry, begins_field)));
  };
  add(sides.nomis, nomis_field);
  add(sides.record, field);
}

}  // namespace

Findings licence_before_sentence(const Case& c, const Setting&) {
  Findings out;
  add_before_sentence(out, c, c.licence.expires, "the licence expires", "expires", "licenceExpiryDate");
  return out;
}

Findings licence_after_sentence(const Case& c, const Setting&) {
  const auto licence = c.licence.expires.settled(later), sentence = c.sentence.ends.settled(later);
  if (!licence || !sentence || *licence <= *sentence) return {};
  return nomis_corrects(not_met("the licence expires on {}, and the sentence on {}", *licence, *sentence)
                            .from(c.licence.expires, "expires", "licenceExpiryDate")
                            .from(c.sentence.ends, "ends", "sentenceExpiryDate"));
}

Findings sentence_ends_before_it_begins(const Case& c, const Setting&) {
  Findings out;
  add_before_sentence(out, c, c.sentence.ends, "the sentence ends", "ends", "sentenceExpiryDate");
  return out;
}

Findings release_dates_before_sentence(const Case& c, const Setting& s) {
  const auto start = begins(c);
  Findings out;
  if (!start) return out;
  for (const NomisDate& one : nomis_dates(*c.nomis.row, s.policy.release_dates))
    if (one.date < *start)
      out.push_back(nomis_corrects(not_met("{} is {}, and the sentence began on {}", std::string(one.field), one.date, *start)
                                       .from(c.nomis.entry, one.field)
                                       .from(c.nomis.entry, begins_field)));
  return out;
}

Findings indeterminate_with_fixed_release(const Case& c, const Setting&) {
  if (!c.nomis.row || !indeterminate(c).value.value_or(false)) return {};
  Findings out;
  for (const NomisDate& one : nomis_dates(*c.nomis.row, {"conditionalReleaseDate", "automaticReleaseDate"}))
    out.push_back(nomis_corrects(not_met("the sentence is indeterminate, and {} is {}", std::string(one.field), one.date)
                                     .from(c.sentence.kind, "kind")
                                     .from(c.sentence.nomis_indeterminate, "indeterminateSentence")
                                     .from(c.nomis.entry, one.field)));
  return out;
}

Findings recall_ends_before_it_begins(const Case& c, const Setting&) {
  const auto& [nomis, from, to] = c.recall;
  if (!from || !to || *to >= *from) return {};
  return not_met("the recall ended on {}, and began on {}: it is taken to last", *to, *from)
      .from(to, "to")
      .from(from, "from")
      .act(say("Record the day on which it ended, or withdraw what is wrong."))
      .mend("recall", {"from", "to"});
}

Findings birth_that_cannot_be(const Case& c, const Setting& s) {
  const auto start = begins(c);
  Findings out;
  const auto add = [&](const Fact<Date>& born, const char* field) {
    if (!born) return;
    const auto found = [&](Finding one) { out.push_back(nomis_corrects(one.from(born, field))); };
    if (*born > s.today) found(not_met("born on {}, which lies ahead", *born));
    else if (age_on(*born, s.today) > oldest) found(not_met("born on {}, {} years ago", *born, age_on(*born, s.today)));
    else if (start && *born > *start) found(not_met("born on {}, and the sentence began on {}", *born, *start).from(c.nomis.entry, begins_field));
    else if (start && age_on(*born, *start) < age_of_responsibility)
      found(not_met("born on {}, and {} years old when the sentence began on {}", *born, age_on(*born, *start), *start).from(c.nomis.entry, begins_field));
  };
  add(c.person.born.nomis, "dateOfBirth");
  add(c.person.born.record, "born");
  return out;
}

}  // namespace mappa
