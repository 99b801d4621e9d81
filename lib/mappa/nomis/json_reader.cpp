#include "mappa/nomis/json_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/aliases.hpp"
#include "mappa/nomis/json_alert.hpp"
#include "mappa/nomis/json_source.hpp"
#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

const char* const shape =
    "Give an array of person objects, objects whose \"content\" is such an array, or one person object a line.";

// What the innermost open object or array is. A top object is a page or a person, which its members tell.
enum class Inside { nothing, top, people, person, sentence, identifiers, identifier, alerts, alert, skipped };

// One of "identifiers": its type and value.
struct Identifier {
  std::string type, value;
};

// What the library says without its own names and numbers, and without the text that it read last,
// which may be long: "unexpected '}'; expected string literal".
std::string reason(std::string_view words) {
  const auto dash = words.find(" - ");
  const auto bracket = words.find("] ");
  if (dash != words.npos)
    words.remove_prefix(dash + 3);
  else if (bracket != words.npos)
    words.remove_prefix(bracket + 2);
  const auto last_read = words.find("; last read: ");
  const auto expected = words.rfind("; expected ");
  std::string out = safe(words.substr(0, last_read));
  if (last_read != words.npos && expected != words.npos && expected > last_read)
    out += safe(words.substr(expected));
  return out;
}

// Puts records together from the events of the JSON library, which names these functions and expects
// true to go on.
class Records {
 public:
  Records(JsonSource& source, const std::string& file, const TakeRecord& take)
      : source_(source), file_(file), take_(take) {}

