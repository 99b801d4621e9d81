#include "mappa/report/ical.hpp"

#include <memory>
#include <string_view>

#include <fmt/chrono.h>
#include <libical/ical.h>

#include "mappa/base/fault.hpp"
#include "mappa/report/late_library.hpp"

namespace mappa {
namespace {

static_assert(ICAL_MAJOR_VERSION == 3, "the library that is loaded below has the number 3 in its name");

// Dates and times as iCalendar writes them.
std::string plain(Date day) { return fmt::format("{:%Y%m%d}", std::chrono::sys_days(day)); }
std::string plain(Instant time) { return fmt::format("{:%Y%m%dT%H%M%SZ}", time); }

Fault not_written() { return {Cause::unexpected, "The calendar could not be written.", "This is a mistake in the program: report it."}; }

// From the midnight with which the day begins to nine in the morning so many days before it.
std::string at_nine(int days_before) {
  return days_before == 0 ? "PT9H" : days_before == 1 ? "-PT15H" : fmt::format("-P{}DT15H", days_before - 1);
}

// The part of libical that writes.
class Writer {
 public:
  std::string write(const Calendar& calendar) const;

 private:
  using Component = std::unique_ptr<icalcomponent, decltype(icalcomponent_free)*>;

  template <class Function>
  Function* find(const char* name) const { return library_.find<Function>(name); }

  Component component(icalcomponent_kind kind) const { return {new_component_(kind), free_component_}; }
  Component event(const CalendarEvent& event, Instant made) const;
  Component alarm(int days_before, const std::string& text) const;

  void add(const Component& to, icalproperty* property, icalvalue* value) const;
  // Text, which the library escapes; and what has a form of its own.
  void add_text(const Component& to, icalproperty_kind kind, const std::string& text) const;
  void add_value(const Component& to, icalproperty_kind kind, icalvalue_kind value_kind, const std::string& value) const;
  void add_extension(const Component& to, const char* name, const std::string& text) const;

  LateLibrary library_{"libical.so.3", "libical3"};
  decltype(icalcomponent_new)* new_component_ = find<decltype(icalcomponent_new)>("icalcomponent_new");
  decltype(icalcomponent_free)* free_component_ = find<decltype(icalcomponent_free)>("icalcomponent_free");
  decltype(icalcomponent_add_property)* add_property_ = find<decltype(icalcomponent_add_property)>("icalcomponent_add_property");
  decltype(icalcomponent_add_component)* add_component_ = find<decltype(icalcomponent_add_component)>("icalcomponent_add_component");
  decltype(icalcomponent_as_ical_string_r)* as_string_ = find<decltype(icalcomponent_as_ical_string_r)>("icalcomponent_as_ical_string_r");
  decltype(icalproperty_new)* new_property_ = find<decltype(icalproperty_new)>("icalproperty_new");
  decltype(icalproperty_set_value)* set_value_ = find<decltype(icalproperty_set_value)>("icalproperty_set_value");
  decltype(icalproperty_set_x_name)* set_x_name_ = find<decltype(icalproperty_set_x_name)>("icalproperty_set_x_name");
  decltype(icalvalue_new_text)* new_text_ = find<decltype(icalvalue_new_text)>("icalvalue_new_text");
  decltype(icalvalue_new_x)* new_x_ = find<decltype(icalvalue_new_x)>("icalvalue_new_x");
  decltype(icalvalue_new_from_string)* new_value_ = find<decltype(icalvalue_new_from_string)>("icalvalue_new_from_string");
  decltype(icalmemory_free_buffer)* free_buffer_ = find<decltype(icalmemory_free_buffer)>("icalmemory_free_buffer");
};

void Writer::add(const Component& to, icalproperty* property, icalvalue* value) const {
  if (!property || !value) throw not_written();
  set_value_(property, value);
  add_property_(to.get(), property);
}

void Writer::add_text(const Component& to, icalproperty_kind kind, const std::string& text) const {
  add(to, new_property_(kind), new_text_(text.c_str()));
}

void Writer::add_value(const Component& to, icalproperty_kind kind, icalvalue_kind value_kind, const std::string& value) const {
  add(to, new_property_(kind), new_value_(value_kind, value.c_str()));
}

void Writer::add_extension(const Component& to, const char* name, const std::string& text) const {
  icalproperty* property = new_property_(ICAL_X_PROPERTY);
  set_x_name_(property, name);
  add(to, property, new_x_(text.c_str()));
}

Writer::Component Writer::alarm(int days_before, const std::string& text) const {
  Component out = component(ICAL_VALARM_COMPONENT);
  add_value(out, ICAL_ACTION_PROPERTY, ICAL_ACTION_VALUE, "DISPLAY");
  add_value(out, ICAL_TRIGGER_PROPERTY, ICAL_TRIGGER_VALUE, at_nine(days_before));
  add_text(out, ICAL_DESCRIPTION_PROPERTY, text);
  return out;
}

Writer::Component Writer::event(const CalendarEvent& event, Instant made) const {
  Component out = component(ICAL_VEVENT_COMPONENT);
  add_text(out, ICAL_UID_PROPERTY, event.uid);
  add_value(out, ICAL_SEQUENCE_PROPERTY, ICAL_INTEGER_VALUE, std::to_string(event.sequence));
  add_value(out, ICAL_DTSTAMP_PROPERTY, ICAL_DATETIME_VALUE, plain(made));
  add_value(out, ICAL_LASTMODIFIED_PROPERTY, ICAL_DATETIME_VALUE, plain(event.modified));
  // A published event has one; this address is the usual word for nobody.
  add_value(out, ICAL_ORGANIZER_PROPERTY, ICAL_CALADDRESS_VALUE, "invalid:nomail");
  add_value(out, ICAL_DTSTART_PROPERTY, ICAL_DATE_VALUE, plain(event.day));
  add_value(out, ICAL_TRANSP_PROPERTY, ICAL_TRANSP_VALUE, "TRANSPARENT");
  add_value(out, ICAL_CLASS_PROPERTY, ICAL_CLASS_VALUE, "CONFIDENTIAL");
  add_text(out, ICAL_CATEGORIES_PROPERTY, event.category);
  add_text(out, ICAL_SUMMARY_PROPERTY, event.summary);
  add_text(out, ICAL_DESCRIPTION_PROPERTY, event.description);
  for (const int days_before : event.alarms) add_component_(out.get(), alarm(days_before, event.summary).release());
  return out;
}

std::string Writer::write(const Calendar& calendar) const {
  const Component out = component(ICAL_VCALENDAR_COMPONENT);
  add_text(out, ICAL_VERSION_PROPERTY, "2.0");
  add_text(out, ICAL_PRODID_PROPERTY, "-//mappa//DSO 20/2012 deadlines//EN");
  add_value(out, ICAL_METHOD_PROPERTY, ICAL_METHOD_VALUE, "PUBLISH");
  add_extension(out, "X-WR-CALNAME", calendar.name);
  add_extension(out, "X-WR-CALDESC", calendar.about);
  for (const CalendarEvent& one : calendar.events) add_component_(out.get(), event(one, calendar.made).release());
  const std::unique_ptr<char, decltype(icalmemory_free_buffer)*> text(as_string_(out.get()), free_buffer_);
  if (!text) throw not_written();
  return text.get();
}

}  // namespace

std::string ical(const Calendar& calendar) { return Writer().write(calendar); }

}  // namespace mappa
