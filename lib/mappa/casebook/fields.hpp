#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "mappa/base/fault.hpp"
#include "mappa/base/text.hpp"
#include "mappa/casebook/kind.hpp"

namespace mappa {

// Builders for the descriptions in kinds_*.cpp. A field is a member of one section of the case
// (Case::licence); facts() binds its fields to that section.

template <class T>
T canonical_value(const std::string& text) {
  auto value = Codec<T>::from(text);
  if (!value)
    throw Fault(Cause::integrity, "An entry of the casebook holds the value \"" + text + "\", which it cannot hold.",
                "It may come from a newer version of mappa: update it, or restore the casebook from a backup.");
  return *value;
}

template <class Section>
using Bind = std::function<Field(Section Case::*)>;

namespace fields_detail {

template <class T>
Fact<T>& recorded(Fact<T>& fact) { return fact; }
template <class T>
Fact<T>& recorded(TwoSided<T>& sides) { return sides.record; }
template <class T>
const Fact<T>& recorded(const Fact<T>& fact) { return fact; }
template <class T>
const Fact<T>& recorded(const TwoSided<T>& sides) { return sides.record; }

template <class T>
Field typed_field(std::string_view name, Literal help) {
  Field field;
  field.name = name;
  field.help = help;
  field.placeholder = Codec<T>::placeholder;
  field.words = Codec<T>::words();
  field.read = [](std::string_view typed, Moment now) { return Codec<T>::read(typed, now); };
  return field;
}

template <class T, class Section, class Member>
Bind<Section> bind(Literal name, Member Section::*member, Literal help) {
  return [=](Section Case::*section) {
    Field field = typed_field<T>(name, help);
    field.fold = [=](Case& c, const std::string& text, EntryId entry, Date on) {
      recorded(c.*section.*member) = Fact<T>{canonical_value<T>(text), entry, on};
    };
    field.differs = [=](const Case& c, const std::string& text) {
      const Fact<T>& held = recorded(c.*section.*member);
      return held && !(*held == canonical_value<T>(text));
    };
    field.forget = [=](Case& c) { recorded(c.*section.*member) = {}; };
    if constexpr (std::is_same_v<Member, Fact<Done>>) {
      field.deed = true;
      field.done = [=](const Case& c) { return c.*section.*member; };
    }
    return field;
  };
}

}  // namespace fields_detail

// A fact or a deed; the member's type says which, and how it is typed.
template <class Section, class T>
Bind<Section> fact(Literal name, Fact<T> Section::*member, Literal help) {
  return fields_detail::bind<T>(name, member, help);
}
template <class Section, class T>
Bind<Section> fact(Literal name, TwoSided<T> Section::*member, Literal help) {
  return fields_detail::bind<T>(name, member, help);
}

// Filled by the program and never typed.
template <class Section>
Bind<Section> kept(Literal name, Fact<Text> Section::*member, Literal help) {
  return [bound = fact(name, member, help)](Section Case::*section) {
    Field field = bound(section);
    field.computed = true;
    return field;
  };
}

// The same field; a new value of it empties these others, unless they are given again.
template <class Section>
Bind<Section> takes_back(std::vector<std::string> others, Bind<Section> bound) {
  return [others = std::move(others), bound = std::move(bound)](Section Case::*section) {
    Field field = bound(section);
    field.takes_back = others;
    return field;
  };
}

// The same field with another placeholder in the lines that people type.
template <class Section>
Bind<Section> shown_as(Literal placeholder, Bind<Section> bound) {
  return [placeholder, bound = std::move(bound)](Section Case::*section) {
    Field field = bound(section);
    field.placeholder = placeholder;
    return field;
  };
}

// The same field, kept in upper case: an id.
template <class Section>
Bind<Section> in_capitals(Bind<Section> bound) {
  return [bound = std::move(bound)](Section Case::*section) {
    Field field = bound(section);
    field.read = [read = field.read](std::string_view typed, Moment now) {
      Canonical out = read(typed, now);
      if (auto* id = std::get_if<std::string>(&out)) *id = upper(*id);
      return out;
    };
    return field;
  };
}

// The same field, but no day or time after now: it records what has happened.
template <class Section>
Bind<Section> not_in_future(Bind<Section> bound) {
  return [bound = std::move(bound)](Section Case::*section) {
    Field field = bound(section);
    field.read = [read = field.read](std::string_view typed, Moment now) {
      return refuse_future(read(typed, now), now);
    };
    return field;
  };
}

// The same field, but only these values.
template <class Section>
Bind<Section> between(int least, int most, Bind<Section> bound) {
  return [least, most, bound = std::move(bound)](Section Case::*section) {
    Field field = bound(section);
    field.words.clear();
    for (int n = least; n <= most; ++n) field.words.push_back(std::to_string(n));
    field.read = [least, most](std::string_view typed, Moment) { return read_number(typed, least, most); };
    return field;
  };
}

template <class Section>
Kind facts(std::string_view name, Literal paragraph, Section Case::*section, Literal about, Literal example,
           std::vector<Bind<std::type_identity_t<Section>>> bound) {
  Kind kind;
  kind.name = name;
  kind.paragraph = paragraph;
  kind.about = about;
  kind.example = example;
  for (const auto& field : bound) kind.fields.push_back(field(section));
  return kind;
}

}  // namespace mappa
