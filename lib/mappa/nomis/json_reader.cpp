#include "mappa/nomis/json_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/nomis_row.hpp"
#include "mappa/nomis/input_text.hpp"
#include "mappa/nomis/json_alert.hpp"
#include "mappa/nomis/problem_ids.hpp"

namespace mappa {
namespace {

const char* const shape =
    "Give an array of person objects, or one object whose \"content\" is such an array.";

// What the innermost open object or array is.
enum class Inside { nothing, page, people, person, alerts, alert, skipped };

// The field that a key of a person means; its name lives for ever. Empty when it is not kept.
std::string_view field_of(std::string_view key) {
  for (const std::string_view known : {prison_number_field, alerts_field})
    if (key == known) return known;
  const NomisField* field = find_nomis_field(key);
  return field == nullptr ? std::string_view{} : field->name;
}

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
  Records(std::string_view text, const std::string& file, const TakeRecord& take)
      : text_(text), file_(file), take_(take) {}

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

  // at: how many bytes were read, the one that does not fit included.
  template <class Exception>
  bool parse_error(std::size_t at, const std::string&, const Exception& error) {
    const std::string_view before = text_.substr(0, at == 0 ? 0 : at - 1);
    const auto line = 1 + std::ranges::count(before, '\n');
    const auto column = before.size() - before.rfind('\n');  // npos is -1
    throw Fault(Cause::unreadable,
                fmt::format("{} is not JSON: line {}, column {}: {}.", input_name(file_), line, column,
                            reason(error.what())),
                "Export it again, or correct that line.");
  }

  // After everything was read.
  void finish() const {
    if (!found_people_) wrong_shape("has no \"content\"");
  }

 private:
  Inside inside() const { return open_.empty() ? Inside::nothing : open_.back(); }

  [[noreturn]] void wrong_shape(const char* why) const {
    throw Fault(Cause::unreadable, fmt::format("{} is JSON, but it {}.", input_name(file_), why), shape);
  }

  Inside object_inside() const {
    switch (inside()) {
      case Inside::nothing:
        return Inside::page;
      case Inside::people:
        return Inside::person;
      case Inside::alerts:
        return Inside::alert;
      default:
        return Inside::skipped;
    }
  }
  Inside array_inside() const {
    if (inside() == Inside::nothing || (inside() == Inside::page && key_ == "content")) return Inside::people;
    if (inside() == Inside::person && field_of(key_) == alerts_field) return Inside::alerts;
    return Inside::skipped;
  }

  // placeholder: what to show where a single value should have been.
  bool open(Inside next, const char* placeholder) {
    if (next == Inside::alerts) record_.tells_alerts = true;
    if (next == Inside::skipped) value(RawType::other, placeholder);
    if (next == Inside::people) found_people_ = true;
    if (next == Inside::person) new_record();
    if (next == Inside::alert) alert_ = {};
    open_.push_back(next);
    return true;
  }

  bool close() {
    const Inside closed = inside();
    open_.pop_back();
    if (closed == Inside::alert) record_.alerts.push_back(alert_.raw());
    if (closed == Inside::person) take_(std::exchange(record_, {}));
    return true;
  }

  void new_record() {
    record_ = {};
    record_.line = ++records_;
  }

  bool value(RawType type, std::string text) {
    switch (inside()) {
      case Inside::nothing:
        wrong_shape("is neither an array nor an object");
      case Inside::page:
        if (key_ == "content") wrong_shape("has a \"content\" that is no array");
        break;
      case Inside::people:
        not_an_object(std::move(text));
        break;
      case Inside::person:
        person_value(type, std::move(text));
        break;
      case Inside::alerts:
        record_.alerts.push_back({std::move(text), "The alert is no object."});
        break;
      case Inside::alert:
        alert_.set(key_, type, std::move(text));
        break;
      case Inside::skipped:
        break;
    }
    return true;
  }

  void not_an_object(std::string text) {
    new_record();
    record_.whole = false;
    record_.problems.push_back(
        make_problem(nomis_problem::record, "", std::move(text), "The record is no object."));
    take_(std::exchange(record_, {}));
  }

  void person_value(RawType type, std::string text) {
    const std::string_view field = field_of(key_);
    if (field == alerts_field)
      record_.problems.push_back(
          make_problem(nomis_problem::type, key_, std::move(text), "The alerts are no array."));
    else if (!field.empty())
      record_.fields.push_back({find_nomis_field(field), field, std::move(text), type, false});
  }

  std::string_view text_;
  const std::string& file_;
  const TakeRecord& take_;
  std::vector<Inside> open_;
  std::string key_;  // of the value that comes next
  RawRecord record_;
  JsonAlert alert_;
  std::size_t records_ = 0;
  bool found_people_ = false;
};

}  // namespace

void read_json(std::string_view text, const std::string& file, const TakeRecord& take) {
  Records records(text, file, take);
  nlohmann::json::sax_parse(text, &records);
  records.finish();
}

}  // namespace mappa
