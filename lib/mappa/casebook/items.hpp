#pragma once

#include <functional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "mappa/casebook/fields.hpp"

namespace mappa {

// Builders for kinds of which a case holds several: meetings by their day, requests by their reference. An
// item is a struct with `key` and `entry`; a record adds to the item of its key, or begins a new one.

// How one field of an item is typed, and where it goes.
template <class Item>
struct ItemField {
  Field field;
  std::function<void(Item&, const std::string& canonical, EntryId, Date on)> set;
};

template <class Item, class T>
ItemField<Item> part(std::string_view name, Fact<T> Item::*member, Literal help) {
  ItemField<Item> out;
  out.field = fields_detail::typed_field<T>(name, help);
  out.field.deed = std::is_same_v<T, Done>;
  out.set = [member](Item& item, const std::string& text, EntryId entry, Date on) {
    item.*member = Fact<T>{canonical_value<T>(text), entry, on};
  };
  return out;
}

// The same part with another placeholder in the lines that people type.
template <class Item>
ItemField<Item> part_shown_as(Literal placeholder, ItemField<Item> part) {
  part.field.placeholder = placeholder;
  return part;
}

// The same part, but no day after today: it records what has happened.
template <class Item>
ItemField<Item> part_not_in_future(ItemField<Item> part) {
  part.field.read = [read = part.field.read](std::string_view typed, Moment now) { return refuse_future(read(typed, now), now); };
  return part;
}

// The same part, but no day before today: it lasts until then.
template <class Item>
ItemField<Item> part_not_in_past(ItemField<Item> part) {
  part.field.read = [read = part.field.read](std::string_view typed, Moment now) { return refuse_past(read(typed, now), now); };
  return part;
}

// The same part, filled by the program and never typed.
template <class Item>
ItemField<Item> part_computed(ItemField<Item> part) {
  part.field.computed = true;
  return part;
}

// The item of this key; a new one where there is none, or where items have no key.
template <class Item>
Item& item_of(std::vector<Item>& items, std::string_view key, EntryId entry) {
  if (!key.empty())
    for (Item& item : items)
      if (same_reference(item.key, key)) return item;
  Item item;
  item.key = Text{key};
  item.entry = entry;
  items.push_back(std::move(item));
  return items.back();
}

// key: the field that names the item, empty where each record stands for itself.
template <class Item>
Kind listed(std::string_view name, Literal paragraph, std::vector<Item> Case::*items, std::string key, Literal about,
            Literal example, std::vector<std::type_identity_t<ItemField<Item>>> parts) {
  Kind kind;
  kind.name = name;
  kind.paragraph = paragraph;
  kind.about = about;
  kind.example = example;
  for (const auto& one : parts) kind.fields.push_back(one.field);
  kind.main = key;
  if (!key.empty()) kind.required = {key};
  kind.fold_whole = [=](Case& c, const Body& body, EntryId entry, Date on) {
    Item& item = item_of(c.*items, key.empty() ? std::string_view{} : value(body, key), entry);
    for (const auto& one : parts) {
      if (!has(body, one.field.name)) continue;
      const std::string text{value(body, one.field.name)};
      const auto day = one.field.deed ? date_from_iso(text) : std::nullopt;
      // What is said to happen after the day looked at has not happened then.
      if (!day || *day <= c.as_of) one.set(item, text, entry, on);
    }
  };
  return kind;
}

}  // namespace mappa
