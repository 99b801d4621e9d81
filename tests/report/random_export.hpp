#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/random_text.hpp"
#include "mappa/casebook/nomis_row.hpp"

// Exports at random, with what is hardest to carry: quotation marks, separators and line ends in names, other
// scripts, words that stand for none, dates far away, alerts in every state. Some of their records cannot go in.
class RandomExport {
 public:
  explicit RandomExport(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_.below(limit); }

  // A file about some of these people; some fields have a column, and some rows a value for it.
  std::string csv(const std::vector<std::string>& numbers) {
    const auto columns = some_fields();
    std::string out = "prisonerNumber";
    for (const auto* field : columns) out += "," + std::string(field->name);
    out += ",alerts\n";
    for (const auto& number : numbers) {
      if (below(4) == 0) continue;
      out += number;
      for (const auto* field : columns) out += "," + quoted(below(3) == 0 ? "" : value(*field), "\"\"");
      out += "," + quoted(alerts(), "\"\"") + "\n";
    }
    return out;
  }

  std::string json(const std::vector<std::string>& numbers) {
    const auto members = some_fields();
    std::string out;
    for (const auto& number : numbers) {
      if (below(4) == 0) continue;
      out += R"({"prisonerNumber":")" + number + "\"";
      for (const auto* field : members)
        if (below(3) != 0) out += ",\"" + std::string(field->name) + "\":" + member(*field);
      out += ",\"alerts\":[";
      for (std::size_t left = below(4), n = left; left > 0; --left) out += (left == n ? "" : ",") + alert_object();
      out += "]}\n";
    }
    return out.empty() ? "[]" : out;
  }

 private:
  template <std::size_t size>
  std::string one_of(const std::array<std::string_view, size>& words) {
    return std::string(words[below(size)]);
  }

  std::vector<const mappa::NomisField*> some_fields() {
    std::vector<const mappa::NomisField*> out;
    for (const auto& field : mappa::nomis_fields())
      if (below(3) == 0) out.push_back(&field);
    return out;
  }

  std::string words() {
    static constexpr std::array<std::string_view, 24> pieces{
        "Smith", "O'Neill", "\"Kit\"", "\"", ",", ";", "\n", "\r\n", "\t", " ", "  ", "Núñez", "Łukasz", "李",
        "\u00a0", "\ufeff", "\\", "\\u0041", "=1+1", "#", "null", "N/A", "\x01", "'"};
    std::string out;
    for (std::size_t left = below(4); left > 0; --left) out += one_of(pieces);
    if (below(8) == 0) out += random_.code_points(6);
    std::erase(out, '\0');  // which makes a file binary
    return out;
  }

  std::string value(const mappa::NomisField& field) {
    static constexpr std::array<std::string_view, 11> codes{"MDI",   "mdi",   "NULL", "NULL.",  "none .", "OUT",
                                                            "A,B",   "\"A\"", "Á",    "X Y . ", "TRN"};
    static constexpr std::array<std::string_view, 6> flags{"Y", "no", "TRUE", "false", "", "0"};
    static constexpr std::array<std::string_view, 9> dates{
        "2026-11-25", "25/12/2026", "2132-06-01", "2199-12-31",         "NULL",
        "1 Feb 2020", "1900-01-01", "2121-12-31", "2020-02-29 00:00:00"};
    switch (field.type) {
      case mappa::NomisType::text: return words();
      case mappa::NomisType::code: return one_of(codes);
      case mappa::NomisType::date: return one_of(dates);
      case mappa::NomisType::flag: return one_of(flags);
    }
    return {};
  }

  std::string member(const mappa::NomisField& field) {
    if (field.type == mappa::NomisType::flag) return below(2) == 0 ? "true" : "false";
    const std::string text = value(field);
    return below(40) == 0 ? R"("a\u0000b")" : escaped(text);
  }

  // Days that no alert's end lies between: an export of whichever day says the same of them.
  std::string alerts() {
    static constexpr std::array<std::string_view, 8> names{"P:P33", "P:P55",     "S:SOR",   "XNR",
                                                           "P66",   "ACTIVE:A1", "NULL:B2", "P:C3"};
    static constexpr std::array<std::string_view, 10> states{
        "", "", ":inactive", ":expired", ":inactive:expired", ":active", ":from 2024-01-02", ":until 2035-03-04",
        ":until 2019-03-04", ":inactive:from 2024-01-02:until 2199-12-31"};
    std::string out;
    for (std::size_t left = below(4); left > 0; --left)
      out += (out.empty() ? "" : ";") + one_of(names) + one_of(states);
    return out;
  }

  std::string alert_object() {
    static constexpr std::array<std::string_view, 4> types{R"("alertType":"P",)", R"("alertType":null,)", "",
                                                           R"("alertType":"EXPIRED",)"};
    static constexpr std::array<std::string_view, 4> codes{"P33", "P55", "SOR", "XNR"};
    static constexpr std::array<std::string_view, 3> truths{"true", "false", "null"};
    static constexpr std::array<std::string_view, 5> days{
        "", R"(,"dateCreated":"2024-01-02")", R"(,"dateExpires":"2035-03-04")", R"(,"dateExpires":"2019-03-04")",
        R"(,"dateExpires":"2199-12-31")"};
    return "{" + one_of(types) + R"("alertCode":")" + one_of(codes) + R"(","active":)" + one_of(truths) +
           R"(,"expired":)" + (below(2) == 0 ? "true" : "false") + one_of(days) + "}";
  }

  // Between quotation marks; one inside becomes `mark`.
  static std::string quoted(std::string_view text, std::string_view mark) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string(mark) : std::string(1, c);
    return out + "\"";
  }
  static std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c == '\\') out += "\\\\";
      else if (c == '"') out += "\\\"";
      else if (c >= '\0' && c < ' ')
        out += std::string("\\u00") + (c >= '\x10' ? "1" : "0") + "0123456789abcdef"[c & 15];
      else out += c;
    }
    return "\"" + out + "\"";
  }

  RandomText random_;
};