  bool null() {
    if (inside() == Inside::nothing || inside() == Inside::people || inside() == Inside::alerts)
      value(RawType::other, "null");
    return true;
  }
  bool boolean(bool yes) { return value(RawType::boolean, yes ? "true" : "false"); }
  bool number_integer(std::int64_t number) { return value(RawType::integer, std::to_string(number)); }
  bool number_unsigned(std::uint64_t number) { return value(RawType::integer, std::to_string(number)); }
  bool number_float(double, const std::string& as_written) { return value(RawType::other, as_written); }
  bool string(std::string& text) { return value(RawType::string, std::move(text)); }
  bool binary(std::vector<std::uint8_t>&) { return true; }  // no such thing in text
  bool key(std::string& name) {
    key_ = std::move(name);
    return true;
  }
  bool start_object(std::size_t) { return open(object_inside(), "{...}"); }
  bool start_array(std::size_t) { return open(array_inside(), "[...]"); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  template <class Exception>
  bool parse_error(std::size_t, const std::string&, const Exception& error) {
    const bool ended = std::string_view(error.what()).find("unexpected end of input") != std::string_view::npos;
    throw Fault(Cause::unreadable,
                fmt::format("{} is not JSON: line {}, column {}: {}.", input_name(file_), source_.line(),
                            source_.column() + (ended ? 1 : 0), reason(error.what())),
                "Export it again, or correct that line.");
  }

 private:
  Inside inside() const { return open_.empty() ? Inside::nothing : open_.back(); }
  bool of_person() const {
    return inside() == Inside::person || inside() == Inside::top || inside() == Inside::sentence;
  }

  [[noreturn]] void wrong_shape(const char* why) const {
    throw Fault(Cause::unreadable, fmt::format("{} is JSON, but it {}.", input_name(file_), why), shape);
  }

  Inside object_inside() const {
    if (inside() == Inside::nothing) return Inside::top;
    if (inside() == Inside::people) return Inside::person;
    if (inside() == Inside::alerts) return Inside::alert;
    if (inside() == Inside::identifiers) return Inside::identifier;
    return of_person() && key_ == "sentenceDetail" ? Inside::sentence : Inside::skipped;
  }
  Inside array_inside() const {
    if (inside() == Inside::nothing || (inside() == Inside::top && key_ == "content")) return Inside::people;
    if (!of_person()) return Inside::skipped;
    if (key_ == alerts_field) return Inside::alerts;
    return key_ == "identifiers" ? Inside::identifiers : Inside::skipped;
  }

  // placeholder: what to show where a single value should have been.
  bool open(Inside next, const char* placeholder) {
    if (next == Inside::alerts) record_.tells_alerts = true;
    if (next == Inside::skipped) value(RawType::other, placeholder);
    if (next == Inside::people) is_page_ = true;
    if (next == Inside::top) is_page_ = false;
    if (next == Inside::person || next == Inside::top) new_record();
    if (next == Inside::alert) alert_ = {};
    if (next == Inside::identifier) identifier_ = {};
    open_.push_back(next);
    return true;
  }

  bool close() {
    const Inside closed = inside();
    open_.pop_back();
    if (closed == Inside::alert) record_.alerts.push_back(alert_.raw());
    if (closed == Inside::identifier) take_identifier();
    if (closed == Inside::person) hand_over();
    if (closed == Inside::top && !is_page_) {
      if (record_.fields.empty() && !record_.tells_alerts) wrong_shape("has no \"content\" and no person");
      hand_over();
    }
    return true;
  }

  void new_record() {
    record_ = {};
    strings_.clear();
    record_.line = records_ + 1;
    source_.keep("{");
  }

  void hand_over() {
    ++records_;
    source_.keep_no_more();
    record_.text = source_.kept();
    take_(record_);
  }

  // A view of it that lives until the record is handed over.
  std::string_view kept(std::string text) { return strings_.emplace_back(std::move(text)); }

  bool value(RawType type, std::string text) {
    switch (inside()) {
      case Inside::nothing: wrong_shape("is neither an array nor an object");
      case Inside::people: not_an_object(std::move(text)); break;
      case Inside::top:
        if (key_ == "content") wrong_shape("has a \"content\" that is no array");
        [[fallthrough]];
      case Inside::person:
      case Inside::sentence: person_value(type, std::move(text)); break;
      case Inside::alerts: record_.alerts.push_back({std::move(text), "The alert is no object."}); break;
      case Inside::alert: alert_.set(key_, type, std::move(text)); break;
      case Inside::identifier: set_identifier(type, std::move(text)); break;
      case Inside::identifiers:
      case Inside::skipped: break;
    }
    return true;
  }

  void not_an_object(std::string text) {
    new_record();
    source_.keep_no_more();
    record_.whole = false;
    ++records_;
    record_.text = kept(text);
    record_.problems.push_back(
        make_problem(nomis_problem::record, "", std::move(text), "The record is no object."));
    take_(record_);
  }

  void person_value(RawType type, std::string text) {
    const auto means = find_alias(key_);
    if (!means) return;
    const auto named = kept(key_);
    if (means->field == alerts_field)
      record_.problems.push_back(
          make_problem(nomis_problem::type, key_, std::move(text), "The alerts are no array."));
    else
      record_.fields.push_back({find_nomis_field(means->field), named, kept(std::move(text)), type, means->beats});
  }

  void set_identifier(RawType type, std::string text) {
    if (type != RawType::string) return;
    if (key_ == "type") identifier_.type = std::move(text);
    if (key_ == "value") identifier_.value = std::move(text);
  }

  void take_identifier() {
    if (identifier_.type == "MERGED") record_.merged.push_back(std::move(identifier_.value));
    else if (identifier_.type == "PNC") add_identifier("pncNumber");
    else if (identifier_.type == "CRO") add_identifier("croNumber");
  }

  // A person may have several numbers of one kind: the first is taken, the others are told.
  void add_identifier(std::string_view name) {
    const NomisField* field = find_nomis_field(name);
    const auto first = std::ranges::find(record_.fields, field, &RawField::field);
    if (first == record_.fields.end())
      record_.fields.push_back({field, field->name, kept(std::move(identifier_.value)), RawType::string, false});
    else if (first->value != identifier_.value)
      record_.problems.push_back(make_problem(nomis_problem::identifiers, std::string(name), std::move(identifier_.value),
                                              fmt::format("The record has several of them; \"{}\" was taken.", safe(first->value))));
  }

  JsonSource& source_;
  const std::string& file_;
  const TakeRecord& take_;
  std::vector<Inside> open_;
  std::string key_;  // of the value that comes next
  RawRecord record_;
  std::deque<std::string> strings_;  // what the record's views see
  JsonAlert alert_;
  Identifier identifier_;
  std::size_t records_ = 0;
  bool is_page_ = false;
};

}  // namespace

void read_json(DecodedText& text, const std::string& file, const TakeRecord& take) {
  JsonSource source(text);
  Records records(source, file, take);
  while (source.more())
    nlohmann::json::sax_parse(source.begin(), JsonSource::end(), &records, nlohmann::json::input_format_t::json, false);
}

}  // namespace mappa
